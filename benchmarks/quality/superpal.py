"""Which propositions say the same, on SuperPAL: ``python -m benchmarks.quality.superpal``.

The set gives propositions of summaries aligned with propositions of articles (Ernst et al. 2021,
the Multi-News part, which carries its texts). Within a topic every proposition of a summary is
paired with every one of the articles; the given pairs are right, all others wrong, so that some of
the wrong ones are alignments that nobody marked. The measure is F1 at the threshold that is best on
the development part. Two of the product's measures are held beside the cosine of TF-IDF vectors:
the nearness in meaning, and that plus the weight of shared lemmas, which joins wordings.
"""

from __future__ import annotations

import csv
import hashlib
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from twosource.comparison.lineage.wordprint import print_of
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.language.meaning import load_meaning
from twosource.model.identity import ReportId
from twosource.model.report import Extraction, OffsetRun, Report, readable

NAME = "superpal"
DATA = Path("../shared/data/crossdoc/superpal/manual_datasets")
CORPUS: tuple[Path, ...] = (DATA / "dev_MN_only.csv", DATA / "test_MN_only.csv")
PEERS: Mapping[str, Mapping[str, float]] = {}

Texts = Sequence[str]
Scores = Sequence[float]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of propositions, and which of them are aligned."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    aligned: tuple[bool, ...]


def read_pairs(file: Path) -> Pairs:
    """Every pair of a summary's and an article's proposition within a topic."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    left: list[str] = []
    right: list[str] = []
    aligned: list[bool] = []
    for topic in dict.fromkeys(row["topic"] for row in rows):
        inside = [row for row in rows if row["topic"] == topic]
        gold = {(row["summarySpanText"], row["docSpanText"]) for row in inside}
        for one in dict.fromkeys(pair[0] for pair in sorted(gold)):
            for other in dict.fromkeys(pair[1] for pair in sorted(gold)):
                left.append(one)
                right.append(other)
                aligned.append((one, other) in gold)
    return Pairs(tuple(left), tuple(right), tuple(aligned))


def best_f1(scores: Scores, aligned: Sequence[bool]) -> tuple[float, float]:
    """The best F1 in per cent over all thresholds, and its threshold."""
    order = sorted(zip(scores, aligned, strict=True), reverse=True)
    wanted, right, best = sum(aligned), 0, (0.0, math.inf)
    for found, (score, is_aligned) in enumerate(order, start=1):
        right += is_aligned
        best = max(best, (200.0 * right / (found + wanted), score))
    return best


def f1_at(threshold: float, scores: Scores, aligned: Sequence[bool]) -> float:
    """F1 in per cent of the pairs that reach a threshold."""
    found = [score >= threshold for score in scores]
    right = sum(a and b for a, b in zip(found, aligned, strict=True))
    return 200.0 * right / (sum(found) + sum(aligned)) if right else 0.0


def by_tf_idf(pairs: Pairs) -> Scores:
    """Cosine of TF-IDF vectors of lower-case words, counted over the pairs' own texts."""
    texts = dict.fromkeys((*pairs.left, *pairs.right))
    words = {text: Counter(text.lower().split()) for text in texts}
    holding = Counter(word for counts in words.values() for word in counts)
    weighted = {
        text: {w: n * math.log(len(texts) / holding[w]) for w, n in counts.items()}
        for text, counts in words.items()
    }
    length = {text: math.hypot(*row.values()) or 1.0 for text, row in weighted.items()}

    def cosine(one: str, other: str) -> float:
        a, b = weighted[one], weighted[other]
        return sum(a[w] * b[w] for w in a.keys() & b.keys()) / length[one] / length[other]

    return [cosine(one, other) for one, other in zip(pairs.left, pairs.right, strict=True)]


def by_meaning(pairs: Pairs) -> Scores:
    """Nearness in meaning alone."""
    texts = list(dict.fromkeys((*pairs.left, *pairs.right)))
    vectors = dict(zip(texts, load_meaning().vectors(texts), strict=True))
    ends = zip(pairs.left, pairs.right, strict=True)
    return [float(np.dot(vectors[one], vectors[other])) for one, other in ends]


def by_wordings(pairs: Pairs) -> Scores:
    """Nearness in meaning plus the share of the shorter one's weight that both have."""
    texts = list(dict.fromkeys((*pairs.left, *pairs.right)))
    nearness = by_meaning(pairs)
    lemmas = {text: _lemmas(text) for text in texts}

    def score(one: str, other: str) -> float:
        a, b = lemmas[one], lemmas[other]
        shared = sum(min(a[w], b[w]) for w in a.keys() & b.keys())
        shorter = min(sum(a.values()), sum(b.values())) or 1.0
        return shared / shorter

    ends = zip(pairs.left, pairs.right, strict=True)
    return [near + score(*end) for near, end in zip(nearness, ends, strict=True)]


def _lemmas(text: str) -> dict[str, float]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    runs = (OffsetRun(0, 0, len(text)),)
    report = Report(
        ReportId(f"rp-{sha256[:16]}"),
        "proposition",
        None,
        sha256,
        text,
        None,
        None,
        None,
        None,
        "en",
        None,
        (),
        (0,),
        Extraction("none", "1", "utf-8", runs),
    )
    found = print_of(report, _reader().read(readable(report)))
    return {word.lemma: word.weight for word in found.words if word.weight}


@cache
def _reader() -> Annotator:
    return load_embedded()


SCORERS: Mapping[str, Callable[[Pairs], Scores]] = {
    "superpal.meaning.f1": by_meaning,
    "superpal.wordings.f1": by_wordings,
    "peer.tf_idf.f1": by_tf_idf,
}


def measure() -> dict[str, float]:
    """F1 on the test part by row; empty where the set is absent."""
    if not all(file.is_file() for file in CORPUS):
        return {}
    development, test = (read_pairs(file) for file in CORPUS)
    rows: dict[str, float] = {}
    for row, scorer in SCORERS.items():
        _, threshold = best_f1(scorer(development), development.aligned)
        rows[row] = f1_at(threshold, scorer(test), test.aligned)
    return rows


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:20} {value:.1f}")
