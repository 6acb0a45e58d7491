"""Windows of whole sentences, as the network is shown them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.names import SETS, UNKNOWN, NamedSentence, read_names
from training.recipe import ENTITIES, Recipe
from training.treebank import Sentence, read_treebank

IGNORED = -100

# The licence of the recordings behind this genre of GUM is unclear.
_LEFT_OUT = "GUM_conversation"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each head, numbered in the order in which the training data has them."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...] = ENTITIES


@dataclass(frozen=True, slots=True)
class LabelledWord:
    """One word with the numbers of its labels; ``IGNORED`` where the source has none.

    Attributes:
        form: The word.
        mark: "open" or "close" for a quotation mark whose side the treebank tells, else "".
        upos, xpos, relation, entity: Label numbers.
        head: Row of the head in the window, counted from 1; 0 for the root.
        sentence: Number of the sentence in the window.
    """

    form: str
    mark: str
    upos: int
    xpos: int
    relation: int
    entity: int
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences in a row, and what their source tells about them."""

    words: tuple[LabelledWord, ...]
    has_trees: bool
    has_names: bool
    has_misc: bool


def training_sentences(folder: Path) -> tuple[list[Sentence], list[Sentence], list[NamedSentence]]:
    """EWT and GUM sentences, and the names of the GUM sentences, all without what is left out."""
    ewt = list(read_treebank(folder / "ud_ewt" / "train.conllu"))
    gum = list(read_treebank(folder / "ud_gum" / "train.conllu"))
    names = read_names(folder / "ner", "gum_train")
    if len(gum) != len(names):
        raise ValueError(f"GUM has {len(gum)} sentences, but {len(names)} are labelled with names")
    kept = [
        (sentence, named)
        for sentence, named in zip(gum, names, strict=True)
        if not sentence.document.startswith(_LEFT_OUT)
    ]
    return ewt, [sentence for sentence, _ in kept], [named for _, named in kept]


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """Number the labels in order of first occurrence."""
    words = [word for sentence in sentences for word in sentence.words]
    return Labels(
        upos=tuple(dict.fromkeys(word.upos for word in words)),
        xpos=tuple(dict.fromkeys(word.xpos for word in words)),
        relations=tuple(dict.fromkeys(word.relation for word in words)),
    )


def windows_of(
    folder: Path, recipe: Recipe, size: Callable[[str], int], own: Path | None
) -> tuple[list[Window], Labels]:
    """Build all training windows.

    Args:
        folder: The data.
        recipe: The recipe.
        size: Word pieces of a word.
        own: A folder with sets of names of the project's own, or ``None``.
    """
    ewt, gum, gum_names = training_sentences(folder)
    labels = labels_of([*ewt, *gum])
    packer = _Packer(labels, recipe.window, size)
    windows = [*packer.trees(ewt, None), *packer.trees(gum, gum_names)]
    for name, times in SETS:
        packed = list(packer.names(read_names(folder / "ner", name)))
        windows.extend(packed * times)
    for path in sorted(own.glob("*.jsonl")) if own else ():
        windows.extend(list(packer.names(read_names(own, path.stem), together=1)) * 3)
    return windows, labels


