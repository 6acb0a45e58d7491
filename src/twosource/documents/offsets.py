"""Cleaning with an offset map: a working copy whose every run is verbatim in what was extracted.

Only what no reader sees goes: carriage returns, zero-width spaces and joiners of words, byte-order
marks, soft hyphens, control characters. Quotation marks, dashes, no-break spaces and marks of
markup stay, because spans quote them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

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
    pieces: list[str] = []
    runs: list[OffsetRun] = []
    working = position = 0
    for match in _UNSEEN.finditer(extracted):
        if match.start() > position:
            runs.append(OffsetRun(working, position, match.start() - position))
            pieces.append(extracted[position : match.start()])
            working += match.start() - position
        put_in = _PUT_IN[match.lastgroup or "drop"]
        pieces.append(put_in)
        working += len(put_in)
        position = match.end()
    if position < len(extracted):
        runs.append(OffsetRun(working, position, len(extracted) - position))
        pieces.append(extracted[position:])
    return "".join(pieces), tuple(runs)


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
