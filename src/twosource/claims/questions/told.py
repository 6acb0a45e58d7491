"""A clause with what it answers, who says it, and whether it tells of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.claims.questions.context import Found, giver, holds, sentence_at
from twosource.claims.questions.gist import Gist
from twosource.claims.questions.predicates import EXIST
from twosource.model.event import Layer
from twosource.model.proposition import Proposition, Tense
from twosource.model.value import Precision
from twosource.reference.contraries import CONTRARIES

LASTING = frozenset({CONTRARIES["valid"][0], "registered", "licensed", "insured"})
"""States, and pairs of them, of which one lasts until the other begins, whenever that was."""
ANSWERING = frozenset({Layer.EVENT, Layer.UNKNOWN, None})
"""Layers of sentences that tell of the event, or may."""
_FOR_LONG = re.compile(
    r"(?i)\bat no (?:time|moment|point)\b|\b(?:ever|in|for) (?:\w+ ){0,2}(?:years|months|decades)\b"
    r"|\bsince (?:\w+ )?(?:19|20)\d\d\b"
    r"|\bsince (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_HOURS = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with what it answers and its gist."""

    found: Found
    clause: Proposition
    polarity: str
    gist: Gist
    layer: Layer | None


def is_other_voice(one: Found, other: Found) -> bool:
    """Whether two answers are given by different speakers, or by reports in their own voice."""
    (report, speaker), (also, told_by) = giver(one), giver(other)
    return speaker != told_by if speaker and told_by else (report, speaker) != (also, told_by)


def tell_of_one_event(denial: Told, claim: Told) -> bool:
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
    if Layer.FORESEEN not in {denial.layer, claim.layer} and _dates(denial) & _dates(claim):
        return True
    return all(
        one.layer in ANSWERING
        or (one.layer is not Layer.FORESEEN and not one.gist.any and not _dated(one))
        for one in (denial, claim)
    )


def _dates(one: Told) -> set[str]:
    """The dates that a clause prints, as printed: "last year"; a noun's are its sentence's."""
    sentence = sentence_at(one.found.context, one.clause.span) if one.clause.nominal else None
    around = one.clause.span if sentence is None else sentence.span
    return {
        value.span.quote.lower()
        for value in one.found.context.facts.times
        if holds(around, value.span) and value.precision not in _HOURS
    }


def _dated(one: Told) -> bool:
    sentence = sentence_at(one.found.context, one.clause.span)
    return sentence is None or any(
        holds(sentence.span, value.span) and value.precision not in _HOURS
        for value in one.found.context.facts.times
    )


def is_for_long(clause: Proposition) -> bool:
    """Whether a clause speaks of all time, or of years: never, "for years", "since 2019"."""
    if any(word.quote.lower() == "never" for word in clause.negations):
        return True
    return _FOR_LONG.search(clause.span.quote) is not None


def place_of(one: Told) -> tuple[str, int, int]:
    """A clause's place by content, so that the names of files decide nothing."""
    span = one.found.answer.span
    return (one.found.answer.report, span.start, span.end)