class _Packer:
    """Fills windows with whole sentences."""

    def __init__(self, labels: Labels, window: int, size: Callable[[str], int]) -> None:
        self._upos = {label: number for number, label in enumerate(labels.upos)}
        self._xpos = {label: number for number, label in enumerate(labels.xpos)}
        self._relations = {label: number for number, label in enumerate(labels.relations)}
        self._entities = {label: number for number, label in enumerate(labels.entities)}
        self._window = window
        self._size = size

    def trees(
        self, sentences: Sequence[Sentence], names: Sequence[NamedSentence] | None
    ) -> Iterator[Window]:
        """Windows with trees; no window reaches over the end of a document."""
        groups: list[list[tuple[Sentence, NamedSentence | None]]] = []
        filled = 0
        for number, sentence in enumerate(sentences):
            size = sum(self._size(word.form) for word in sentence.words)
            same = bool(groups) and groups[-1][-1][0].document == sentence.document
            if not same or filled + size > self._window:
                groups.append([])
                filled = 0
            groups[-1].append((sentence, names[number] if names else None))
            filled += size
        for group in groups:
            words: list[LabelledWord] = []
            for sentence, named in group:
                words.extend(
                    self._parsed(sentence, named, len(words), group.index((sentence, named)))
                )
            yield Window(tuple(words), True, names is not None, True)

    def _parsed(
        self, sentence: Sentence, named: NamedSentence | None, before: int, number: int
    ) -> Iterator[LabelledWord]:
        entities = named.entities if named else (UNKNOWN,) * len(sentence.words)
        for word, entity in zip(sentence.words, entities, strict=True):
            yield LabelledWord(
                form=word.form,
                mark={"``": "open", "''": "close"}.get(word.xpos, ""),
                upos=self._upos[word.upos],
                xpos=self._xpos[word.xpos],
                relation=self._relations[word.relation],
                entity=self._entities.get(entity, IGNORED),
                head=before + word.head if word.head else 0,
                sentence=number,
            )

    def names(self, sentences: Sequence[NamedSentence], together: int = 0) -> Iterator[Window]:
        """Windows with names only; ``together`` is the most sentences in one, 0 for no limit."""
        group: list[NamedSentence] = []
        filled = 0
        for sentence in sentences:
            size = sum(self._size(form) for form in sentence.forms)
            full = together and len(group) >= together
            if group and (full or filled + size > self._window):
                yield self._named(group)
                group, filled = [], 0
            group.append(sentence)
            filled += size
        if group:
            yield self._named(group)

    def _named(self, group: Sequence[NamedSentence]) -> Window:
        words = [
            LabelledWord(
                form, "", IGNORED, IGNORED, IGNORED, self._entities.get(entity, IGNORED), IGNORED, n
            )
            for n, sentence in enumerate(group)
            for form, entity in zip(sentence.forms, sentence.entities, strict=True)
        ]
        return Window(tuple(words), False, True, group[0].has_misc)


_PAIRS = {"double": ("“", "”"), "single": ("‘", "’")}
_DOUBLE = frozenset({'"', "``", "''"})


def augmented(window: Window, recipe: Recipe, chance: random.Random) -> Window:
    """One variant of a window: its letter case, its quotation marks, where its commas stand."""
    words = list(window.words)
    if window.has_trees and chance.random() < recipe.comma_outside:
        words = _with_commas_outside(words)
    style = chance.random()
    if style < recipe.curly + recipe.single:
        words = _with_curly_marks(words, "double" if style < recipe.curly else "single")
    case = chance.random()
    if case < recipe.lower_cased:
        words = [replace(word, form=word.form.lower()) for word in words]
    elif case < recipe.lower_cased + recipe.upper_cased:
        words = [replace(word, form=word.form.upper()) for word in words]
    return replace(window, words=tuple(words))


def _with_curly_marks(words: Sequence[LabelledWord], style: str) -> list[LabelledWord]:
    opening, closing = _PAIRS[style]
    found: list[LabelledWord] = []
    is_open = False
    for word in words:
        form = word.form
        if form in _DOUBLE:
            is_open = word.mark == "open" if word.mark else not is_open
            form = opening if is_open else closing
        else:
            form = form.replace("'", "’")
        found.append(replace(word, form=form))
    return found


def _with_commas_outside(words: Sequence[LabelledWord]) -> list[LabelledWord]:
    """Put ``,"`` as ``",``, as British newspapers print it. Nothing hangs on either mark."""
    found = list(words)
    for number in range(len(found) - 1):
        comma, mark = found[number], found[number + 1]
        if comma.form == "," and mark.mark == "close" and comma.sentence == mark.sentence:
            found[number], found[number + 1] = mark, comma
    return found
