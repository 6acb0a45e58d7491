"""Where a report lists the parts of a total: behind a colon, in apposition, or in bare numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.facts import ReportFacts
from twosource.model.report import Span
from twosource.model.value import QuantityValue

FEWEST_PARTS = 2
_BACK = 2
"""Sentences before a list of bare numbers in which its total may stand."""

_ADDED = re.compile(r"\b(?:more|another|others?|remaining|rest|and the|where)\b", re.I)
_ONE_MORE = re.compile(r"\b(?:and|,) another (?=[a-z]+ed\b|was\b|were\b|had\b|is\b)", re.I)
_CLOSED = re.compile(
    r"\b(?:no (?:sign|trace) of (?:another|any other|more)|no others|there were no more)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A total with its parts.

    Attributes:
        parts: The parts that are numbers, in order of text.
        total: The count that they are parts of.
        singles: Parts told of one by one ("and another burned").
        is_closed: Whether the report says that there are no more.
    """

    parts: tuple[QuantityValue, ...]
    total: QuantityValue
    singles: int = 0
    is_closed: bool = False


def listing_in(facts: ReportFacts, number: int, counts: Sequence[QuantityValue]) -> Listing | None:
    """The list of parts that a sentence gives, where its words show that they are parts.

    Args:
        facts: The report.
        number: Index of the sentence in ``facts.sentences``.
        counts: The exact counts of the report, in order.
    """
    sentence = facts.sentences[number].span
    own = _within(counts, sentence)
    for find in (_behind_colon, _apposed, _led):
        found = find(facts, number, counts, own)
        if found is not None:
            return found
    if not own or any(q.noun for q in own):
        return None
    return _bare(facts, number, counts, own)


def _within(counts: Sequence[QuantityValue], span: Span) -> list[QuantityValue]:
    return [q for q in counts if span.start <= q.span.start < span.end]


def _behind_colon(
    facts: ReportFacts,
    number: int,
    counts: Sequence[QuantityValue],
    own: Sequence[QuantityValue],
) -> Listing | None:
    """The total before a colon, the parts behind it; the list may be a sentence of its own."""
    sentence = facts.sentences[number].span
    at = sentence.start + sentence.quote.find(":")
    lead = [q for q in own if sentence.start <= at and q.span.start < at]
    above = facts.sentences[number - 1].span if number else None
    if not lead and above is not None and above.quote.rstrip().endswith(":"):
        lead, at = _within(counts, above), sentence.start
    parts = [q for q in own if q.span.start >= at]
    if not lead or not lead[-1].noun or len(parts) < FEWEST_PARTS:
        return None
    return Listing(tuple(parts), lead[-1])


def _apposed(
    facts: ReportFacts, _: int, __: Sequence[QuantityValue], own: Sequence[QuantityValue]
) -> Listing | None:
    """Two counted nouns in commas behind the total: "31 men, 24 locals and 9 guests"."""
    if len(own) <= FEWEST_PARTS or not all(q.noun for q in own[: FEWEST_PARTS + 1]):
        return None
    text = facts.report.text
    first = text[own[0].span.end : own[1].span.start]
    second = text[own[1].span.end : own[2].span.start]
    if re.fullmatch(r"\s[\w-]+,\s", first) and re.fullmatch(r"\s[\w-]+ and\s", second):
        return Listing(tuple(own[1:3]), own[0])
    return None


def _led(
    facts: ReportFacts, number: int, _: Sequence[QuantityValue], own: Sequence[QuantityValue]
) -> Listing | None:
    """One counted noun before bare numbers: "six were moved, where four are well and two ill"."""
    bare = own[1:]
    words = facts.sentences[number].span.quote
    if len(bare) < FEWEST_PARTS or not own[0].noun or any(q.noun for q in bare):
        return None
    return Listing(tuple(bare), own[0]) if re.search(r"\bwhere\b", words) else None


def _bare(
    facts: ReportFacts,
    number: int,
    counts: Sequence[QuantityValue],
    own: Sequence[QuantityValue],
) -> Listing | None:
    """Bare numbers whose total, the one counted noun of the sentences before, stands above."""
    sentence = facts.sentences[number].span
    start = facts.sentences[max(0, number - _BACK)].span.start
    before = [q for q in counts if start <= q.span.start < sentence.start and q.noun]
    singles = len(_ONE_MORE.findall(sentence.quote)) if len(own) == 1 else 0
    if len(before) != 1 or len(own) + singles < FEWEST_PARTS:
        return None
    added = singles or len(own) > FEWEST_PARTS or _ADDED.search(sentence.quote) is not None
    after = facts.sentences[number + 1].span.quote if number + 1 < len(facts.sentences) else ""
    closed = _CLOSED.search(after) is not None
    return Listing(tuple(own), before[0], singles, closed) if added else None
