"""Export the network of sentence meaning: ``python -m training.meaning``.

It is the base model as published, nothing trained on top: word pieces in, one vector of unit length
out (mean over the pieces, as the base model's card says), and beside it the states from which the
network of inference goes on. Weights are int8 (dynamic, per channel).
The vocabulary is the one that ships for the reader of English.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.base_model import base_folder
from training.export import sha256
from training.inference_network import TextReader
from training.recipe import BASE_PACKAGE, BASE_VERSION
from twosource.language.meaning import FILE, FOLDER, MANIFEST

_OPSET = 17


class Meaning(nn.Module):
    """The base model under mean pooling: one text, no padding."""

    def __init__(self, reader: TextReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """The vector of one text and its states, given its pieces with the two marks around."""
        vector, states = self.reader(pieces, None)
        return vector, states


def export(base: Path, folder: Path) -> None:
    """Write the network and its manifest.

    Args:
        base: Folder of the base model.
        folder: Where to write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    module = Meaning(TextReader(base)).eval()
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # The newer exporter writes the encoder as fused functions that the quantizer passes over.
        warnings.simplefilter("ignore", DeprecationWarning)
        exact = Path(scratch) / "meaning32.onnx"
        torch.onnx.export(
            module,
            (torch.randint(5, 999, (1, 12)),),
            str(exact),
            input_names=["pieces"],
            output_names=["vector", "states"],
            dynamic_axes={"pieces": {1: "piece"}, "states": {1: "piece"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            str(exact), str(folder / FILE), weight_type=QuantType.QInt8, per_channel=True
        )
    manifest = {
        "name": "all-MiniLM-L6-v2, int8",
        "base": {
            "package": f"{BASE_PACKAGE} {BASE_VERSION}",
            "licence": "Apache-2.0",
            "sha256": sha256(base / "model.safetensors"),
        },
        "files": {FILE: {"bytes": (folder / FILE).stat().st_size, "sha256": sha256(folder / FILE)}},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the flags and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, default=None, help="folder of the base model")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    flags = parser.parse_args()
    export(base_folder(flags.base), flags.folder)
    total = sum(path.stat().st_size for path in flags.folder.iterdir())
    print(f"{flags.folder}: {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
