"""Pairs as tensors, in an order that pads little."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from training.inference_network import TextReader
from training.inference_pairs import LETTERS, Pair
from twosource.comparison.inference import PairEncoder

_CHUNK = 50  # batches that are sorted by length together
_TEXTS = 128  # texts that are read together
_UNKNOWN = 100


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Some pairs, padded. See :meth:`training.inference_network.PairReader.forward`."""

    states: Tensor
    marks: Tensor
    vectors: Tensor
    mask: Tensor
    labels: Tensor


class Batcher:
    """Turns pairs into batches.

    Args:
        encoder: Cuts and marks.
        reader: Reads each text alone, once.
        number: What the network computes in.
    """

    def __init__(self, encoder: PairEncoder, reader: TextReader, number: torch.dtype) -> None:
        self._encoder = encoder
        self._number = number
        self._reader = reader.eval().to(number)
        self._pieces = cache(lambda text: tuple(encoder.pieces_of(text)) or (_UNKNOWN,))
        self._vectors: dict[str, Tensor] = {}
        self._states: dict[str, Tensor] = {}

    def read(self, pairs: Sequence[Pair]) -> None:
        """Read every text of some pairs."""
        texts = {text for pair in pairs for text in (pair.premise, pair.hypothesis)}
        order = sorted(texts - set(self._vectors), key=lambda text: (len(self._pieces(text)), text))
        for start in range(0, len(order), _TEXTS):
            group = order[start : start + _TEXTS]
            rows = [self._encoder.framed([*self._pieces(text)]) for text in group]
            sizes = [len(row) for row in rows]
            mask = padded([[1] * size for size in sizes]).to(self._number)
            with torch.no_grad():
                vectors, states = self._reader(padded(rows), mask)
            # One block for a group: a tensor per text would take as much memory again.
            block = torch.cat([own[:size] for own, size in zip(states, sizes, strict=True)])
            bounds = pairwise([0, *accumulate(sizes)])
            for text, vector, (first, last) in zip(group, vectors, bounds, strict=True):
                self._vectors[text] = vector
                self._states[text] = block[first:last]

    def batch(self, pairs: Sequence[Pair]) -> PairBatch:
        """Pairs as tensors."""
        texts = [(pair.premise, pair.hypothesis) for pair in pairs]
        marks = [
            self._encoder.marked([*self._pieces(one)], [*self._pieces(other)])
            for one, other in texts
        ]
        joint = [torch.cat([self._states[one], self._states[other]]) for one, other in texts]
        alone = [torch.stack([self._vectors[one], self._vectors[other]]) for one, other in texts]
        return PairBatch(
            states=pad_sequence(joint, batch_first=True),
            marks=padded(marks),
            vectors=torch.stack(alone),
            mask=padded([[1] * len(row) for row in marks]).to(self._number),
            labels=torch.tensor([LETTERS.index(pair.label) for pair in pairs]),
        )

    def shuffled(
        self, pairs: Sequence[Pair], size: int, chance: random.Random
    ) -> Iterator[Sequence[Pair]]:
        """Pairs once, in groups of like length and otherwise in a new order."""
        order = list(pairs)
        chance.shuffle(order)
        groups: list[Sequence[Pair]] = []
        for start in range(0, len(order), size * _CHUNK):
            chunk = sorted(order[start : start + size * _CHUNK], key=self._length)
            groups.extend(chunk[i : i + size] for i in range(0, len(chunk), size))
        chance.shuffle(groups)
        yield from groups

    def in_order(self, pairs: Sequence[Pair], size: int) -> Iterator[Sequence[Pair]]:
        """Pairs once, the shortest first."""
        order = sorted(pairs, key=self._length)
        yield from (order[i : i + size] for i in range(0, len(order), size))

    def _length(self, pair: Pair) -> int:
        return len(self._pieces(pair.premise)) + len(self._pieces(pair.hypothesis))


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Rows of numbers as a tensor, with zeros at their ends."""
    length = max(len(row) for row in rows)
    return torch.tensor([[*row, *([0] * (length - len(row)))] for row in rows])
