"""Which runs of a text stand between quotation marks.

Marks are paired within a paragraph. A mark that has no partner costs only its own quotation: a
missing closing mark ends the quotation with its sentence or its paragraph, a missing opening mark
lets it begin with its paragraph or after the quotation before it. Whether a quotation is speech or
a scare-quoted phrase is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = "“«„"
CLOSING = "”»"
PAIRS = frozenset({"''", "``"})
"""Two single marks in a row, which typewriters print for a double one."""
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
PARAGRAPH = re.compile(r"[^\n]+")
_ANY_MARK = re.compile("[“«„”»\"'‘`]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted run of a text, in code points.

    Attributes:
        start, end: The run with its marks, half-open.
        inner_start, inner_end: The run without its marks.
        opened, closed: Whether the mark is printed on that side.
        paragraph_start: Offset at which the paragraph begins.
        paragraph_end: Offset at which it ends.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool
    closed: bool
    paragraph_start: int
    paragraph_end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """One printed mark: where it stands and which sides it may serve."""

    at: int
    opens: bool
    closes: bool
    width: int = 1


def quotations(text: str) -> tuple[Quotation, ...]:
    """Find every quoted run of a text, in order; they never overlap.

    Args:
        text: A report's readable text. Paragraphs end at line breaks.
    """
    return tuple(q for p in PARAGRAPH.finditer(text) for q in _in_paragraph(text, *p.span()))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pair the marks of one paragraph; double marks first, single marks where none are open."""
    opened: _Mark | None = None
    last = start
    for mark in _marks(text, start, end):
        after = mark.at + mark.width
        if opened is None:
            if mark.opens:
                opened = mark
            elif text[last : mark.at].strip():
                begin = last + len(text[last : mark.at]) - len(text[last : mark.at].lstrip())
                yield Quotation(begin, after, begin, mark.at, False, True, start, end)
                last = after
        elif mark.closes:
            inner = opened.at + opened.width
            if text[inner : mark.at].strip():
                yield Quotation(opened.at, after, inner, mark.at, True, True, start, end)
            opened, last = None, after
        else:
            yield from _unclosed(text, opened, mark.at, (start, end))
            last, opened = mark.at, mark
    if opened is not None and text[opened.at + opened.width : end].strip():
        inner = opened.at + opened.width
        yield Quotation(opened.at, end, inner, end, True, False, start, end)


def _unclosed(
    text: str, opened: _Mark, limit: int, paragraph: tuple[int, int]
) -> Iterator[Quotation]:
    """A quotation whose closing mark is missing before the next one opens: its sentence."""
    inner = opened.at + opened.width
    words = text[inner:limit]
    if not words.strip():
        return
    stop = SENTENCE_END.search(text, inner, limit)
    end = stop.end() if stop else inner + len(words.rstrip())
    yield Quotation(opened.at, end, inner, end, True, False, *paragraph)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Double marks, and single marks where they evidently quote and no double mark is open."""
    inside = False
    resume = start
    for found in _ANY_MARK.finditer(text, start, end):
        at = found.start()
        if at < resume:
            continue
        char = text[at]
        width = 2 if text[at : at + 2] in PAIRS else 1
        before = text[at - 1] if at > start else " "
        after = text[at + width] if at + width < end else " "
        if width == 1 and (char in OPENING or char in CLOSING):
            yield _Mark(at, char in OPENING, char in CLOSING)
            inside = char in OPENING
        elif width == 2 or char == '"':
            opens, closes = _straight_sides(before, after, inside)
            yield _Mark(at, opens, closes, width)
            inside, resume = opens, at + width
        elif char in "'‘" and not inside:
            partner = _single_partner(text, at, end) if _may_open(char, before, after) else None
            if partner is not None:
                yield _Mark(at, True, False)
                yield _Mark(partner, False, True)
                resume = partner + 1


def _straight_sides(before: str, after: str, inside: bool) -> tuple[bool, bool]:
    """Which side a straight double mark serves, from the blanks around it, else by turns."""
    left_free = before.isspace() or before in "([—–-"
    right_free = after.isspace() or after in ".,;:!?)]—–-"
    if left_free and not right_free:
        return True, False
    if right_free and not left_free:
        return False, True
    return not inside, inside


def _may_open(char: str, before: str, after: str) -> bool:
    return (char == "‘" or before.isspace() or before in "([—–") and (
        after.isalnum() or after in "[…“"
    )


def _single_partner(text: str, opened: int, end: int) -> int | None:
    """Where a single-marked quotation closes; ``None`` where the mark is an apostrophe.

    A mark after punctuation closes for certain. A mark after a letter closes only when no such
    mark follows, because plural possessives look the same.
    """
    possible: int | None = None
    for at in range(opened + 1, end):
        if text[at] in OPENING or text[at] in CLOSING or text[at] == '"':
            return possible
        if text[at] not in "'’":
            continue
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum():
            if text[at - 1].isspace() and possible is not None:
                return possible
            continue
        if text[at - 1] in ".,!?;:…":
            return at
        if possible is None:
            possible = at
    return possible
