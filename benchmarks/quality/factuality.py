"""Whether a verb is said to have come true: ``python -m benchmarks.quality.factuality``.

UDS-IH2 gives verbs of the English Web Treebank a mean judgement from -3 (surely did not happen) to
3 (surely did). Only the sign is compared. A proposition counts as happened where it is positive,
actual or a past necessity ("had to leave"), and not set in the future. Verbs that the product
takes for no proposition (``want to``, ``seems to``, attributive participles) are not covered; the
accuracies of the product and of the majority are over the covered ones. ``--split dev`` is for
deciding between variants; the test split is never tuned on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.attribution_sets import report_of

from twosource.claims.propositions.extract import propositions_in
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.proposition import Modality, Proposition, Tense

NAME = "factuality"
DATA = Path("../shared/data/attribution/factuality/UDS_IH2")
CORPUS = (DATA / "test.jsonl",)
TURNING = frozenset(
    "not n't no never to will 'll would may might could can ca should must if please let".split()
)
PEERS: Mapping[str, Mapping[str, float]] = {}
"""Published figures are correlations with the mean judgement, not accuracies of its sign."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verb with its judgement: its run of characters, and whether it is said to have happened."""

    start: int
    end: int
    happened: bool


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence of the set with its judged verbs."""

    text: str
    verbs: tuple[Judged, ...]


def read_sentences(path: Path) -> Iterator[JudgedSentence]:
    """The sentences of a file of the set, in its order; words are parted by single blanks."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield judged(record["text"], [(t["span1"], t["label"]) for t in record["targets"]])


def judged(text: str, targets: list[tuple[list[int], float]]) -> JudgedSentence:
    """Turn word numbers, half-open, into runs of characters."""
    starts = [0]
    for word in text.split(" "):
        starts.append(starts[-1] + len(word) + 1)
    verbs = [Judged(starts[a], starts[b] - 1, label > 0) for (a, b), label in targets]
    return JudgedSentence(text, tuple(verbs))


def happened(proposition: Proposition) -> bool:
    """Whether a proposition tells of something as having happened or being so."""
    duty = proposition.modality is Modality.NECESSARY and proposition.tense is Tense.PAST
    committed = proposition.modality is Modality.ACTUAL or duty
    return proposition.positive and committed and proposition.tense is not Tense.FUTURE


def measure(split: str = "test", annotator: Annotator | None = None) -> dict[str, float]:
    """Accuracy, balanced accuracy and coverage in per cent; empty where the set is absent."""
    path = DATA / f"{split}.jsonl"
    if not path.is_file():
        return {}
    reader = annotator or load_embedded()
    counts: Counter[tuple[bool, bool]] = Counter()
    words: Counter[tuple[bool, bool]] = Counter()
    asked = 0
    for sentence in read_sentences(path):
        report = report_of("sentence.txt", sentence.text)
        found = propositions_in(report, reader.read(sentence.text), ())
        for verb in sentence.verbs:
            asked += 1
            over = [
                p for p in found if p.predicate.start < verb.end and verb.start < p.predicate.end
            ]
            if over:
                counts[verb.happened, happened(over[0])] += 1
                words[verb.happened, by_words(sentence.text, verb.start)] += 1
    by_list = _rows(words, asked)
    return _rows(counts, asked) | {
        f"peer.factuality.{row}.words": by_list[f"factuality.{row}"]
        for row in ("accuracy", "balanced")
    }


def by_words(text: str, start: int) -> bool:
    """What a list of words says: none of them among the three words before the verb."""
    return TURNING.isdisjoint(text[:start].lower().split()[-3:])


def _rows(counts: Counter[tuple[bool, bool]], asked: int) -> dict[str, float]:
    covered = sum(counts.values())
    yes = counts[True, True] + counts[True, False]
    no = covered - yes
    recalls = [counts[True, True] / max(1, yes), counts[False, False] / max(1, no)]
    return {
        "factuality.accuracy": 100.0
        * (counts[True, True] + counts[False, False])
        / max(1, covered),
        "factuality.balanced": 100.0 * sum(recalls) / 2,
        "factuality.coverage": 100.0 * covered / max(1, asked),
        "peer.factuality.accuracy.majority": 100.0 * max(yes, no) / max(1, covered),
        "peer.factuality.balanced.majority": 50.0,
    }


def main() -> None:
    """Print the scores beside those of always taking the commoner sign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    flags = parser.parse_args()
    scores = measure(flags.split)
    if not scores:
        print(f"skipped: no judgements in {DATA}")
    for row, score in scores.items():
        print(f"{row:36} {score:6.2f}")


if __name__ == "__main__":
    main()
