"""The lineage benchmark measured: ours beside two naive baselines, in the same run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from benchmarks.quality.lineage.pairs import GUM, Item, Pair, pairs
from rensa import RMinHash

from twosource.comparison.lineage.lineage import lineage_of
from twosource.comparison.lineage.wordprint import WordPrint, print_of
from twosource.engine.loaded import embedded
from twosource.model.identity import ReportId, content_id
from twosource.model.lineage import Direction, LineageKind
from twosource.model.report import (
    Extraction,
    OffsetRun,
    Publication,
    PublicationBasis,
    Report,
    readable,
)
from twosource.model.time import whole_day

NAME = "lineage"
CORPUS = tuple(GUM / f"{part}.conllu" for part in ("train", "dev", "test"))
PEERS: dict[str, dict[str, float]] = {}

Edge = tuple[int, int, LineageKind, Direction]


@dataclass(slots=True)
class Tally:
    """Counts over the pairs of one split."""

    right: int = 0
    predicted: int = 0
    gold: int = 0
    false_copies: int = 0
    independent: int = 0
    directed: int = 0
    directed_right: int = 0
    errors: list[str] = field(default_factory=list)
    by_edit: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """F1 of kind over all edges, in per cent."""
        return 200.0 * self.right / max(1, self.predicted + self.gold)


def measure() -> dict[str, float]:
    """Rows in per cent; empty where the corpus is absent."""
    if not all(path.is_file() for path in CORPUS):
        return {}
    ours = tallied("test", ours_of)
    shingles, runs = tallied("test", shingle_edges), tallied("test", run_edges)
    return {
        "lineage.kind.f1": ours.f1,
        "lineage.false_copies": 100.0 * ours.false_copies / ours.independent,
        "lineage.direction": 100.0 * ours.directed_right / max(1, ours.directed),
        "peer.minhash.kind.f1": shingles.f1,
        "peer.minhash.false_copies": 100.0 * shingles.false_copies / shingles.independent,
        "peer.five_word_runs.kind.f1": runs.f1,
        "peer.five_word_runs.false_copies": 100.0 * runs.false_copies / runs.independent,
    }


def tallied(split: str, predict: object) -> Tally:
    """Count what ``predict`` finds in the pairs of a split."""
    tally = Tally()
    for pair in pairs(split):
        _count(tally, pair, list(predict(pair)))  # type: ignore[operator]
    return tally


def _count(tally: Tally, pair: Pair, found: Sequence[Edge]) -> None:
    gold = {frozenset(edge[:2]): edge for edge in pair.edges}
    if not gold:
        tally.independent += 1
        tally.false_copies += bool(found)
    tally.gold += len(gold)
    tally.predicted += len(found)
    for edge in found:
        wanted = gold.get(frozenset(edge[:2]))
        right = wanted is not None and wanted[2] is edge[2]
        tally.right += right
        if wanted is not None and edge[3] is Direction.KNOWN:
            tally.directed += 1
            tally.directed_right += wanted[:2] == edge[:2]
        if not right:
            tally.errors.append(f"{pair.edit}: {edge} for {wanted}")
        tally.by_edit[(pair.edit, f"{wanted and wanted[2]} -> {edge[2]}")] += 1
    missed = len(gold) - sum(frozenset(edge[:2]) in gold for edge in found)
    tally.by_edit[(pair.edit, "missed")] += missed
    tally.by_edit[(pair.edit, "pairs")] += 1


def ours_of(pair: Pair) -> Iterator[Edge]:
    """The edges that the product finds."""
    reports = [_report(item, n) for n, item in enumerate(pair.items)]
    found = lineage_of(reports, [_print(report) for report in reports], (), {})
    position = {report.id: n for n, report in enumerate(reports)}
    for edge in found.edges:
        yield position[ReportId(edge.source)], position[edge.target], edge.kind, edge.direction


@cache
def _print_of_text(text: str) -> WordPrint:
    report = _report(Item(text, None, "A"), 0)
    return print_of(report, embedded().read(readable(report)))


def _print(report: Report) -> WordPrint:
    return WordPrint(report.id, _print_of_text(report.text).words)


def _report(item: Item, number: int) -> Report:
    sha256 = hashlib.sha256(item.text.encode()).hexdigest()
    published = None
    if item.day is not None:
        interval = whole_day(date.fromisoformat(item.day), item.day)
        published = Publication(item.day, interval, PublicationBasis.HEADER)
    return Report(
        id=ReportId(content_id("rp", sha256, number)),
        file=f"{number}.txt",
        container=None,
        sha256=sha256,
        text=item.text,
        title=None,
        publisher=None,
        byline=None,
        url=None,
        language="en",
        published=published,
        regions=(),
        sections=(0,),
        extraction=Extraction("none", "1", "utf-8", (OffsetRun(0, 0, len(item.text)),)),
    )


# Thresholds of the baselines were chosen on dev for the best F1 of kind.
_MINHASH_COPY, _MINHASH_TIE = 0.3, 0.04
_RUN_COPY, _RUN_TIE = 0.35, 0.02


def shingle_edges(pair: Pair) -> Iterator[Edge]:
    """MinHash over shingles of three words: estimated Jaccard, 256 permutations (rensa)."""
    digests = [_minhash(item.text) for item in pair.items]
    for i, j in _couples(pair.items):
        score = digests[i].jaccard(digests[j])
        yield from _verdict(pair, i, j, score, (_MINHASH_COPY, _MINHASH_TIE))


@cache
def _minhash(text: str) -> RMinHash:
    made = RMinHash(num_perm=256, seed=42)
    words = text.lower().split()
    made.update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    return made


def run_edges(pair: Pair) -> Iterator[Edge]:
    """Shared runs of five words, over the runs of the shorter text; quotations stay in."""
    grams = [_five_grams(item.text) for item in pair.items]
    for i, j in _couples(pair.items):
        score = len(grams[i] & grams[j]) / max(1, min(len(grams[i]), len(grams[j])))
        yield from _verdict(pair, i, j, score, (_RUN_COPY, _RUN_TIE))


def _five_grams(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def _verdict(
    pair: Pair, i: int, j: int, score: float, limits: tuple[float, float]
) -> Iterator[Edge]:
    """A baseline's edge: the earlier is the source where days are printed."""
    days = pair.items[i].day, pair.items[j].day
    known = None not in days and days[0] != days[1]
    direction = Direction.KNOWN if known else Direction.UNKNOWN
    if score >= limits[0]:
        yield i, j, LineageKind.COPIES, direction
    elif score >= limits[1]:
        yield i, j, LineageKind.PARAPHRASES if known else LineageKind.COMMON_ORIGIN, direction


def _couples(items: Sequence[Item]) -> Iterable[tuple[int, int]]:
    return ((i, j) for i in range(len(items)) for j in range(i + 1, len(items)))
