"""Which answers to a question say the same, on NAnCo: ``python -m benchmarks.quality.answers``.

The figure is that of the set's own notebook: per question, the balanced accuracy over all pairs of
answers (same group or not), at a threshold from the development questions; then the mean over the
questions. Test questions are run and never tuned on. ``--thresholds`` prints the thresholds that
the development questions give, which the product holds as constants.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twosource.claims.questions.likeness import SUM_THRESHOLD, same_answers
from twosource.language.meaning import load_meaning

NAME = "answers"
DATA = Path("../shared/data/crossdoc/nanco/nanco_dataset.json")
CORPUS: tuple[Path, ...] = (DATA,)

# As printed by the set's notebook and paper (Laban et al. 2022); other thresholds, same questions.
PEERS: Mapping[str, Mapping[str, float]] = {
    "nanco.test": {"MPNet STS": 73.0, "QuIP": 74.1, "Discord RoBERTa-large": 81.3}
}

_DEVELOPMENT = ("Q2", "Q3", "Q5", "Q6")
_TEST = ("Q4", "Q7", "Q8", "Q9")

Scores = NDArray[np.float64]
Scorer = Callable[[Sequence[str]], Scores]


@dataclass(frozen=True, slots=True)
class Topic:
    """One question: its answers, and which pairs of them (upper triangle) say the same."""

    name: str
    answers: tuple[str, ...]
    same: NDArray[np.bool_]


def topics(path: Path = DATA) -> dict[str, Topic]:
    """The questions of the set, by name."""
    found = {}
    for entry in json.loads(path.read_text(encoding="utf-8")):
        answers = entry["answers"]
        groups = np.array([answer["cluster_global"] for answer in answers])
        same = (groups[:, None] == groups[None])[np.triu_indices(len(groups), 1)]
        name = answers[0]["qid"]
        found[name] = Topic(name, tuple(answer["Answer"] for answer in answers), same)
    return found


def balanced_accuracy(said: NDArray[np.bool_], same: NDArray[np.bool_]) -> float:
    """Mean of the shares of same and of different pairs that are told rightly."""
    return float((said[same].mean() + (~said[~same]).mean()) / 2)


def best_threshold(scores: Scores, same: NDArray[np.bool_]) -> float:
    """The threshold with the highest balanced accuracy, midway to the next score."""
    steps = np.unique(scores)
    found = [balanced_accuracy(scores > step, same) for step in steps]
    best = int(np.argmax(found))
    return float(steps[best : best + 2].mean())


def pair_scores(scorer: Scorer, topic: Topic) -> Scores:
    """The scores of the pairs of a question's answers, upper triangle by rows."""
    return scorer(topic.answers)[np.triu_indices(len(topic.answers), 1)]


def threshold(scorer: Scorer, among: Sequence[Topic]) -> float:
    """The mean of the questions' best thresholds, as in the set's notebook."""
    return float(np.mean([best_threshold(pair_scores(scorer, t), t.same) for t in among]))


def accuracy(scorer: Scorer, among: Sequence[Topic], limit: float) -> float:
    """Per cent: mean over the questions of the balanced accuracy."""
    found = [balanced_accuracy(pair_scores(scorer, t) > limit, t.same) for t in among]
    return 100.0 * float(np.mean(found))


def character_cosines(answers: Sequence[str]) -> Scores:
    """The naive peer: cosines of TF-IDF vectors of runs of three to five letters within words.

    Counts are taken as 1 + log; inverse document frequency is smoothed by one.
    """
    counted = [_runs(answer.lower()) for answer in answers]
    documents = Counter(run for counts in counted for run in counts)
    columns = {run: number for number, run in enumerate(documents)}
    table = np.zeros((len(answers), len(columns)))
    for row, counts in enumerate(counted):
        for run, count in counts.items():
            rarity = np.log((1 + len(answers)) / (1 + documents[run])) + 1
            table[row, columns[run]] = (1 + np.log(count)) * rarity
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths > 0, lengths, 1.0)
    cosines: Scores = table @ table.T
    return cosines


def _runs(text: str) -> Counter[str]:
    padded = [f" {word} " for word in text.split()]
    return Counter(
        word[i : i + size]
        for word in padded
        for size in (3, 4, 5)
        for i in range(max(1, len(word) - size + 1))
    )


def measure() -> dict[str, float]:
    """The figures by row; empty where the corpus is absent."""
    if not DATA.is_file():
        return {}
    known = topics()
    development, test = ([known[name] for name in names] for names in (_DEVELOPMENT, _TEST))
    meaning = load_meaning()

    def ours(answers: Sequence[str]) -> Scores:
        return same_answers(answers, meaning)

    naive = threshold(character_cosines, development)
    return {
        "nanco.dev": accuracy(ours, development, 0.0),
        "nanco.test": accuracy(ours, test, 0.0),
        "peer.nanco.dev.tfidf": accuracy(character_cosines, development, naive),
        "peer.nanco.test.tfidf": accuracy(character_cosines, test, naive),
    }


def thresholds() -> dict[str, float]:
    """What the constants of the product are to be, from the development questions alone."""
    known = topics()
    development = [known[name] for name in _DEVELOPMENT]
    meaning = load_meaning()

    def sums(answers: Sequence[str]) -> Scores:
        return same_answers(answers, meaning) + SUM_THRESHOLD

    def cosines(answers: Sequence[str]) -> Scores:
        vectors = meaning.vectors(answers).astype(np.float64)
        found: Scores = vectors @ vectors.T
        return found

    return {"sum": threshold(sums, development), "cosine": threshold(cosines, development)}


def main() -> None:
    """Print the rows, or the thresholds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--thresholds", action="store_true")
    flags = parser.parse_args()
    if not DATA.is_file():
        print(f"{NAME}: skipped, {DATA} is not there")
        return
    for row, value in (thresholds() if flags.thresholds else measure()).items():
        print(f"{row:28} {value:6.2f}")


if __name__ == "__main__":
    main()
