"""Cleaning with an offset map: a working copy whose every run is verbatim in what was extracted.

Only what no reader sees goes: carriage returns, zero-width spaces and joiners of words, byte-order
marks, soft hyphens, control characters. Quotation marks, dashes, no-break spaces and marks of
markup stay, because spans quote them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from twosource.model.report import OffsetRun, Report

_UNSEEN = re.compile(
    "(?P<drop>\r(?=\n)|[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f])"
    "|(?P<line>[\r\x0b\x0c\x85])"
    "|(?P<broken>[\ud800-\udfff])"
)
_PUT_IN = {"drop": "", "line": "\n", "broken": "\ufffd"}
"""Vertical tab, form feed and next-line end a line; half of a surrogate pair is no character."""


def clean(extracted: str) -> tuple[str, tuple[OffsetRun, ...]]:
    """Make the working copy of an extracted text.

    Returns:
        The working copy, and the runs of it that stand unchanged in ``extracted``, in order.
    """
    edits = (
        (match.start(), match.end(), _PUT_IN[match.lastgroup or "drop"])
        for match in _UNSEEN.finditer(extracted)
    )
    return rewritten(extracted, edits)


def rewritten(
    extracted: str, edits: Iterable[tuple[int, int, str]]
) -> tuple[str, tuple[OffsetRun, ...]]:
    """Carry out edits on a text, with the runs of the result that stand unchanged in it.

    Args:
        extracted: The text.
        edits: First code point, first one after, and what stands instead; in order, not
            overlapping.
    """
    pieces: list[str] = []
    runs: list[OffsetRun] = []
    working = position = 0
    for start, end, put_in in (*edits, (len(extracted), len(extracted), "")):
        if start > position:
            runs.append(OffsetRun(working, position, start - position))
            pieces.append(extracted[position:start])
            working += start - position
        pieces.append(put_in)
        working += len(put_in)
        position = end
    return "".join(pieces), tuple(runs)


def followed(outer: tuple[OffsetRun, ...], inner: tuple[OffsetRun, ...]) -> tuple[OffsetRun, ...]:
    """The map through two steps: ``outer`` from the last text to the middle, ``inner`` from there.

    Returns:
        Runs from the last text to the first one; what either step put in is in none of them.
    """
    found: list[OffsetRun] = []
    index = 0
    for run in outer:
        end = run.extracted + run.length
        while index < len(inner) and inner[index].working + inner[index].length <= run.extracted:
            index += 1
        at = index
        while at < len(inner) and inner[at].working < end:
            start = max(run.extracted, inner[at].working)
            stop = min(end, inner[at].working + inner[at].length)
            working = run.working + start - run.extracted
            extracted = inner[at].extracted + start - inner[at].working
            found.append(OffsetRun(working, extracted, stop - start))
            at += 1
    return tuple(found)


def to_extracted(report: Report, offset: int) -> int:
    """Where a code point of the report's text stands in the extracted text.

    Args:
        report: The report.
        offset: Of a code point of ``report.text``, or its length for the end.

    Returns:
        The offset in the extracted text; for a character that cleaning put in, the offset of what
        it stands for.
    """
    pairs = tuple((run.working, run.extracted) for run in report.extraction.runs)
    return _along(pairs, offset)


def to_working(report: Report, offset: int) -> int:
    """Where a code point of the extracted text stands in the report's text.

    Args:
        report: The report.
        offset: Of a code point of the extracted text, or its length for the end.

    Returns:
        The offset in ``report.text``; for a dropped character, the offset of what follows it.
    """
    pairs = tuple((run.extracted, run.working) for run in report.extraction.runs)
    return min(_along(pairs, offset), len(report.text))


def _along(pairs: tuple[tuple[int, int], ...], offset: int) -> int:
    """Follow the run that ``offset`` falls in, at most as far as the next run's beginning."""
    index = bisect_right(pairs, offset, key=lambda pair: pair[0])
    here, there = pairs[index - 1] if index else (0, 0)
    moved = there + offset - here
    return min(moved, pairs[index][1]) if index < len(pairs) else moved
