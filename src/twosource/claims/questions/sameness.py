"""What makes two clauses be about one thing: predicates and participants by class, not by form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.claims.questions.antecedents import sole_roles
from twosource.claims.questions.context import Context, answers_here, entity_at, holds
from twosource.claims.questions.kin import NOUNS_NEAR, TELLING_APART, VERBS_NEAR, kin
from twosource.language.meaning import Meaning
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.statement import Stance
from twosource.reference.lexicon import same_family

_PRONOUNS = frozenset(
    "my your his its our their i you he she it we they me him her us them who whom which that "
    "this these those one ones "
    "someone somebody anyone everyone something anything everything nothing nobody himself "
    "herself itself themselves there what some many several all both other others".split()
)

# A particle changes a verb's meaning more than vectors show. Each line is one predicate wherever
# what it is said of is the same.
_ONE_PREDICATE = {
    word: line.split("/")[0]
    for line in (
        "go out/go off/fail/cut out/black out",
        "collapse/cave in/give way",
        "explode/detonate/blow up",
        "shoot down/bring down/down/intercept",
        "open fire/fire/shoot",
        "set fire/set on fire/set alight/torch",
        "call off/cancel",
        "put off/postpone",
        "move/move away/move off/shift/drift",
        "break loose/come loose/tear loose",
        "carry out/conduct/perform",
        "leak/spill/seep/escape/flow",
        "capsize/overturn/turn over/keel over/flip",
        "sink/go down/founder",
        "hit/strike/impact",
    )
    for word in line.split("/")
}

# As nouns these name something else.
_NOT_OF_NOUNS = frozenset("fire shoot down conduct strike hit impact escape flow".split())

_ALARMS = frozenset("siren alarm klaxon bell horn".split())
_RINGING = frozenset({"go off", "ring", "wail", "blare", "activate", "trigger", "start", "set off"})

_MANNERS = frozenset(
    ("ahead of", "behind", "because of", "due to", "for", "out of", "in return for", "on behalf of")
)
_ORDERS = frozenset("order command instruction request behest advice purpose behalf".split())
_OCCUR = frozenset("happen occur unfold erupt take_place ensue ring_out".split())
_BEGIN = frozenset("begin start commence break_out".split())
_END = frozenset("end finish stop conclude".split())


@dataclass(frozen=True, slots=True)
class Classes:
    """Which predicates and which nouns of a case are one: each word to the one that leads it.

    Attributes:
        predicates, nouns: Each word to the one that leads it.
        roles: Roles that one name alone bears, each with the entity of that name.
    """

    predicates: Mapping[str, str]
    nouns: Mapping[str, str]
    roles: Mapping[str, str] = field(default_factory=dict)


def classes_of(cases: Sequence[Context], meaning: Meaning) -> Classes:
    """Gather the words of all clauses that may answer, and join those near in meaning."""
    predicates: list[str] = []
    nouns: list[str] = []
    for context in cases:
        for clause in context.facts.propositions:
            if not answers_here(context, clause.span):
                continue
            predicates.append(_lemma(clause))
            lemmas = [one.lemma for one in clause.arguments if not is_pronoun(one)]
            nouns += lemmas
            # What a verb of happening or beginning is said of is itself a happening.
            if aspect_of(clause) is not None:
                predicates += lemmas
    return Classes(
        kin(predicates, meaning, VERBS_NEAR, same_family),
        kin(nouns, meaning, NOUNS_NEAR),
        sole_roles(cases),
    )


def predicate_of(clause: Proposition, classes: Classes) -> str:
    """The class of a clause's predicate."""
    return classes.predicates.get(_lemma(clause), _lemma(clause))


def as_verb(lemma: str) -> str:
    """The verb that stands for a verb in one predicate with others ("strike": "hit")."""
    return _ONE_PREDICATE.get(lemma, lemma)


