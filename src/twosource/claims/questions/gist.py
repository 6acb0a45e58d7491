"""What a clause says, brought to a form in which a denial can be held against it.

Denials seldom repeat the words of what they deny: "no animal was seen" answers "an elephant was on
the line". So a clause is reduced to a predicate and the words that it is said of; being, being seen
and being somewhere become one predicate, and a predicate's contrary is its denial. Nearness of
words is the cosine of their vectors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.claims.questions.antecedents import apposed_name, meant_by, speaker_of
from twosource.claims.questions.context import Context, entity_at, holds
from twosource.claims.questions.idioms import (
    HAVING,
    RECEIVING,
    given,
    holds_state,
    idiom_of,
    is_of_patient,
    is_peaceful,
    provides,
)
from twosource.claims.questions.kin import same_role
from twosource.claims.questions.predicates import (
    EXIST,
    OBSERVING,
    PHONES,
    VALID,
    predicate_in,
    received,
    state_of,
    undergoes_it,
)
from twosource.claims.questions.sameness import Classes, is_pronoun, is_time
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.value import QuantityKind
from twosource.reference.contraries import ALL_CONTRARIES, CONTRARIES, STATES
from twosource.reference.lexicon import has_general

_CARRYING = frozenset("carry contain hold transport house shelter".split())
# What is in this state is there no longer, and what works is there.
_WORKING = frozenset("work operate function run".split())

# Where something is seen is not where it was.
_MEDIA = frozenset("recording footage video clip photo photograph picture image film tape".split())

_ANYTHING = frozenset(
    "object item anyone anybody anything nobody nothing no_one one person people".split()
)
# These are anything whatever only where "no" or "not" stands with them.
_MAYBE_ANY = frozenset({"person", "people", "one", "object", "item"})
# "No trace of a device": what there was none of is the device.
_BY_OBJECT = frozenset("on await stop dismiss".split())
_TRACES = frozenset("trace sign evidence indication hint record sighting".split())
_TOPIC = re.compile(r"\b(?:about|over|regarding|concerning)\s+(.+)", re.IGNORECASE)
_WHOSE = (["the"], ["its"], ["their"])
_UN = frozenset("unpaid unsafe unfit unwell unaware unable unlit".split())
_STAYING = CONTRARIES["stay"][0]
_SOME = frozenset("some one all most none any each many several few part".split())
# "Its men" are the body that speaks of them.
_MEMBERS = frozenset("man force personnel member staff troop officer employee people".split())
_OWN = frozenset("its our their his her my".split())
# A currency's letters or sign before a figure: "N2 million".
# A road by its number: "the N-15", "the A9".
_ROAD = re.compile(r"(?:the |The )?(?:[AMNREBI]|NH|US|SH)[- ]?\d{1,4}")
_MONEY = re.compile(r"(?:\b[A-Z]{1,3}|[$€£₦₹])\s?\d[\d.,]*\s?(?:million|billion|thousand|m|bn)?\b")
_BESIDE = frozenset(
    "the a an not this that these those its his her their our my your some any no such "
    "other".split()
) | frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many few all".split()
)
# For whom a speaker speaks: "the governor's spokesman", "a spokeswoman for the ministry".
_OWNER = re.compile(
    r"(?i)^(?:(?:the |a |an )?([\w .-]+?)['’]s? (?:\w+ )?"
    r"(?:office|aide|lawyer|solicitor|spokes\w+)\b"
    r"|(?:the |a |an )?spokes\w+ (?:for|of) (?:the )?([\w .-]+))"
)
_SHORT, _STEM = 3, 3
_SELF = frozenset("i we it he she they him her them".split())


@dataclass(frozen=True, slots=True)
class Word:
    """Something that a clause is said of.

    Attributes:
        text: Its words, for nearness ("armed man").
        entity: The entity that it names; ``""`` where none.
        role: The part it plays.
        preposition: What joins it.
        named: Whether it is a name, which is near to no other word.
    """

    text: str
    entity: str
    role: ArgumentRole
    preposition: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Gist:
    """What a clause says, in short.

    Attributes:
        predicate: The class of its predicate; :data:`EXIST` for what is there.
        positive: The sign that its predicate gives it: a contrary turns it.
        about: What it is said of, times left out.
        any: Whether it is said of anything whatever ("nothing leaked").
        works: Whether it says that something works, and so is there.
        state: Whether an adjective or noun says it, no verb.
        only: The one thing that it is said to hold of.
        holds: Whether what it names as its object is thereby in its subject ("carried").
    """

    predicate: str
    positive: bool
    about: tuple[Word, ...]
    any: bool
    works: bool = False
    state: bool = False
    only: Word | None = None
    holds: bool = False

    @property
    def core(self) -> tuple[Word, ...]:
        """What no preposition joins."""
        return tuple(word for word in self.about if word.role is not ArgumentRole.OBLIQUE)

    @property
    def around(self) -> tuple[Word, ...]:
        """What a preposition joins."""
        return tuple(word for word in self.about if word.role is ArgumentRole.OBLIQUE)

    @property
    def doers(self) -> tuple[Word, ...]:
        """Who does it to something: agents beside a patient, or beside anything whatever."""
        if not self.any and not any(w.role is ArgumentRole.PATIENT for w in self.about):
            return ()
        return tuple(word for word in self.about if word.role is ArgumentRole.AGENT)

    @property
    def matter(self) -> Word | None:
        """What it is said of: the patient, else the agent."""
        for role in (ArgumentRole.PATIENT, ArgumentRole.AGENT):
            for word in self.about:
                if word.role is role:
                    return word
        return None


def gist_of(context: Context, clause: Proposition, classes: Classes) -> Gist:
    """Reduce a clause to what a denial can be held against."""
    predicate, used = predicate_in(clause, classes)
    about = []
    anything = False
    told = bool(received(clause)) or undergoes_it(clause)
    has = predicate == EXIST and clause.lemma in HAVING | OBSERVING
    has = has or holds_state(clause) == predicate
    has = has or (clause.lemma in OBSERVING and used is not None)
    for one in clause.arguments:
        if one.preposition == "at" and one.negative:
            # "At no time" is never.
            continue
        if one is used or is_time(context, one) or one.lemma.split()[-1] in _MEDIA:
            continue
        if predicate == "use a phone" and one.lemma.split()[-1].lower() in PHONES:
            continue
        if one.lemma.lower() in _ANYTHING and one.role is ArgumentRole.RECIPIENT:
            continue
        if one.lemma.lower() in _ANYTHING and one.role is not ArgumentRole.OBLIQUE:
            anything = anything or one.negative or one.lemma.lower() not in _MAYBE_ANY
            if one.lemma.lower() != "one":
                continue
        word = _word(context, clause, one, classes)
        if word is not None and word.role is ArgumentRole.AGENT and told:
            word = replace(word, role=ArgumentRole.PATIENT)
        if word is not None and not (has and word.role is ArgumentRole.AGENT):
            about.append(word)
    about += _topics(clause, used)
    about, of_all = _completed(context, clause, used, about)
    anything = (anything or of_all) and not is_peaceful(clause)
    return _signed(clause, (predicate, used), about, anything)


def _completed(
    context: Context, clause: Proposition, used: Argument | None, about: list[Word]
) -> tuple[list[Word], bool]:
    """What an idiom is said of, and whether it is said of everybody: "no life was lost"."""
    of_all = idiom_of(clause) == "die" and used is not None and used.negative
    if provides(clause) and any(a.preposition == "with" for a in clause.arguments):
        # What is fitted is there; what it is fitted to is not what is asked after.
        about = [w for w in about if w.preposition]
    about = [
        replace(w, role=ArgumentRole.PATIENT) if is_of_patient(clause, w.preposition) else w
        for w in about
    ]
    if is_peaceful(clause):
        about = [w for w in about if w.role is not ArgumentRole.PATIENT]
    if given(clause) and not any(w.role is ArgumentRole.AGENT for w in about):
        about = [*about, *_whose_word(context, clause)]
    of_all = of_all or (bool(given(clause)) and not clause.positive)
    return about, of_all


def _signed(
    clause: Proposition,
    predicate: tuple[str, Argument | None],
    about: Sequence[Word],
    anything: bool,
) -> Gist:
    """A clause under its predicate with the sign that this gives it."""
    word, used = predicate
    works, holds_it = clause.lemma in _WORKING, clause.lemma in _CARRYING
    contrary = _contrary(clause, word, used)
    if contrary is not None:
        pair, first = contrary
        if pair == _STAYING:
            about = [_left(one, about) for one in about]
        return Gist(pair, first, tuple(about), anything, works, state=False)
    state = used is not None and not idiom_of(clause)
    if state and _is_negated(word):
        # "Unlicensed" denies "licensed".
        return Gist(word.removeprefix("un"), False, tuple(about), anything, works, state)
    return Gist(word, True, tuple(about), anything, works, state, holds=holds_it)


def _is_negated(adjective: str) -> bool:
    """Whether an adjective is the negative of another: "unlicensed", "unpaid"."""
    return (adjective.startswith("un") and adjective.endswith("ed")) or adjective in _UN


def other_gists(gist: Gist, clause: Proposition, classes: Classes) -> tuple[Gist, ...]:
    """A clause under the further pairs of states to which its predicate belongs.

    Who was dismissed is no longer in office, and did not resign.
    """
    if clause.nominal or not gist.predicate.startswith("contrary"):
        return ()
    word = predicate_in(clause, classes)[0]
    known = ALL_CONTRARIES.get(clause.lemma) or ALL_CONTRARIES.get(word, ())
    # Who was dismissed is not in office; he was also disciplined.
    plain = (replace(gist, predicate=word, positive=True),) if has_general(word) else ()
    if (gist.predicate, gist.positive) not in known:
        return plain
    return plain + tuple(
        replace(gist, predicate=pair, positive=first)
        for pair, first in known
        if pair != gist.predicate
    )


def _contrary(
    clause: Proposition, predicate: str, used: Argument | None
) -> tuple[str, bool] | None:
    """The pair of states of which a clause tells one, and which; ``None``: it tells of none."""
    if clause.nominal or clause.lemma in RECEIVING or predicate == EXIST:
        return None
    held = clause.lemma == "hold" and predicate not in VALID | STATES
    if held and any(w.role is ArgumentRole.PATIENT for w in clause.arguments):
        # A jail that holds prisoners is not thereby whole.
        return None
    by_thing = (
        clause.lemma in HAVING | {"carry", "leave", "wait", "come", "fire"}
        and predicate in STATES | _BY_OBJECT
    )
    own = predicate if used is not None or predicate in VALID or by_thing else clause.lemma
    contrary = CONTRARIES.get(own, CONTRARIES.get(predicate))
    if used is None and state_of(clause):
        # "Remains at his post" says more than that he stays.
        return CONTRARIES.get(predicate, contrary)
    return contrary


def _left(word: Word, about: Sequence[Word]) -> Word:
    """What somebody left, as what surrounds him: it is he of whom "left" and "stayed" are said."""
    goes = any(one.role is ArgumentRole.AGENT for one in about)
    if word.role is not ArgumentRole.PATIENT or not goes:
        return word
    return replace(word, role=ArgumentRole.OBLIQUE, preposition="from")


def _topics(clause: Proposition, message: Argument | None) -> list[Word]:
    """What a message was about, where its noun says it: "a complaint about the lamp"."""
    if message is None or not received(clause):
        return []
    told = _TOPIC.search(message.span.quote)
    bare = [] if told is None else [w for w in told[1].lower().split() if w not in _BESIDE]
    return [Word(bare[-1], "", ArgumentRole.OBLIQUE, "about")] if bare else []


def _word(
    context: Context, clause: Proposition, one: Argument, classes: Classes | None = None
) -> Word | None:
    """A participant; pronouns stand for the speaker or for what the sentence told of before."""
    entity = entity_at(context, one.head) or ""
    apposed = None if entity or one.role is ArgumentRole.OBLIQUE else apposed_name(context, one)
    if apposed is not None:
        return Word(apposed.text, apposed.entity, one.role, one.preposition, True)
    if not entity and classes is not None and _is_role(one):
        # The only driver whom a case names is "the driver".
        entity = _bearer(one.lemma.lower(), classes)
        if entity:
            return Word(one.lemma.lower(), entity, one.role, one.preposition)
    if _MONEY.search(one.span.quote) or any(
        value.kind is QuantityKind.MONEY and holds(one.span, value.span)
        for value in context.facts.quantities
    ):
        return Word("money", "", one.role, one.preposition)
    if _ROAD.fullmatch(one.span.quote):
        return Word("road", entity, one.role, one.preposition)
    lemma = one.lemma.lower()
    if lemma in _MEMBERS and one.span.quote.split()[0].lower() in _OWN:
        return _speaker(context, clause, one)
    if not entity and lemma in _SOME | _TRACES | {"member"} and " of " in one.span.quote:
        whole = one.span.quote.split()[-1].lower()
        return Word(whole.removesuffix("s"), "", one.role, one.preposition)
    if entity or not is_pronoun(one):
        named = bool(entity) and one.head.quote[:1].isupper()
        return Word(_text(one), entity, one.role, one.preposition, named)
    return _meant(context, clause, one) if lemma in _SELF else None


def _bearer(role: str, classes: Classes) -> str:
    """The only one in a case who bears a role, by whatever word for it: "owner", "landlord"."""
    alike = (other for other in sorted(classes.roles) if same_role(role, other))
    return classes.roles.get(role) or next((classes.roles[other] for other in alike), "")


def _is_role(one: Argument) -> bool:
    """Whether a phrase is a role with nothing beside it: "the driver"."""
    words = one.span.quote.lower().split()
    return words[-1:] == [one.lemma.lower()] and (len(words) == 1 or words[:-1] in _WHOSE)


def _text(one: Argument) -> str:
    """The words of a phrase for nearness: determiners and numbers left out, long ones cut."""
    printed = one.span.quote.partition(" and ")[0].split()
    words = [word.strip("“”\"'()").lower() for word in printed]
    bare = [word for word in words if word.isalpha() and word not in _BESIDE]
    if 0 < len(bare) <= _SHORT and bare[-1].startswith(one.lemma.split()[-1].lower()[:_STEM]):
        return " ".join([*bare[:-1], one.lemma.split()[-1].lower()])
    return " ".join([*(m.lower() for m in one.modifiers if len(m) > 2), one.lemma.lower()])


def _meant(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """Whom or what a pronoun means: what its sentence told of before, else its speaker."""
    meant = meant_by(context, clause, one)
    if meant is None:
        return None
    return Word(meant.text, meant.entity, one.role, one.preposition, meant.named)


def _whose_word(context: Context, clause: Proposition) -> list[Word]:
    """Who made a promise, or made none, of whom his office or spokesman tells."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    speaker = None if statement is None else statement.speaker
    if speaker is None:
        return []
    owner = _OWNER.match(speaker.span.quote)
    if owner is not None:
        return [Word((owner[1] or owner[2]).lower(), "", ArgumentRole.AGENT)]
    word = _speaker(context, clause, clause.arguments[0]) if clause.arguments else None
    return [] if word is None else [replace(word, role=ArgumentRole.AGENT, preposition="")]


def _speaker(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """Who speaks, in the part that one of the clause's words plays for him."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    meant = None if statement is None else speaker_of(statement)
    if meant is None:
        return None
    return Word(meant.text, meant.entity, one.role, one.preposition, meant.named)


def only_of(context: Context, clause: Proposition, gist: Gist) -> Gist | None:
    """What "only grass burned" denies: that anything else did; ``None``: nothing is singled out.

    Only what a clause is about counts, and no number: "only two came" says how many came.
    """
    text = context.facts.report.text
    for one in clause.arguments:
        if one.role is ArgumentRole.OBLIQUE or one.negative:
            continue
        before = text[: one.span.start].split()[-1:]
        words = one.span.quote.lower().split()
        is_only = words[:1] == ["only"] or [w.lower() for w in before] == ["only"]
        counted = any(holds(one.span, value.span) for value in context.facts.quantities)
        singled = _word(context, clause, one) if is_only and not counted else None
        if singled is not None:
            rest = tuple(w for w in gist.about if w.role not in {singled.role})
            return replace(gist, about=rest, any=True, only=singled)
    return None
