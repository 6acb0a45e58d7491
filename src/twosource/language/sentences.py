"""Sentence boundaries and quotation marks: a mark belongs to the sentence that it closes."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language.tokenize import Offsets

_ALWAYS_CLOSE = frozenset("”»)]")
_ALWAYS_OPEN = frozenset("“«„([")
_EITHER = frozenset({'"', "''", "``", "'", "’", "‘"})


def moved_to_quotation_marks(
    text: str, window: Sequence[Offsets], begins: Sequence[int]
) -> list[int]:
    """Move sentence starts so that marks stay with what they enclose.

    A sentence that would begin with a closing mark begins after it; a sentence that would end
    with an opening mark ends before it.

    Args:
        text: The text.
        window: Offsets of the words.
        begins: Word numbers at which sentences begin, rising, the first 0.

    Returns:
        The moved word numbers, rising without repeats, the first 0.
    """
    moved = [0]
    for begin in begins[1:]:
        place = begin
        while place < len(window) and _closes(text, window[place]):
            place += 1
        if place == begin:
            while place - 1 > moved[-1] and _opens(text, window[place - 1]):
                place -= 1
        if moved[-1] < place < len(window):
            moved.append(place)
    return moved


def _closes(text: str, offsets: Offsets) -> bool:
    start, end = offsets
    mark = text[start:end]
    if mark in _ALWAYS_CLOSE:
        return True
    return mark in _EITHER and _touches_before(text, start) and not _touches_after(text, end)


def _opens(text: str, offsets: Offsets) -> bool:
    start, end = offsets
    mark = text[start:end]
    if mark in _ALWAYS_OPEN:
        return True
    return mark in _EITHER and not _touches_before(text, start) and _touches_after(text, end)


def _touches_before(text: str, start: int) -> bool:
    return start > 0 and not text[start - 1].isspace()


def _touches_after(text: str, end: int) -> bool:
    return end < len(text) and text[end].isalnum()
