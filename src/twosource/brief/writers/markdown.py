"""The brief as Markdown: one footnote for each passage (the syntax of GitHub and Pandoc)."""

from __future__ import annotations

import re

from twosource.brief.inert import inert
from twosource.brief.printed import WHO_SAYS_WHAT, Printed, PrintedLine, printed
from twosource.model.brief import BriefDocument

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LIST_LEAD = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def markdown_brief(brief: BriefDocument) -> str:
    """Write the brief as Markdown.

    Report text is put in as text: every character that Markdown would obey is escaped, line
    breaks become spaces, control characters are made inert.

    Args:
        brief: The brief to write.

    Returns:
        The document, with a line feed at its end.
    """
    page = printed(brief)
    parts = [f"# {plain(page.title)}", "", *_counts(page), "", "## Reports", "", *_reports(page)]
    spoken = False
    for section in page.sections:
        if section.level > 1 and not spoken:
            parts += ["", f"## {WHO_SAYS_WHAT}"]
            spoken = True
        parts += ["", f"{'#' * (section.level + 1)} {plain(section.heading)}", ""]
        for line in section.lines:
            parts += _line(line)
    parts += ["", "## How to read this", "", *(f"- {plain(note)}" for note in page.notes), ""]
    parts += [f"[^{one.number}]: {one.place}: “{plain(one.span.quote)}”" for one in page.passages]
    return "\n".join(parts).rstrip("\n") + "\n"


def plain(text: str) -> str:
    """Text on one line that Markdown prints as it is."""
    folded = " ".join(inert(text).split())
    escaped = _SPECIAL.sub(r"\\\1", folded)
    return _LIST_LEAD.sub(r"\1\\\2", escaped)


def _counts(page: Printed) -> list[str]:
    return [
        f"- {glyph} **{word}**: {number} ({means})" for glyph, word, number, means in page.counts
    ]


def _reports(page: Printed) -> list[str]:
    rows = ["| | report | published | file |", "|---|---|---|---|"]
    for report in page.reports:
        title = f": {plain(report.title)}" if report.title else ""
        rows.append(
            f"| {report.label} | {plain(report.name)}{title} | {plain(report.published)} "
            f"| {plain(report.file)} |"
        )
    return rows


def _line(line: PrintedLine) -> list[str]:
    rows = [f"- {line.glyph} {line.word}: {plain(line.text)}{_notes(_own(line))}"]
    rows += [f"  - {plain(item.text)}{_notes(item.numbers)}" for item in line.items]
    rows += [f"  - *{plain(line.reason)}*"] if line.reason else []
    return rows


def _own(line: PrintedLine) -> tuple[int, ...]:
    """The passages that no version under the line carries."""
    below = {number for item in line.items for number in item.numbers}
    return tuple(number for number in line.numbers if number not in below)


def _notes(numbers: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in numbers)
