"""Pairs of texts with labels: what the network of inference learns from and is measured on."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path("../shared/data/crossdoc/nli")
PAIRS = "pairs.tsv.gz"
LETTERS = "enc"
CORE = ("CAD", "saNLI-wiki")

_SCONE_LABELS = {"entailment": "e", "neutral": "n", "contradiction": "c"}
_SCONE_COLUMNS = (
    ("sentence1_edited", "sentence2_edited", "gold_label_edited"),
    ("sentence1", "sentence2", "gold_label"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Premise and hypothesis.

    Attributes:
        source: Where the pair is from.
        premise, hypothesis: The texts.
        label: ``e`` (entails), ``n`` (neutral) or ``c`` (contradicts).
    """

    source: str
    premise: str
    hypothesis: str
    label: str


def read_pairs(data: Path, split: str) -> list[Pair]:
    """The rows of the table that stand in a split (``train``, ``dev`` or ``test``)."""
    with gzip.open(data / PAIRS, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines][1:]
    return [
        Pair(source, plain(premise), plain(hypothesis), label)
        for source, own, premise, hypothesis, label in rows
        if own == split
    ]


def read_scone(data: Path) -> list[Pair]:
    """The training rows of ScoNe: six variants of each pair, with negation in and out of scope.

    A replacement of words without regard to their bounds, made in the set ("tsunhat" for "that"),
    is undone.
    """
    found = []
    for path in sorted((data / "scone" / "scone_nli" / "train").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                first, second, label = next(
                    names for names in _SCONE_COLUMNS if all(name in row for name in names)
                )
                found.append(
                    Pair(
                        "ScoNe",
                        _mended(row[first]),
                        _mended(row[second]),
                        _SCONE_LABELS[row[label]],
                    )
                )
    return found


def _mended(text: str) -> str:
    words = text.split()
    if "case" in words and not {"that", "tthat"} & set(words):
        place = words.index("case") + 1
        if place < len(words) and words[place].startswith("t") and words[place].endswith("t"):
            words[place] = "that"
    return " ".join(words)


def plain(text: str) -> str:
    """Without doubled quotation marks around it, and with punctuation closed up."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('""', '"')
    for mark in (",", ".", ";", ":", "'s", "?", "!"):
        text = text.replace(f" {mark} ", f"{mark} ")
        if text.endswith(f" {mark}"):
            text = text[: -len(mark) - 1] + mark
    return " ".join(text.split())


def parted(pairs: Sequence[Pair], share: int) -> tuple[list[Pair], list[Pair]]:
    """Pairs to learn from and pairs held out: one in ``share`` groups of one premise.

    A premise with all its hypotheses, and a hypothesis with all its premises, goes one way.
    """
    group: dict[str, int] = {}

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    parent: list[int] = []
    for pair in pairs:
        known = sorted(
            {root(group[text]) for text in (pair.premise, pair.hypothesis) if text in group}
        )
        own = known[0] if known else len(parent)
        if not known:
            parent.append(own)
        for other in known[1:]:
            parent[other] = own
        group[pair.premise] = group[pair.hypothesis] = own
    held = [root(group[pair.premise]) % share == 0 for pair in pairs]
    return (
        [pair for pair, out in zip(pairs, held, strict=True) if not out],
        [pair for pair, out in zip(pairs, held, strict=True) if out],
    )


def core_pairs(data: Path, share: int) -> tuple[list[Pair], list[Pair]]:
    """The pairs nearest to the task, which are seen most: to learn from, and held out."""
    return parted([pair for pair in read_pairs(data, "train") if pair.source in CORE], share)


def swapped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Contradictions the other way round: they hold in both directions."""
    for pair in pairs:
        if pair.label == "c":
            yield Pair(pair.source, pair.hypothesis, pair.premise, "c")
