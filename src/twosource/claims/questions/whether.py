"""Questions of whether something is so, and of who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import (
    Context,
    Found,
    entity_at,
    giver,
    givers_in,
    holds,
    reports_in,
    voices_in,
)
from twosource.claims.questions.phrasing import UNDERGONE, asked, clause_parts, participle, past
from twosource.claims.questions.polarity import (
    answer_of,
    denied_clauses,
    denies_a_number,
    excluded_by,
    is_carried_off,
)
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    aspect_of,
    circumstance,
    is_number,
    is_pronoun,
    manner_of,
    participant,
    predicate_of,
    subject_matter,
)
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.wording import phrase, was
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.report import Span
from twosource.model.statement import Stance

_BY = "by"
# That something stands somewhere is worth asking only where somebody denies it.
_RESTING = frozenset("stand lie sit live stay belong".split())

# "No sign of a struggle" denies the struggle.
_NO_SIGN = re.compile(r"(?i)^(?:no (?:sign|trace|evidence|indication|hint) )?")

# Characters by which a denied noun may fall short of its content.
_A_WORD = 6


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause with what it answers: ``yes``, ``no`` or ``possibly``, by whom, and where."""

    found: Found
    polarity: str
    agent: str | None
    beside: tuple[str, ...]


def proposition_questions(cases: Sequence[Context], classes: Classes) -> Iterable[Question]:
    """Ask whether things are so, where voices differ or two tell, and who did them."""
    groups: dict[tuple[str, ...], list[_Said]] = {}
    for context in cases:
        denied = denied_clauses(context)
        for clause in context.facts.propositions:
            said = answer_of(context, clause, denied)
            if said is not None and said[1] == "no" and denies_a_number(context, clause):
                continue
            key = None if said is None else _key(context, clause, classes)
            if said is not None and (_is_bare(context, clause) or _is_alone(clause, said[1])):
                key = (predicate_of(clause, classes), "")
            if said is not None and key is not None:
                agent = argument(clause, ArgumentRole.AGENT)
                who = None if agent is None else participant(context, agent, classes)
                beside = _beside(context, clause, classes)
                groups.setdefault(key, []).append(_Said(said[0], said[1], who, beside))
    yield from _whether_any(groups)
    for key, group in groups.items():
        for narrowed, part in _parted(group):
            yield from _whether((*key, *narrowed), part)
        yield from _who(key, group)


def _is_bare(context: Context, clause: Proposition) -> bool:
    """Whether a noun alone is what is denied or left open: "ruled out any outage"."""
    if not clause.nominal or clause.arguments:
        return False
    if excluded_by(context, clause) is not None or is_carried_off(context, clause):
        return True
    if clause.statement is None or context.statements[clause.statement].stance is not Stance.DENIES:
        return False
    content = context.statements[clause.statement].content
    over = len(_NO_SIGN.sub("", content.quote)) - len(clause.span.quote)
    return holds(content, clause.span) and over < _A_WORD


def _is_alone(clause: Proposition, polarity: str) -> bool:
    """Whether a noun alone says that something happened: "she heard a blast"."""
    return clause.nominal and not clause.arguments and polarity == "yes"


def _whether_any(groups: dict[tuple[str, ...], list[_Said]]) -> Iterable[Question]:
    """Ask whether there was any, where somebody says that there was none of it at all."""
    for predicate in [key[0] for key in groups if key[1:] == ("",)]:
        bare = groups.pop((predicate, ""))
        none = [one for one in bare if one.polarity == "no"]
        some = [
            one
            for group in (bare, *(group for key, group in groups.items() if key[0] == predicate))
            for one in group
            if one.polarity != "no"
        ]
        if none and some:
            yield from _whether((predicate, ""), [*none, *some], none)


def _parted(group: Sequence[_Said]) -> Iterable[tuple[tuple[str, ...], list[_Said]]]:
    """Part clauses on one matter by who does it, or where, and keep the parts worth asking about.

    What somebody does is done, and thus answers the plain question too. What somebody did not do
    answers only whether that body did it.
    """
    plain = [one for one in group if not one.beside or one.polarity != "no"]
    denied = {one.beside for one in group if one.beside and one.polarity == "no"}
    if all(one.beside for one in plain):
        narrow = {one.beside for one in group if one.beside[:1] != (_BY,)} | denied
    else:
        narrow = denied
    parts = [(beside, [one for one in group if one.beside == beside]) for beside in sorted(narrow)]
    raised = [(beside, part) for beside, part in parts if _worth_asking(part)]
    is_disputed = any(one.polarity == "no" for one in plain)
    if _worth_asking(plain) and (is_disputed or not raised):
        yield (), plain
    yield from raised


