"""Train the network of inference: ``python -m training.inference``.

Writes ``inference.pt`` and ``inference_run.json`` into the work folder. Only training rows are
learnt from; one in ``held_out`` groups of them is kept back, for calibration and for choosing
between variants. Weights are float32 in the optimizer, and in the passes too unless ``--bfloat16``
is given: a processor with instructions for bfloat16 is then about twice as fast, one without them
thirty times slower.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base_model import base_folder
from training.inference_batches import Batcher
from training.inference_made import denied, made_from_treebanks, treebank_material
from training.inference_network import PairReader, TextReader
from training.inference_pairs import CORE, DATA, Pair, core_pairs, read_pairs, read_scone, swapped
from training.recipe import DATA as LANGUAGE_DATA
from training.recipe import WORK
from twosource.comparison.inference import PairEncoder
from twosource.language.embedded import load_embedded

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class InferenceRecipe:
    """What a run depends on besides the data.

    Attributes:
        passes: Times that the core of the pairs is seen. The other pairs are seen once, in as
            many parts as there are passes.
        conjunctions, negated, scone, made: Pairs of ConjNLI-adv, WikiFactCheck, ScoNe and of
            controlled edits.
        batch: Pairs per update.
        encoder_rate, head_rate: Peak learning rates.
        warm_up: Share of the steps in which the rate rises; it falls linearly to 0 afterwards.
        held_out: One in so many groups of core pairs is kept back.
        seed: For the initial weights, the choice of pairs, their order and the edits.
        bfloat16: Whether the passes are in bfloat16.
    """

    passes: int = 3
    conjunctions: int = 6000
    negated: int = 5000
    scone: int = 3000
    made: int = 16000
    batch: int = 32
    encoder_rate: float = 1.5e-4
    head_rate: float = 8e-4
    warm_up: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
    held_out: int = 14
    seed: int = 0
    bfloat16: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pairs of a run: seen in every pass, seen once, never seen."""

    core: list[Pair]
    once: list[Pair]
    held: list[Pair]


def lesson(recipe: InferenceRecipe, data: Path, language_data: Path) -> Lesson:
    """Read, choose and make the pairs."""
    chance = random.Random(recipe.seed)  # noqa: S311
    rows = read_pairs(data, "train")
    core, held = core_pairs(data, recipe.held_out)
    sentences, material = treebank_material(language_data)
    minimal = [pair for pair in core if pair.source == "CAD"]
    negations = list(denied(minimal, load_embedded(threads=1), material, chance))
    conjunctions = [pair for pair in rows if pair.source == "ConjNLI-adv"]
    negated = [pair for pair in rows if pair.source == "WikiFactCheck-neg"]
    negated = [*negated, *swapped(negated)]
    made = list(made_from_treebanks(sentences, material, chance))
    once = [
        *chance.sample(conjunctions, min(recipe.conjunctions, len(conjunctions))),
        *chance.sample(negated, min(recipe.negated, len(negated))),
        *chance.sample(read_scone(data), recipe.scone),
        *chance.sample(made, min(recipe.made, len(made))),
        *negations,
        *swapped(minimal),
    ]
    chance.shuffle(once)
    return Lesson(core, once, held)


