"""Two stories in one text: a break, and behind it a narrative that begins anew.

A break is a separator line, or a gap of at least two blank lines that is wider than the gaps
between the text's other paragraphs and in which no advert or picture stood. A narrative begins
anew where the paragraph behind the break names again what the two opening paragraphs of the text
named, and does so as an opening does: not with a quotation, and without calling anybody by a last
name alone whom the text had named in full. Both sides hold at least two paragraphs. A break
without shared names (a change of scene, a list) stays one story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from twosource.documents.lines import Line
from twosource.model.report import RegionKind

_PARAGRAPHS = 2
"""Paragraphs that each side of a break must hold; so many make up the opening."""
_SHARED = 3
"""Words of names that the paragraph behind the break must share with the opening."""
_HEADING_LENGTH = 100
_NAME = re.compile(r"(?<=[\w,;:’'”\")] )[“\"‘']?(?P<name>[A-Z][\w-]+)")
"""A capitalised word that does not begin a sentence."""
_FULL_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+")
_OPENERS = re.compile(
    r"(?:The|An?|This|That|These|His|Her|Its|Their|In|On|At|By|For|From|With|Of|To|After|Before"
    r"|Since|Until|During|While|When|As|If|But|And|Or|Yet|Both|Despite|Although|Though|However"
    r"|Meanwhile) "
)
"""Words that a capital makes look like the first part of a name at the start of a sentence."""
_POSSESSIVE = re.compile(r"['’]s?$")
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the body with what stands above it.

    Attributes:
        start: Where a story that begins with it would start, its heading included.
        words: Its words.
        gap: Most blank lines in a row between the paragraph before and this one.
        ruled_off: Whether a separator stands between them.
        interrupted: Whether other furniture does.
    """

    start: int
    words: str
    gap: int
    ruled_off: bool
    interrupted: bool


def sections_in(lines: Sequence[tuple[Line, RegionKind | None]]) -> tuple[int, ...]:
    """Find the starts of the stories in a text.

    Args:
        lines: The text's lines behind the title, with the kind of furniture that each is.

    Returns:
        Code points, the first always 0.
    """
    paragraphs = _paragraphs(lines)
    usual = Counter(p.gap for p in paragraphs[1:]).most_common(1)
    wide = max(2, usual[0][0] + 1) if usual else 2
    opening = _names(paragraphs[:_PARAGRAPHS])
    starts, last = [0], 0
    last_names: set[str] = set()
    for index, here in enumerate(paragraphs):
        breaks = here.ruled_off or (here.gap >= wide and not here.interrupted)
        room = index - last >= _PARAGRAPHS and len(paragraphs) - index >= _PARAGRAPHS
        if breaks and room and _begins_anew(here, opening, last_names):
            starts.append(here.start)
            last = index
        last_names |= _last_names(here)
    return tuple(starts)


def _paragraphs(lines: Sequence[tuple[Line, RegionKind | None]]) -> list[_Paragraph]:
    """The paragraphs of the body. A heading belongs to the paragraph below it."""
    found: list[_Paragraph] = []
    gap, start, between = 0, -1, set[RegionKind]()
    for line, kind in lines:
        if line.gap > gap or start < 0:
            gap, start = max(gap, line.gap), line.start
        heading = line.alone and line.ends_open and len(line.words) < _HEADING_LENGTH
        if kind is not None:
            between.add(kind)
            start = -1 if kind is RegionKind.SEPARATOR else start
        elif not heading:
            ruled_off = RegionKind.SEPARATOR in between
            interrupted = bool(between - {RegionKind.SEPARATOR})
            found.append(_Paragraph(start, line.words, gap, ruled_off, interrupted))
            gap, start, between = 0, -1, set()
    return found


def _begins_anew(here: _Paragraph, opening: frozenset[str], last_names: AbstractSet[str]) -> bool:
    """Whether a paragraph opens a story on what the text's opening names."""
    if here.words.startswith(("“", '"', "‘", "'", "«")):
        return False
    in_full = _FULL_NAME.sub("", here.words)
    alone = {_POSSESSIVE.sub("", word.strip(".,;:()")) for word in in_full.split()}
    if any(not _CALENDAR.fullmatch(name) for name in alone & last_names):
        return False
    return len(opening & _names([here])) >= _SHARED


def _last_names(paragraph: _Paragraph) -> frozenset[str]:
    """The last words of the names that stand in full in a paragraph."""
    runs = (_OPENERS.sub("", m.group(), count=1) for m in _FULL_NAME.finditer(paragraph.words))
    full = (run.split() for run in runs if " " in run)
    return frozenset(_POSSESSIVE.sub("", words[-1]).rstrip(".") for words in full)


def _names(paragraphs: Sequence[_Paragraph]) -> frozenset[str]:
    names = (m["name"] for p in paragraphs for m in _NAME.finditer(p.words))
    return frozenset(name for name in names if not _CALENDAR.fullmatch(name))
