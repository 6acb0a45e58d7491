"""Whether one text entails another, contradicts it, or neither.

A network reads both texts together. It is the last resort of comparison: typed values and
propositions are compared first, and only text without numbers comes here. One pair per call:
dynamic int8 takes its scales from all that is in a call, so a pair read in a batch would be judged
a little differently.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.errors import SettingsError
from twosource.language import meaning
from twosource.language.network import network_session, piece_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "weights"
FILE = "inference.onnx"
MANIFEST = "manifest.json"
VOCABULARY = meaning.FOLDER.parent / "vocabulary.txt"

MOST_PIECES = 80
"""Word pieces of one text that are read; what lies beyond is not."""

MARKS = 12
"""Number of marks a word piece can have; see :class:`PairEncoder`."""

_CLASSIFICATION, _SEPARATOR = 101, 102
_SPECIAL, _SHARED, _OWN, _OWN_NUMBER, _SHARED_NEGATION, _OWN_NEGATION = range(6)
_KINDS = 6

# About 40 kilobytes each.
_TEXTS_KEPT = 1024

# "n't" is cut into "'" and "t", so that its verb form is what can be seen.
_NEGATIONS = (
    "not no never none nobody nothing neither nor nowhere without cannot hardly barely rarely "
    "seldom fail failed fails deny denied denies refuse refused refuses lack lacked lacks didn isn "
    "wasn weren doesn don hasn haven hadn won wouldn couldn shouldn aren ain can't"
).split()


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a premise bears on a hypothesis: three probabilities, calibrated, that sum to 1.

    Attributes:
        entails: Whoever holds the premise must hold the hypothesis.
        neutral: The premise leaves the hypothesis open.
        contradicts: Both cannot be true of one event.
    """

    entails: float
    neutral: float
    contradicts: float


class Inference(Protocol):
    """Judges pairs of texts. Pure: a pair is always judged alike, whatever stands beside it."""

    @property
    def contradiction_at(self) -> float:
        """The least probability at which a contradiction may be shown."""
        ...

    def judge_pairs(self, pairs: Sequence[tuple[str, str]]) -> tuple[Judgement, ...]:
        """Judge pairs of premise and hypothesis.

        Args:
            pairs: Sentences or clauses, read up to :data:`MOST_PIECES` word pieces each. A pair
                that recurs is read once.

        Returns:
            One judgement per pair, in order; a pair with an empty text is neutral.
        """
        ...


def judge(inference: Inference, premise: str, hypothesis: str) -> Judgement:
    """Judge one pair."""
    return inference.judge_pairs([(premise, hypothesis)])[0]


def contradiction(inference: Inference, one: str, other: str) -> float:
    """Probability that two texts contradict each other: the mean of both directions."""
    there, back = inference.judge_pairs([(one, other), (other, one)])
    return (there.contradicts + back.contradicts) / 2


def contradicts(inference: Inference, one: str, other: str) -> bool:
    """Whether two texts contradict each other, surely enough to be shown. Symmetric."""
    return contradiction(inference, one, other) >= inference.contradiction_at


