"""The network of inference: lower layers over each text alone, upper layers over both."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Encoder
from twosource.comparison.inference import MARKS

LABELS = 3
ALONE = 2
"""Layers of the base model that read each text alone. They stay as they are."""

_HIDDEN = 384
_DROPOUT = 0.1
# Entries of a vector of unit length are small; this makes them as large as a layer's outputs.
_SCALE = 10.0


class TextReader(nn.Module):
    """The base model over one text: states above the lower layers, and the text's vector."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = Encoder(folder)

    def forward(self, pieces: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Vectors of unit length ``[text, size]`` and states ``[text, piece, size]``.

        Args:
            pieces: ``[text, piece]``, with the two marks around each text.
            mask: 1 at pieces and 0 at padding.
        """
        encoder = self.encoder
        states = encoder.pieces(pieces) + encoder.segment
        states = encoder.norm(states + encoder.positions.weight[: pieces.shape[1]])
        bias = None if mask is None else (mask - 1.0)[:, None, None, :] * 10000.0
        lower = states
        for number, layer in enumerate(encoder.layers):
            states = layer(states, bias)
            if number + 1 == ALONE:
                lower = states
        weights = torch.ones_like(states[..., 0]) if mask is None else mask
        return functional.normalize(_mean(states, weights), dim=-1), lower


class PairReader(nn.Module):
    """Upper layers over both texts, and a head. Labels: entails, neutral, contradicts.

    The states of both texts stand in one row, each piece with its mark
    (:class:`~twosource.comparison.inference.PairEncoder`). The head also sees the vector of each
    text alone: the base model learnt from pairs of texts, and training here would wear that away.

    Args:
        folder: The base model.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        base = Encoder(folder)
        size = base.size
        self.marks = nn.Embedding(MARKS, size)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.layers = nn.ModuleList(list(base.layers)[ALONE:])
        self.together = nn.Sequential(nn.Dropout(_DROPOUT), nn.Linear(5 * size, _HIDDEN))
        self.alone = nn.Sequential(nn.Dropout(2 * _DROPOUT), nn.Linear(4 * size, _HIDDEN))
        self.head = nn.Sequential(nn.GELU(), nn.Dropout(_DROPOUT), nn.Linear(_HIDDEN, LABELS))

    def forward(
        self, states: Tensor, marks: Tensor, vectors: Tensor, mask: Tensor | None
    ) -> Tensor:
        """Log odds ``[pair, label]``.

        Args:
            states: Of the pieces of both texts, ``[pair, piece, size]``.
            marks: ``[pair, piece]``.
            vectors: Of both texts, ``[pair, text, size]``.
            mask: 1 at pieces and 0 at padding.
        """
        states = states + self.marks(marks)
        bias = None if mask is None else (mask - 1.0)[:, None, None, :] * 10000.0
        for layer in self.layers:
            states = layer(states, bias)
        second = (marks >= MARKS // 2).to(states.dtype)
        first = 1.0 - second
        if mask is not None:
            first, second = first * mask, second * mask
        one, other = _mean(states, first), _mean(states, second)
        seen = torch.cat([states[:, 0], one, other, (one - other).abs(), one * other], -1)
        left, right = (_SCALE * vectors).unbind(1)
        known = torch.cat([left, right, (left - right).abs(), left * right], -1)
        scores: Tensor = self.head(self.together(seen) + self.alone(known))
        return scores


def _mean(states: Tensor, weights: Tensor) -> Tensor:
    total: Tensor = (states * weights[..., None]).sum(1)
    return total / weights.sum(1, keepdim=True)
