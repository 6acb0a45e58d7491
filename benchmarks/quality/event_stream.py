"""Events in a stream: do reports of one incident come together, and no others?

GVA: 2,810 press reports on 1,669 incidents of gun violence, a genre in which neighbouring events
look alike, in order of publication. ECB+: the documents of the test part and their sub-topics,
which bear no dates, so that all stand on one day in the order of their names. In both, the reports
go through the kernels of the archive and through the stream that places them.

Measured are F1 over pairs of reports and B-cubed F1. Beside ours stand two naive ways in the same
run: TF-IDF of words and pairs of words, average link, pairs that stand more than thirty days apart
damped; and the Jaccard similarity of titles. Constants of the stream were chosen on the
pairs that hold an incident of even number; ``odd`` are those of odd number, which were not looked
at, each in the stream of all. The threshold of TF-IDF was chosen by others on the whole set.

``python -m benchmarks.quality.event_stream`` prints the parts of the scores.
"""

from __future__ import annotations

import json
import math
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.events.stream import EventStream, Sighting, site_of
from twosource.engine.loaded import meaning
from twosource.model.original import seal
from twosource.model.report import Report
from twosource.pipeline.taking_in import Clean, TakeTraits

_CROSSDOC = Path(__file__).parents[3] / "shared" / "data" / "crossdoc"
GVA = _CROSSDOC / "gva_dev" / "incidents.jsonl"
ECB = _CROSSDOC / "ecbplus_mentions" / "datasets" / "ecb.zip"