class PairEncoder:
    """Turns two texts into the numbers that the network reads.

    Each word piece has a mark: which text it stands in, whether the other text holds the same
    piece, and whether it is a number or a negation. The marks are what a pair of texts shows at
    once and a small network learns late.

    Args:
        vocabulary: File with one word piece per line.
    """

    def __init__(self, vocabulary: Path) -> None:
        self._pieces: Tokenizer = piece_model(vocabulary)
        known = self._pieces.get_vocab()
        self._numbers = frozenset(
            number for piece, number in known.items() if piece.removeprefix("##").isdigit()
        )
        self._negations = frozenset(known[word] for word in _NEGATIONS if word in known)

    def pieces_of(self, text: str) -> list[int]:
        """The word pieces of a text, at most :data:`MOST_PIECES`."""
        pieces: list[int] = self._pieces.encode(text, add_special_tokens=False).ids[:MOST_PIECES]
        return pieces

    def framed(self, pieces: list[int]) -> list[int]:
        """The pieces of a text between the marks of its start and end."""
        return [_CLASSIFICATION, *pieces, _SEPARATOR]

    def marked(self, premise: list[int], hypothesis: list[int]) -> list[int]:
        """The marks of a pair of framed texts, one after the other."""
        there = self._marks(premise, frozenset(hypothesis), 0)
        back = self._marks(hypothesis, frozenset(premise), _KINDS)
        second = _SPECIAL + _KINDS
        return [_SPECIAL, *there, _SPECIAL, second, *back, second]

    def _marks(self, pieces: list[int], other: frozenset[int], shift: int) -> list[int]:
        marks = []
        for piece in pieces:
            shared = piece in other
            if piece in self._negations:
                mark = _SHARED_NEGATION if shared else _OWN_NEGATION
            elif shared:
                mark = _SHARED
            else:
                mark = _OWN_NUMBER if piece in self._numbers else _OWN
            marks.append(mark + shift)
        return marks


def load_inference(threads: int | None = None, folder: Path = FOLDER) -> Inference:
    """Load the shipped network.

    Args:
        threads: Threads for the network; by default the processor's cores, at most two.
        folder: Folder of the network and its manifest.

    Raises:
        SettingsError: If ``threads`` is not positive or a file is missing.
    """
    if threads is not None and threads < 1:
        raise SettingsError(f"network of inference: threads must be 1 or more, not {threads}")
    for path in (folder / FILE, folder / MANIFEST, meaning.FOLDER / meaning.FILE, VOCABULARY):
        if not path.is_file():
            raise SettingsError(
                f"network of inference: {path.name} is missing from {path.parent}; install "
                "Twosource again, or make the weights as training/README.md says"
            )
    return EmbeddedInference(folder, threads or min(2, os.cpu_count() or 1))


class EmbeddedInference:
    """Judges with the shipped network. See :func:`load_inference`.

    The network of meaning reads each text alone, up to its lower layers' states and its vector;
    the network of inference goes on from there with both. So a text that stands in many pairs is
    read once.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        self._contradiction_at = float(manifest["contradiction_at"])
        self._texts = network_session(meaning.FOLDER / meaning.FILE, threads)
        self._pairs = network_session(folder / FILE, threads)
        self._encoder = PairEncoder(VOCABULARY)
        self._read = lru_cache(maxsize=_TEXTS_KEPT)(self._read_text)

    @property
    def contradiction_at(self) -> float:
        """See :class:`Inference`."""
        return self._contradiction_at

    def judge_pairs(self, pairs: Sequence[tuple[str, str]]) -> tuple[Judgement, ...]:
        """Judge pairs; see :class:`Inference`."""
        known = {pair: self._judged(*pair) for pair in dict.fromkeys(pairs)}
        return tuple(known[pair] for pair in pairs)

    def _judged(self, premise: str, hypothesis: str) -> Judgement:
        one, other = self._read(premise), self._read(hypothesis)
        if not one.pieces or not other.pieces:
            return Judgement(0.0, 1.0, 0.0)
        feed = {
            "states": np.concatenate([one.states, other.states])[None],
            "marks": np.array([self._encoder.marked(one.pieces, other.pieces)], dtype=np.int64),
            "vectors": np.stack([one.vector, other.vector])[None],
        }
        found: NDArray[np.float32] = self._pairs.run(None, feed)[0][0]
        entails, neutral, against = (float(value) for value in found)
        return Judgement(entails, neutral, against)

    def _read_text(self, text: str) -> _Text:
        pieces = self._encoder.pieces_of(text)
        feed = {"pieces": np.array([self._encoder.framed(pieces)], dtype=np.int64)}
        vector, states = self._texts.run(["vector", "states"], feed)
        return _Text(pieces, states[0], vector[0])


@dataclass(frozen=True, slots=True)
class _Text:
    """One text as the network of meaning reads it."""

    pieces: list[int]
    states: NDArray[np.float32]
    vector: NDArray[np.float32]