def _key(context: Context, clause: Proposition, classes: Classes) -> tuple[str, ...] | None:
    """Predicate, participant and attribute, by class; ``None`` where it cannot be told."""
    matter = subject_matter(clause)
    about = None if matter is None else participant(context, matter, classes)
    if about is None:
        return None
    predicate = predicate_of(clause, classes)
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    if attribute is not None:
        own = participant(context, attribute, classes)
        return (predicate, about, own or attribute.lemma)
    return (
        None if predicate == "be" and not _beside(context, clause, classes) else (predicate, about)
    )


def _beside(context: Context, clause: Proposition, classes: Classes) -> tuple[str, ...]:
    """What a clause says besides its matter: who does it, else a circumstance; by class.

    Empty where it names nobody. So it is for "we": a speaker may mean more than himself.
    """
    if argument(clause, ArgumentRole.ATTRIBUTE) is not None:
        return ()
    if argument(clause, ArgumentRole.PATIENT) is not None:
        narrowed = _narrowed(context, clause, classes)
        if narrowed:
            return narrowed
        agent = argument(clause, ArgumentRole.AGENT)
        by = None if agent is None else participant(context, agent, classes)
        by = by or _denier(context, clause, agent)
        return (_BY, by) if by is not None else ()
    other = circumstance(context, clause)
    if other is None:
        return ()
    return (other.preposition, participant(context, other, classes) or other.lemma)


def _narrowed(context: Context, clause: Proposition, classes: Classes) -> tuple[str, ...]:
    """How, or on whose orders, a denial says that something was not done; else nothing."""
    manner = manner_of(context, clause)
    if manner is None or argument(clause, ArgumentRole.AGENT) is not None:
        return ()
    return (manner.preposition, participant(context, manner, classes) or manner.lemma)


