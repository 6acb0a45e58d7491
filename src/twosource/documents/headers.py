"""Header lines at the very start of a plain text: ``publisher: ...``, ``published: ...``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.documents.lines import Line
from twosource.model.report import Region, RegionKind

_HEADER_LINE = re.compile(
    r"\s*(?P<key>publisher|published|title|author|byline|url|language)\s*:[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
_TELLING = frozenset({"publisher", "published", "title"})
"""At least one of these must be there: a lone "Author: ..." is as likely a signature."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header lines of a text say.

    Attributes:
        values: Key, in lower case, to value; keys without a value are left out.
        regions: The lines, labelled; the title's value is a title.
        end: First code point after the header lines.
    """

    values: dict[str, str]
    regions: tuple[Region, ...]
    end: int


NO_HEADER = Header({}, (), 0)


def header_in(lines: tuple[Line, ...], length: int) -> Header:
    """Read the header lines that a text begins with, if a blank line ends them.

    Args:
        lines: The text's non-blank lines.
        length: The text's length in code points.
    """
    values: dict[str, str] = {}
    regions: list[Region] = []
    end = 0
    for index, line in enumerate(lines):
        match = _HEADER_LINE.fullmatch(line.text)
        if index and line.gap:
            break
        if match is None:
            return NO_HEADER
        key, value = match["key"].lower(), match["value"].rstrip()
        if value:
            values.setdefault("byline" if key == "author" else key, value)
        regions.append(Region(line.start, line.end, RegionKind.HEADER))
        if key == "title" and value:
            start = line.start + match.start("value")
            regions.append(Region(start, start + len(value), RegionKind.TITLE))
        end = min(line.end + 1, length)
    if not _TELLING & values.keys():
        return NO_HEADER
    return Header(values, tuple(regions), end)