def train(recipe: InferenceRecipe, pairs: Lesson, base: Path, work: Path) -> PairReader:
    """Train and write the network."""
    torch.manual_seed(recipe.seed)
    torch.set_flush_denormal(True)
    number = torch.bfloat16 if recipe.bfloat16 else torch.float32
    batcher = Batcher(PairEncoder(base / "vocab.txt"), TextReader(base), number)
    began = time.perf_counter()
    batcher.read([*pairs.core, *pairs.once, *pairs.held])
    print(f"texts read {time.perf_counter() - began:.0f} s", flush=True)
    reader = PairReader(base).to(number)
    trainer = _Trainer(reader, recipe)
    chance = random.Random(recipe.seed + 1)  # noqa: S311
    groups = [
        group
        for turn in range(recipe.passes)
        for group in batcher.shuffled(
            [*pairs.core, *pairs.once[turn :: recipe.passes]], recipe.batch, chance
        )
    ]
    reader.train()
    for step, group in enumerate(groups):
        shown = trainer.update(batcher, group, step / len(groups))
        if (step + 1) % _SHOWN == 0:
            spent = time.perf_counter() - began
            print(f"{step + 1} of {len(groups)} {spent:.0f} s loss {shown:.3f}", flush=True)
        if (step + 1) % (len(groups) // recipe.passes) == 0:
            print(measured(reader, batcher, pairs.held), flush=True)
            torch.save(reader.state_dict(), work / "inference_partial.pt")
    scores, labels = scored(reader, batcher, pairs.held)
    torch.save(reader.float().state_dict(), work / "inference.pt")
    run = {
        "recipe": asdict(recipe),
        "pairs": {"core": _counts(pairs.core), "once": _counts(pairs.once)},
        "steps": len(groups),
        "threads": torch.get_num_threads(),
        "held_out": {"scores": scores.tolist(), "labels": labels.tolist()},
    }
    (work / "inference_run.json").write_text(json.dumps(run), encoding="utf-8")
    return reader


def _counts(pairs: Sequence[Pair]) -> dict[str, int]:
    named = {"CAD", "saNLI-wiki", "ConjNLI-adv", "WikiFactCheck-neg", "ScoNe", "CAD-denied"}
    counts = Counter(pair.source if pair.source in named else "edits" for pair in pairs)
    return dict(sorted(counts.items()))


class _Trainer:
    """The optimizer, over float32 copies of the weights."""

    def __init__(self, reader: PairReader, recipe: InferenceRecipe) -> None:
        self._reader, self._recipe = reader, recipe
        self._own = [
            (name, weight) for name, weight in reader.named_parameters() if weight.requires_grad
        ]
        self._exact = [weight.detach().float().clone() for _, weight in self._own]
        groups: dict[bool, list[Tensor]] = {True: [], False: []}
        for (name, _), weight in zip(self._own, self._exact, strict=True):
            weight.requires_grad_(True)
            groups[name.startswith("layers.")].append(weight)
        self._optimizer = torch.optim.AdamW(
            [
                {"params": groups[True], "peak": recipe.encoder_rate},
                {"params": groups[False], "peak": recipe.head_rate},
            ],
            betas=(0.9, 0.98),
            weight_decay=recipe.weight_decay,
        )
        self._running = 1.1

    def update(self, batcher: Batcher, group: Sequence[Pair], done: float) -> float:
        """One step at a share of the way; returns a moving mean of the loss."""
        rate = min(1.0, (done + 1e-4) / self._recipe.warm_up) * (1.0 - done)
        for params in self._optimizer.param_groups:
            params["lr"] = params["peak"] * rate
        batch = batcher.batch(group)
        scores = self._reader(batch.states, batch.marks, batch.vectors, batch.mask)
        loss = functional.cross_entropy(scores.float(), batch.labels)
        loss.backward()
        for exact, (_, weight) in zip(self._exact, self._own, strict=True):
            exact.grad = None if weight.grad is None else weight.grad.float()
            weight.grad = None
        nn.utils.clip_grad_norm_(self._exact, self._recipe.clip)
        self._optimizer.step()
        with torch.no_grad():
            for exact, (_, weight) in zip(self._exact, self._own, strict=True):
                weight.copy_(exact)
        self._running = 0.98 * self._running + 0.02 * float(loss.detach())
        return self._running


def scored(reader: PairReader, batcher: Batcher, pairs: Sequence[Pair]) -> tuple[Tensor, Tensor]:
    """Log odds and label numbers of pairs, the shortest pair first."""
    reader.eval()
    scores, labels = [], []
    with torch.no_grad():
        for group in batcher.in_order(pairs, 64):
            batch = batcher.batch(group)
            scores.append(reader(batch.states, batch.marks, batch.vectors, batch.mask).float())
            labels.append(batch.labels)
    reader.train()
    return torch.cat(scores), torch.cat(labels)


def measured(reader: PairReader, batcher: Batcher, pairs: Sequence[Pair]) -> str:
    """Accuracy on held-out pairs, by source, in words."""
    shown = []
    for source in CORE:
        scores, labels = scored(reader, batcher, [pair for pair in pairs if pair.source == source])
        shown.append(f"{source} {100 * (scores.argmax(1) == labels).float().mean():.1f}")
    return "held out: " + ", ".join(shown)


def main() -> None:
    """Read the flags and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--language-data", type=Path, default=LANGUAGE_DATA)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base model")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bfloat16", action="store_true", help="if the processor computes in it")
    flags = parser.parse_args()
    torch.set_num_threads(flags.threads)
    flags.work.mkdir(parents=True, exist_ok=True)
    recipe = InferenceRecipe(bfloat16=flags.bfloat16)
    pairs = lesson(recipe, flags.data, flags.language_data)
    print(_counts(pairs.core), _counts(pairs.once), len(pairs.held), flush=True)
    train(recipe, pairs, base_folder(flags.base), flags.work)


if __name__ == "__main__":
    main()
