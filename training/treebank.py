"""Reading CoNLL-U: sentences with tags, lemmas and trees, and the raw text that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word.

    Attributes:
        form, lemma, upos, xpos, relation: As in the file.
        head: Number of the head in the sentence, counted from 1; 0 for the root.
        space_after: Whether white space follows in the raw text.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    space_after: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with the id of its document and whether a paragraph begins with it."""

    words: tuple[Word, ...]
    document: str
    new_paragraph: bool


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Sentences of one document as running text.

    Attributes:
        text: The text, with single spaces, and a blank line between paragraphs.
        sentences: The sentences.
        offsets: Offsets of every word of every sentence, in order.
    """

    text: str
    sentences: tuple[Sentence, ...]
    offsets: tuple[tuple[int, int], ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a CoNLL-U file, without its empty nodes.

    A multiword token ("don't") gives its words and, for the last of them, its spacing.
    """
    document = ""
    new_paragraph = True
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            row = line.rstrip("\n")
            if row.startswith("# newdoc"):
                document = row.partition("=")[2].strip()
                new_paragraph = True
            elif row == "# newpar" or row.startswith("# newpar id"):
                new_paragraph = True
            elif row and not row.startswith("#"):
                rows.append(row.split("\t"))
            elif not row and rows:
                yield Sentence(tuple(_words(rows)), document, new_paragraph)
                rows, new_paragraph = [], False


def _words(rows: Sequence[Sequence[str]]) -> Iterator[Word]:
    last_of_token = 0
    token_has_space = True
    for row in rows:
        number, form, lemma, upos, xpos, _, head, relation, _, misc = row
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            last_of_token = int(number.partition("-")[2])
            token_has_space = space
        elif "." not in number:
            if int(number) < last_of_token:
                space = False
            elif int(number) == last_of_token:
                space = token_has_space
            yield Word(form, lemma, upos, xpos, int(head), relation, space)


def raw_documents(sentences: Sequence[Sentence], by_paragraph: bool = True) -> list[RawDocument]:
    """Put sentences back into the running text of their documents.

    Args:
        sentences: Sentences of one file, in order.
        by_paragraph: Whether to set a blank line between paragraphs, where the file has them.
    """
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if not groups or groups[-1][0].document != sentence.document:
            groups.append([])
        groups[-1].append(sentence)
    return [_raw(group, by_paragraph) for group in groups]


def _raw(sentences: Sequence[Sentence], by_paragraph: bool) -> RawDocument:
    text = ""
    offsets: list[tuple[int, int]] = []
    for sentence in sentences:
        if by_paragraph and sentence.new_paragraph and text:
            text = text.rstrip() + "\n\n"
        for word in sentence.words:
            offsets.append((len(text), len(text) + len(word.form)))
            text += word.form + (" " if word.space_after else "")
    return RawDocument(text, tuple(sentences), tuple(offsets))
