"""What a clause says, brought to a form in which a denial can be held against it.

Denials seldom repeat the words of what they deny: "no animal was seen" answers "an elephant was on
the line". So a clause is reduced to a predicate and the words that it is said of; being, being seen
and being somewhere become one predicate, and a predicate's contrary is its denial. Nearness of
words is the cosine of their vectors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from twosource.claims.questions.context import Context, entity_at, holds
from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.kin import opposed, same_role
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    is_pronoun,
    is_time,
    predicate_of,
)
from twosource.language.meaning import Meaning
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.value import QuantityKind
from twosource.reference.contraries import CONTRARIES

EXIST = "exist"
"""Predicate of all clauses that say that something is there, or is seen."""

_EXISTING = frozenset(
    "exist see find spot notice observe discover detect locate record register be_there".split()
)
# Who sees what is there has no part in its being there.
_OBSERVING = _EXISTING - frozenset({"exist", "be_there"})
_SEEN = frozenset("visible present there available apparent".split())
# What somebody has is there; in what state something was found says how it was.
_HAVING = frozenset("have wear own possess".split())
_PUTTING = frozenset("take place hold put set keep".split())
_BEING = frozenset("be find remain leave lie stay seem look appear keep fall stand".split())
_CARRYING = frozenset("carry contain hold transport house shelter".split())
# Who received no call was not called.
RECEIVING = frozenset("receive get register hear record".split())
MESSAGES = {
    "call": "call", "warning": "warn", "complaint": "complain", "letter": "write",
    "alarm": "alert", "alert": "alert", "notice": "notify", "notification": "notify",
    "report": "report", "message": "tell", "order": "order", "request": "ask",
    "instruction": "instruct", "answer": "answer", "reply": "answer", "payment": "pay",
    "invitation": "invite", "threat": "threaten", "help": "help", "training": "train",
}  # fmt: skip
"""Nouns of what is received, each with the verb for giving it."""
# What is in this state is there no longer, and what works is there.
_WORKING = frozenset("work operate function run".split())

# Where something is seen is not where it was.
_MEDIA = frozenset("recording footage video clip photo photograph picture image film tape".split())

_ANYTHING = frozenset("anyone anybody anything nobody nothing any no_one one person people".split())
# These are anything whatever only where "no" or "not" stands with them.
_MAYBE_ANY = frozenset({"person", "people", "one"})
# "No trace of a device": what there was none of is the device.
_TRACES = frozenset("trace sign evidence indication hint record sighting".split())
# What a thing is in by a preposition, where that says how it is and not where.
_STATES = {
    ("under", "arrest"): "detain", ("in", "custody"): "detain", ("in", "detention"): "detain",
    ("into", "custody"): "detain", ("to", "hospital"): "hospitalise",
    ("behind", "bar"): "detain", ("out of", "order"): "fail", ("out of", "service"): "fail",
    ("out of", "action"): "fail", ("in", "order"): "work", ("in", "operation"): "work",
    ("in", "hospital"): "hospitalise", ("under", "control"): "control", ("on", "fire"): "burn",
    ("in", "flame"): "burn",
}  # fmt: skip
_PHONES = frozenset("phone telephone mobile cellphone smartphone handset".split())
_USING = frozenset("be look use check hold text talk speak stare play watch scroll".split())
_HARMS = frozenset(
    "burn injury wound fracture bruise cut concussion scald laceration graze gash".split()
)
_SUFFERING = frozenset("suffer sustain receive get have treat incur".split())
_TOPIC = re.compile(r"\b(?:about|over|regarding|concerning)\s+(.+)", re.IGNORECASE)
_SOME = frozenset("some one all most none any each many several few part".split())
# "Its men" are the body that speaks of them.
_MEMBERS = frozenset("man force personnel member staff troop officer employee people".split())
_OWN = frozenset("its our their his her my".split())
# Where a noun phrase goes on past its head.
_NEXT = re.compile(r",| (?:of|at|in|from|for|on|with|who|near) ")
# A currency's letters or sign before a figure: "N2 million".
_MONEY = re.compile(r"(?:\b[A-Z]{1,3}|[$€£₦₹])\s?\d[\d.,]*\s?(?:million|billion|thousand|m|bn)?\b")
_BESIDE = frozenset(
    "the a an this that these those its his her their our my your some any no such other".split()
) | frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many few all".split()
)
_SHORT, _STEM = 3, 3
_SELF = frozenset("i we it he she they".split())


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
    predicate, used = _predicate(clause, classes)
    about = []
    anything = False
    told = bool(_received(clause)) or _undergoes(clause)
    has = predicate == EXIST and clause.lemma in _HAVING | _OBSERVING
    for one in clause.arguments:
        if one is used or is_time(context, one) or one.lemma.split()[-1] in _MEDIA:
            continue
        if predicate == "use a phone" and one.lemma.split()[-1].lower() in _PHONES:
            continue
        if one.lemma.lower() in _ANYTHING and one.role is not ArgumentRole.OBLIQUE:
            anything = anything or one.negative or one.lemma.lower() not in _MAYBE_ANY
            if one.lemma.lower() != "one":
                continue
        word = _word(context, clause, one)
        if word is not None and word.role is ArgumentRole.AGENT and told:
            word = replace(word, role=ArgumentRole.PATIENT)
        if word is not None and not (has and word.role is ArgumentRole.AGENT):
            about.append(word)
    about += _topics(clause, used)
    own = predicate if used is not None else clause.lemma
    contrary = None if clause.nominal else CONTRARIES.get(own, CONTRARIES.get(predicate))
    works = clause.lemma in _WORKING
    state = used is not None and contrary is None
    holds_it = clause.lemma in _CARRYING
    if contrary is None:
        return Gist(predicate, True, tuple(about), anything, works, state, holds=holds_it)
    pair, first = contrary
    return Gist(pair, first, tuple(about), anything, works, state)


def _predicate(clause: Proposition, classes: Classes) -> tuple[str, Argument | None]:
    """The predicate, and the argument that went into it."""
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    if _is_on_phone(clause):
        return "use a phone", None
    state = _state(clause) if attribute is None else ""
    if state:
        return state, None
    if clause.lemma == "be" or (clause.lemma in _BEING and attribute is not None):
        if attribute is None or attribute.lemma in _SEEN:
            return EXIST, attribute
        return attribute.lemma, attribute
    told = _received(clause)
    if told:
        return told, argument(clause, ArgumentRole.PATIENT)
    harm = _harm(clause)
    if harm is not None:
        return "injure", harm
    if clause.lemma in _HAVING and argument(clause, ArgumentRole.PATIENT) is not None:
        return EXIST, None
    if clause.lemma in _EXISTING and attribute is None:
        return EXIST, None
    return fate_of(clause.lemma) or predicate_of(clause, classes), None


def _is_on_phone(clause: Proposition) -> bool:
    """Whether somebody uses a phone, which drivers are said to have done: "looked at his phone"."""
    return clause.lemma in _USING and any(
        one.lemma
        and one.lemma.split()[-1].lower() in _PHONES
        and (one.role is ArgumentRole.PATIENT or one.preposition in {"on", "at", "with", "into"})
        for one in clause.arguments
    )


def _undergoes(clause: Proposition) -> bool:
    """Whether what befalls a clause's subject is said otherwise than by a passive."""
    if clause.lemma in _BEING and _state(clause):
        return True
    harm = _harm(clause)
    return harm is not None and harm.role is ArgumentRole.PATIENT


