"""Train the language model: ``python -m training.train``.

Writes ``model.pt``, ``labels.json`` and ``run.json`` into the work folder. A run is fixed by its
recipe, the data and the number of threads; arithmetic is bfloat16 where autocast allows it.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from functools import cache
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.base_model import base_folder
from training.batches import Batch, batches
from training.network import Reader
from training.recipe import DATA, ENTITIES, LOSS_WEIGHTS, WORK, Recipe
from training.windows import IGNORED, windows_of
from twosource.language.network import MOST_PIECES, piece_model

_UNKNOWN_PIECE = 100
_OUTSIDE_OR_MISC = [ENTITIES.index(label) for label in ("O", "B-MISC", "I-MISC")]


def train(recipe: Recipe, data: Path, base: Path, work: Path, own: Path | None) -> None:
    """Train and write the model.

    Args:
        recipe: The recipe.
        data: Folder with ``ud_ewt``, ``ud_gum`` and ``ner``.
        base: Folder of the base model.
        work: Where the model is written.
        own: Folder with the project's own sentences, or ``None`` to leave them out.
    """
    torch.manual_seed(recipe.seed)
    torch.set_flush_denormal(True)
    pieces = piece_model(base / "vocab.txt")

    @cache
    def pieces_of(word: str) -> tuple[int, ...]:
        found = pieces.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(found) or (_UNKNOWN_PIECE,)

    windows, labels = windows_of(data, recipe, lambda word: len(pieces_of(word)), own)
    reader = Reader(base, labels)
    print(f"{len(windows)} windows, {recipe.steps} steps of {recipe.batch}", flush=True)
    optimizer = _optimizer(reader, recipe)
    work.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    reader.train()
    running: dict[str, float] = {}
    for step, batch in zip(range(recipe.steps), batches(windows, recipe, pieces_of), strict=False):
        _update(reader, optimizer, batch, recipe, step, running)
        if (step + 1) % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in running.items())
            print(f"{step + 1} {time.perf_counter() - began:.0f} s {shown}", flush=True)
        if (step + 1) % 300 == 0:
            torch.save(reader.state_dict(), work / "model_partial.pt")
    torch.save(reader.state_dict(), work / "model.pt")
    (work / "labels.json").write_text(json.dumps(asdict(labels), indent=1), encoding="utf-8")
    run = {"recipe": asdict(recipe), "windows": len(windows), "threads": torch.get_num_threads()}
    (work / "run.json").write_text(json.dumps(run, indent=1), encoding="utf-8")


def _optimizer(reader: Reader, recipe: Recipe) -> torch.optim.AdamW:
    """Word and position embeddings stay as they are; letter case learns as fast as the heads."""
    reader.encoder.pieces.weight.requires_grad_(False)
    reader.encoder.positions.weight.requires_grad_(False)
    encoder: list[Tensor] = []
    heads: list[Tensor] = []
    for name, parameter in reader.named_parameters():
        if parameter.requires_grad:
            slow = name.startswith("encoder.") and not name.startswith("encoder.cases")
            (encoder if slow else heads).append(parameter)
    groups = [
        {"params": encoder, "peak": recipe.encoder_rate},
        {"params": heads, "peak": recipe.head_rate},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=recipe.weight_decay)


def _update(
    reader: Reader,
    optimizer: torch.optim.AdamW,
    batch: Batch,
    recipe: Recipe,
    step: int,
    running: dict[str, float],
) -> None:
    """One step; ``running`` keeps a moving mean of each loss."""
    done = step / recipe.steps
    rate = min(1.0, (step + 1) / (recipe.warm_up * recipe.steps)) * (1.0 - done)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * rate
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = losses_of(reader, batch)
    optimizer.zero_grad()
    total = sum((LOSS_WEIGHTS[name] * loss for name, loss in losses.items()), torch.tensor(0.0))
    total.backward()
    moved = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    torch.nn.utils.clip_grad_norm_(moved, recipe.clip)
    optimizer.step()
    for name, loss in losses.items():
        value = float(loss.detach())
        running[name] = 0.98 * running.get(name, value) + 0.02 * value


def losses_of(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that the batch has labels for."""
    rows = reader.rows(batch.pieces, batch.cases, batch.firsts, batch.mask)
    losses: dict[str, Tensor] = {}
    if bool(batch.has_trees.any()):
        losses.update(_tree_losses(reader, rows[batch.has_trees], batch))
    if bool((batch.targets["entity"] >= 0).any()):
        losses["entity"] = _entity_loss(reader.entity(rows), batch)
    return losses


def _tree_losses(reader: Reader, rows: Tensor, batch: Batch) -> dict[str, Tensor]:
    targets = {name: target[batch.has_trees] for name, target in batch.targets.items()}
    sentences = batch.sentences[batch.has_trees]
    possible = sentences[:, :, None] == sentences[:, None, :]
    possible[:, :, 0] = True
    arcs = reader.arc_scores(rows).float().masked_fill(~possible, -1e4)
    relations = reader.relation_scores(rows, targets["arc"].clamp(min=0))
    scores = {
        "upos": reader.upos(rows),
        "xpos": reader.xpos(rows),
        "start": reader.start(rows),
        "arc": arcs,
        "relation": relations,
    }
    return {
        name: functional.cross_entropy(
            score.float().flatten(0, 1), targets[name].flatten(), ignore_index=IGNORED
        )
        for name, score in scores.items()
    }


def _entity_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy; where a set has no MISC, its O stands for "O or MISC"."""
    target = batch.targets["entity"]
    logs = functional.log_softmax(scores.float(), -1)
    chosen = torch.gather(logs, 2, target.clamp(min=0)[..., None])[..., 0]
    either = torch.logsumexp(logs[..., _OUTSIDE_OR_MISC], -1)
    chosen = torch.where((target == 0) & ~batch.has_misc[:, None], either, chosen)
    known = target >= 0
    return -(chosen * known).sum() / known.sum()


def main() -> None:
    """Read the flags and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base model")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--own", type=Path, default=None, help="folder of own sentences")
    parser.add_argument("--steps", type=int, default=Recipe().steps)
    parser.add_argument("--threads", type=int, default=2)
    flags = parser.parse_args()
    torch.set_num_threads(flags.threads)
    train(Recipe(steps=flags.steps), flags.data, base_folder(flags.base), flags.work, flags.own)


if __name__ == "__main__":
    main()
