"""Export the network of inference: ``python -m training.inference_export``.

Calibrates it on the held-out pairs, writes it as ONNX with int8 weights, and the manifest with
the threshold at which a contradiction may be shown. The figures on dev and test rows, measured on
the files as they ship, and the model card follow with ``--card``.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

import torch
from benchmarks.quality.inference import measure
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.base_model import base_folder
from training.export import sha256
from training.inference_network import PairReader
from training.inference_pairs import DATA, LETTERS, PAIRS, Pair, core_pairs
from training.recipe import BASE_PACKAGE, BASE_VERSION, WORK
from training.recipe import DATA as LANGUAGE_DATA
from twosource.comparison.inference import FILE, FOLDER, MANIFEST, Judgement, load_inference
from twosource.language import meaning
from twosource.language.embedded import WEIGHTS as LANGUAGE_WEIGHTS

NAME = "twosource-inference"
VERSION = "1.0.0"
TEMPLATE = Path(__file__).with_name("inference_card_template.md")
_OPSET = 17
_PRECISION = 0.9


class Shipped(nn.Module):
    """One pair, no padding, with calibrated probabilities."""

    def __init__(self, reader: PairReader, temperature: float) -> None:
        super().__init__()
        self.reader = reader
        self.temperature = temperature

    def forward(self, states: Tensor, marks: Tensor, vectors: Tensor) -> Tensor:
        """Probabilities ``[pair, label]``."""
        scores = self.reader(states, marks, vectors, None)
        return torch.softmax(scores / self.temperature, -1)


def temperature_of(scores: Tensor, labels: Tensor) -> float:
    """The divisor of the log odds under which the labels are likeliest."""
    steps = [0.5 + 0.02 * number for number in range(150)]
    return min(steps, key=lambda step: float(functional.cross_entropy(scores / step, labels)))


def threshold_of(scores: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The least score from which on so many are right; 1 if there is none."""
    least, found = 1.0, 0
    ranked = sorted(zip(scores, right, strict=True), reverse=True)
    for taken, (score, is_right) in enumerate(ranked, start=1):
        found += is_right
        if found >= precision * taken:
            least = score
    return least


def calibration_error(judgements: Sequence[Judgement], labels: Sequence[str]) -> float:
    """Expected calibration error over ten bins of the highest probability, in per cent."""
    bins: list[list[float]] = [[] for _ in range(10)]
    for judgement, label in zip(judgements, labels, strict=True):
        scores = (judgement.entails, judgement.neutral, judgement.contradicts)
        sure = max(scores)
        off = float(LETTERS[scores.index(sure)] == label) - sure
        bins[min(9, int(sure * 10))].append(off)
    return 100 * sum(abs(sum(offs)) for offs in bins) / len(labels)


def held_out_figures(held: Sequence[Pair], folder: Path) -> dict[str, float]:
    """Accuracy, calibration and the threshold, by the files that ship."""
    inference = load_inference(folder=folder)
    texts = [(pair.premise, pair.hypothesis) for pair in held]
    labels = [pair.label for pair in held]
    there = inference.judge_pairs(texts)
    back = inference.judge_pairs([(other, one) for one, other in texts])
    both = [(one.contradicts + two.contradicts) / 2 for one, two in zip(there, back, strict=True)]
    against = [label == "c" for label in labels]
    least = threshold_of(both, against, _PRECISION)
    shown = sum(is_so for score, is_so in zip(both, against, strict=True) if score >= least)
    likeliest = [
        max("cen", key={"e": j.entails, "n": j.neutral, "c": j.contradicts}.__getitem__)
        for j in there
    ]
    right = sum(one == label for one, label in zip(likeliest, labels, strict=True))
    return {
        "pairs": len(held),
        "accuracy": round(100 * right / len(held), 1),
        "calibration_error": round(calibration_error(there, labels), 1),
        "contradiction_at": math.ceil(least * 1000) / 1000,
        "contradictions_found": round(100 * shown / sum(against), 1),
    }


