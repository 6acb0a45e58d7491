"""The network: a small transformer encoder under one head per question."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.windows import Labels

_CASES = 10
_ARC, _RELATION = 256, 96
_DROPOUT, _PARSER_DROPOUT = 0.1, 0.2

_LAYER_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}


def _attended(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """Scaled dot-product attention in the precision of its inputs.

    Written out: on a processor, in bfloat16, this takes two thirds of the time of the library's
    own function, and autocast would go back to float32 for the softmax.
    """
    with torch.autocast("cpu", enabled=False):
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        return torch.softmax(scores, -1) @ value


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, size: int, inner: int, attention_heads: int) -> None:
        super().__init__()
        self.attention_heads = attention_heads
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        self.output = nn.Linear(size, size)
        self.attention_norm = nn.LayerNorm(size, eps=1e-12)
        self.widen = nn.Linear(size, inner)
        self.narrow = nn.Linear(inner, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """Attend, then transform. ``bias`` is added to the attention scores."""
        batch, length, size = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, self.attention_heads, -1).transpose(1, 2)

        seen = _attended(
            split(self.query(states)), split(self.key(states)), split(self.value(states)), bias
        )
        joined = seen.transpose(1, 2).reshape(batch, length, size)
        states = self.attention_norm(states + self.dropout(self.output(joined)))
        inner = functional.gelu(self.widen(states))
        mixed: Tensor = self.norm(states + self.dropout(self.narrow(inner)))
        return mixed


class Encoder(nn.Module):
    """The base model with an embedding of letter case, which its vocabulary does not know.

    Args:
        folder: The base model (``config.json``, ``model.safetensors``).
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.size = int(config["hidden_size"])
        self.pieces = nn.Embedding(config["vocab_size"], self.size)
        self.positions = nn.Embedding(config["max_position_embeddings"], self.size)
        self.segment = nn.Parameter(torch.zeros(self.size))
        self.cases = nn.Embedding(_CASES, self.size)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(self.size, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(
            Layer(self.size, config["intermediate_size"], config["num_attention_heads"])
            for _ in range(config["num_hidden_layers"])
        )
        self._take(load_file(folder / "model.safetensors"))

    def _take(self, weights: dict[str, Tensor]) -> None:
        """Copy the base model's weights."""
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                for part, source in _LAYER_PARTS.items():
                    own = getattr(layer, part)
                    own.weight.copy_(weights[f"encoder.layer.{number}.{source}.weight"])
                    own.bias.copy_(weights[f"encoder.layer.{number}.{source}.bias"])

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor | None) -> Tensor:
        """Contextual states of word pieces. ``mask`` is 1 at pieces and 0 at padding."""
        states = self.pieces(pieces) + self.cases(cases) + self.segment
        states = states + self.positions.weight[: pieces.shape[1]]
        states = self.dropout(self.norm(states))
        bias = None if mask is None else (mask - 1.0)[:, None, None, :] * 10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states


def _perceptron(size: int, to: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, to), nn.GELU(), nn.Dropout(dropout))


class Reader(nn.Module):
    """Encoder and heads. All heads look at the first piece of each word; row 0 is the root."""

    def __init__(self, folder: Path, labels: Labels) -> None:
        super().__init__()
        self.encoder = Encoder(folder)
        size = self.encoder.size
        self.upos = nn.Linear(size, len(labels.upos))
        self.xpos = nn.Linear(size, len(labels.xpos))
        self.start = nn.Linear(size, 2)
        self.entity = nn.Sequential(
            _perceptron(size, size, _DROPOUT), nn.Linear(size, len(labels.entities))
        )
        self.arc_dependent = _perceptron(size, _ARC, _PARSER_DROPOUT)
        self.arc_head = _perceptron(size, _ARC, _PARSER_DROPOUT)
        self.relation_dependent = _perceptron(size, _RELATION, _PARSER_DROPOUT)
        self.relation_head = _perceptron(size, _RELATION, _PARSER_DROPOUT)
        self.arcs = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.relations = nn.Parameter(
            torch.zeros(len(labels.relations), _RELATION + 1, _RELATION + 1)
        )
        nn.init.xavier_uniform_(self.arcs)
        nn.init.xavier_uniform_(self.relations, gain=0.5)

    def rows(self, pieces: Tensor, cases: Tensor, firsts: Tensor, mask: Tensor | None) -> Tensor:
        """States at the first piece of each word."""
        states = self.encoder(pieces, cases, mask)
        return torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, states.shape[2]))

    def arc_scores(self, rows: Tensor) -> Tensor:
        """Biaffine scores ``[window, dependent, head]`` (Dozat and Manning 2017)."""
        dependents = with_one(self.arc_dependent(rows))
        scores: Tensor = (dependents @ self.arcs) @ self.arc_head(rows).transpose(1, 2)
        return scores

    def relation_scores(self, rows: Tensor, heads: Tensor) -> Tensor:
        """Scores ``[window, dependent, relation]`` given the row of each head."""
        dependents = with_one(self.relation_dependent(rows))
        states = with_one(self.relation_head(rows))
        chosen = torch.gather(states, 1, heads[:, :, None].expand(-1, -1, states.shape[2]))
        return torch.einsum("bni,lij,bnj->bnl", dependents, self.relations, chosen)


def with_one(states: Tensor) -> Tensor:
    """States with a constant 1 at the end, so that one product holds the biases too."""
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)
