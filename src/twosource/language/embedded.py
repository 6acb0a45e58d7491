"""The language model inside the package: English text to words, tags, trees and names."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twosource.errors import SettingsError
from twosource.language.decode import best_labels, best_tree, transitions
from twosource.language.interface import (
    Annotator,
    Name,
    NameKind,
    Reading,
    Sentence,
    Token,
    reading_of,
)
from twosource.language.lemmas import LemmaTable
from twosource.language.network import MANIFEST, Network, WindowScores
from twosource.language.paragraphs import paragraphs
from twosource.language.repairs import misplaced, subjects_after_the_verb
from twosource.language.sentences import moved_to_quotation_marks
from twosource.language.tokenize import Offsets, tokens_in

WEIGHTS = Path(__file__).parent / "weights"

# Word pieces in one window. The network was trained on 128 and loses nothing at 160.
_WINDOW = 160


def load_embedded(threads: int | None = None, weights: Path = WEIGHTS) -> Annotator:
    """Load the embedded reader.

    Args:
        threads: Threads for the network; by default the processor's cores, at most two. More
            than the idle cores makes it slower. The reading does not depend on it.
        weights: Folder of the weights.

    Returns:
        The reader.

    Raises:
        SettingsError: If ``threads`` is not positive or a file of the weights is missing.
    """
    if threads is not None and threads < 1:
        raise SettingsError(f"language model: threads must be 1 or more, not {threads}")
    return EmbeddedAnnotator(weights, threads or min(2, os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class _Word:
    """A token before it has its number: head counted from the first word of its sentence."""

    offsets: Offsets
    form: str
    upos: str
    xpos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class _Span:
    """A name before it has its numbers: words counted from the first of its sentence."""

    first: int
    last: int
    kind: NameKind
    confidence: float


_Parsed = tuple[list[_Word], list[_Span]]
_HYPHENS = frozenset("-‐‑")


class EmbeddedAnnotator:
    """Reads English with the shipped network. See :func:`load_embedded`."""

    def __init__(self, weights: Path, threads: int) -> None:
        self._made_of = (weights, threads)
        self._network = Network(weights, threads)
        self._lemmas = LemmaTable.load(weights / "lemmas.tsv.gz")
        labels = self._network.labels
        self._allowed = transitions(labels.entities)
        self._root = labels.relations.index("root")
        manifest = json.loads((weights / MANIFEST).read_text(encoding="utf-8"))
        self._description = f"{manifest['name']} {manifest['version']}"

    def __reduce__(self) -> tuple[type[EmbeddedAnnotator], tuple[Path, int]]:
        """Sent to another process, it is loaded there anew."""
        return type(self), self._made_of

    @property
    def description(self) -> str:
        """Name and version of the model."""
        return self._description

    def read(self, text: str) -> Reading:
        """Read one text; see :class:`~twosource.language.interface.Annotator`.

        Each paragraph is read by itself, so that its words and its parse do not depend on the
        rest of the text. The kind of a name does: see :func:`with_one_kind_per_name`.
        """
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        for number, (start, end) in enumerate(paragraphs(text)):
            for words, spans in self._sentences(text, tokens_in(text, start, end)):
                first = len(tokens)
                tokens.extend(self._numbered(words, first, len(sentences)))
                sentences.append(Sentence(first, len(tokens), number))
                names.extend(
                    Name(first + span.first, first + span.last, span.kind, span.confidence)
                    for span in spans
                )
        named = with_one_kind_per_name(text, tokens, names)
        return reading_of(text, tuple(tokens), tuple(sentences), named)

    def _numbered(self, words: list[_Word], first: int, sentence: int) -> Iterator[Token]:
        for position, word in enumerate(words):
            start, end = word.offsets
            yield Token(
                index=first + position,
                start=start,
                end=end,
                text=word.form,
                lemma=self._lemmas.lemma(word.form, word.xpos),
                upos=word.upos,
                xpos=word.xpos,
                head=first + word.head,
                relation=word.relation,
                sentence=sentence,
            )

    def _sentences(self, text: str, offsets: Sequence[Offsets]) -> Iterator[_Parsed]:
        """The sentences of one paragraph, window by window.

        A window ends at the last sentence start that the network sees in it, and the next begins
        there, so that no sentence is read in halves unless it alone fills a window.
        """
        done = 0
        while done < len(offsets):
            window = self._window(text, offsets[done:])
            forms = [text[start:end] for start, end in window]
            scores = self._network.score(forms)
            begins = [0, *(i for i in range(1, len(window)) if scores.starts[i + 1] > 0)]
            bounds = [*moved_to_quotation_marks(text, window, begins), len(window)]
            if done + len(window) < len(offsets) and len(bounds) > 2:
                bounds.pop()
            heads = self._trees(scores, bounds)
            parsed = self._words(scores, window, forms, heads)
            for first, last in pairwise(bounds):
                words = _in_sentence(parsed[first:last], first)
                yield words, list(self._spans(words, scores.entities[first + 1 : last + 1]))
            done += bounds[-1]

    def _window(self, text: str, offsets: Sequence[Offsets]) -> Sequence[Offsets]:
        pieces = 0
        for count, (start, end) in enumerate(offsets):
            pieces += len(self._network.pieces_of(text[start:end]))
            if count and pieces > _WINDOW:
                return offsets[:count]
        return offsets

    def _trees(self, scores: WindowScores, bounds: list[int]) -> list[int]:
        """The row of the head of each row up to the last bound; 0 is the root."""
        heads = [0]
        for first, last in pairwise(bounds):
            rows = np.array([0, *range(first + 1, last + 1)])
            tree = best_tree(scores.arcs[np.ix_(rows, rows)])
            heads.extend(int(rows[head]) for head in tree[1:])
        return heads

    def _words(
        self,
        scores: WindowScores,
        window: Sequence[Offsets],
        forms: Sequence[str],
        heads: list[int],
    ) -> list[_Word]:
        """The words that have a head, with heads counted in the window; -1 is the root."""
        labels = self._network.labels
        relations = self._network.relation_scores(scores, heads)
        relations[:, self._root] = -np.inf
        relation, upos, xpos = (
            table.argmax(axis=1) for table in (relations, scores.upos, scores.xpos)
        )
        return [
            _Word(
                offsets=window[row - 1],
                form=forms[row - 1],
                upos=labels.upos[upos[row]],
                xpos=labels.xpos[xpos[row]],
                head=heads[row] - 1,
                relation=labels.relations[relation[row]] if heads[row] else "root",
            )
            for row in range(1, len(heads))
        ]

    def _spans(self, words: list[_Word], scores: NDArray[np.float32]) -> Iterator[_Span]:
        """The names of a sentence: runs of the best labels that hold a proper noun."""
        shifted = scores.astype(np.float64) - scores.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        best = best_labels(logs, self._allowed)
        labels = [self._network.labels.entities[label] for label in best]
        first = 0
        while first < len(words):
            last = first + 1
            if labels[first] != "O":
                while last < len(words) and labels[last].startswith("I-"):
                    last += 1
                while labels[first].endswith("PER") and _goes_on_hyphened(words, last):
                    last += 2
                if any(word.upos == "PROPN" for word in words[first:last]):
                    sure = np.exp([logs[i, best[i]] for i in range(first, last)]).mean()
                    yield _Span(first, last, NameKind(labels[first][2:]), round(float(sure), 4))
            first = last


def _goes_on_hyphened(words: Sequence[_Word], last: int) -> bool:
    """Whether a hyphen ties a further capitalised word to a name: the second half of a surname."""
    if last + 1 >= len(words) or words[last].form not in _HYPHENS:
        return False
    tied = words[last - 1].offsets[1] == words[last].offsets[0]
    tied = tied and words[last].offsets[1] == words[last + 1].offsets[0]
    return tied and words[last + 1].form[:1].isupper()


def _in_sentence(words: Sequence[_Word], first: int) -> list[_Word]:
    """Words with heads counted from the first of their sentence, and subjects put right."""
    counted = [
        replace(word, head=word.head - first if word.head >= 0 else number)
        for number, word in enumerate(words)
    ]
    for number in subjects_after_the_verb(counted):
        counted[number] = replace(counted[number], relation="nsubj")
    for number, head, relation in misplaced(counted):
        counted[number] = replace(counted[number], head=head, relation=relation)
    return counted


def with_one_kind_per_name(
    text: str, tokens: Sequence[Token], names: Sequence[Name]
) -> tuple[Name, ...]:
    """Give each form the one kind that its occurrences in this text make most likely.

    The confidences of the occurrences are summed by kind; the first kind seen wins a tie.
    """
    votes: defaultdict[str, defaultdict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    forms = [text[tokens[name.first].start : tokens[name.last - 1].end] for name in names]
    for form, name in zip(forms, names, strict=True):
        votes[form][name.kind] += name.confidence
    return tuple(
        replace(name, kind=max(votes[form], key=lambda kind: votes[form][kind]))
        for form, name in zip(forms, names, strict=True)
    )
