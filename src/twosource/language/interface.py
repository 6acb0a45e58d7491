"""What a reader of English returns, and the Protocol that every reader meets.

Offsets are code points of the report's text, half-open. Token numbers are positions in
``Reading.tokens``. Parts of speech and relations follow Universal Dependencies 2; fine tags are
those of the Penn Treebank as UD English uses them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class NameKind(StrEnum):
    """The four kinds of name that the reader tells apart."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    MISCELLANEOUS = "MISC"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        index: Position in ``Reading.tokens``.
        start, end: Offsets in the report's text.
        text: The characters there.
        lemma: Dictionary form.
        upos: Universal part of speech.
        xpos: Penn Treebank tag.
        head: Index of the governing token; its own index for the root of a sentence.
        relation: Relation to the head (``nsubj``, ``nsubj:pass``, ...); ``root`` for a root.
        sentence: Position in ``Reading.sentences``.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens, half-open, with the paragraph that it stands in (counted from 0)."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that names something, half-open.

    Attributes:
        first, last: Token numbers.
        kind: What sort of thing is named.
        confidence: The reader's own probability, 0 to 1; not calibrated.
    """

    first: int
    last: int
    kind: NameKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read. ``children[i]`` are the dependents of token ``i``, in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...]


class Annotator(Protocol):
    """Reads English text. Pure: the same text always gives the same reading."""

    @property
    def description(self) -> str:
        """Name and version of the model, for the record."""
        ...

    def read(self, text: str) -> Reading:
        """Read one text.

        Args:
            text: Text with furniture blanked out; paragraphs are separated by line breaks, and no
                sentence reaches over a blank line.

        Returns:
            The reading; empty where the text has no words.
        """
        ...


def reading_of(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], names: tuple[Name, ...]
) -> Reading:
    """Build a reading, with the dependents of each token in text order."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return Reading(text, tokens, sentences, names, tuple(tuple(c) for c in children))
