"""The brief as every writer prints it: sections of marked lines, their passages numbered once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.brief.collisions import VERDICTS
from twosource.brief.marks import (
    STANDING_GLYPHS,
    STANDING_MEANINGS,
    counted,
    mark_of,
    publication_words,
    report_label,
)
from twosource.brief.wording import sentence
from twosource.model.brief import BriefDocument, BriefLine, BriefSection, SectionKind, Standing
from twosource.model.report import Report, Span

WHO_SAYS_WHAT = "Who says what"
"""Heading over the sections of the speakers."""

MATTERS_OF_RECORD = {
    SectionKind.LINEAGE: ("⇄", "tie"),
    SectionKind.LOSSES: ("↓", "lost"),
    SectionKind.HYPOTHESES: ("≡", "explains"),
    SectionKind.TIMELINE: ("·", "dated"),
    SectionKind.CHANGES: ("△", "changed"),
}
"""Glyph and word of a line that has no standing, by what its section tells."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that lines rest on, with the number by which they refer to them."""

    number: int
    label: str
    report: Report
    span: Span

    @property
    def place(self) -> str:
        """Where the words stand: ``S1 598–636``, in code points of the report's text."""
        return f"{self.label} {self.span.start}–{self.span.end}"


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """A version under a line, with the numbers of its passages."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its mark; ``numbers`` are those of all its passages."""

    glyph: str
    word: str
    text: str
    reason: str
    numbers: tuple[int, ...]
    items: tuple[PrintedItem, ...]


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section; ``level`` is 1 for a section of the brief and 2 for a speaker's."""

    kind: SectionKind
    heading: str
    level: int
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report as the list of sources names it."""

    label: str
    name: str
    title: str
    published: str
    file: str
    url: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole brief, ready for a writer that only has to lay it out."""

    title: str
    counts: tuple[tuple[str, str, int, str], ...]
    reports: tuple[PrintedReport, ...]
    sections: tuple[PrintedSection, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...]


def printed(brief: BriefDocument) -> Printed:
    """Number the passages of a brief and mark its lines.

    Standings are counted over lines that have one. Passages are numbered from 1 in the order in
    which lines first rest on them.
    """
    labels = {report.id: report_label(number) for number, report in enumerate(brief.reports)}
    reports = {report.id: report for report in brief.reports}
    numbers: dict[Span, int] = {}
    for line in brief.lines:
        for span in line.spans:
            numbers.setdefault(span, len(numbers) + 1)
    return Printed(
        title=brief.title,
        counts=tuple(
            (STANDING_GLYPHS[one], one.value, counted(brief.lines, one), STANDING_MEANINGS[one])
            for one in Standing
        ),
        reports=tuple(_report(report, labels[report.id]) for report in brief.reports),
        sections=tuple(_sections(brief.sections, numbers)),
        passages=tuple(
            Passage(number, labels[span.report], reports[span.report], span)
            for span, number in numbers.items()
        ),
        notes=brief.notes,
    )


def _report(report: Report, label: str) -> PrintedReport:
    return PrintedReport(
        label=label,
        name=report.name,
        title=" ".join((report.title or "").split()),
        published=publication_words(report.published),
        file=report.file,
        url=report.url or "",
    )


def _sections(
    sections: Iterable[BriefSection], numbers: dict[Span, int]
) -> Iterable[PrintedSection]:
    for section in sections:
        level = 2 if section.kind is SectionKind.SPEAKER else 1
        lines = tuple(_line(line, section, numbers) for line in section.lines)
        yield PrintedSection(section.kind, section.heading, level, lines)


def _line(line: BriefLine, section: BriefSection, numbers: dict[Span, int]) -> PrintedLine:
    glyph, word = line_mark(line, section)
    return PrintedLine(
        glyph=glyph,
        word=word,
        text=line.text,
        reason=line.reason,
        numbers=tuple(numbers[span] for span in line.spans),
        items=tuple(
            PrintedItem(version.text, tuple(numbers[span] for span in version.spans))
            for version in line.versions
        ),
    )


def line_mark(line: BriefLine, section: BriefSection) -> tuple[str, str]:
    """The glyph and the word that stand beside a line."""
    if line.standing is not None:
        return STANDING_GLYPHS[line.standing], line.standing.value
    if section.kind is SectionKind.SPEAKER:
        mark = mark_of(line.stance, section.own_voice)
        return mark.glyph, mark.word
    if section.kind is SectionKind.FINDINGS:
        return next(
            mark for mark in VERDICTS.values() if line.text.startswith(sentence(mark[1], ""))
        )
    return MATTERS_OF_RECORD[section.kind]