def export(work: Path, base: Path, folder: Path) -> None:
    """Write the network and its manifest.

    Args:
        work: Folder with ``inference.pt`` and ``inference_run.json``.
        base: Folder of the base model.
        folder: Where to write.
    """
    run = json.loads((work / "inference_run.json").read_text(encoding="utf-8"))
    held = run.pop("held_out")
    scores, labels = torch.tensor(held["scores"]), torch.tensor(held["labels"])
    temperature = temperature_of(scores, labels)
    reader = PairReader(base)
    reader.load_state_dict(torch.load(work / "inference.pt"))
    folder.mkdir(parents=True, exist_ok=True)
    write_network(Shipped(reader.eval(), temperature).eval(), work / "inference32.onnx", folder)
    shutil.copyfile(LANGUAGE_WEIGHTS / "LICENSE", folder / "LICENSE")
    manifest = {
        "name": NAME,
        "version": VERSION,
        "base": {
            "package": f"{BASE_PACKAGE} {BASE_VERSION}",
            "sha256": sha256(base / "model.safetensors"),
        },
        "goes_on_from": {meaning.FILE: sha256(meaning.FOLDER / meaning.FILE)},
        "contradiction_at": 1.0,
        "temperature": round(temperature, 2),
        "run": run,
        "data": _sources(),
        "files": {FILE: {"bytes": (folder / FILE).stat().st_size, "sha256": sha256(folder / FILE)}},
    }
    _write(manifest, folder)
    _, held = core_pairs(DATA, run["recipe"]["held_out"])
    figures = held_out_figures(held, folder)
    _write(
        manifest | {"contradiction_at": figures.pop("contradiction_at"), "held_out": figures},
        folder,
    )


def _write(manifest: Mapping[str, Any], folder: Path) -> None:
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _sources() -> dict[str, str]:
    scone = sorted((DATA / "scone" / "scone_nli" / "train").glob("*.csv"))
    named = {f"nli/{path.relative_to(DATA).as_posix()}": path for path in [DATA / PAIRS, *scone]}
    for name in ("ud_ewt", "ud_gum"):
        named[f"language/{name}/train.conllu"] = LANGUAGE_DATA / name / "train.conllu"
    return {name: sha256(path) for name, path in sorted(named.items())}


def write_network(shipped: Shipped, exact: Path, folder: Path) -> None:
    """Write the graph in float32 to ``exact`` and with int8 weights into ``folder``."""
    size = shipped.reader.marks.weight.shape[1]
    length = 14
    example = (
        torch.randn(1, length, size),
        torch.tensor([[0] * (length // 2) + [6] * (length // 2)]),
        torch.randn(1, 2, size),
    )
    with warnings.catch_warnings():
        # The newer exporter writes the layers as fused functions that the quantizer passes over.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            shipped,
            example,
            str(exact),
            input_names=["states", "marks", "vectors"],
            output_names=["judgement"],
            dynamic_axes={"states": {1: "piece"}, "marks": {1: "piece"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    quantize_dynamic(str(exact), str(folder / FILE), weight_type=QuantType.QInt8, per_channel=True)


def card(manifest: Mapping[str, Any], figures: Mapping[str, float]) -> str:
    """The text of the card."""
    run = manifest["run"]
    counts = {**run["pairs"]["core"], **{f"{k} ": v for k, v in run["pairs"]["once"].items()}}
    passes = run["recipe"]["passes"]
    rows = [
        f"| {name.strip()} | {count} | {1 if name.endswith(' ') else passes} |"
        for name, count in counts.items()
    ]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        name=manifest["name"],
        version=manifest["version"],
        scores="\n".join(f"| {row} | {value:.1f} |" for row, value in figures.items()),
        pairs="\n".join(rows),
        steps=run["steps"],
        threads=run["threads"],
        number="bfloat16 passes over float32 weights" if run["recipe"]["bfloat16"] else "float32",
        seed=run["recipe"]["seed"],
        batch=run["recipe"]["batch"],
        temperature=manifest["temperature"],
        contradiction_at=manifest["contradiction_at"],
        held_pairs=manifest["held_out"]["pairs"],
        held_accuracy=manifest["held_out"]["accuracy"],
        held_error=manifest["held_out"]["calibration_error"],
        held_found=manifest["held_out"]["contradictions_found"],
        bytes=manifest["files"][FILE]["bytes"],
        sha256=manifest["files"][FILE]["sha256"],
        base=manifest["base"]["package"],
        base_hash=manifest["base"]["sha256"],
        data="\n".join(f"| `{path}` | {digest} |" for path, digest in manifest["data"].items()),
    )


def main() -> None:
    """Read the flags and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base model")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--card", action="store_true", help="measure and write the card")
    flags = parser.parse_args()
    if flags.card:
        manifest = json.loads((flags.folder / MANIFEST).read_text(encoding="utf-8"))
        text = card(manifest, measure())
        (flags.folder / "CARD.md").write_text(text, encoding="utf-8")
        return
    export(flags.work, base_folder(flags.base), flags.folder)
    total = sum(path.stat().st_size for path in flags.folder.iterdir())
    print(f"{flags.folder}: {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
