"""The brief as a page: what the HTML template prints, worked out before it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.collisions import shared_spans
from twosource.brief.descent import Descent, descent_of
from twosource.brief.grid import (
    GridRow,
    anchor_id,
    anchors_of,
    answer_spans,
    grid_of,
    split_rows,
)
from twosource.brief.map_drawing import Map, map_of
from twosource.brief.marks import (
    MARK_ORDER,
    STANDING_MEANINGS,
    UNLED_HEADING,
    Mark,
    counted,
    mark_of,
    publication_words,
    report_label,
)
from twosource.brief.matters import Matter, matters_of, spans_of
from twosource.brief.segments import Anchor, Segment, paragraphs
from twosource.brief.timeline_drawing import TimelineDrawing, timeline_of
from twosource.model.brief import BriefLine, BriefSection, SectionKind, Standing
from twosource.model.case import Case
from twosource.model.identity import ReportId, StatementId
from twosource.model.report import Report, Span

LINE_UP_ROWS = 10
"""Speakers that the line-up shows at once; the rest unfold. Ten rows fit beside the headline."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Chip:
    """A link from a line to words in a report."""

    target: str
    label: str
    offsets: str
    role: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line with its number, its mark and its chips; ``lead`` and ``said`` make up its text."""

    number: int
    line: BriefLine
    mark: Mark
    lead: str
    said: str
    words: tuple[Chip, ...]
    around: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section with its place in the page; ``unled`` for a speaker that leads to no entity."""

    number: int
    section: BriefSection
    unled: bool
    lines: tuple[PageLine, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the line-up: per report, the lines of one voice that rest on it.

    Speakers not traced to anyone share one row, which leads to the first of their sections.
    """

    heading: str
    section: int
    own_voice: bool
    entity: bool
    cells: tuple[tuple[PageLine, ...], ...]


@dataclass(frozen=True, slots=True)
class PageReport:
    """A report with its short name and its text in paragraphs of segments."""

    label: str
    report: Report
    published: str
    language: str | None
    paragraphs: tuple[tuple[Segment, ...], ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the template prints."""

    case: Case
    matters: tuple[Matter, ...]
    sections: tuple[PageSection, ...]
    line_up: tuple[Row, ...]
    further: tuple[Row, ...]
    grid: tuple[GridRow, ...]
    further_grid: tuple[GridRow, ...]
    descent: Descent
    timeline: TimelineDrawing | None
    map: Map | None
    reports: tuple[PageReport, ...]
    standings: tuple[tuple[Standing, int, str], ...]
    marks: tuple[tuple[Mark, int], ...]
    split: tuple[str, ...]

    @property
    def examined(self) -> tuple[PageReport, ...]:
        """The reports without the earlier editions, which come last."""
        return self.reports[: len(self.case.reports)]


def page_of(case: Case) -> Page:
    """Work out the page of a case: numbers, chips, the line-up and the cut texts."""
    labels = {report.id: report_label(n) for n, report in enumerate(case.brief.reports)}
    roles = _roles(case)
    matters = matters_of(case.brief, labels)
    sections = _sections(case, labels, roles, sum(len(matter.lines) for matter in matters))
    grid = grid_of(case, labels)
    anchors = _anchors(case, sections, labels, roles)
    taken = {anchor.id for found in anchors.values() for anchor in found}
    told = [*spans_of(case.brief), *answer_spans(grid), *shared_spans(case)]
    for span, anchor in anchors_of(told, labels).items():
        if anchor.id not in taken:
            anchors[span.report].append(anchor)
    shown_grid, further_grid = split_rows(grid)
    reports = tuple(_report(r, labels[r.id], anchors[r.id], sections) for r in case.brief.reports)
    lines = case.brief.lines
    shown = [line.mark for section in sections for line in section.lines]
    rows = _line_up(sections, tuple(labels[report.id] for report in case.reports))
    named = [row for row in rows if row.entity]
    return Page(
        case=case,
        matters=matters,
        sections=sections,
        line_up=tuple(row for row in rows if row not in named[LINE_UP_ROWS:]),
        further=tuple(named[LINE_UP_ROWS:]),
        grid=shown_grid,
        further_grid=further_grid,
        descent=descent_of(case, labels),
        timeline=timeline_of(case, labels),
        map=map_of(case, labels),
        reports=reports,
        standings=tuple((s, counted(lines, s), STANDING_MEANINGS[s]) for s in Standing),
        marks=tuple((mark, shown.count(mark)) for mark in MARK_ORDER),
        split=_split(reports),
    )


def _roles(case: Case) -> dict[StatementId, dict[Span, str]]:
    roles: dict[StatementId, dict[Span, str]] = {}
    for statement in case.statements:
        of = roles.setdefault(statement.id, {})
        if statement.speaker is not None:
            of[statement.speaker.span] = "speaker"
        of.update({via.span: "relayer" for via in statement.via})
        if statement.cue is not None:
            of[statement.cue] = "cue"
        of.update(dict.fromkeys(statement.parts, "words"))
    return roles


def _role(line: BriefLine, span: Span, roles: Mapping[StatementId, dict[Span, str]]) -> str:
    return next((roles[s][span] for s in line.statements if span in roles.get(s, {})), "name")


def _sections(
    case: Case,
    labels: Mapping[ReportId, str],
    roles: Mapping[StatementId, dict[Span, str]],
    number: int,
) -> tuple[PageSection, ...]:
    """The sections of the speakers; their lines go on from ``number``."""
    built: list[PageSection] = []
    for section in case.brief.of(SectionKind.SPEAKER):
        lines: list[PageLine] = []
        for line in section.lines:
            number += 1
            chips = [
                Chip(
                    anchor_id(labels[span.report], span),
                    labels[span.report],
                    f"{span.start}–{span.end}",
                    _role(line, span, roles),
                )
                for span in line.spans
            ]
            lead, colon, said = line.text.partition(": ")
            lines.append(
                PageLine(
                    number=number,
                    line=line,
                    mark=mark_of(line.stance, section.own_voice),
                    lead=lead + colon if said else "",
                    said=said or lead,
                    words=tuple(c for c in chips if c.role == "words"),
                    around=tuple(c for c in chips if c.role != "words"),
                )
            )
        unled = section.entity is None and not section.own_voice
        reports = len({span.report for line in section.lines for span in line.spans})
        built.append(PageSection(len(built) + 1, section, unled, tuple(lines), reports))
    return tuple(built)


def _anchors(
    case: Case,
    sections: Iterable[PageSection],
    labels: Mapping[ReportId, str],
    roles: Mapping[StatementId, dict[Span, str]],
) -> dict[ReportId, list[Anchor]]:
    """One anchor per span of a line; where lines share a span, a content outranks the rest."""
    found: dict[Span, Anchor] = {}
    for section in sections:
        for line in section.lines:
            for span in line.line.spans:
                role = _role(line.line, span, roles)
                words = role == "words"
                known = found.get(span)
                if known is not None and known.role == "words" and not words:
                    continue
                earlier = known.lines if known is not None and (known.role == "words") else ()
                found[span] = Anchor(
                    id=anchor_id(labels[span.report], span),
                    start=span.start,
                    end=span.end,
                    role=role,
                    mark=line.mark if words else None,
                    lines=(*earlier, line.number) if words else (),
                    told=f"{section.section.heading}: {line.mark.word if words else role}",
                )
    anchors: dict[ReportId, list[Anchor]] = {report.id: [] for report in case.brief.reports}
    for span, anchor in found.items():
        anchors[span.report].append(anchor)
    return anchors


def _line_up(sections: Iterable[PageSection], labels: Sequence[str]) -> tuple[Row, ...]:
    rows: dict[str, list[PageSection]] = {}
    for section in sections:
        key = UNLED_HEADING if section.unled else f"{section.number} {section.section.heading}"
        rows.setdefault(key, []).append(section)
    return tuple(_row(alike, labels) for alike in rows.values())


def _row(sections: Sequence[PageSection], labels: Iterable[str]) -> Row:
    """The lines whose content a report prints, one per mark, the first of each."""
    first = sections[0]
    lines = [line for section in sections for line in section.lines]
    cells: list[tuple[PageLine, ...]] = []
    for label in labels:
        here = [line for line in lines if any(chip.label == label for chip in line.words)]
        by_mark = {line.mark: line for line in reversed(here)}
        cells.append(tuple(by_mark[mark] for mark in MARK_ORDER if mark in by_mark))
    own, entity = first.section.own_voice, first.section.entity is not None
    heading = UNLED_HEADING if first.unled else first.section.heading
    return Row(heading, first.number, own, entity, tuple(cells))


def _report(
    report: Report, label: str, anchors: list[Anchor], sections: Iterable[PageSection]
) -> PageReport:
    language = report.language or ""
    lines = [line for section in sections for line in section.lines]
    return PageReport(
        label=label,
        report=report,
        published=publication_words(report.published),
        language=language if _LANGUAGE.fullmatch(language) else None,
        paragraphs=paragraphs(report, anchors),
        lines=sum(any(chip.label == label for chip in line.words) for line in lines),
    )


def _split(reports: Iterable[PageReport]) -> tuple[str, ...]:
    """Ids of anchors that one element cannot show: cut into several, or sharing their start."""
    pieces: dict[str, int] = {}
    shared: list[str] = []
    for report in reports:
        for segment in (s for paragraph in report.paragraphs for s in paragraph):
            shared += [anchor.id for anchor in segment.opening[1:]]
            for anchor in segment.cover:
                pieces[anchor.id] = pieces.get(anchor.id, 0) + 1
    return tuple(dict.fromkeys((*shared, *(id_ for id_, count in pieces.items() if count > 1))))