def _harm(clause: Proposition) -> Argument | None:
    """The harm in "suffered burns" and "was treated for a fracture"; ``None``: there is none."""
    for one in clause.arguments:
        is_harm = one.lemma.split()[-1].lower() in _HARMS
        joined = one.preposition == "for" if clause.lemma == "treat" else not one.preposition
        if is_harm and joined and clause.lemma in _SUFFERING:
            return one
    return None


def _state(clause: Proposition) -> str:
    """How a thing is that a preposition says it of ("under arrest"); ``""``: none does."""
    if clause.lemma not in _BEING | _PUTTING:
        return ""
    for one in clause.arguments:
        if one.role is ArgumentRole.OBLIQUE and one.preposition:
            known = _STATES.get((one.preposition, one.lemma.lower()))
            if known:
                return known
    return ""


def _topics(clause: Proposition, message: Argument | None) -> list[Word]:
    """What a message was about, where its noun says it: "a complaint about the lamp"."""
    if message is None or not _received(clause):
        return []
    told = _TOPIC.search(message.span.quote)
    bare = [] if told is None else [w for w in told[1].lower().split() if w not in _BESIDE]
    return [Word(bare[-1], "", ArgumentRole.OBLIQUE, "about")] if bare else []


def _received(clause: Proposition) -> str:
    """The verb by which somebody was told or given what a clause says he received; ``""``: none."""
    given = argument(clause, ArgumentRole.PATIENT)
    if clause.lemma not in RECEIVING or given is None:
        return ""
    return MESSAGES.get(given.lemma.split()[-1].lower(), "")


def _word(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """A participant; pronouns stand for the speaker or for what the sentence told of before."""
    entity = entity_at(context, one.head) or ""
    if _MONEY.search(one.span.quote) or any(
        value.kind is QuantityKind.MONEY and holds(one.span, value.span)
        for value in context.facts.quantities
    ):
        return Word("money", "", one.role, one.preposition)
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
    earlier = [
        before
        for other in context.propositions.get(clause.sentence, ())
        if not other.nominal
        and other.span.end <= clause.span.start
        and other.statement == clause.statement
        for before in other.arguments
        if before.role is ArgumentRole.AGENT and not is_pronoun(before)
    ]
    if one.lemma.lower() in {"it", "they"} and earlier:
        last = earlier[-1]
        known = entity_at(context, last.head) or ""
        named = bool(known) and last.head.quote[:1].isupper()
        return Word(last.lemma.lower(), known, one.role, one.preposition, named)
    return _speaker(context, clause, one)


def _speaker(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """Who speaks, in the part that one of the clause's words plays for him."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    speaker = None if statement is None else statement.speaker
    if speaker is None:
        return None
    first = _NEXT.split(speaker.span.quote, maxsplit=1)[0].split()
    bare = [word for word in first if word.lower() not in _BESIDE] or first
    named = any(word[:1].isupper() for word in bare)
    text = " ".join(bare).lower().removesuffix("s")
    return Word(text, speaker.entity or "", one.role, one.preposition, named)


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


@dataclass(slots=True)
class Nearness:
    """Cosines of words, each word read once."""

    meaning: Meaning
    known: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def read(self, words: Sequence[str]) -> None:
        """Read words that are not known yet."""
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        self.known.update(zip(new, self.meaning.vectors(new), strict=True))

    def matrix(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of words, one row each."""
        self.read(words)
        return np.array([self.known[word] for word in words], dtype=np.float32)

    def of(self, one: str, other: str) -> float:
        """How near two words are, 1 for the same; opposites are not near."""
        if one == other or same_role(one, other):
            return 1.0
        if opposed(one, other):
            return 0.0
        self.read((one, other))
        return float(self.known[one] @ self.known[other])
