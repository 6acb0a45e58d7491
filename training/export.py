"""Export the trained model into the package: ``python -m training.export``.

Writes the network as ONNX with an int8 encoder and float32 heads, the relation scorer with its
tensor in float16, the labels, the vocabulary, the lemma table and the manifest with the SHA-256
of each file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import warnings
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.base_model import base_folder
from training.lemma_table import exceptions, write_table
from training.names import SETS
from training.network import Reader, with_one
from training.recipe import BASE_PACKAGE, BASE_VERSION, DATA, NAME, VERSION, WEIGHTS, WORK
from training.windows import Labels, training_sentences
from twosource.language.network import FILES, MANIFEST

_INPUTS = ("pieces", "cases", "firsts")
_OUTPUTS = ("upos", "xpos", "starts", "entities", "arcs", "dependents", "heads")
_OPSET = 17


class Shipped(nn.Module):
    """What the package runs first: one window, no padding, all but the relations."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Scores in the order of the graph's outputs."""
        reader = self.reader
        rows = reader.rows(pieces, cases, firsts, None)
        return (
            reader.upos(rows),
            reader.xpos(rows),
            reader.start(rows),
            reader.entity(rows),
            reader.arc_scores(rows),
            reader.relation_dependent(rows),
            reader.relation_head(rows),
        )


class ShippedRelations(nn.Module):
    """What the package runs once it has the heads: relation scores of every word of a window."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        # [label, dependent, head] laid out so that one product serves all labels.
        labels, size, _ = reader.relations.shape
        wide = reader.relations.detach().transpose(0, 1).reshape(size, labels * size)
        self.register_buffer("wide", wide.half())
        self.labels = labels

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores ``[row, relation]``; row ``i`` of ``heads`` is the head of row ``i``."""
        product = with_one(dependents) @ self.wide.float()
        by_label = product.view(dependents.shape[0], self.labels, -1)
        scores: Tensor = (by_label * with_one(heads)[:, None, :]).sum(-1)
        return scores


def export(work: Path, data: Path, base: Path, weights: Path) -> None:
    """Write the files of the package's weights.

    Args:
        work: Folder with ``model.pt``, ``labels.json`` and ``run.json``.
        data: Folder with the treebanks, for the lemma table.
        base: Folder of the base model, for the vocabulary.
        weights: Where to write.
    """
    loaded = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in loaded.items()})
    reader = Reader(base, labels)
    reader.load_state_dict(torch.load(work / "model.pt"))
    reader.eval()
    weights.mkdir(parents=True, exist_ok=True)
    write_network(reader, work / "network32.onnx", weights / "network.onnx")
    write_relations(reader, weights / "relations.onnx")
    (weights / "labels.json").write_text(
        json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8"
    )
    shutil.copyfile(base / "vocab.txt", weights / "vocabulary.txt")
    ewt, gum, _ = training_sentences(data)
    write_table(weights / "lemmas.tsv.gz", exceptions([*ewt, *gum]))
    write_manifest(work, data, base, weights)


def write_network(reader: Reader, exact: Path, small: Path) -> None:
    """Write the graph in float32 to ``exact`` and with an int8 encoder to ``small``."""
    length, words = 12, 9
    example = (
        torch.randint(5, 999, (1, length)),
        torch.randint(0, 8, (1, length)),
        torch.arange(words)[None],
    )
    axes = {"pieces": {1: "piece"}, "cases": {1: "piece"}, "firsts": {1: "row"}}
    axes |= {name: {1: "row"} for name in _OUTPUTS}
    axes["arcs"] = {1: "row", 2: "head"}
    _write_graph(Shipped(reader).eval(), example, exact, (_INPUTS, _OUTPUTS), axes)
    heads = [
        node.name
        for node in onnx.load(str(exact)).graph.node
        if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name
    ]
    quantize_dynamic(
        str(exact),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=heads,
    )


def write_relations(reader: Reader, path: Path) -> None:
    """Write the relation scorer."""
    size = reader.relations.shape[1] - 1
    names = (("dependents", "heads"), ("relations",))
    axes = {name: {0: "row"} for group in names for name in group}
    example = (torch.zeros(3, size), torch.zeros(3, size))
    _write_graph(ShippedRelations(reader), example, path, names, axes)


def _write_graph(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings():
        # The newer exporter writes the encoder as fused functions that the quantizer passes over.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=_OPSET,
            # Folding would store the relation tensor in float32.
            do_constant_folding=not isinstance(module, ShippedRelations),
            dynamo=False,
        )


def write_manifest(work: Path, data: Path, base: Path, weights: Path) -> None:
    """Write what the weights are, what they were made from, and their hashes."""
    sources = sorted([*data.glob("ud_*/train.conllu"), *_named_sets(data)])
    manifest = {
        "name": NAME,
        "version": VERSION,
        "base": {
            "package": f"{BASE_PACKAGE} {BASE_VERSION}",
            "sha256": sha256(base / "model.safetensors"),
        },
        "run": json.loads((work / "run.json").read_text(encoding="utf-8")),
        "data": {path.relative_to(data).as_posix(): sha256(path) for path in sources},
        "files": {
            name: {"bytes": (weights / name).stat().st_size, "sha256": sha256(weights / name)}
            for name in FILES
        },
    }
    (weights / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _named_sets(data: Path) -> list[Path]:
    return [data / "ner" / f"{name}.jsonl" for name in ("gum_train", *(name for name, _ in SETS))]


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Read the flags and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base model")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    flags = parser.parse_args()
    export(flags.work, flags.data, base_folder(flags.base), flags.weights)
    total = sum(path.stat().st_size for path in flags.weights.iterdir())
    print(f"{flags.weights}: {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
