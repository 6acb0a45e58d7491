"""Hold every measured quality to its floor: ``python -m benchmarks.quality.gate``.

Prints each row beside its floor, what it must reach one day, and the peers. Fails if a row is on
the wrong side of its floor, or if a corpus is not the one that the floors were set on. Modules
whose corpus is absent are skipped, and said to be. Rows that begin with ``peer.`` are a peer's,
measured in the same run.

``--update`` raises floors to what is measured now, less a margin for other processors, and adds
rows that have none. It lowers a floor only with ``--allow-regression "reason"``, which is kept.
``--only NAME`` measures one module.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.quality import (
    answers,
    attribution,
    event_stream,
    factuality,
    findings,
    inference,
    language,
    lineage,
    main_text,
    name_variants,
    nesting,
    places,
    superpal,
    values,
)
from benchmarks.quality.cases import EXAMPLE, HELD_OUT, INVENTED, KREMLIN, UJJAIN

FLOORS = Path(__file__).with_name("floors.json")

# int8 arithmetic differs between processor types by a few tenths of a point.
_MARGIN = 0.5


class Measuring(Protocol):
    """What a module of this folder offers to be gated."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """What it is known by in the file of floors."""

    @property
    def CORPUS(self) -> tuple[Path, ...]:  # noqa: N802
        """The files that it measures on, relative to the root of the repository."""

    @property
    def PEERS(self) -> Mapping[str, Mapping[str, float]]:  # noqa: N802
        """Peers' figures by row."""

    def measure(self) -> dict[str, float]:
        """The figures by row; empty where the corpus is absent."""


# Everything that is held to a floor.
MODULES: tuple[Measuring, ...] = (
    language,
    KREMLIN,
    UJJAIN,
    EXAMPLE,
    *INVENTED,
    *HELD_OUT,
    attribution,
    nesting,
    factuality,
    name_variants,
    answers,
    lineage,
    main_text,
    inference,
    superpal,
    event_stream,
    findings,
    values,
    places,
)

# Rows that are printed and not held: a peer's, those of a part that has five links in all, and
# those of events that no rule was made on, which a floor would turn into a target.
_UNHELD = ("peer.", "gum.", "held_out.")

# Endings of rows of which less is better.
_ERRORS = (
    "not_in_gold",
    "wrong_source",
    "confidence_error",
    "entities_merged",
    "false_conflicts",
    "false_copies",
    "details_misjudged",
    "findings.fails",
)


@dataclass(frozen=True, slots=True)
class Floor:
    """A limit: the least value allowed, or the most for a rate of errors."""

    value: float
    is_most: bool = False

    def holds(self, measured: float) -> bool:
        """Whether a measured value, rounded to a hundredth, is on the right side."""
        rounded = round(measured, 2)
        return rounded <= self.value if self.is_most else rounded >= self.value

    def __str__(self) -> str:
        return f"{'<=' if self.is_most else '>='} {self.value:g}"


def corpus_hash(files: tuple[Path, ...]) -> str | None:
    """SHA-256 over the files in order; ``None`` where one is absent."""
    digest = hashlib.sha256()
    for path in files:
        if not path.is_file():
            return None
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def floors_of(record: dict[str, dict[str, float]]) -> dict[str, Floor]:
    """The floors of the file, by row."""
    return {
        row: Floor(limit["at_most"], True) if "at_most" in limit else Floor(limit["at_least"])
        for row, limit in record.items()
    }


def check(
    module: Measuring,
    measured: Mapping[str, float],
    floors: Mapping[str, Floor],
    aims: Mapping[str, Floor],
) -> list[str]:
    """Print the rows of one module; return the names of those below their floor."""
    failed: list[str] = []
    for row, value in measured.items():
        floor, aim = floors.get(row), aims.get(row)
        fails = floor is not None and not floor.holds(value)
        if fails:
            failed.append(row)
        peers = ", ".join(
            f"{name} {figure:g}" for name, figure in module.PEERS.get(row, {}).items()
        )
        verdict = "FAILS" if fails else ("holds" if floor else "")
        missing = "" if aim is None or aim.holds(value) else " not yet"
        reach = f"{aim}{missing}" if aim else ""
        print(f"{row:32} {value:7.2f}  {floor or ''!s:8} {verdict:5}  {reach:14}  {peers}")
    return failed


def updated(
    record: dict[str, dict[str, float]], measured: Mapping[str, float], may_lower: bool
) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Move the floors towards what is measured.

    Args:
        record: The floors of the file.
        measured: The figures by row.
        may_lower: Whether a floor that does not hold is lowered to the figure.

    Returns:
        The new floors, and the rows that were lowered or, without leave, would have to be.
    """
    moved = dict(record)
    lowered: list[str] = []
    for row, value in measured.items():
        if row.startswith(_UNHELD):
            continue
        floor = floors_of(record).get(row)
        if floor is not None and not floor.holds(value):
            lowered.append(row)
            if not may_lower:
                continue
        is_most = floor.is_most if floor is not None else row.endswith(_ERRORS)
        target = max(0.0, round(value + (_MARGIN if is_most else -_MARGIN), 1))
        stays = floor is not None and row not in lowered
        if floor is not None and stays:
            target = min(target, floor.value) if is_most else max(target, floor.value)
        moved[row] = {"at_most" if is_most else "at_least": target}
    return dict(sorted(moved.items())), lowered


def main() -> None:
    """Measure, print, and fail or update."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise floors to what is measured")
    parser.add_argument("--allow-regression", metavar="REASON", default="")
    parser.add_argument("--only", choices=[module.NAME for module in MODULES])
    flags = parser.parse_args()
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    aims = floors_of(kept["must_reach"])
    failed: list[str] = []
    for module in MODULES:
        name = module.NAME
        if flags.only not in {None, name}:
            continue
        corpus = corpus_hash(module.CORPUS)
        if corpus is None:
            print(f"{name}: skipped, its corpus is not at {module.CORPUS[0].parent}")
            continue
        if not flags.update and corpus != kept["corpus"].get(name):
            failed.append(f"{name}: the corpus is not the one that the floors were set on")
            continue
        measured = module.measure()
        if flags.update:
            kept["corpus"][name] = corpus
            kept["floors"], low = updated(kept["floors"], measured, bool(flags.allow_regression))
            kept["regressions"] += [{"row": r, "reason": flags.allow_regression} for r in low]
            failed += low if not flags.allow_regression else []
        failed += [] if flags.update else check(module, measured, floors_of(kept["floors"]), aims)
    if flags.update and not failed:
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    if failed:
        print("below the floor: " + ", ".join(failed), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
