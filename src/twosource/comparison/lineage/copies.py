"""Copies among many reports: each candidate pair is verified by the words that both print.

Candidates come from fingerprints. A pair is a copy where at least half of the shorter report stands
in the other, sentence by sentence, quotations taken out; what two reports share with a third says
nothing here. Reports are taken as words without a parse: this runs on every candidate of an
archive, where a parse would cost a hundred times as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from twosource.comparison.lineage.edges import before, what_is_shared
from twosource.comparison.lineage.evidence import Evidence, carried
from twosource.comparison.lineage.shared_runs import SHORTEST_RUN, SharedRun, runs_in
from twosource.comparison.lineage.wordprint import (
    WEIGHT_OF_CONTENT,
    WEIGHT_OF_NAME,
    WEIGHT_OF_NUMBER,
    Columns,
)
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.report import Report, Span, cut, readable
from twosource.reference.function_words import FUNCTION_WORDS
from twosource.statements.quotes import quotations

COPIED_HALF = 0.5
"""The share of the shorter report that stands in the other, from which it is a copy. A smaller one
can be boilerplate of two pages of a site; a case, where few reports meet, asks for less."""
LEAST_WEIGHT = 12.0
"""What a report weighs at least to be looked at: shorter ones are headlines and notices."""

_WORD = re.compile(r"\w[\w'’]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(]?[A-Z0-9])|\n")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """A report as words, without a parse.

    Attributes:
        report: The report.
        columns: Its words outside quotations.
        stretches: For each stretch, its first word, the one after its last, and the run of text
            that it was taken from.
    """

    report: Report
    columns: Columns
    stretches: tuple[tuple[int, int, int, int], ...]


def plain_words(report: Report) -> PlainWords:
    """Take a report's words outside quotations and furniture.

    A word in capitals inside a sentence counts as part of a name, and the words of grammar weigh
    nothing.
    """
    text = readable(report)
    folded: list[str] = []
    weight: list[float] = []
    sentence: list[int] = []
    stretch: list[int] = []
    stretches: list[tuple[int, int, int, int]] = []
    for start, end, line in _stretches(text):
        words = _WORD.findall(text, start, end)
        if not words:
            continue
        if not sentence or sentence[-1] != line:
            words[0] = words[0].lower()
        number, at = len(stretches), len(folded)
        for word, weighs in map(_weighed, words):
            folded.append(word)
            weight.append(weighs)
        sentence += [line] * len(words)
        stretch += [number] * len(words)
        stretches.append((at, len(folded), start, end))
    columns = Columns(tuple(folded), tuple(weight), tuple(sentence), tuple(stretch))
    return PlainWords(report, columns, tuple(stretches))


@lru_cache(maxsize=65_536)
def _weighed(word: str) -> tuple[str, float]:
    """A word folded, and what sharing it shows."""
    folded = word.lower().replace("’", "'")
    if word[0].isdigit():
        return folded, WEIGHT_OF_NUMBER
    if folded in FUNCTION_WORDS:
        return folded, 0.0
    return folded, WEIGHT_OF_NAME if word[0].isupper() else WEIGHT_OF_CONTENT


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Runs of text outside quotations and within a sentence, with the number of the sentence."""
    quoted = iter(quotations(text))
    quotation = next(quoted, None)
    for line, (start, end) in enumerate(_sentences(text)):
        at = start
        while quotation is not None and quotation.start < end:
            if at < quotation.start:
                yield at, quotation.start, line
            at = max(at, quotation.end)
            if quotation.end > end:
                break
            quotation = next(quoted, None)
        if at < end:
            yield at, end, line


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for end in _SENTENCE_END.finditer(text):
        yield at, end.end()
        at = end.end()
    if at < len(text):
        yield at, len(text)


def copied_between(left: PlainWords, right: PlainWords) -> LineageEdge | None:
    """The edge between two reports of which one is a copy of the other, or of what it cut.

    Args:
        left: A report.
        right: Another.

    Returns:
        The edge; the one published first is the source. ``None`` where neither is a copy.
    """
    ours, theirs = sum(left.columns.weight), sum(right.columns.weight)
    lighter = min(ours, theirs)
    if lighter < LEAST_WEIGHT:
        return None
    runs = _equal_stretches(left, right)
    share = sum(run.weight for run in runs) / lighter
    if share < COPIED_HALF:
        runs = runs_in(left.columns, right.columns)
        share = carried(left.columns, right.columns, runs)
    if share < COPIED_HALF:
        return None
    weight = sum(run.weight for run in runs)
    found = Evidence(runs, (), weight, weight, weight / ours, weight / theirs, share)
    return _edge(left, right, found)


def _equal_stretches(left: PlainWords, right: PlainWords) -> tuple[SharedRun, ...]:
    """Long stretches that stand whole in both, one to one: what most copies consist of."""
    words, others = left.columns.folded, right.columns.folded
    places: dict[tuple[str, ...], list[int]] = {}
    for first, last, _, _ in reversed(right.stretches):
        if last - first >= SHORTEST_RUN:
            places.setdefault(others[first:last], []).append(first)
    found: list[SharedRun] = []
    for first, last, _, _ in left.stretches:
        at = places.get(words[first:last])
        if at:
            weight = sum(left.columns.weight[first:last])
            found.append(SharedRun(first, at.pop(), last - first, weight))
    return tuple(found)


def _edge(left: PlainWords, right: PlainWords, found: Evidence) -> LineageEdge:
    spans = _spans(left, [(run.left, run.length) for run in found.runs])
    others = _spans(right, [(run.right, run.length) for run in found.runs])
    source, target, why = left.report, right.report, "nothing shows which came first"
    known = before(source, target) or before(target, source)
    if before(target, source):
        source, target, spans, others = target, source, others, spans
    if known:
        why = f"{source.file} was published first"
    return LineageEdge(
        source=source.id,
        target=target.id,
        kind=LineageKind.COPIES,
        direction=Direction.KNOWN if known else Direction.UNKNOWN,
        score=round(min(1.0, found.share), 4),
        runs=tuple(zip(spans, others, strict=True)),
        citation=None,
        reason=f"{what_is_shared(found)}; {why}",
    )


def _spans(plain: PlainWords, runs: Sequence[tuple[int, int]]) -> list[Span]:
    """The spans of runs given by first word and length; each lies within one stretch."""
    text = readable(plain.report)
    found: list[Span] = []
    for first, length in runs:
        begin, _, start, end = plain.stretches[plain.columns.stretch[first]]
        words = islice(_WORD.finditer(text, start, end), first - begin, first - begin + length)
        bounds = [word.span() for word in words]
        found.append(cut(plain.report, bounds[0][0], bounds[-1][1]))
    return found
