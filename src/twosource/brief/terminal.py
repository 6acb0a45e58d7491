"""The brief for a terminal: plain text in columns, with a shape and a word for every status."""

from __future__ import annotations

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
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
from twosource.model.brief import BriefDocument, BriefLine, BriefSection, Standing
from twosource.model.identity import ReportId

_QUIET = "#757575"
_MARK_WIDTH = 10


def terminal_brief(brief: BriefDocument) -> RenderableType:
    """Lay the brief out for a terminal.

    Report text is put in as text, never as console markup, with control characters drawn
    instead of obeyed. Every status has a shape and a word, so that nothing is lost without
    colour; colours read on dark and on light backgrounds.

    Args:
        brief: The brief to print. Its lines, spans and notes all appear.
    """
    labels = {report.id: report_label(number) for number, report in enumerate(brief.reports)}
    parts: list[RenderableType] = [
        Text(inert(brief.title), style="bold"),
        _standings(brief),
        _stances(brief),
        Text(),
        _reports(brief),
    ]
    named = True
    for section in brief.sections:
        if named and section.entity is None and not section.own_voice:
            parts += [Text(), Rule(Text(UNLED_HEADING, style=_QUIET), align="left", style=_QUIET)]
            named = False
        parts += [Text(), _heading(section), _lines(section, labels)]
    parts += [Text(), Rule(style=_QUIET), _notes(brief.notes)]
    return Group(*parts)


def _marked(mark: Mark) -> Text:
    return Text.assemble((mark.glyph, f"bold {mark.colour}"), " ", (mark.word, mark.colour))


def _standings(brief: BriefDocument) -> Text:
    told: list[Text] = []
    for standing in Standing:
        number = counted(brief.lines, standing)
        words = "no line in this version" if number is None else str(number)
        told.append(Text.assemble((f"{standing.value}:", "bold"), f" {words}"))
    return Text("   ").join(told)


def _stances(brief: BriefDocument) -> Columns:
    shown = [mark_of(line.stance, s.own_voice) for s in brief.sections for line in s.lines]
    counts = [(mark, shown.count(mark)) for mark in MARK_ORDER if mark in shown]
    return Columns([_marked(mark).append(f" {count}") for mark, count in counts], padding=(0, 3))


def _reports(brief: BriefDocument) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for number, report in enumerate(brief.reports):
        name = Text(inert(report.name), style="bold")
        if report.title:
            name.append(f"  {' '.join(inert(report.title).split())}", style="not bold")
        name.append(f"\n{publication_words(report.published)} · {inert(report.file)}", _QUIET)
        grid.add_row(Text(report_label(number), style="bold"), name)
    return grid


def _heading(section: BriefSection) -> Text:
    count = len(section.lines)
    lines = "1 line" if count == 1 else f"{count} lines"
    return Text.assemble((inert(section.heading), "bold underline"), (f"  {lines}", _QUIET))


def _lines(section: BriefSection, labels: dict[ReportId, str]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_MARK_WIDTH, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for line in section.lines:
        told = Text(inert(line.text))
        told.append("\n")
        told.append(_chips(line, labels), style=_QUIET)
        grid.add_row(_marked(mark_of(line.stance, section.own_voice)), told)
    return grid


def _chips(line: BriefLine, labels: dict[ReportId, str]) -> str:
    places: dict[str, list[str]] = {}
    for span in line.spans:
        places.setdefault(labels[span.report], []).append(f"{span.start}–{span.end}")
    return "   ".join(f"{label} {', '.join(offsets)}" for label, offsets in places.items())


def _notes(notes: tuple[str, ...]) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text("·", style=_QUIET), Text(_meanings(), style=_QUIET))
    for note in notes:
        grid.add_row(Text("·", style=_QUIET), Text(inert(note), style=_QUIET))
    return grid


def _meanings() -> str:
    told = "; ".join(f"{standing.value}: {STANDING_MEANINGS[standing]}" for standing in Standing)
    return (
        f"{told}. S1 598–636 names the characters 598 to 636 of report S1; the words said come "
        "first, then the words that attribute them."
    )
