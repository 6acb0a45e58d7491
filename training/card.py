"""Write the model card: ``python -m training.card``. Measures the shipped weights on the way."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

from benchmarks.quality.language import measure

from training.recipe import DATA, WEIGHTS
from twosource.language.embedded import load_embedded
from twosource.language.network import MANIFEST

TEMPLATE = Path(__file__).with_name("card_template.md")
_CORPORA = (("gum", "UD GUM"), ("ewt", "UD EWT"), ("pud", "UD PUD"))
_ROWS = (
    ("token", "words"),
    ("sentence", "sentences"),
    ("upos", "UPOS"),
    ("xpos", "XPOS"),
    ("lemma", "lemmas"),
    ("uas", "UAS"),
    ("las", "LAS"),
    ("uas_conll", "UAS, CoNLL 2018"),
    ("las_conll", "LAS, CoNLL 2018"),
    ("names", "names (UNER)"),
)


def card(manifest: Mapping[str, Any], scores: Mapping[str, float]) -> str:
    """The text of the card."""
    run, base, files, data = (manifest[key] for key in ("run", "base", "files", "data"))
    recipe = run["recipe"]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        name=manifest["name"],
        version=manifest["version"],
        steps=recipe["steps"],
        batch=recipe["batch"],
        window=recipe["window"],
        seed=recipe["seed"],
        threads=run["threads"],
        base=base["package"],
        base_hash=base["sha256"],
        files="\n".join(
            f"| `{name}` | {entry['bytes']} | {entry['sha256']} |" for name, entry in files.items()
        ),
        data="\n".join(f"| `{name}` | {digest} |" for name, digest in data.items()),
        scores=_table(scores, "language."),
        paragraphs=_table(scores, "language.paragraphs."),
    )


def _table(scores: Mapping[str, float], prefix: str) -> str:
    lines = [
        "| F1 in % | " + " | ".join(name for _, name in _CORPORA) + " |",
        "|---" * (len(_CORPORA) + 1) + "|",
    ]
    for row, title in _ROWS:
        figures = [scores.get(f"{prefix}{row}.{corpus}") for corpus, _ in _CORPORA]
        cells = [f"{figure:.1f}" if figure is not None else "" for figure in figures]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Read the flags, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    flags = parser.parse_args()
    scores = measure("test", flags.data, load_embedded(weights=flags.weights))
    if not scores:
        raise SystemExit(f"no test sets in {flags.data}: the card needs their scores")
    manifest = json.loads((flags.weights / MANIFEST).read_text(encoding="utf-8"))
    (flags.weights / "CARD.md").write_text(card(manifest, scores), encoding="utf-8")


if __name__ == "__main__":
    main()
