"""Windows as tensors, in an order that pads little."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from training.recipe import Recipe
from training.windows import IGNORED, Window, augmented
from twosource.language.network import letter_case

_CLASSIFICATION, _SEPARATOR = 101, 102
_CHUNK = 20  # batches that are sorted by length together

PiecesOf = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows, padded. Row 0 of every target is the root and has none.

    Attributes:
        pieces, cases, mask: ``[window, piece]``.
        firsts: First piece of each word, ``[window, row]``.
        targets: Label numbers by head, ``[window, row]``; ``IGNORED`` where there is none.
        sentences: Number of the sentence, -1 at the root and at padding.
        has_trees, has_misc: What the source of each window tells.
    """

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    firsts: Tensor
    targets: dict[str, Tensor]
    sentences: Tensor
    has_trees: Tensor
    has_misc: Tensor


def batch_of(windows: Sequence[Window], pieces_of: PiecesOf) -> Batch:
    """Put windows into tensors."""
    rows = [_pieces(window, pieces_of) for window in windows]
    return Batch(
        pieces=_padded([row[0] for row in rows], 0),
        cases=_padded([row[1] for row in rows], 0),
        mask=_padded([[1] * len(row[0]) for row in rows], 0).float(),
        firsts=_padded([row[2] for row in rows], 0),
        targets={
            "upos": _target(windows, "upos"),
            "xpos": _target(windows, "xpos"),
            "relation": _target(windows, "relation"),
            "entity": _target(windows, "entity"),
            "arc": _target(windows, "head"),
            "start": _padded([_starts(window) for window in windows], IGNORED),
        },
        sentences=_padded(
            [[-1, *(word.sentence for word in window.words)] for window in windows], -1
        ),
        has_trees=torch.tensor([window.has_trees for window in windows]),
        has_misc=torch.tensor([window.has_misc for window in windows]),
    )


def batches(windows: Sequence[Window], recipe: Recipe, pieces_of: PiecesOf) -> Iterator[Batch]:
    """Batches without end: each pass in a new order, windows of like length together."""
    chance = random.Random(recipe.seed)  # noqa: S311
    while True:
        order = list(range(len(windows)))
        chance.shuffle(order)
        for start in range(0, len(order), recipe.batch * _CHUNK):
            chunk = sorted(
                order[start : start + recipe.batch * _CHUNK],
                key=lambda number: len(windows[number].words),
            )
            groups = [chunk[i : i + recipe.batch] for i in range(0, len(chunk), recipe.batch)]
            chance.shuffle(groups)
            for group in groups:
                yield batch_of(
                    [augmented(windows[number], recipe, chance) for number in group], pieces_of
                )


def _pieces(window: Window, pieces_of: PiecesOf) -> tuple[list[int], list[int], list[int]]:
    pieces, cases, firsts = [_CLASSIFICATION], [0], [0]
    for word in window.words:
        own = pieces_of(word.form)
        firsts.append(len(pieces))
        pieces.extend(own)
        cases.extend([letter_case(word.form)] * len(own))
    return [*pieces, _SEPARATOR], [*cases, 0], firsts


def _target(windows: Sequence[Window], field: str) -> Tensor:
    return _padded(
        [[IGNORED, *(getattr(word, field) for word in window.words)] for window in windows], IGNORED
    )


def _starts(window: Window) -> list[int]:
    """Whether each word begins a sentence; the first word of a window always does."""
    if not window.has_trees:
        return [IGNORED] * (len(window.words) + 1)
    numbers = [word.sentence for word in window.words]
    begins = [int(after != before) for before, after in pairwise(numbers)]
    return [IGNORED, IGNORED, *begins]


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    length = max(len(row) for row in rows)
    return torch.tensor([[*row, *([filler] * (length - len(row)))] for row in rows])
