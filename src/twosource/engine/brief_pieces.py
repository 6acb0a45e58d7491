"""The brief in pieces: a page that bounds how much it holds, and every line on its own."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.engine.told import page_piece, told
from twosource.model.brief import BriefDocument, BriefSection, SectionKind, Standing
from twosource.reviews.apply import Applied, Remark
from twosource.store.brief_nodes import brief_node
from twosource.store.fields import Node, items, span_node, strings
from twosource.store.served import Piece

_SPANS, _VERSIONS, _VERSION_SPANS = 40, 40, 12
"""What a line on the page holds at most; the line itself gives all."""
_LINES, _FURTHER, _SPOKEN, _SPEAKERS = 200, 60, 20, 60
"""Lines of a section on the page: with a standing, of another sort, of a speaker; and speakers."""


def brief_pieces(done: Applied) -> Iterator[Piece]:
    """The page of the brief, and its lines one by one, each under its section."""
    brief = done.case.brief
    node = brief_node(brief)
    left = {name: iter(items(node, name, "brief")) for name in ("lines", "further")}
    shown: dict[str, list[Node]] = {name: [] for name in left}
    sections: list[Node] = []
    lines: list[Piece] = []
    speakers = 0
    for number, section in enumerate(brief.sections):
        name = "lines" if section.kind.value in set(Standing) else "further"
        own = [next(left[name]) for _ in section.lines]
        speakers += section.kind is SectionKind.SPEAKER
        most = _most(section, speakers)
        shown[name] += [_short(one) for one in own[:most]]
        told_ = items(node, "sections", "brief")[number]
        ids = strings(told_, "lines", "brief")[:most]
        sections.append({**told_, "lines": list(ids), "total": len(own)})
        lines += _pieces(number, own, len(lines))
    yield page_piece("brief", {**node, **shown, "sections": sections, **_decided(done, brief)})
    yield from {one.ref: one for one in lines}.values()


def _pieces(section: int, own: list[Node], first: int) -> list[Piece]:
    """Lines by their ids; of two lines with one id the later is found by its section only."""
    return [
        Piece("line", str(one["id"]), first + number, told(one), str(section))
        for number, one in enumerate(own)
    ]


def _most(section: BriefSection, speakers: int) -> int:
    if section.kind is SectionKind.SPEAKER:
        return _SPOKEN if speakers <= _SPEAKERS else 0
    return _LINES if section.kind.value in set(Standing) else _FURTHER


def _short(line: Node) -> Node:
    """A line with the first of its spans and versions; ``cut`` says whether there are more."""
    spans, statements = _listed(line["spans"]), _listed(line["statements"])
    versions = items(line, "versions", "line")
    short = [{**one, "spans": _listed(one["spans"])[:_VERSION_SPANS]} for one in versions]
    cut = {
        "spans": spans[:_SPANS],
        "statements": statements[:_SPANS],
        "versions": short[:_VERSIONS],
    }
    return {**line, **cut, "cut": any(line[name] != kept for name, kept in cut.items())}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _decided(done: Applied, brief: BriefDocument) -> Node:
    """What people pinned and noted, and what they decided that waits or fits no more."""
    pins = [one for one in done.remarks if one.review.decision.action.value == "pin"]
    pinned = [span for one in pins for span in one.spans]
    lines = {
        line.id: min(pinned.index(span) for span in line.spans if span in pinned)
        for line in (brief.lines if pinned else ())
        if any(span in pinned for span in line.spans)
    }
    return {
        "pins": [_remark(one) for one in pins],
        "order": sorted(lines, key=lambda ident: lines[ident]),
        "remarks": [_remark(one) for one in done.remarks if one not in pins],
        "unfit": [{"seq": one.review.seq, "reason": one.reason} for one in done.unfit],
        "pending": [one.seq for one in done.pending],
    }


def _remark(one: Remark) -> Node:
    review = one.review
    return {
        "seq": review.seq,
        "actor": review.stamp.actor,
        "at": review.stamp.at,
        "action": review.decision.action,
        "about": review.decision.about,
        "why": review.decision.why,
        "spans": [span_node(span) for span in one.spans],
    }
