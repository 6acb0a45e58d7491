"""Whether a clause says what a denial denies.

The two tell of one deed if their predicates are near, of one thing if the words that they are said
of are; who is denied to have done it must not be somebody else. A name is near to itself alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Found, giver, holds, sentence_at
from twosource.claims.questions.gist import Gist, Word
from twosource.claims.questions.kin import TELLING_APART, covers
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.sameness import manner_of
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Proposition, Tense
from twosource.model.statement import Stance
from twosource.model.value import Precision
from twosource.reference.contraries import CONTRARIES

TOLD_TO = "told to "
"""How the predicate begins of what somebody was told to do."""
SAME_DEED, LIKE_DEED = 0.6, 0.46
"""Cosines of predicates above which two clauses tell of one deed, or of deeds that may be one."""
SAME_THING = 0.6
"""Cosine of words above which they may mean one thing ("gunman", "armed man": .66)."""
OTHER_BODY, OTHER_PLACE = 0.35, 0.5
"""Cosines below which two doers, or two surroundings, are not one."""

LASTING = frozenset({CONTRARIES["valid"][0]})
"""Pairs of states of which one lasts until the other begins, whenever that was."""

ANSWERING = frozenset({Layer.EVENT, Layer.UNKNOWN, None})
"""Layers of sentences that tell of the event, or may."""

# Sentences after an accusation within which a denial may answer it.
_REPLY = 4
_STEM = 4
_PLACING = frozenset(
    "in at on near outside inside under over above below beside behind from to into out of off "
    "through across along between around".split()
) | {"out of", "next to"}
_FOR_LONG = re.compile(
    r"(?i)\bat no (?:time|moment|point)\b|\b(?:ever|in|for) (?:\w+ ){0,2}(?:years|months|decades)\b"
    r"|\bsince (?:\w+ )?(?:19|20)\d\d\b"
)
_TOPICS = frozenset("about over regarding concerning".split())
_HOURS = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with what it answers and its gist."""

    found: Found
    clause: Proposition
    polarity: str
    gist: Gist
    layer: Layer | None


def opposes(denial: Told, claim: Told, near: Nearness) -> bool:
    """Whether a clause says, by another voice, what a denial denies."""
    if not is_other_voice(denial.found, claim.found) or not _tell_of_one_event(denial, claim):
        return False
    ours, theirs = denial.gist, claim.gist
    deed = _deed(ours, theirs, near)
    if _elsewhere(ours, theirs, near) or _otherwise(denial, theirs, near):
        return False
    if ours.only is not None and not _is_another(ours.only, theirs, near):
        return False
    if ours.any:
        return deed >= SAME_DEED and _denies_all(ours, theirs, near)
    shared = sum(1 for word in ours.about if _found_in(word, theirs.about, near))
    matter = ours.matter
    if acts_without_being(ours, theirs, near):
        return True
    if deed >= SAME_DEED and _on_one_topic(ours, theirs, near):
        return True
    if matter is None or not _found_in(matter, _parts(matter, theirs), near):
        return False
    if _answers_charge(denial, claim):
        return deed >= LIKE_DEED
    if not _doers_agree(ours, theirs, near, needed=False):
        return False
    return deed >= SAME_DEED or (deed >= LIKE_DEED and shared > 1)


