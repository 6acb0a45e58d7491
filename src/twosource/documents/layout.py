"""The layout of a report's text: title, byline, dates, furniture and stories, as regions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.documents.dateline import date_line, dated_head, dateline
from twosource.documents.furniture import byline_in, is_bare_date, is_update, kind_of, own_address
from twosource.documents.headers import NO_HEADER, Header, header_in
from twosource.documents.lines import Line, lines_of, words_of
from twosource.documents.marks import marks_in
from twosource.documents.sections import sections_in
from twosource.model.report import Region, RegionKind

Kinds = tuple[tuple[Line, RegionKind | None], ...]
"""Lines with the kind of furniture that each is."""

_KINDS = tuple(RegionKind)
_RUN = re.compile(rb"([\x01-\xff])\1*", re.DOTALL)
_TITLE_LENGTH = 160
_TOP_LINES = 10
"""How many lines of a report bylines and dates are looked for in."""
_BODY_LENGTH = 60
"""A line that ends as a sentence and is longer begins the body."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a report's text says about itself.

    Attributes:
        header: Its header lines.
        title, byline, url: As printed.
        dated: The date of a date line or of a dateline, as printed.
        regions: Labelled runs, sorted, not overlapping, not empty.
        sections: Starts of the stories.
    """

    header: Header
    title: str | None
    byline: str | None
    url: str | None
    dated: str | None
    regions: tuple[Region, ...]
    sections: tuple[int, ...]


def lay_out(text: str, title: str | None, *, plain: bool) -> Layout:
    """Read the layout of a text.

    Args:
        text: The working copy.
        title: The title that the text begins with, where its format says so.
        plain: Whether the text is plain or Markdown, where header lines and a first line that is
            a title are looked for.
    """
    header = header_in(lines_of(text), len(text)) if plain else NO_HEADER
    lines = lines_of(text, header.end)
    heading = _heading(text, lines, title, plain=plain and "title" not in header.values)
    rest = lines[1:] if heading else lines
    kinds = _kinds_of(rest)
    byline = next(
        (n for line, k in kinds if k is RegionKind.BYLINE and (n := byline_in(line))), None
    )
    dated = [line.words for line, k in kinds if k is RegionKind.DATELINE]
    # "Updated ..." is when the report was last changed; it counts where nothing else is printed.
    dates = [_date_in(words) for words in sorted(dated, key=is_update)]
    credits_ = (dated_head(line.words) for line, k in kinds if k is RegionKind.BYLINE)
    dates += [printed for printed in credits_ if printed]
    run, printed = _dateline_run(kinds)
    regions = _settle(
        len(text),
        *([heading] if heading else []),
        *header.regions,
        *_marks(text, header),
        *(Region(line.start, line.end, k) for line, k in kinds if k is not None),
        *([run] if run else []),
    )
    return Layout(
        header,
        header.values.get("title")
        or (words_of(text[heading.start : heading.end]) if heading else None),
        header.values.get("byline") or byline,
        header.values.get("url") or own_address(rest),
        dates[0] if dates else printed,
        regions,
        sections_in(kinds),
    )


def _heading(
    text: str, lines: tuple[Line, ...], title: str | None, *, plain: bool
) -> Region | None:
    """The run of the title at the start of the text."""
    if not lines:
        return None
    first = lines[0]
    if title is not None:
        return Region(first.start, first.start + len(title), RegionKind.TITLE)
    if not plain or len(lines) < 2 or kind_of(first, top=True) or dateline(first.text):
        return None
    below = lines[1]
    if dated_head(first.words) and below.alone and below.ends_open:
        # A masthead: the title stands below it.
        return None
    marked = first.text.startswith("# ")
    short = first.alone and len(first.words) < _TITLE_LENGTH and first.ends_open
    # A bracket behind a full stop is a credit: the line is a caption of a kind not known.
    credited = ". (" in first.words
    if not (marked or short) or credited or not any(c.isalpha() for c in first.words):
        return None
    lead = len(first.text) - len(first.text.lstrip())
    return Region(first.start + lead, first.start + len(first.text.rstrip()), RegionKind.TITLE)


def _kinds_of(lines: tuple[Line, ...]) -> Kinds:
    """Label whole lines. The dates that head a chronology's entries are not the report's."""
    end = _top_end(lines)
    kinds = tuple((line, _kind_of(line, top=index < end)) for index, line in enumerate(lines))
    if sum(1 for line in lines if is_bare_date(line)) < 2:
        return kinds
    return tuple(
        (line, None if k is RegionKind.DATELINE and is_bare_date(line) else k) for line, k in kinds
    )


def _kind_of(line: Line, *, top: bool) -> RegionKind | None:
    kind = kind_of(line, top=top)
    # "The Post, 10 September 2025", "Statement on the accident, 9 September 2025".
    return RegionKind.DATELINE if kind is None and top and dated_head(line.words) else kind


def _date_in(words: str) -> str | None:
    return date_line(words) or dated_head(words)


def _top_end(lines: tuple[Line, ...]) -> int:
    """How many lines stand before the body. A sentence that a byline follows is a standfirst."""
    for index, line in enumerate(lines[:_TOP_LINES]):
        body = line.is_sentence and len(line.words) > _BODY_LENGTH
        follower = lines[index + 1] if index + 1 < len(lines) else None
        if body and kind_of(line, top=True) is None and not (follower and byline_in(follower)):
            return index
    return min(_TOP_LINES, len(lines))


def _dateline_run(kinds: Kinds) -> tuple[Region | None, str | None]:
    """The dateline of the first paragraph, or of the second where a standfirst is the first."""
    for line in [line for line, kind in kinds if kind is None][:2]:
        lead = len(line.text) - len(line.text.lstrip())
        found = dateline(line.text[lead:])
        if found:
            start = line.start + lead
            return Region(start, start + found[0], RegionKind.DATELINE), found[1]
    return None, None


def _marks(text: str, header: Header) -> Iterable[Region]:
    """The marks of the body; of the header lines only those inside the title."""
    for region in header.regions:
        if region.kind is RegionKind.TITLE:
            for mark in marks_in(text[region.start : region.end]):
                yield Region(mark.start + region.start, mark.end + region.start, mark.kind)
    yield from marks_in(text, header.end)


def _settle(length: int, *regions: Region) -> tuple[Region, ...]:
    """Make regions sorted and disjoint; where two overlap, the later one in the call stays."""
    canvas = bytearray(length)
    for region in regions:
        width = region.end - region.start
        canvas[region.start : region.end] = bytes([_KINDS.index(region.kind) + 1]) * width
    return tuple(
        Region(run.start(), run.end(), _KINDS[run.group()[0] - 1]) for run in _RUN.finditer(canvas)
    )
