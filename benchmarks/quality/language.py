"""How well the embedded model reads: words, sentences, tags, trees, lemmas and names.

``python -m benchmarks.quality.language`` prints every score beside the peers. ``--split dev`` is
for deciding between variants; test splits are run and never tuned on.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from benchmarks.quality.name_scores import NameTally
from benchmarks.quality.parse_scores import ParseTally
from training.treebank import raw_documents, read_treebank

from twosource.language.embedded import WEIGHTS, load_embedded
from twosource.language.interface import Annotator

NAME = "language"
DATA = Path("../shared/data/language")

_TREEBANKS = {
    "test": {
        "gum": "ud_gum/test.conllu",
        "ewt": "ud_ewt/test.conllu",
        "pud": "ud_pud/test.conllu",
    },
    "dev": {"gum": "ud_gum/dev.conllu", "ewt": "ud_ewt/dev.conllu"},
}
_NAMES = {
    "test": {"pud": "ner/unerpud_test.jsonl", "ewt": "ner/unerewt_test.jsonl"},
    "dev": {"gum": "ner/gum_dev.jsonl"},
}

# What a changed corpus would make incomparable.
CORPUS = tuple(DATA / name for name in (*_TREEBANKS["test"].values(), *_NAMES["test"].values()))

_CNN = "spaCy small CNN, same data"
_TRIAL = "trial of this design"

# spaCy's convention, whole documents without paragraph breaks.
PEERS: Mapping[str, Mapping[str, float]] = {
    "language.upos.gum": {_CNN: 96.2, _TRIAL: 97.0},
    "language.upos.ewt": {_CNN: 94.2, _TRIAL: 95.9},
    "language.upos.pud": {_CNN: 95.6, _TRIAL: 96.6},
    "language.uas.gum": {_CNN: 84.8, _TRIAL: 89.2},
    "language.uas.ewt": {_CNN: 82.8, _TRIAL: 88.0},
    "language.uas.pud": {_CNN: 86.3, _TRIAL: 92.0},
    "language.las.gum": {_CNN: 81.2, _TRIAL: 86.3},
    "language.las.ewt": {_CNN: 79.0, _TRIAL: 85.3},
    "language.las.pud": {_CNN: 82.1, _TRIAL: 88.9},
    "language.sentence.gum": {_CNN: 86.1, _TRIAL: 87.7},
    "language.sentence.ewt": {_CNN: 73.1, _TRIAL: 77.5},
    "language.sentence.pud": {_CNN: 92.8, _TRIAL: 96.3},
    "language.lemma.gum": {_CNN: 97.4, _TRIAL: 97.9},
    "language.lemma.pud": {_CNN: 96.4, _TRIAL: 97.5},
    "language.names.pud": {_CNN: 60.7, _TRIAL: 75.9},
    "language.names.ewt": {_CNN: 60.3, _TRIAL: 72.5},
}


def measure(
    split: str = "test", data: Path = DATA, annotator: Annotator | None = None
) -> dict[str, float]:
    """Score the reader on raw text.

    Rows without a suffix follow spaCy's convention on documents without paragraph breaks, as the
    peers were measured; ``*_conll`` rows follow the CoNLL 2018 convention on the same readings;
    ``paragraphs.*`` rows give the paragraphs of the treebank as blank lines, as reports have them.

    Returns:
        Per cent by row; empty where the corpus is absent.
    """
    reader = annotator or load_embedded()
    scores: dict[str, float] = {}
    for corpus, name in _TREEBANKS[split].items():
        if not (data / name).is_file():
            continue
        names = _NAMES[split].get(corpus)
        for prefix, by_paragraph in (("", False), ("paragraphs.", True)):
            tally = ParseTally()
            named = NameTally(data / names) if names else None
            for document in raw_documents(list(read_treebank(data / name)), by_paragraph):
                reading = reader.read(document.text)
                tally.add(reading, document)
                if named is not None:
                    named.add(reading, document)
            found = tally.scores() | ({"names": named.f1()} if named else {})
            scores |= {f"language.{prefix}{row}.{corpus}": v for row, v in found.items()}
    return scores


def main() -> None:
    """Print the scores beside the peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("test", "dev"), default="test")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    flags = parser.parse_args()
    scores = measure(flags.split, flags.data, load_embedded(weights=flags.weights))
    if not scores:
        print(f"skipped: no treebanks in {flags.data}")
    for row, score in scores.items():
        figures = PEERS.get(row, {}) if flags.split == "test" else {}
        peers = ", ".join(f"{name} {value}" for name, value in figures.items())
        print(f"{row:36} {score:6.2f}  {peers}")


if __name__ == "__main__":
    main()
