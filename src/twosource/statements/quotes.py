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
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
PARAGRAPH = re.compile(r"[^\n]+")


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


def quotations(text: str) -> tuple[Quotation, ...]:
    """Find every quoted run of a text, in order; they never overlap.

    Args:
        text: A report's readable text. Paragraphs end at line breaks.
    """
    return tuple(q for p in PARAGRAPH.finditer(text) for q in _in_paragraph(text, *p.span()))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pair the marks of one paragraph; double marks first, single marks where none are open."""
    opened: int | None = None
    last = start
    for mark in _marks(text, start, end):
        if opened is None:
            if mark.opens:
                opened = mark.at
            elif text[last : mark.at].strip():
                begin = last + len(text[last : mark.at]) - len(text[last : mark.at].lstrip())
                yield Quotation(begin, mark.at + 1, begin, mark.at, False, True, start, end)
                last = mark.at + 1
        elif mark.closes:
            if mark.at > opened + 1:
                yield Quotation(opened, mark.at + 1, opened + 1, mark.at, True, True, start, end)
            opened, last = None, mark.at + 1
        else:
            if text[opened + 1 : mark.at].strip():
                yield _unclosed(text, opened, mark.at, (start, end))
            last, opened = mark.at, mark.at
    if opened is not None and text[opened + 1 : end].strip():
        yield Quotation(opened, end, opened + 1, end, True, False, start, end)


def _unclosed(text: str, opened: int, limit: int, paragraph: tuple[int, int]) -> Quotation:
    """A quotation whose closing mark is missing before the next one opens: its sentence."""
    stop = SENTENCE_END.search(text, opened + 1, limit)
    end = stop.end() if stop else limit - len(text[opened:limit]) + len(text[opened:limit].rstrip())
    return Quotation(opened, end, opened + 1, end, True, False, *paragraph)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Double marks, and single marks where they evidently quote and no double mark is open."""
    inside = False
    single_until = -1
    for at in range(start, end):
        char = text[at]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if char in OPENING or char in CLOSING:
            yield _Mark(at, char in OPENING, char in CLOSING)
            inside = char in OPENING
        elif char == '"':
            opens, closes = _straight_sides(before, after, inside)
            yield _Mark(at, opens, closes)
            inside = opens
        elif char in "'‘" and not inside and at > single_until:
            partner = _single_partner(text, at, end) if _may_open(char, before, after) else None
            if partner is not None:
                yield _Mark(at, True, False)
                yield _Mark(partner, False, True)
                single_until = partner


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
