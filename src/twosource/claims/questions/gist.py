"""What a clause says, brought to a form in which a denial can be held against it.

Denials seldom repeat the words of what they deny: "no animal was seen" answers "an elephant was on
the line". So a clause is reduced to a predicate and the words that it is said of; being, being seen
and being somewhere become one predicate, and a predicate's contrary is its denial. Nearness of
words is the cosine of their vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.claims.questions.context import Context, holds
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
from twosource.claims.questions.sameness import Classes, is_time
from twosource.claims.questions.words import Word, topics_of, whose_word, word_of
from twosource.model.proposition import Argument, ArgumentRole, Proposition
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
# Predicates that a verb has by its object alone.
_BY_OBJECT = frozenset("on await stop dismiss".split())
_UN = frozenset("unpaid unsafe unfit unwell unaware unable unlit".split())
_STAYING = CONTRARIES["stay"][0]


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
        verb: The lemma that it is told by.
    """

    predicate: str
    positive: bool
    about: tuple[Word, ...]
    any: bool
    works: bool = False
    state: bool = False
    only: Word | None = None
    holds: bool = False
    verb: str = ""

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
        shown = one.role is not ArgumentRole.PATIENT and one.lemma.split()[-1] in _MEDIA
        if one is used or is_time(context, one) or shown:
            continue
        if predicate == "use a phone" and one.lemma.split()[-1].lower() in PHONES:
            continue
        if one.lemma.lower() in _ANYTHING and one.role is ArgumentRole.RECIPIENT:
            continue
        if one.lemma.lower() in _ANYTHING and one.role is not ArgumentRole.OBLIQUE:
            anything = anything or one.negative or one.lemma.lower() not in _MAYBE_ANY
            if one.lemma.lower() != "one":
                continue
        word = word_of(context, clause, one, classes)
        if word is not None and word.role is ArgumentRole.AGENT and told:
            word = replace(word, role=ArgumentRole.PATIENT)
        if word is not None and not (has and word.role is ArgumentRole.AGENT):
            about.append(word)
    about += topics_of(clause, used)
    about, of_all = _completed(context, clause, used, about)
    anything = (anything or of_all) and not is_peaceful(clause)
    return replace(_signed(clause, (predicate, used), about, anything), verb=clause.lemma)


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
    told = given(clause) and clause.lemma != "be"
    if told and not any(w.role is ArgumentRole.AGENT for w in about):
        about = [*about, *whose_word(context, clause)]
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
        singled = word_of(context, clause, one) if is_only and not counted else None
        if singled is not None:
            rest = tuple(w for w in gist.about if w.role not in {singled.role})
            return replace(gist, about=rest, any=True, only=singled)
    return None