NAME = "events"
CORPUS = (GVA, ECB)
PEERS: dict[str, dict[str, float]] = {
    "events.gva.pair_f1": {"TF-IDF + date (published)": 68.9},
    "events.gva.b_cubed": {"TF-IDF + date (published)": 90.2},
    "events.ecb.pair_f1": {"TF-IDF (published)": 87.2},
    "events.ecb.b_cubed": {"TF-IDF (published)": 91.3},
}
LEAST_COSINE = 0.08
APART, DAMPED = 30, 0.5
"""What is left of the likeness of two reports that stand more than ``APART`` days apart."""
LEAST_JACCARD = 0.55
_WORD = re.compile(r"\w\w+")
_JOINED = frozenset(
    "a an and are as at be by for from has he in is it its of on or that the to was were will "
    "with".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """A report of the set: its text, its day as a number, and what it is about."""

    name: str
    title: str
    text: str
    day: int
    about: str
    site: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """F1 over pairs, B-cubed F1, and their parts, in per cent."""

    pair_p: float
    pair_r: float
    b_p: float
    b_r: float

    @property
    def pair_f1(self) -> float:
        """The harmonic mean of precision and recall over pairs."""
        return _f1(self.pair_p, self.pair_r)

    @property
    def b_cubed(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        return _f1(self.b_p, self.b_r)


def measure() -> dict[str, float]:
    """Rows in per cent; empty where the corpus is absent."""
    if not all(path.is_file() for path in CORPUS):
        return {}
    rows: dict[str, float] = {}
    for name, items, ways in _sets():
        for way, cluster in ways.items():
            prefix = "" if way == "ours" else f"peer.{way}."
            for part, found in parts(cluster(items), items):
                rows[f"{prefix}events.{name}{part}.pair_f1"] = found.pair_f1
                rows[f"{prefix}events.{name}{part}.b_cubed"] = found.b_cubed
    return rows


def parts(found: Sequence[str], items: Sequence[Item]) -> Iterator[tuple[str, Score]]:
    """The score over all, and over incidents of odd number where incidents have numbers."""
    gold = [item.about for item in items]
    yield "", scored(found, gold)
    odd = {one for one in gold if one.isdigit() and int(one) % 2}
    if odd:
        yield "_odd", scored(found, gold, odd)


_Way = Callable[[Sequence[Item]], list[str]]


def _sets() -> Iterator[tuple[str, list[Item], dict[str, _Way]]]:
    yield "gva", gva(), {"ours": streamed, "tfidf_date": tf_idf, "titles": by_title}
    yield "ecb", ecb("test"), {"ours": streamed, "tfidf": tf_idf}


def gva() -> list[Item]:
    """The press reports in order of publication."""
    rows = [json.loads(line) for line in GVA.read_text("utf-8").splitlines()]
    items = [
        Item(
            one["id"],
            (one["title"] or "").strip(),
            one["content"] or "",
            date.fromisoformat(one["dct"][:10]).toordinal(),
            row["incident"],
            site_in(one["uri"]),
        )
        for row in rows
        for one in row["articles"]
    ]
    return sorted(items, key=lambda item: (item.day, item.name))


def site_in(address: str) -> str:
    """The host of a page, also where the address is that of a copy in a web archive."""
    found = re.search(r"/web/\d+[a-z_]*/(?:https?://)?([^/:]+)", address)
    return found[1].lower().removeprefix("www.") if found else ""


def ecb(split: str) -> list[Item]:
    """The documents of one part, with their sub-topics: the topic, and which half of it."""
    with zipfile.ZipFile(ECB) as packed, packed.open(f"ecb/{split}/Event_gold_mentions.json") as f:
        mentions = json.load(f)
    texts: dict[str, str] = {}
    for mention in mentions:
        texts.setdefault(mention["doc_id"], " ".join(mention["mention_context"]))
    found: list[Item] = []
    for name, text in sorted(texts.items()):
        topic, _, rest = name.partition("_")
        half = "plus" if "plus" in rest else ""
        found.append(Item(name, "", text, 730_000, f"topic {topic}{half}"))
    return found


def streamed(items: Sequence[Item]) -> list[str]:
    """Our events: cleaned, traits taken, placed one after the other."""
    clean, take, stream = Clean(), TakeTraits(meaning()), EventStream()
    found: list[str] = []
    for item in items:
        told = {"title": item.title, "publisher": item.site}
        head = "".join(f"{k}: {' '.join(v.split())}\n" for k, v in told.items() if v.strip())
        (reports,) = clean([seal(f"{item.name}.txt", f"{head}\n{item.text}".encode())])
        report = next((one for one in reports if isinstance(one, Report)), None)
        if report is None:
            found.append(item.name)
            continue
        (traits,) = take([report])
        found.append(stream.place(Sighting(report.id, item.day, traits, site_of(report))).event)
    return found


def tf_idf(items: Sequence[Item]) -> list[str]:
    """Words and pairs of words, average link."""
    likeness = _cosines([f"{item.title}\n{item.text}" for item in items])
    days = np.array([item.day for item in items])
    likeness[np.abs(days[:, None] - days[None, :]) > APART] *= DAMPED
    return [str(cluster) for cluster in _average_link(likeness, LEAST_COSINE)]


def by_title(items: Sequence[Item]) -> list[str]:
    """Titles that share most of their words, within the window; the first that fits is joined."""
    seen: list[tuple[int, frozenset[str], str]] = []
    found: list[str] = []
    for item in items:
        words = frozenset(_WORD.findall(item.title.lower().split(" :: ")[0]))
        joined = item.name
        for day, others, cluster in reversed(seen):
            if item.day - day > APART:
                break
            if words and len(words & others) / len(words | others) >= LEAST_JACCARD:
                joined = cluster
                break
        seen.append((item.day, words, joined))
        found.append(joined)
    return found


def _cosines(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosine of every pair of texts in TF-IDF of words and neighbouring pairs of words."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, text in enumerate(texts):
        words = [w for w in _WORD.findall(text.lower()) if w not in _JOINED]
        counts = Counter([*words, *(" ".join(two) for two in pairwise(words))])
        for term, count in counts.items():
            postings[term].append((number, 1.0 + math.log(count)))
    total = len(texts)
    squares = np.zeros(total)
    weighed: list[tuple[NDArray[np.int64], NDArray[np.float32]]] = []
    for held in postings.values():
        idf = math.log((1 + total) / (1 + len(held))) + 1
        places = np.array([number for number, _ in held])
        weights = np.array([weight * idf for _, weight in held])
        squares[places] += weights**2
        if len(held) > 1:
            weighed.append((places, weights.astype(np.float32)))
    found = np.zeros((total, total), dtype=np.float32)
    for places, weights in weighed:
        found[np.ix_(places, places)] += np.outer(weights, weights)
    lengths = np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)
    found /= lengths[:, None]
    found /= lengths[None, :]
    return found


def _average_link(likeness: NDArray[np.float32], least: float) -> list[int]:
    """Merge the two clusters that are most alike on average while they are alike enough."""
    table = likeness.copy()
    np.fill_diagonal(table, -1.0)
    sizes = np.ones(len(table), dtype=np.float32)
    label = list(range(len(table)))
    best, best_of = table.max(axis=1), table.argmax(axis=1)
    while (best_one := int(best.argmax()), best[best.argmax()])[1] >= least:
        a, b = sorted((best_one, int(best_of[best_one])))
        row = (sizes[a] * table[a] + sizes[b] * table[b]) / (sizes[a] + sizes[b])
        sizes[a] += sizes[b]
        row[a] = row[b] = -1.0
        table[a], table[:, a] = row, row
        table[b], table[:, b] = -1.0, -1.0
        label = [a if one == b else one for one in label]
        stale = np.flatnonzero((best_of == a) | (best_of == b) | (row > best))
        for one in {*map(int, stale), a, b}:
            best[one], best_of[one] = table[one].max(), table[one].argmax()
    return label


def scored(found: Sequence[str], gold: Sequence[str], only: Container[str] | None = None) -> Score:
    """Compare clusters with what the reports are about.

    Args:
        found: The cluster of each report.
        gold: What each is about.
        only: Count pairs of which one report is about these, and those reports; all without it.
    """
    both = Counter(zip(found, gold, strict=True))
    ours, theirs = Counter(found), Counter(gold)
    counted = {one for one in theirs if only is None or one in only}
    others = Counter(f for f, g in zip(found, gold, strict=True) if g not in counted)
    right = sum(_pairs(n) for (_, g), n in both.items() if g in counted)
    joined = sum(_pairs(n) - _pairs(others[f]) for f, n in ours.items())
    number = sum(theirs[one] for one in counted)
    inside = [(f, g, n) for (f, g), n in both.items() if g in counted]
    return Score(
        100.0 * right / max(1, joined),
        100.0 * right / max(1, sum(_pairs(theirs[one]) for one in counted)),
        100.0 * sum(n * n / ours[f] for f, _, n in inside) / number,
        100.0 * sum(n * n / theirs[g] for _, g, n in inside) / number,
    )


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print each way with the parts of its scores."""
    for name, items, ways in _sets():
        for way, cluster in ways.items():
            for part, s in parts(cluster(items), items):
                print(
                    f"{name}{part} {way:12} pairs P {s.pair_p:.1f} R {s.pair_r:.1f} "
                    f"F1 {s.pair_f1:.1f}   B-cubed P {s.b_p:.1f} R {s.b_r:.1f} F1 {s.b_cubed:.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
