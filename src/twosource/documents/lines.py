"""A report's text as lines with their offsets and their place among blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_HEADING_MARK = re.compile(r"#{1,6}\s")
_STOP = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")
_FULL_STOP = re.compile(r"[.!?…][\"”’'»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text.

    Attributes:
        start: First code point.
        end: First code point after it, the line break left out.
        text: What stands between.
        words: The same without link targets and without marks at either end.
        gap: Blank lines before it.
        alone: Whether blank lines or the text's edges stand on both sides.
    """

    start: int
    end: int
    text: str
    words: str
    gap: int
    alone: bool

    @property
    def ends_open(self) -> bool:
        """Whether no punctuation, or a question or exclamation mark, ends the line."""
        return _STOP.search(self.words) is None or self.words.endswith(("?", "!"))

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _FULL_STOP.search(self.words) is not None


def lines_of(text: str, start: int = 0) -> tuple[Line, ...]:
    """Split a text into its non-blank lines.

    Only the line feed ends a line: cleaning has turned every other line break into one.

    Args:
        text: The whole text.
        start: Code point to begin at; it must begin a line.
    """
    raw: list[tuple[int, str]] = []
    position = start
    for piece in text[start:].split("\n"):
        raw.append((position, piece))
        position += len(piece) + 1
    found: list[Line] = []
    gap = 0
    for index, (at, piece) in enumerate(raw):
        if not piece.strip():
            gap += 1
            continue
        open_above = gap > 0 or not found
        open_below = index + 1 == len(raw) or not raw[index + 1][1].strip()
        alone = open_above and open_below
        found.append(Line(at, at + len(piece), piece, words_of(piece), gap, alone))
        gap = 0
    return tuple(found)


def words_of(line: str) -> str:
    """A line as its reader sees it: link texts without targets, no marks at either end."""
    words = _LINK.sub(r"\1", line).strip().lstrip("> \t")
    heading = _HEADING_MARK.match(words)
    return words[heading.end() if heading else 0 :].strip(" \t\u00a0*_")