def _denies_all(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether who did nothing of a kind, as one says, did something, as another does."""
    if any(w.named for w in ours.doers) and not any(w.entity for w in theirs.doers):
        # Who is named and ate nothing is not the guests who did.
        return False
    told = bool(theirs.about) or theirs.any
    return told and _doers_agree(ours, theirs, near, needed=True)


def _deed(ours: Gist, theirs: Gist, near: Nearness) -> float:
    """How near two predicates are; a state and a deed are near only where they are the same."""
    if ours.predicate.startswith(TOLD_TO) or theirs.predicate.startswith(TOLD_TO):
        return _order(ours.predicate, theirs.predicate, near)
    if ours.predicate == EXIST and theirs.works and not ours.around:
        return 1.0
    if ours.predicate == EXIST and theirs.holds:
        return 1.0
    contrary = is_contrary(ours) or is_contrary(theirs)
    if ours.state or theirs.state or contrary or EXIST in {ours.predicate, theirs.predicate}:
        return float(ours.predicate == theirs.predicate)
    return near.of_deeds(ours.predicate, theirs.predicate)


def _order(one: str, other: str, near: Nearness) -> float:
    """How near two orders are; an order is near to no deed."""
    if not (one.startswith(TOLD_TO) and other.startswith(TOLD_TO)):
        return 0.0
    return near.of_deeds(one.removeprefix(TOLD_TO), other.removeprefix(TOLD_TO))


def is_contrary(gist: Gist) -> bool:
    """Whether a clause says in which of two states, which shut each other out, something is."""
    return gist.predicate.startswith("contrary")


def is_for_long(clause: Proposition) -> bool:
    """Whether a clause speaks of all time, or of years: never, "for years", "since 2019"."""
    if any(word.quote.lower() == "never" for word in clause.negations):
        return True
    return _FOR_LONG.search(clause.span.quote) is not None


def breaks_what_is_denied(denial: Told, claim: Told, near: Nearness) -> bool:
    """Whether a claim says, by another voice, that what a denial denies brought something down.

    Such a claim counts as a denial of the contrary ("wrecked": not whole), and so is held apart.
    """
    return (
        is_other_voice(denial.found, claim.found)
        and _tell_of_one_event(denial, claim)
        and acts_without_being(denial.gist, claim.gist, near)
    )


def acts_without_being(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether what was not there, as one says, did something: "no tremor", "a quake broke it"."""
    if ours.predicate != EXIST or ours.state or ours.only is not None or ours.any:
        return False
    matter = ours.matter
    doers = [w for w in theirs.about if w.role is ArgumentRole.AGENT and not w.entity]
    return (
        matter is not None
        and matter.role is ArgumentRole.PATIENT
        and theirs.predicate != EXIST
        and not theirs.state
        and bool(theirs.doers)
        and _found_in(matter, doers, near)
    )


def _on_one_topic(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether both tell of a message on one thing: "a complaint about the lamp"."""
    topics = [word for word in theirs.around if word.preposition in _TOPICS]
    return any(_found_in(word, topics, near) for word in ours.around if word.preposition in _TOPICS)


def deny_alike(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether two denials of one deed clear one body of it, and share a thing it was done to."""
    if ours.only is not None or theirs.only is not None or not ours.doers or not theirs.doers:
        return False
    if not any(_found_in(doer, theirs.doers, near) for doer in ours.doers):
        return False
    things = [word for word in theirs.about if word.role is not ArgumentRole.AGENT]
    return any(
        _found_in(word, things, near) for word in ours.about if word.role is not ArgumentRole.AGENT
    )


def is_other_voice(one: Found, other: Found) -> bool:
    """Whether two answers are given by different speakers, or by reports in their own voice."""
    (report, speaker), (also, told_by) = giver(one), giver(other)
    return speaker != told_by if speaker and told_by else (report, speaker) != (also, told_by)


def _tell_of_one_event(denial: Told, claim: Told) -> bool:
    """Whether neither clause is told of another event: one that is carries a date of its own.

    Who says that something is never done is answered by whatever was done at any time.
    """
    if denial.clause.tense is Tense.PRESENT and denial.found.clause is denial.clause:
        never = not denial.gist.any and denial.gist.predicate != EXIST and not denial.gist.state
        if never and not denial.clause.positive and claim.layer is not Layer.FORESEEN:
            return True
    if is_for_long(denial.clause) and not denial.clause.positive:
        return Layer.FORESEEN not in {denial.layer, claim.layer}
    if denial.gist.predicate == claim.gist.predicate and denial.gist.predicate in LASTING:
        # A licence that was withdrawn in spring is not valid in summer.
        return Layer.FORESEEN not in {denial.layer, claim.layer}
    return all(
        one.layer in ANSWERING
        or (one.layer is not Layer.FORESEEN and not one.gist.any and not _dated(one))
        for one in (denial, claim)
    )


def _dated(one: Told) -> bool:
    sentence = sentence_at(one.found.context, one.clause.span)
    return sentence is None or any(
        holds(sentence.span, value.span) and value.precision not in _HOURS
        for value in one.found.context.facts.times
    )


def _elsewhere(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether both are set somewhere, by one preposition, in places that have nothing in common."""
    done_to = any(word.role is ArgumentRole.PATIENT for word in ours.about)
    for word in ours.around:
        if done_to and word.preposition not in _PLACING:
            # What something was done for or with is no place.
            continue
        there = [other for other in theirs.around if other.preposition == word.preposition]
        if there and not any(nearness(word, other, near) >= OTHER_PLACE for other in there):
            return True
    return False


def _otherwise(denial: Told, theirs: Gist, near: Nearness) -> bool:
    """Whether "denied that" denies how or on whose orders, of which a claim says nothing."""
    manner = manner_of(denial.found.context, denial.clause)
    if manner is None:
        return False
    words = [word for word in denial.gist.around if word.preposition == manner.preposition]
    return not any(_found_in(word, theirs.about, near) for word in words)


def _doers_agree(ours: Gist, theirs: Gist, near: Nearness, *, needed: bool) -> bool:
    """Whether the doers that both name may be one; a name and a noun may always be."""
    if not ours.doers or not theirs.doers:
        return not (needed and ours.doers)
    return any(
        one.named != other.named or nearness(one, other, near) >= OTHER_BODY
        for one in ours.doers
        for other in theirs.doers
    )


def _found_in(word: Word, others: Sequence[Word], near: Nearness) -> bool:
    return any(
        nearness(word, other, near) >= SAME_THING
        or (not word.named and not other.named and covers(word.text, other.text))
        for other in others
    )


def _is_another(only: Word, theirs: Gist, near: Nearness) -> bool:
    """Whether a claim names something else where a denial allows for one thing alone."""
    others = [word for word in theirs.core if word.role is only.role or len(theirs.core) == 1]
    return bool(others) and not any(
        nearness(only, word, near) >= LIKE_DEED or _stems(only) & _stems(word) for word in others
    )


def _stems(word: Word) -> set[str]:
    """The beginnings of words: "teargas" and "tear smoke" share one."""
    return {part[:_STEM] for part in word.text.split() if len(part) >= _STEM}


def _parts(matter: Word, theirs: Gist) -> tuple[Word, ...]:
    """The words of a claim that may be what a denial is about: those that play its part."""
    if theirs.predicate == EXIST or theirs.state:
        return theirs.core
    if is_contrary(theirs) and theirs.matter is not None:
        # "Was valid" and "was withdrawn" name what they are said of in two parts.
        return (theirs.matter,)
    patients = tuple(word for word in theirs.core if word.role is ArgumentRole.PATIENT)
    if matter.role is ArgumentRole.PATIENT:
        return patients
    return theirs.core


def nearness(word: Word, other: Word, near: Nearness) -> float:
    """How near two words are, 1 for one entity or one head; a name is near to itself alone."""
    if word.entity and word.entity == other.entity:
        return 1.0
    if word.named or other.named:
        return float(word.text == other.text)
    if _apart(word.text) != _apart(other.text):
        return 0.0
    if _is_bare_head(word.text, other.text) or _is_bare_head(other.text, word.text):
        return 1.0
    return near.of(word.text, other.text)


def _is_bare_head(bare: str, compound: str) -> bool:
    """Whether a word alone is the head of a compound: "agent" of "party agent"."""
    return " " not in bare and compound.split()[-1:] == [bare]


def _apart(text: str) -> frozenset[str]:
    """The words of a phrase that tell one thing from another of its kind: "north pier"."""
    return TELLING_APART & frozenset(text.split())


def _answers_charge(denial: Told, claim: Told) -> bool:
    """Whether a denial follows a charge in one report, and so answers it."""
    one, other = denial.found, claim.found
    if one.answer.report != other.answer.report or other.answer.statement is None:
        return False
    charge = other.context.statements[other.answer.statement]
    after = denial.clause.sentence - claim.clause.sentence
    return charge.stance is Stance.ACCUSES and 0 < after <= _REPLY