def _denier(context: Context, clause: Proposition, agent: Argument | None) -> str | None:
    """Who denies having done it: "the rebels denied that they had shelled it"."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    if agent is None or statement is None or statement.stance is not Stance.DENIES:
        return None
    if agent.lemma.lower() not in {"he", "she", "it", "they"} or statement.speaker is None:
        return None
    return statement.speaker.entity or statement.speaker.span.quote.lower()


def _worth_asking(group: Sequence[_Said]) -> bool:
    """Whether voices differ, or two deny the same, or two reports say the same."""
    found = [one.found for one in group]
    if givers_in(found) < 2:
        return False
    if any(one.polarity == "no" for one in group):
        return True
    if reports_in(found) < 2 or voices_in(found) < 2:
        return False
    is_told = any(one.clause is not None and not one.clause.nominal for one in found)
    return is_told and not any(_asked_otherwise(one) for one in found)


def _asked_otherwise(one: Found) -> bool:
    """Whether a clause only says that something happened, or how many it befell.

    Then it is dated or counted, and whether it is so is asked only where someone denies it.
    """
    matter = None if one.clause is None else subject_matter(one.clause)
    if one.clause is None or matter is None:
        return True
    return aspect_of(one.clause) is not None or any(
        holds(matter.span, value.span) for value in one.context.facts.quantities
    )


def _whether(
    key: tuple[str, ...], group: Sequence[_Said], wording: Sequence[_Said] = ()
) -> Iterable[Question]:
    clauses = [one.found.clause for one in wording or group if one.found.clause is not None]
    beside = {one.beside for one in group}
    shared = next(iter(beside)) if len(beside) == 1 else ()
    parts = clause_parts(clauses, bool(shared) and shared[0] != _BY, shared[:1] == (_BY,))
    rests = all(clause.lemma in _RESTING for clause in clauses)
    if parts is None or (rests and all(one.polarity == "yes" for one in group)):
        return
    polarity = {one.found.answer.span: one.polarity for one in group}
    found = [one.found for one in group]
    reason = f"all say or deny: {' / '.join(word for word in key if word)}; {_counted(found)}"
    yield question_of(
        Topic(QuestionKind.WHETHER, asked(parts), key, reason),
        found,
        lambda one: polarity[one.answer.span],
        lambda one: _polar(polarity[one.answer.span], one),
    )


def _polar(polarity: str, one: Found) -> str:
    if polarity == "yes":
        return polarity
    return f"{polarity}: {' '.join(one.answer.span.quote.split())}"


def _who(key: tuple[str, ...], group: Sequence[_Said]) -> Iterable[Question]:
    """Who did it, where clauses about one patient name different agents."""
    named = [one for one in group if one.agent is not None and one.polarity != "no"]
    named = [one for one in named if _agent_words(one.found) and _acts_on_another(one.found)]
    named = [one for one in named if not _undergoes_it(one.found)]
    clauses = [one.found.clause for one in named if one.found.clause is not None]
    if not clauses or argument(clauses[0], ArgumentRole.PATIENT) is None:
        return
    words = {_agent_words(one.found).lower() for one in named}
    agents = _doers(named)
    if min(len(set(agents.values())), len(words)) < 2:
        return
    if givers_in([one.found for one in named]) < 2:
        return
    text = _who_text(clauses)
    if text is None:
        return
    found = [one.found for one in named]
    if _one_names_both(named):
        return
    reason = f"all name who did it: {' / '.join(word for word in key if word)}; {_counted(found)}"
    yield question_of(
        Topic(QuestionKind.WHO, text, key, reason),
        found,
        lambda one: agents[one.answer.span],
        _agent_words,
    )


def _undergoes_it(one: Found) -> bool:
    """Whether whatever harmed is what the event befell: "a boiler exploded, killing three"."""
    agent = None if one.clause is None else argument(one.clause, ArgumentRole.AGENT)
    if agent is None or one.clause is None:
        return False
    return any(
        other.lemma.split()[0] in UNDERGONE
        and other is not one.clause
        and any(part.span == agent.span for part in other.arguments)
        for other in one.context.propositions.get(one.clause.sentence, ())
    )


def _doers(named: Sequence[_Said]) -> dict[Span, str]:
    """Who did it, by the words that say so: an entity, else the class of the noun.

    However it is described, it is one doer: "heavy rain" and "torrential rain".
    """
    known: dict[str, str] = {}
    doers: dict[Span, str] = {}
    for one in named:
        agent = None if one.found.clause is None else argument(one.found.clause, ArgumentRole.AGENT)
        who = one.agent or ""
        if agent is not None and entity_at(one.found.context, agent.head) is None:
            who = known.setdefault(agent.lemma.split()[-1], who)
        doers[one.found.answer.span] = who
    return doers


def _one_names_both(named: Sequence[_Said]) -> bool:
    """Whether one voice has two do it, so that one does not shut out the other."""
    by_voice: dict[tuple[str, str], set[str | None]] = {}
    for one in named:
        by_voice.setdefault(giver(one.found), set()).add(one.agent)
    return any(len(agents) > 1 for agents in by_voice.values())


def _acts_on_another(one: Found) -> bool:
    """Whether a clause names a patient beside its agent, and not the same word for both."""
    if one.clause is None:
        return False
    patient = argument(one.clause, ArgumentRole.PATIENT)
    agent = argument(one.clause, ArgumentRole.AGENT)
    if patient is None or agent is None or is_number(one.context, agent):
        return False
    return patient.lemma != agent.lemma


def _who_text(clauses: Sequence[Proposition]) -> str | None:
    found = [argument(clause, ArgumentRole.PATIENT) for clause in clauses]
    patients = [one for one in found if one is not None and not is_pronoun(one)]
    if not patients:
        return None
    what = commonest([phrase(one) for one in patients])
    active = [form for clause in clauses if (form := past(clause))]
    if active:
        return f"Who {commonest(active)} {what}?"
    passive = [form for clause in clauses if (form := participle(clause))]
    return f"By whom {was(patients[0]).lower()} {what} {commonest(passive)}?" if passive else None


def _agent_words(one: Found) -> str:
    agent = argument(one.clause, ArgumentRole.AGENT) if one.clause is not None else None
    return "" if agent is None or is_pronoun(agent) else agent.span.quote


def _counted(found: Sequence[Found]) -> str:
    return f"{givers_in(found)} voice(s) in {reports_in(found)} report(s)"
