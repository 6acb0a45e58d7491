"""Cutting a report's text into segments, so that overlapping spans can be shown and linked.

Spans nest and overlap; elements of a page may only nest. Every place where a span, a region or a
paragraph starts or ends therefore starts a new segment, and a segment knows all that cover it.
Joined, the segments are the text again, character for character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.brief.marks import Mark
from twosource.model.report import FURNITURE, Region, RegionKind, Report

_PARAGRAPH = re.compile(r"[^\n]*\n*")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of a report that a link can lead to.

    Attributes:
        id: Id in the page.
        start, end: The span, in code points of the report.
        role: ``words`` for a content, else ``speaker``, ``cue``, ``relayer``, ``name`` or
            ``answer``.
        mark: How a content's act looks; ``None`` for the other roles.
        lines: Numbers of the lines that rest on it.
        told: One phrase on what the span is, for a tooltip.
    """

    id: str
    start: int
    end: int
    role: str
    mark: Mark | None
    lines: tuple[int, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text with everything that covers it.

    Attributes:
        text: The run, as it stands in the report.
        start: Offset of its first code point.
        cover: Anchors that cover it, the longest first.
        opening: Anchors that start here.
        closing: Contents that end here.
        region: Kind of region that it stands in.
    """

    text: str
    start: int
    cover: tuple[Anchor, ...]
    opening: tuple[Anchor, ...]
    closing: tuple[Anchor, ...]
    region: RegionKind | None

    @property
    def furniture(self) -> bool:
        """Whether the run is furniture, which yields no statements."""
        return self.region in FURNITURE

    @property
    def content(self) -> Anchor | None:
        """The innermost content that covers the run."""
        return next((a for a in reversed(self.cover) if a.role == "words"), None)


def paragraphs(report: Report, anchors: Sequence[Anchor]) -> tuple[tuple[Segment, ...], ...]:
    """Cut a report's text into paragraphs of segments.

    A paragraph ends with its line breaks; joined, all segments give ``report.text``.

    Args:
        report: The report.
        anchors: Spans of this report that can be linked to.
    """
    blocks = [m.span() for m in _PARAGRAPH.finditer(report.text) if m.group()]
    bounds = sorted(_bounds(report, anchors) | {edge for block in blocks for edge in block})
    starting: dict[int, list[Anchor]] = {}
    for anchor in sorted(anchors, key=lambda a: (-a.end, a.id)):
        starting.setdefault(anchor.start, []).append(anchor)
    active: list[Anchor] = []
    cut: list[list[Segment]] = [[] for _ in blocks]
    block = 0
    for start, end in pairwise(bounds):
        while start >= blocks[block][1]:
            block += 1
        opening = tuple(starting.get(start, ()))
        active = [*(a for a in active if a.end > start), *opening]
        segment = Segment(
            text=report.text[start:end],
            start=start,
            cover=tuple(sorted(active, key=lambda a: (a.start - a.end, a.start, a.id))),
            opening=opening,
            closing=tuple(a for a in active if a.end == end and a.role == "words"),
            region=_region_at(report.regions, start),
        )
        cut[block].append(segment)
    return tuple(tuple(block) for block in cut)


def _bounds(report: Report, anchors: Iterable[Anchor]) -> set[int]:
    bounds = {edge for a in anchors for edge in (a.start, a.end)}
    return bounds | {edge for r in report.regions for edge in (r.start, r.end)}


def _region_at(regions: Sequence[Region], position: int) -> RegionKind | None:
    return next((r.kind for r in regions if r.start <= position < r.end), None)
