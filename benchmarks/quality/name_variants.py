"""Whether two names are one, on name_bench: ``python -m benchmarks.quality.name_variants``.

The set is the labelled pairs of nomenklatura's name_bench, a test set: nothing is tuned on it. The
figures are those of matches found (precision, recall, F1), over the pairs of the peer's frozen run,
persons and all other names apart; ``latest`` is the set as it stands now, some pairs more and a few
labels mended. Two peers are computed again in the same run: the frozen answers of nomenklatura's
logic_v2, and the ratio of the standard library's difflib, at the threshold that is best for it on
this very set.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from twosource.claims.names import SameName, same_name
from twosource.model.entity import EntityKind

NAME = "name_variants"
FOLDER = Path("../shared/data/crossdoc/name_bench/contrib/name_bench")
CASES = FOLDER / "cases.csv"
FROZEN = FOLDER / "run_data" / "logicv2-frozen.csv"
CORPUS: tuple[Path, ...] = (CASES, FROZEN)
PEERS: Mapping[str, Mapping[str, float]] = {
    "all.f": {"logic_v2": 79.0, "difflib": 68.6},
    "persons.f": {"logic_v2": 74.2},
    "bodies.f": {"logic_v2": 85.6},
}
"""As published beside the set; the rows ``peer.*`` are computed again."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair, with what the peer's frozen run answered; ``None`` where it has none."""

    schema: str
    left: str
    right: str
    same: bool
    peer: bool | None = None


def pairs(path: Path) -> list[Pair]:
    """The labelled pairs of one file of the set, with the peer's answers where it has them."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["schema"],
                row["name1"],
                row["name2"],
                row["is_match"] == "true",
                row["predicted_match"] == "true" if "predicted_match" in row else None,
            )
            for row in csv.DictReader(file)
        ]


def ours(pair: Pair) -> bool:
    """Whether the product says that a pair is one name; cannot-tell is no."""
    kind = EntityKind.PERSON if pair.schema == "Person" else EntityKind.ORGANISATION
    return same_name(pair.left, pair.right, kind).verdict is SameName.SAME


def scores(wanted: Sequence[bool], given: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of the matches, in per cent."""
    n = Counter(zip(wanted, given, strict=True))
    right, found, all_ = n[True, True], n[True, True] + n[False, True], sum(wanted)
    return {
        "f": 200.0 * right / max(1, found + all_),
        "p": 100.0 * right / max(1, found),
        "r": 100.0 * right / max(1, all_),
    }


def ratios(found: Sequence[Pair]) -> list[float]:
    """The ratio of difflib for each pair, in lower case."""
    return [SequenceMatcher(None, one.left.lower(), one.right.lower()).ratio() for one in found]


def best_threshold(found: Sequence[Pair], values: Sequence[float]) -> float:
    """The threshold that gives difflib its best F1."""
    wanted = [one.same for one in found]
    grid = [step / 100 for step in range(50, 100)]
    return max(grid, key=lambda t: scores(wanted, [value >= t for value in values])["f"])


def measure() -> dict[str, float]:
    """Per cent by row; empty where the set is absent."""
    if not all(path.is_file() for path in CORPUS):
        return {}
    answered = pairs(FROZEN)
    parts = {
        "all": answered,
        "persons": [one for one in answered if one.schema == "Person"],
        "bodies": [one for one in answered if one.schema != "Person"],
    }
    threshold = best_threshold(answered, ratios(answered))
    rows: dict[str, float] = {}
    for name, part in parts.items():
        wanted = [one.same for one in part]
        rows |= _rows(f"names.{name}", scores(wanted, [ours(one) for one in part]))
        rows |= _rows(
            f"peer.names.{name}.logic_v2", scores(wanted, [bool(one.peer) for one in part])
        )
        naive = [value >= threshold for value in ratios(part)]
        rows |= _rows(f"peer.names.{name}.difflib", scores(wanted, naive))
    latest = pairs(CASES)
    return rows | _rows("names.latest", scores([p.same for p in latest], [ours(p) for p in latest]))


def _rows(name: str, found: Mapping[str, float]) -> dict[str, float]:
    return {f"{name}.{row}": value for row, value in found.items()}


def main() -> None:
    """Print the rows."""
    if not all(path.is_file() for path in CORPUS):
        print(f"{NAME}: skipped, {FOLDER} is not there")
        return
    for row, value in measure().items():
        print(f"{row:28} {value:6.2f}")


if __name__ == "__main__":
    main()
