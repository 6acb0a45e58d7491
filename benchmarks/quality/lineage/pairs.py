"""The pairs of the lineage benchmark, made by controlled edits from freely licensed texts.

The texts are documents of the UD English GUM corpus whose licence allows it: news (Wikinews, CC BY
2.5), biographies (Wikipedia, CC BY-SA 3.0) and travel guides (Wikivoyage, CC BY-SA 3.0). The
documents of GUM's train part are split in two by their place in the file: thresholds were chosen
on ``dev``; ``test`` also holds the documents of GUM's dev and test parts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.lineage.edits import (
    cut_down,
    plain,
    reordered,
    reworded,
    substituted,
)
from benchmarks.quality.lineage.independent import independent_pair
from training.treebank import Sentence, read_treebank

from twosource.model.lineage import Direction, LineageKind

GUM = Path("../shared/data/language/ud_gum")
GENRES = ("GUM_news", "GUM_bio", "GUM_voyage")
LONGEST, SHORTEST = 24, 10
"""Sentences of a document that are used: what a news item has."""
INDEPENDENT = 150
"""Pairs of independent reports in each split."""


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a pair, with the day on which it appeared, if it says so, and its outlet."""

    text: str
    day: str | None
    outlet: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts that belong together, with the gold edges between them.

    Attributes:
        edit: How the second came about.
        items: The texts; the source comes first where there is one.
        edges: Positions of source and target, with kind and direction.
    """

    edit: str
    items: tuple[Item, ...]
    edges: tuple[tuple[int, int, LineageKind, Direction], ...]


def pairs(split: str) -> Iterator[Pair]:
    """All pairs of ``dev`` or ``test``, the same in every run."""
    documents = _documents(split)
    for number, sentences in enumerate(documents):
        other = documents[(number + 1) % len(documents)]
        yield from _edited(split, number, sentences, other)
    offset = 0 if split == "dev" else 10_000
    for seed in range(INDEPENDENT):
        first, second = independent_pair(offset + seed)
        yield Pair("independent", (Item(first, None, "A"), Item(second, None, "B")), ())


def _documents(split: str) -> list[list[Sentence]]:
    train = _grouped(GUM / "train.conllu")
    if split == "dev":
        return train[::2]
    return [*train[1::2], *_grouped(GUM / "dev.conllu"), *_grouped(GUM / "test.conllu")]


def _grouped(path: Path) -> list[list[Sentence]]:
    groups: dict[str, list[Sentence]] = {}
    for sentence in read_treebank(path):
        if sentence.document.startswith(GENRES):
            groups.setdefault(sentence.document, []).append(sentence)
    cut = [[s for s in group if len(s.words) > 5][:LONGEST] for group in groups.values()]
    return [group for group in cut if len(group) >= SHORTEST]


def _edited(
    split: str, number: int, sentences: Sequence[Sentence], other: Sequence[Sentence]
) -> Iterator[Pair]:
    chance = random.Random(f"{split}-{number}")  # noqa: S311 - chosen, not secret
    source = [plain(s) for s in sentences]
    second = [plain(s) for s in other]
    copies, paraphrase = LineageKind.COPIES, LineageKind.PARAPHRASES
    made = (
        ("verbatim", source, copies),
        ("cut", cut_down(source, chance), copies),
        ("reordered", reordered(source, chance), copies),
        ("substituted", substituted(sentences, chance), paraphrase),
        ("reworded", reworded(sentences, chance), paraphrase),
    )
    for edit, text, kind in made:
        dated = chance.random() < 0.5
        yield _derived(edit, source, text, kind, dated)
    yield _merged(source, second)
    yield _quoting(source, second)
    yield _siblings(sentences, chance)


def _text(sentences: Sequence[str]) -> str:
    return "\n\n".join(sentences)


def _derived(
    edit: str, source: Sequence[str], text: Sequence[str], kind: LineageKind, dated: bool
) -> Pair:
    """With dates the source is shown to come first; without, nothing shows it."""
    days = ("2031-04-02", "2031-04-09") if dated else (None, None)
    direction = Direction.KNOWN if dated else Direction.UNKNOWN
    if not dated and kind is LineageKind.PARAPHRASES:
        kind = LineageKind.COMMON_ORIGIN
    items = (Item(_text(source), days[0], "A"), Item(_text(text), days[1], "B"))
    return Pair(edit, items, ((0, 1, kind, direction),))


def _merged(first: Sequence[str], second: Sequence[str]) -> Pair:
    """A text of halves of two others, which came before it."""
    half = [*first[: len(first) // 2], *second[: len(second) // 2]]
    items = (
        Item(_text(first), "2031-04-02", "A"),
        Item(_text(second), "2031-04-02", "B"),
        Item(_text(half), "2031-04-09", "C"),
    )
    known = Direction.KNOWN
    return Pair(
        "merged", items, ((0, 2, LineageKind.COPIES, known), (1, 2, LineageKind.COPIES, known))
    )


def _quoting(first: Sequence[str], second: Sequence[str]) -> Pair:
    """Two texts that share nothing but three long quotations of one speaker."""
    words = [s.rstrip(".").replace("“", "").replace("”", "").replace('"', "") for s in first]
    quotations = [f"“{w},” the spokesman of the institute added." for w in words[2:5]]
    ours = [*first[5:], *quotations]
    theirs = [*second[5:], *reversed(quotations)]
    theirs = [t.replace("the spokesman of the institute added", "one reads") for t in theirs]
    return Pair("quotations", (Item(_text(ours), None, "A"), Item(_text(theirs), None, "B")), ())


def _siblings(sentences: Sequence[Sentence], chance: random.Random) -> Pair:
    """Two texts that reword one source that is not among them, one by words, one by order."""
    ours = substituted(sentences, chance)
    theirs = reworded(sentences, chance, synonyms=False)
    items = (Item(_text(ours), None, "A"), Item(_text(theirs), None, "B"))
    return Pair("siblings", items, ((0, 1, LineageKind.COMMON_ORIGIN, Direction.UNKNOWN),))
