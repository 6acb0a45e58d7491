"""The brief for a terminal: plain text in columns, with a shape and a word for every status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.brief.marks import MARK_ORDER, STANDING_COLOURS, STANDING_MEANINGS, UNLED_HEADING
from twosource.brief.printed import (
    WHO_SAYS_WHAT,
    Passage,
    Printed,
    PrintedLine,
    PrintedSection,
    printed,
)
from twosource.model.brief import BriefDocument, SectionKind, Standing

_QUIET = "#757575"
_MARK_WIDTH = 10
_COLOURS = {mark.word: mark.colour for mark in MARK_ORDER} | {
    standing.value: colour for standing, colour in STANDING_COLOURS.items()
}


def terminal_brief(brief: BriefDocument) -> RenderableType:
    """Lay the brief out for a terminal.

    Report text is put in as text, never as console markup, with control characters drawn
    instead of obeyed. Every status has a shape and a word, so that nothing is lost without
    colour; colours read on dark and on light backgrounds.

    Args:
        brief: The brief to print. Its lines, spans and notes all appear.
    """
    page = printed(brief)
    passages = {passage.number: passage for passage in page.passages}
    parts: list[RenderableType] = [
        Text(inert(page.title), style="bold"),
        _standings(page),
        Text(),
        _reports(page),
    ]
    spoken, named = False, True
    for section, printed_section in zip(brief.sections, page.sections, strict=True):
        if section.kind is SectionKind.SPEAKER and not spoken:
            parts += [Text(), Rule(Text(WHO_SAYS_WHAT, style="bold"), align="left", style=_QUIET)]
            parts.append(_stances(page))
            spoken = True
        unled = spoken and section.entity is None and not section.own_voice
        if named and unled:
            parts += [Text(), Rule(Text(UNLED_HEADING, style=_QUIET), align="left", style=_QUIET)]
            named = False
        parts += [Text(), _heading(printed_section), _lines(printed_section, passages)]
    parts += [Text(), Rule(style=_QUIET), _notes(page.notes)]
    return Group(*parts)


def _marked(glyph: str, word: str) -> Text:
    colour = _COLOURS.get(word, "default")
    return Text.assemble((glyph, f"bold {colour}"), " ", (word, colour))


def _standings(page: Printed) -> Columns:
    counts = [_marked(glyph, word).append(f" {number}") for glyph, word, number, _ in page.counts]
    return Columns(counts, padding=(0, 3))


def _stances(page: Printed) -> Columns:
    spoken = [section for section in page.sections if section.kind is SectionKind.SPEAKER]
    shown = [line.word for section in spoken for line in section.lines]
    counts = [
        _marked(mark.glyph, mark.word).append(f" {shown.count(mark.word)}")
        for mark in MARK_ORDER
        if mark.word in shown
    ]
    return Columns(counts, padding=(0, 3))


def _reports(page: Printed) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for report in page.reports:
        name = Text(inert(report.name), style="bold")
        if report.title:
            name.append(f"  {inert(report.title)}", style="not bold")
        name.append(f"\n{report.published} · {inert(report.file)}", _QUIET)
        grid.add_row(Text(report.label, style="bold"), name)
    return grid


def _heading(section: PrintedSection) -> Text:
    count = len(section.lines)
    lines = "1 line" if count == 1 else f"{count} lines"
    style = "bold underline" if section.level > 1 else "bold reverse"
    return Text.assemble((inert(section.heading), style), (f"  {lines}", _QUIET))


def _lines(section: PrintedSection, passages: Mapping[int, Passage]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_MARK_WIDTH, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for line in section.lines:
        grid.add_row(_marked(line.glyph, line.word), _line(line, passages))
    return grid


def _line(line: PrintedLine, passages: Mapping[int, Passage]) -> RenderableType:
    told = Text(inert(line.text))
    below = {number for item in line.items for number in item.numbers}
    own = [number for number in line.numbers if number not in below]
    if own:
        told.append("\n")
        told.append(_chips(own, passages), style=_QUIET)
    parts: list[RenderableType] = [told]
    for item in line.items:
        version = Text(f"– {inert(item.text)}")
        version.append("\n")
        version.append(_chips(item.numbers, passages), style=_QUIET)
        parts.append(Padding(version, (0, 0, 0, 2)))
    if line.reason:
        parts.append(Text(inert(line.reason), style=_QUIET))
    return Group(*parts)


def _chips(numbers: Sequence[int], passages: Mapping[int, Passage]) -> str:
    places: dict[str, list[str]] = {}
    for number in numbers:
        label, _, offsets = passages[number].place.partition(" ")
        places.setdefault(label, []).append(offsets)
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
