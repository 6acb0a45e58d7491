"""The lineage as the page shows it: a drawing of who descends from whom, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.brief.grid import anchor_id
from twosource.model.case import Case
from twosource.model.identity import OriginId, ReportId
from twosource.model.lineage import Direction, LineageEdge, LineageKind

MOST_DRAWN = 24
"""Nodes up to which a drawing can be followed; a larger lineage is a table only."""
COLUMN, ROW, LEFT, TOP, WIDTH = 300, 46, 8, 12, 220
"""Measures of the drawing in its own units: grid, margins, and the width of a node."""

TIES = {
    LineageKind.COPIES: "copies",
    LineageKind.PARAPHRASES: "rewords",
    LineageKind.CITES: "names",
    LineageKind.COMMON_ORIGIN: "shares its text with",
}
"""How a report is tied to another, in words."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report or something outside the case, with its place in the drawing."""

    key: str
    label: str
    name: str
    outside: bool
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the drawing, from node to node; ``path`` is that of an SVG."""

    path: str
    kind: str
    directed: bool
    told: str


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A row of the table: who, what, whom, how much, why, links to the words, and its name."""

    target: str
    word: str
    source: str
    source_link: str | None
    target_link: str
    share: str
    reason: str
    links: tuple[tuple[str, str], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Descent:
    """The lineage of a case: a drawing, empty where it is too large, and a table."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    rows: tuple[EdgeRow, ...]
    width: int
    height: int


def descent_of(case: Case, labels: Mapping[ReportId, str]) -> Descent:
    """Lay out the lineage of a case. The same case gives the same drawing."""
    names = {report.id: report.name for report in case.reports}
    outside = {origin.id: origin.name or "an earlier report" for origin in case.outside}
    rows = tuple(
        replace(_row(edge, labels, outside), name=f"lineage-{number}")
        for number, edge in sorted(
            enumerate(case.lineage, start=1),
            key=lambda pair: (_ORDER[pair[1].kind], -pair[1].score, pair[1].target),
        )
    )
    tied = {end for edge in case.lineage for end in (edge.source, edge.target)}
    if not tied or len(tied) > MOST_DRAWN:
        return Descent((), (), rows, 0, 0)
    nodes = _placed(case.lineage, labels, names, outside)
    where = {node.key: node for node in nodes}
    lines = tuple(_line(edge, where) for edge in case.lineage)
    width = max(node.x for node in nodes) + WIDTH + LEFT
    height = max(node.y for node in nodes) + ROW
    return Descent(nodes, lines, rows, width, height)


_ORDER = {
    LineageKind.COPIES: 0,
    LineageKind.PARAPHRASES: 1,
    LineageKind.COMMON_ORIGIN: 2,
    LineageKind.CITES: 3,
}


def _placed(
    edges: Sequence[LineageEdge],
    labels: Mapping[ReportId, str],
    names: Mapping[ReportId, str],
    outside: Mapping[OriginId, str],
) -> tuple[Node, ...]:
    """Columns by distance from a root, rows by the order of the reports."""
    depth = _depths(edges)
    order = {id_: n for n, id_ in enumerate(labels)}
    keys = sorted(depth, key=lambda key: (depth[key], order.get(ReportId(key), -1), key))
    filled: dict[int, int] = {}
    nodes: list[Node] = []
    for key in keys:
        column = depth[key]
        row = filled[column] = filled.get(column, -1) + 1
        is_outside = ReportId(key) not in labels
        nodes.append(
            Node(
                key=key,
                label="" if is_outside else labels[ReportId(key)],
                name=outside[OriginId(key)] if is_outside else names[ReportId(key)],
                outside=is_outside,
                x=LEFT + column * COLUMN,
                y=TOP + row * ROW,
            )
        )
    return tuple(nodes)


def _depths(edges: Sequence[LineageEdge]) -> dict[str, int]:
    """The longest way from a root to each end; a circle is cut where it is met."""
    above: dict[str, list[str]] = {}
    for edge in edges:
        above.setdefault(edge.target, [])
        above.setdefault(edge.source, [])
        if edge.direction is Direction.KNOWN:
            above[edge.target].append(edge.source)
    depth: dict[str, int] = {}

    def reach(key: str, path: frozenset[str]) -> int:
        if key not in depth:
            steps = [reach(up, path | {key}) + 1 for up in above[key] if up not in path]
            depth[key] = max(steps, default=0)
        return depth[key]

    for key in sorted(above):
        reach(key, frozenset())
    return depth


def _line(edge: LineageEdge, where: Mapping[str, Node]) -> Line:
    a, b = where[edge.source], where[edge.target]
    if a.x == b.x:
        x, bend = a.x, a.x - LEFT
        path = f"M{x} {a.y + 15} C{bend} {a.y + 15} {bend} {b.y + 15} {x} {b.y + 15}"
    else:
        start, middle = a.x + WIDTH, (a.x + WIDTH + b.x) // 2
        path = f"M{start} {a.y + 15} C{middle} {a.y + 15} {middle} {b.y + 15} {b.x} {b.y + 15}"
    directed = edge.direction is Direction.KNOWN
    told = f"{b.label or b.name} {TIES[edge.kind]} {a.label or a.name}"
    return Line(path, edge.kind.value, directed, told)


def _row(
    edge: LineageEdge, labels: Mapping[ReportId, str], outside: Mapping[OriginId, str]
) -> EdgeRow:
    label = labels.get(ReportId(edge.source))
    spans = [pair[1] for pair in edge.runs] or ([edge.citation] if edge.citation else [])
    target = labels[edge.target]
    return EdgeRow(
        target=target,
        word=TIES[edge.kind],
        source=label or outside[OriginId(edge.source)],
        source_link=label,
        target_link=target,
        share=f"{edge.score:.0%}" if edge.runs else "",
        reason=edge.reason,
        links=tuple((anchor_id(target, span), f"{span.start}–{span.end}") for span in spans[:3]),
    )
