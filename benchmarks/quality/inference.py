"""Entails, contradicts or neither: ``python -m benchmarks.quality.inference``.

Development and test rows only; none of them was trained or calibrated on. MNLI has 19,641 rows, of
which every fifth is run (``--full`` runs all). The precision of contradictions is read where half
of the contradictions are found, the surest first: ``contradictions.p`` by the mean of both
directions, as the product asks, and ``contradictions.one_way.p`` by the direction of the row. Two
naive peers run on the same rows: overlap of words with a look at negation, and the commonest label.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.comparison.inference import Judgement, load_inference

NAME = "inference"
DATA = Path("../shared/data/crossdoc/nli/pairs.tsv.gz")
CORPUS: tuple[Path, ...] = (DATA,)

# Chance is 33.3. Published figures on these rows are of networks trained on MNLI itself, which
# this one is not, and so are no peers.
PEERS: Mapping[str, Mapping[str, float]] = {}

_SETS = {
    "mnli": (("MNLI", "dev"),),
    "cad": (("CAD", "test"),),
    "negnli": (("NegNLI-MNLI", "test"),),
    "sanli": (("saNLI-wiki", "test"),),
    "conjnli": (("ConjNLI", "dev"),),
    "fever": (("FEVERsym", "dev"), ("FEVERsym", "test")),
}
_PRECISION_SETS = ("mnli", "cad", "negnli", "fever")
_SAMPLED = 5
_NEGATIONS = frozenset("not no never none nobody nothing neither nor without".split())
_LIKE, _UNLIKE = 0.8, 0.4

Judge = Callable[[Sequence[tuple[str, str]]], Sequence[Judgement]]


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its label: ``e``, ``n`` or ``c``."""

    premise: str
    hypothesis: str
    label: str


def rows_of(name: str, full: bool = False, path: Path = DATA) -> list[Row]:
    """The rows of one set, in the order of the file; of MNLI every fifth unless ``full``."""
    wanted = set(_SETS[name])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        cells = [line.rstrip("\n").split("\t") for line in lines]
    rows = [Row(*row[2:]) for row in cells if (row[0], row[1]) in wanted]
    return rows[::_SAMPLED] if name == "mnli" and not full else rows


def chosen(judgement: Judgement, labels: frozenset[str]) -> str:
    """The likeliest of the labels that a set has; contradiction before entailment in a tie."""
    scores = {"c": judgement.contradicts, "e": judgement.entails, "n": judgement.neutral}
    return max((label for label in scores if label in labels), key=lambda label: scores[label])


def accuracy(judgements: Sequence[Judgement], rows: Sequence[Row]) -> float:
    """Share of rows told rightly, in per cent."""
    labels = frozenset(row.label for row in rows)
    right = sum(chosen(j, labels) == row.label for j, row in zip(judgements, rows, strict=True))
    return 100.0 * right / len(rows)


def precision_at_half(scores: Sequence[float], rows: Sequence[Row]) -> float:
    """Precision of contradictions, in per cent, where half of them are found.

    Rows are taken from the surest down; rows of one score are taken together, so that a judge
    without grades gains nothing from their order.
    """
    wanted = sum(row.label == "c" for row in rows) / 2
    graded: dict[float, list[bool]] = {}
    for score, row in zip(scores, rows, strict=True):
        graded.setdefault(score, []).append(row.label == "c")
    found = taken = 0
    for score in sorted(graded, reverse=True):
        found += sum(graded[score])
        taken += len(graded[score])
        if found >= wanted:
            break
    return 100.0 * found / taken if taken else 0.0


def overlap(pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
    """The naive peer: shared words entail, negation on one side contradicts."""
    return [_overlap(*pair) for pair in pairs]


def _overlap(premise: str, hypothesis: str) -> Judgement:
    first, second = (text.lower().replace("n't", " not").split() for text in (premise, hypothesis))
    known = {word.strip(".,;:!?\"'") for word in first}
    words = [word.strip(".,;:!?\"'") for word in second]
    share = sum(word in known for word in words) / max(1, len(words))
    if bool(_NEGATIONS & known) != bool(_NEGATIONS & set(words)):
        return Judgement(0.0, 1.0 - share, 0.5 + share / 2)
    if share >= _LIKE:
        return Judgement(1.0, 0.0, 0.0)
    return Judgement(0.0, 1.0, 0.0) if share >= _UNLIKE else Judgement(0.0, 0.4, 0.45)


def measure(full: bool = False) -> dict[str, float]:
    """The figures by row; empty where the corpus is absent."""
    if not DATA.is_file():
        return {}
    inference = load_inference()
    figures: dict[str, float] = {}
    for name in _SETS:
        rows = rows_of(name, full)
        figures |= _measured(f"inference.{name}", inference.judge_pairs, rows)
        figures |= _measured(f"peer.inference.{name}.overlap", overlap, rows)
        commonest = Counter(row.label for row in rows).most_common(1)[0][1]
        figures[f"peer.inference.{name}.majority"] = 100.0 * commonest / len(rows)
    return figures


def _measured(name: str, judge: Judge, rows: Sequence[Row]) -> dict[str, float]:
    there = judge([(row.premise, row.hypothesis) for row in rows])
    figures = {f"{name}.accuracy": accuracy(there, rows)}
    if not set(_PRECISION_SETS) & set(name.split(".")):
        return figures
    back = judge([(row.hypothesis, row.premise) for row in rows])
    one_way = [judgement.contradicts for judgement in there]
    both = [(score + other.contradicts) / 2 for score, other in zip(one_way, back, strict=True)]
    figures[f"{name}.contradictions.p"] = precision_at_half(both, rows)
    figures[f"{name}.contradictions.one_way.p"] = precision_at_half(one_way, rows)
    return figures


def pairs_a_second() -> float:
    """Pairs of CAD's test rows judged in a second, the reading of their texts included."""
    pairs = [(row.premise, row.hypothesis) for row in rows_of("cad")]
    inference = load_inference()
    inference.judge_pairs(pairs[:10])
    began = time.perf_counter()
    inference.judge_pairs(pairs)
    return len(pairs) / (time.perf_counter() - began)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="run all of MNLI")
    flags = parser.parse_args()
    if not DATA.is_file():
        raise SystemExit(f"{DATA} is missing")
    for row, value in measure(flags.full).items():
        print(f"{row:44} {value:6.2f}")
    print(f"{'pairs a second':44} {pairs_a_second():6.1f}")


if __name__ == "__main__":
    main()
