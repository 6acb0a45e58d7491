"""Where the paragraphs of a text are.

The network reads one paragraph at a time: a blank line inside its window would be taken for a
word of the sentence, and what stands in one paragraph must not change how another is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_A_SENTENCE = tuple(".!?:;\"'”’)]…")

# Mail and plain-text releases wrap at 60 to 90 columns; a wrapped line is short of the limit by
# less than a long word.
_SHORTEST_WRAP, _LONGEST_WRAP = 55, 95
_LONGEST_WORD = 20


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Find the paragraphs of a text.

    A blank line always separates. A single line break separates too, unless the block that it
    stands in is evidently wrapped by hand: see :func:`is_wrapped`.

    Args:
        text: The text of a report.

    Returns:
        Half-open offsets, in order, without surrounding white space; none is empty and none
        contains two line breaks with nothing between them.
    """
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text, 0, len(text), _BLANK_LINE):
        if is_wrapped(text[start:end].split("\n")):
            found.append((start, end))
        else:
            found.extend(_pieces(text, start, end, re.compile("\n")))
    return tuple(trimmed for piece in found if (trimmed := _trimmed(text, *piece)) is not None)


def is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph broken to fit a width.

    They are when every line but the last is 55 to 95 characters long and of about one length,
    most of them end in the middle of a sentence, and some line goes on in lower case.
    """
    full = [line.rstrip() for line in lines[:-1]]
    if not full:
        return False
    lengths = [len(line) for line in full]
    if min(lengths) < _SHORTEST_WRAP or max(lengths) > _LONGEST_WRAP:
        return False
    if max(lengths) - min(lengths) > _LONGEST_WORD:
        return False
    broken = sum(not line.endswith(_ENDS_A_SENTENCE) for line in full)
    goes_on = any(
        not before.rstrip().endswith(_ENDS_A_SENTENCE) and after.lstrip()[:1].islower()
        for before, after in pairwise(lines)
    )
    return goes_on and 2 * broken > len(full)


def _pieces(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    position = start
    for match in separator.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
