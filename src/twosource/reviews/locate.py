"""Finding the words of a decision again: by offset, else by quotation and context."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from twosource.model.report import Report, Span, cut
from twosource.model.review import Pointer

CONTEXT_WIDTH = 32
"""Code points of context that a pointer keeps on each side."""


class UnfitError(Exception):
    """A decision does not fit the case as it is; the message says why."""


def pointer_to(span: Span, report: Report) -> Pointer:
    """Point to a span so that it is found again."""
    return Pointer(
        report=report.id,
        sha256=report.sha256,
        file=report.file,
        start=span.start,
        quote=span.quote,
        prefix=report.text[max(0, span.start - CONTEXT_WIDTH) : span.start],
        suffix=report.text[span.end : span.end + CONTEXT_WIDTH],
    )


def locate(pointer: Pointer, reports: Sequence[Report]) -> Span:
    """Find the words of a pointer.

    In the report itself they stand at their offset as long as they do; else, and in a later
    version of the report (the same file), they are looked for, and the place with the most of
    their context is taken if it is the only one.

    Raises:
        UnfitError: If the report is gone, the words are, or two places fit alike.
    """
    same = [one for one in reports if one.id == pointer.report]
    versions = same or [one for one in reports if one.file == pointer.file]
    if not versions:
        raise UnfitError(f"the report {pointer.file} is not in the case")
    found = [span for one in versions for span in _places(pointer, one)]
    if not found:
        raise UnfitError(f"{pointer.file} does not print {pointer.quote[:60]!r} any more")
    texts = {one.id: one.text for one in versions}
    best = max(_context(pointer, texts[span.report], span) for span in found)
    fits = [span for span in found if _context(pointer, texts[span.report], span) == best]
    here = [span for span in fits if same and span.start == pointer.start]
    if len(fits) > 1 and not here:
        raise UnfitError(f"{pointer.quote[:60]!r} stands in {len(fits)} places alike")
    return (here or fits)[0]


def _places(pointer: Pointer, report: Report) -> list[Span]:
    starts, start = [], report.text.find(pointer.quote)
    while pointer.quote and start >= 0:
        starts.append(start)
        start = report.text.find(pointer.quote, start + 1)
    return [cut(report, start, start + len(pointer.quote)) for start in starts]


def _context(pointer: Pointer, text: str, span: Span) -> int:
    """How many code points of the context stand beside a place, out to the first that differs."""
    before = zip(reversed(pointer.prefix), reversed(text[: span.start]), strict=False)
    after = zip(pointer.suffix, text[span.end :], strict=False)
    alike = [sum(1 for _ in takewhile(lambda p: p[0] == p[1], side)) for side in (before, after)]
    return sum(alike)


def overlap(a: Span, b: Span) -> float:
    """How much two spans share: code points in both over code points in either, 0 to 1."""
    if a.report != b.report:
        return 0.0
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


ENOUGH = 0.5
"""Share by which words that a later run cuts otherwise are still those that were decided on."""
