"""Which lines of a report are furniture: adverts, credits, bylines, dates, rules, addresses.

The rules ask for a cue at the beginning of a short line, or for a credit at the end of a paragraph
of its own. Where a rule is in doubt, the line stays body text: furniture that is read costs one
odd statement, a sentence that is not read costs what it says.
"""

from __future__ import annotations

import re

from twosource.documents.dateline import date_line
from twosource.documents.lines import Line
from twosource.model.report import RegionKind
from twosource.reference import furniture as cues

_CALENDAR = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)

_DATED = re.compile(r"(?:first |last )?(?:published|posted|updated|modified|date)\b", re.IGNORECASE)


def kind_of(line: Line, *, top: bool) -> RegionKind | None:
    """Say what kind of furniture a whole line is.

    Args:
        line: The line.
        top: Whether it stands before the body, where bylines and dates are looked for.

    Returns:
        The kind, or ``None`` for a line of text.
    """
    if cues.SEPARATOR.fullmatch(line.text.strip()):
        return RegionKind.SEPARATOR
    if cues.LINK_ONLY.fullmatch(line.words):
        return RegionKind.LINK_TARGET
    if is_caption(line):
        return RegionKind.CAPTION
    if len(line.words) < cues.PROMOTION_LENGTH and cues.PROMOTION.match(line.words):
        return RegionKind.PROMOTION
    if cues.REPORTING_LINE.fullmatch(line.words):
        return RegionKind.BYLINE
    if top and byline_in(line):
        return RegionKind.BYLINE
    if top and date_line(line.words):
        return RegionKind.DATELINE
    return None


def is_caption(line: Line) -> bool:
    """Whether the line is a paragraph of its own that ends with, or says that it is, a credit."""
    if not line.alone or len(line.text) >= cues.CAPTION_LENGTH:
        return False
    if cues.PHOTO_LABEL.match(line.words):
        return True
    bold, *plain = cues.CREDIT
    return bold.search(line.text) is not None or any(c.search(line.words) for c in plain)


def byline_in(line: Line) -> str | None:
    """The names of a line such as ``By A. Name and B. Other``."""
    if len(line.words) >= cues.PROMOTION_LENGTH:
        return None
    match = cues.BYLINE.match(line.words)
    if match is None or _CALENDAR.fullmatch(match["names"].split()[0]):
        return None
    return match["names"]


def is_bare_date(line: Line) -> bool:
    """Whether the line is a date that nothing says is the report's ("Published ...")."""
    return _DATED.match(line.words) is None and date_line(line.words) is not None


def is_update(words: str) -> bool:
    """Whether a date line says when the report was last changed."""
    return words.lower().startswith(("updated", "modified", "last "))


def own_address(lines: tuple[Line, ...]) -> str | None:
    """The report's own address, where a line such as "Original url:" announces one."""
    for index, line in enumerate(lines):
        match = cues.ORIGINAL_URL.match(line.words) if len(line.words) < 2000 else None
        if match is None:
            continue
        below = lines[index + 1].words if index + 1 < len(lines) else ""
        address = (match["url"] or below).strip("<>")
        if cues.LINK_ONLY.fullmatch(address):
            return address
    return None
