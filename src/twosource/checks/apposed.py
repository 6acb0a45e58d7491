"""Parts of a total that stand beside it: "12 people, seven men and five women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.checks.listed import KINDS, Listed, names_everybody
from twosource.claims.facts import ReportFacts
from twosource.model.report import cut
from twosource.model.value import QuantityValue

_LEADS = re.compile(
    r"(?: [\w’'-]+){0,9}?(?P<mark>,|:| [–—-]|, most of them| \()"
    r"(?P<some> (?:among|including|amongst)(?: them| whom)?)? ?$"
)
"""What may stand between a total and the first of its parts: its noun, and a mark."""
_JOINS = re.compile(r"(?: [\w’'-]+){1,8}?(?:,|;|,? and|,? plus|, as well as) $")
"""What may stand between two parts: a noun, and what joins them."""
_OF_THE = re.compile(r"(?:^|[\s“\"‘])Of (?:the |its |their |those |all )?$")
_PLACED = re.compile(r" (?P<by>from|in|at|on|aboard|to|into|by|with|for)\b")
_CLAUSE = re.compile(r" (?:was|were|are|is|have|had|has|died|went|came|remain\w*|\w+ed)\b")


def apposed_in(facts: ReportFacts, number: int, counts: Sequence[QuantityValue]) -> Listed | None:
    """The parts that stand beside a count of the same sentence, with that count.

    Parts must exclude one another: by their nouns ("men", "women"), or by where each was ("eleven
    from the first coach and eight from the second").
    """
    sentence = facts.sentences[number].span
    inside = [q for q in counts if sentence.start <= q.span.start < sentence.end]
    for at, total in enumerate(inside[:-2]):
        for parts, complete in _runs(facts, total, inside[at + 1 :]):
            if len(parts) > 1 and all(_number(q) < _number(total) for q in parts):
                span = cut(facts.report, parts[0].span.start, parts[-1].span.end)
                numbers = tuple(_number(q) for q in parts)
                return Listed(numbers, span, total, complete)
    return None


def _runs(
    facts: ReportFacts, total: QuantityValue, after: Sequence[QuantityValue]
) -> Iterator[tuple[list[QuantityValue], bool]]:
    """The counts that follow a total as its parts, and whether they say that they are all."""
    text = facts.report.text
    lead = _LEADS.match(text[total.span.end : after[0].span.start])
    if lead is not None:
        parts = _joined(text, after)
        if _exclude(text, parts):
            nouns = {q.noun.lower() for q in parts}
            everybody = names_everybody(nouns)
            yield parts, everybody and not lead["some"]
    if _OF_THE.search(text[max(0, total.span.start - 40) : total.span.start]):
        parts = [q for q in after if not q.noun]
        if len(parts) == len(after) and _shared_verb(text, parts):
            yield parts, False


def _joined(text: str, counts: Sequence[QuantityValue]) -> list[QuantityValue]:
    """The first counts that are joined to one another."""
    parts = [counts[0]]
    for count in counts[1:]:
        between = text[parts[-1].span.end : count.span.start]
        if not _JOINS.match(between) or _CLAUSE.search(between):
            break
        parts.append(count)
    return parts


def _exclude(text: str, parts: Sequence[QuantityValue]) -> bool:
    """Whether no one can be of two parts."""
    nouns = [q.noun.lower() for q in parts]
    if all(noun in KINDS for noun in nouns):
        return len(set(nouns)) == len(nouns)
    placed = [_PLACED.match(text, q.span.end) for q in parts]
    return not any(nouns) and len({m["by"] if m else "" for m in placed}) == 1 and all(placed)


def _shared_verb(text: str, parts: Sequence[QuantityValue]) -> bool:
    """Whether later parts go with the verb of the first: "18 were taken to X and 14 to Y"."""
    if len(parts) < 2 or not _CLAUSE.match(text, parts[0].span.end):
        return False
    first = text[parts[0].span.end : parts[1].span.start]
    for part in parts[1:]:
        placed = _PLACED.match(text, part.span.end)
        if placed is None or f" {placed['by']} " not in first:
            return False
    return True


def _number(quantity: QuantityValue) -> float:
    return quantity.amount.low or 0.0