def _lemma(clause: Proposition) -> str:
    if clause.nominal and clause.lemma in _NOT_OF_NOUNS:
        return clause.lemma
    if clause.lemma in _RINGING and _is_of_alarm(clause):
        return "sound"
    return _ONE_PREDICATE.get(clause.lemma, clause.lemma)


def _is_of_alarm(clause: Proposition) -> bool:
    """Whether a clause tells of an alarm: a siren that goes off sounds, a light goes out."""
    matter = subject_matter(clause)
    words = set() if matter is None else set(matter.lemma.lower().split())
    return bool(words & _ALARMS) or "warning system" in ("" if matter is None else matter.lemma)


def is_pronoun(argument: Argument) -> bool:
    """Whether an argument's head names nothing by itself."""
    return argument.lemma.lower() in _PRONOUNS or not any(c.isalpha() for c in argument.lemma)


def aspect_of(clause: Proposition) -> str | None:
    """Which part of a happening a verb is of: ``""`` all, ``begin``, ``end``; ``None``: neither."""
    lemma = clause.lemma.replace(" ", "_")
    if clause.nominal or argument(clause, ArgumentRole.PATIENT, "") is not None:
        return None
    if lemma in _OCCUR:
        return ""
    if lemma in _BEGIN:
        return "begin"
    return "end" if lemma in _END else None


def argument(
    clause: Proposition, role: ArgumentRole, preposition: str | None = None
) -> Argument | None:
    """The first argument in a role, joined by a given preposition where one is asked for."""
    for one in clause.arguments:
        if one.role is role and (preposition is None or one.preposition == preposition):
            return one
    return None


def participant(context: Context, one: Argument, classes: Classes) -> str | None:
    """The class of a participant: its entity, else its noun with what tells it apart.

    Returns:
        ``None`` where a pronoun leads to no entity: who or what is meant cannot be told.
    """
    entity = entity_at(context, one.head)
    if entity is not None:
        return str(entity)
    if is_pronoun(one):
        return None
    apart = [word for word in one.modifiers if word.lower() in TELLING_APART]
    return " ".join([*apart, classes.nouns.get(one.lemma, one.lemma)])


def subject_matter(clause: Proposition) -> Argument | None:
    """The participant that a clause is about: the patient, else the agent."""
    return argument(clause, ArgumentRole.PATIENT) or argument(clause, ArgumentRole.AGENT)


def circumstance(context: Context, clause: Proposition) -> Argument | None:
    """The first oblique that is no time: what an intransitive clause says besides its subject."""
    for one in clause.arguments:
        if one.role is ArgumentRole.OBLIQUE and not is_time(context, one):
            return one
    return None


def manner_of(context: Context, clause: Proposition) -> Argument | None:
    """How, why or on whose orders a statement that denies says that something was not done.

    "Denied that the bolts were removed on the orders of its engineers" grants that they may have
    been removed. ``None`` where the clause is no denied one, or is denied as a whole.
    """
    statement = context.statements.get(clause.statement) if clause.statement else None
    if statement is None or statement.stance is not Stance.DENIES or not clause.positive:
        return None
    for one in clause.arguments:
        ordered = one.preposition in {"on", "at", "by", "under"} and one.lemma in _ORDERS
        if one.role is ArgumentRole.OBLIQUE and (ordered or one.preposition in _MANNERS):
            return None if is_time(context, one) else one
    return None


def is_number(context: Context, one: Argument) -> bool:
    """Whether an argument's head is only a number: "four of nine tanks"."""
    return any(value.span == one.head for value in context.facts.quantities)


def is_time(context: Context, one: Argument) -> bool:
    """Whether an argument's head is, or stands in, a time or a length of time.

    "The mill, built in 1947" holds a time and is none.
    """
    spans = [value.span for value in context.facts.times]
    spans += [value.span for value in context.facts.durations]
    return any(
        (one.head.start < span.end and span.start < one.head.end) or holds(span, one.span)
        for span in spans
    )
