"""Whole events with gold, through the real engine: ``python -m benchmarks.quality.cases``.

Each event is a folder with ``gold.json``. Its reports are examined as a user's would be, the case
file is written, and the shared scorer compares it with the gold. Give folders to measure others
than the three that are known here; ``--misses`` lists what was missed and what was extra.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from twosource import examine
from twosource.store.case_file import case_json

SCORER = Path("../shared/score.py")

# The scorer's measures that this version can be held to; later stages add theirs.
_ROWS = {
    "spans that quote their document": "spans_verbatim",
    "statements found": "statements_found",
    "speaker right": "speaker",
    "stance right": "stance",
    "direct/mixed right": "direct_mixed",
    "relayed via": "via",
    "statements not in gold (fewer is better)": "statements_not_in_gold",
    "name variants joined": "names_joined",
    "different entities merged (fewer is better)": "entities_merged",
    "conflicts found": "conflicts_found",
    "predicted conflicts that gold has": "conflicts_in_gold",
    "false conflicts raised (fewer is better)": "false_conflicts",
    "derivations found": "derivations_found",
    "predicted copies that gold has": "copies_in_gold",
    "claims stated as fact caught": "losses_caught",
    "wordings of one quotation joined": "wordings_joined",
    "impossible details caught": "impossible_caught",
    "doubtful details flagged": "doubtful_flagged",
    "sound details confirmed": "sound_confirmed",
    "explanations found": "explanations_found",
    "evidence on the right side": "evidence_right",
    "sound or open details misjudged (fewer is better)": "details_misjudged",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event with its gold.

    Attributes:
        NAME: What its rows begin with.
        folder: Where ``gold.json`` lies.
        reports: The report files.
        PEERS: Peers' figures by row; no peer returns whole statements.
    """

    NAME: str
    folder: Path
    reports: tuple[Path, ...]
    PEERS: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def CORPUS(self) -> tuple[Path, ...]:  # noqa: N802
        """The scorer, the gold and the reports."""
        return (SCORER, self.folder / "gold.json", *self.reports)

    def measure(self) -> dict[str, float]:
        """Per cent by row; rows on which the gold has nothing are left out."""
        return {
            f"{self.NAME}.{_ROWS[one['measure']]}": 100.0 * one["hits"] / one["total"]
            for one in json.loads(self.scored("--json"))
            if one["measure"] in _ROWS and one["total"]
        }

    def scored(self, *flags: str) -> str:
        """Examine the reports and return what the shared scorer prints on the case file.

        Raises:
            subprocess.CalledProcessError: If the scorer fails.
        """
        with tempfile.TemporaryDirectory() as folder:
            case = Path(folder) / "case.json"
            case.write_text(case_json(examine(self.reports).case), encoding="utf-8")
            return subprocess.run(
                [sys.executable, str(SCORER), str(case), str(self.folder), *flags],
                capture_output=True,
                check=True,
                encoding="utf-8",
            ).stdout


def event(folder: Path, name: str = "") -> Event:
    """The event of a folder: its reports lie in ``reports``, or beside the gold with a number."""
    inner = folder / "reports"
    place = inner if inner.is_dir() else folder
    reports = tuple(sorted(place.glob("[0-9]*")))
    # A folder that is not there has a gold that is not there, so the event is skipped.
    return Event(name or folder.name, folder, reports)


KREMLIN = event(Path("../shared/kremlin"))
UJJAIN = event(Path("../shared/ujjain"))
EXAMPLE = event(Path("src/twosource/cli/example"))

# The invented events for development, which events/README.md describes.
INVENTED = tuple(
    event(gold.parent) for gold in sorted(Path("benchmarks/quality/events").glob("*/gold.json"))
)

# Events that no rule was made on; their totals are run, and nothing else of them is read.
HELD_OUT = tuple(
    event(gold.parent, f"held_out.{gold.parent.name}")
    for gold in sorted(Path("benchmarks/quality/events/held_out").glob("*/gold.json"))
)


def main() -> None:
    """Print the rows of each event."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with gold.json")
    parser.add_argument("--misses", action="store_true", help="list what was missed and extra")
    flags = parser.parse_args()
    events = [event(folder) for folder in flags.folders] or [
        KREMLIN,
        UJJAIN,
        EXAMPLE,
        *INVENTED,
        *HELD_OUT,
    ]
    for one in events:
        if not all(path.is_file() for path in one.CORPUS):
            print(f"{one.NAME}: skipped, {one.folder} or {SCORER} is not there")
        elif flags.misses and one not in HELD_OUT:
            print(f"{one.NAME}\n{one.scored('--misses')}")
        else:
            for row, value in one.measure().items():
                print(f"{row:36} {value:6.2f}")


if __name__ == "__main__":
    main()
