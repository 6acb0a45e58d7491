"""The shipped network: words of one window in, scores out.

One window per call. Dynamic int8 takes its scales from all that is in a call, so a window read
together with others would be read a little differently.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from twosource.errors import SettingsError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FILES = ("network.onnx", "relations.onnx", "labels.json", "vocabulary.txt", "lemmas.tsv.gz")
MANIFEST = "manifest.json"

# The network was trained on at most this many pieces of a word.
MOST_PIECES = 8
_CLASSIFICATION, _SEPARATOR, _UNKNOWN = 101, 102, 100


@dataclass(frozen=True, slots=True)
class Labels:
    """What the columns of the scores stand for, each in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Scores of one window. Row 0 of each array is the root; word ``i`` is row ``i + 1``.

    Attributes:
        upos, xpos, entities: ``[row, label]``.
        starts: How much likelier than not a word begins a sentence, in log odds.
        arcs: ``[dependent, head]``.
        dependents, heads: What the relation scores are computed from.
    """

    upos: NDArray[np.float32]
    xpos: NDArray[np.float32]
    starts: NDArray[np.float32]
    entities: NDArray[np.float32]
    arcs: NDArray[np.float32]
    dependents: NDArray[np.float32]
    heads: NDArray[np.float32]


class Network:
    """The network in memory.

    Args:
        folder: Where the weights are.
        threads: Threads for one call.

    Raises:
        SettingsError: If a file of the weights is missing.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        for name in (*FILES, MANIFEST):
            if not (folder / name).is_file():
                raise SettingsError(
                    f"language model: {name} is missing from {folder}; install Twosource again, "
                    "or make the weights as training/README.md says"
                )
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels = Labels(**{name: tuple(values) for name, values in labels.items()})
        self._session = network_session(folder / "network.onnx", threads)
        self._pieces = _piece_model(folder / "vocabulary.txt")
        # A graph of its own rather than numpy, whose library takes all cores for it.
        self._relations = network_session(folder / "relations.onnx", threads)
        self.pieces_of = lru_cache(maxsize=65536)(self._pieces_of)

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        pieces = self._pieces.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(pieces) or (_UNKNOWN,)

    def score(self, words: Sequence[str]) -> WindowScores:
        """Run the network on one window of at least one word."""
        pieces, cases, firsts = [_CLASSIFICATION], [0], [0]
        for word in words:
            firsts.append(len(pieces))
            own = self.pieces_of(word)
            pieces.extend(own)
            cases.extend([letter_case(word)] * len(own))
        pieces.append(_SEPARATOR)
        cases.append(0)
        feed = {
            name: np.array([values], dtype=np.int64)
            for name, values in (("pieces", pieces), ("cases", cases), ("firsts", firsts))
        }
        upos, xpos, starts, entities, arcs, dependents, heads = (
            output[0] for output in self._session.run(None, feed)
        )
        return WindowScores(
            upos, xpos, starts[:, 1] - starts[:, 0], entities, arcs, dependents, heads
        )

    def relation_scores(self, scores: WindowScores, heads: Sequence[int]) -> NDArray[np.float32]:
        """Score of every relation for every row, given its head.

        Args:
            scores: Of one window.
            heads: Row of the head of each row, for the first rows or all.

        Returns:
            ``[row, relation]``.
        """
        feed = {"dependents": scores.dependents[: len(heads)], "heads": scores.heads[list(heads)]}
        found: NDArray[np.float32] = self._relations.run(None, feed)[0]
        return found


def letter_case(word: str) -> int:
    """Which of nine patterns of capitals and digits a word has; the vocabulary is lower-case."""
    if word.islower():
        return 1
    if any(letter.isdigit() for letter in word):
        return 8 if any(letter.isupper() for letter in word) else 5
    if word.isupper():
        return 7 if len(word) == 1 else 3
    if word[:1].isupper() and word[1:].islower():
        return 2
    return 4 if any(letter.isalpha() for letter in word) else 6


def piece_model(vocabulary: Path) -> Tokenizer:
    """Cut words into the pieces of the base model's lower-case vocabulary."""
    return _piece_model(vocabulary)


def _piece_model(vocabulary: Path) -> Tokenizer:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415

    words = vocabulary.read_text(encoding="utf-8").split("\n")
    numbered = {word: number for number, word in enumerate(words) if word}
    tokenizer = Tokenizer(models.WordPiece(numbered, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def network_session(path: Path, threads: int) -> InferenceSession:
    """Load a network for the processor, to be run with a fixed number of threads."""
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # A waiting thread that spins takes the core from whoever has work, itself included.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Processors without VNNI add two products of bytes in 16 bits and cut off what overflows; this
    # makes them use a kernel that does not, so that they read as all others do.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
