"""Where towns of one name lie, on gva_dev: ``python -m benchmarks.quality.places``.

Each incident of the set records the American state and the town or county it happened in. Of every
``STEP``-th incident the first article of some length is read as a case by itself, its first 1,200
characters. A name that is printed as the incident's town is ``right`` if the first place for it
lies in the recorded state, over the names held certain; ``coverage`` is their share of all such
names. ``bare`` are the names with no place printed around them. The state of an article is the one
that most of its certain places lie in; ``found`` are the articles that print the town and have it
among the names. The peer takes the largest town of the name; ``same`` is the peer on the
names that are certain here. The set is measured only.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from twosource.claims.places import PlaceName, located, place_names_in
from twosource.documents.extract import reports_from
from twosource.language.embedded import load_embedded
from twosource.model.original import seal
from twosource.model.report import Report, readable
from twosource.model.value import Place, PlaceKind, PlaceValue
from twosource.reference.folding import folded
from twosource.reference.gazetteer import entries_named, entry_of

NAME = "places"
INCIDENTS = Path("../shared/data/crossdoc/gva_dev/incidents.jsonl")
CORPUS: tuple[Path, ...] = (INCIDENTS,)
PEERS: Mapping[str, Mapping[str, float]] = {}
# Those whose number leaves 0, 4 or 5 over were read while rules were mended; those that leave FIRST
# were not.
STEP, FIRST = 11, 8
CHARACTERS = 1200
SHORTEST = 400
ROWS = (
    "town", "town.bare", "peer.town", "peer.town.bare", "peer.town.same", "state", "found",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts of names or articles, by row."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, row: str, certain: bool, right: bool) -> None:
        """Count one name or article."""
        self.counts.update({f"{row}.all": 1, f"{row}.certain": certain})
        self.counts[f"{row}.right"] += certain and right

    def rows(self, row: str) -> dict[str, float]:
        """Right among the certain, and the share that is certain, in per cent."""
        count = self.counts
        return {
            f"{row}.right": 100.0 * count[f"{row}.right"] / max(1, count[f"{row}.certain"]),
            f"{row}.coverage": 100.0 * count[f"{row}.certain"] / max(1, count[f"{row}.all"]),
            f"{row}.n": float(count[f"{row}.all"]),
        }


def articles(path: Path) -> Iterator[tuple[str, str, Report]]:
    """State, town and report of every ``STEP``-th incident, by the order of the file."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % STEP != FIRST:
                continue
            record = json.loads(line)
            texts = [one["content"] for one in record["articles"]]
            texts = [text for text in texts if text and len(text) >= SHORTEST]
            state, town = record.get("state"), record.get("city_or_county")
            if texts and state and town:
                yield state, town, as_report(texts[0], number)


def as_report(text: str, number: int) -> Report:
    """The head of an article as the product takes in a text file."""
    data = text[:CHARACTERS].encode("utf-8", "replace")
    original = seal(f"{number}.txt", data)
    return next(report for report in reports_from(original) if isinstance(report, Report))


def lies_in(place: Place, state: str) -> bool:
    """Whether a place is or lies in an American state."""
    entry = entry_of(place.key)
    region = None if entry is None else entry_of(entry.region or place.key)
    return region is not None and place.country == "US" and region.place.name == state


def measure() -> dict[str, float]:
    """Rows in per cent, with the number of names; empty where the set is absent."""
    if not INCIDENTS.is_file():
        return {}
    reader, tally = load_embedded(), Tally()
    for state, town, report in articles(INCIDENTS):
        names = place_names_in(report, reader.read(readable(report)))
        values = located(names)
        for name, value in zip(names, values, strict=True):
            if folded(name.form) == folded(town):
                _count(tally, name, value, state)
        most = _state(values)
        tally.add("state", most is not None, most == state)
        printed = folded(town) in folded(report.text)
        tally.add("found", printed, any(folded(n.form) == folded(town) for n in names))
    rows: dict[str, float] = {}
    for row in (
        "town",
        "town.bare",
        "peer.town",
        "peer.town.bare",
        "peer.town.same",
        "state",
        "found",
    ):
        rows |= tally.rows(row)
    return rows


def _count(tally: Tally, name: PlaceName, value: PlaceValue, state: str) -> None:
    right = bool(value.candidates) and lies_in(value.candidates[0], state)
    towns = [e for e in entries_named(name.form) if e.place.kind is PlaceKind.CITY]
    largest = bool(towns) and lies_in(towns[0].place, state)
    for row in ("town", "town.bare") if not name.within else ("town",):
        tally.add(row, value.certain, right)
        tally.add(f"peer.{row}", bool(towns), largest)
    if value.certain:
        tally.add("peer.town.same", bool(towns), largest)


def _state(values: tuple[PlaceValue, ...]) -> str | None:
    """The state that most certain places lie in."""
    found: Counter[str] = Counter()
    for value in values:
        entry = entry_of(value.candidates[0].key) if value.certain else None
        region = None if entry is None else entry_of(entry.region or entry.place.key)
        if region is not None and region.place.kind is PlaceKind.REGION:
            found[region.place.name] += 1
    return max(sorted(found), key=found.__getitem__) if found else None


def main() -> None:
    """Print the rows."""
    if not INCIDENTS.is_file():
        print(f"{NAME}: skipped, {INCIDENTS} is not there")
        return
    for row, value in measure().items():
        print(f"{row:28} {value:6.1f}")


if __name__ == "__main__":
    main()
