"""Kill a process at random moments, see what was lost: ``python -m benchmarks.faults.kills``.

A process adds originals to a case, keeps runs in it, or decides, and is killed with SIGKILL after a
random time. After every kill the case is opened and verified, and what the process had said to be
done is compared with what is there. Prints the kills, the cases that did not open or verify, the
items that were lost, and the items in flight.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from twosource.model.custody import Stamp, broken_links
from twosource.store.kept import create, open_kept

NOW = Stamp("nobody", "2031-04-10T09:00:00+00:00")
_ADDING = """
import sys
from benchmarks.faults.kills import NOW
from twosource.model.original import seal
from twosource.store.kept import open_kept
with open_kept(sys.argv[1]) as kept:
    for number in range(100000):
        name = f"{sys.argv[2]}-{number}"
        kept.add([seal(name + ".txt", name.encode() * 200)], "1", NOW)
        print(name, flush=True)
"""
_KEEPING = """
import sys
from benchmarks.faults.kills import NOW
from twosource.store.kept import open_kept
with open_kept(sys.argv[1]) as kept:
    for number in range(100000):
        run = kept.put_run("{}" * 50000, (), "1", NOW)
        print(run.id, flush=True)
"""
_DECIDING = """
import sys
from benchmarks.faults.kills import NOW
from twosource.model.review import Decision, ReviewAction
from twosource.reviews.chain import decided, head
from twosource.store.kept import open_kept
with open_kept(sys.argv[1]) as kept:
    for number in range(100000):
        why = Decision(ReviewAction.NOTE, why=f"{sys.argv[2]}-{number}")
        kept.add_reviews(lambda known: decided(known, [why], NOW, head(known)))
        print(number, flush=True)
"""
_SORTS = (("adding", _ADDING), ("keeping a run", _KEEPING), ("deciding", _DECIDING))


@dataclass(slots=True)
class Counts:
    """What was counted over the kills of one sort."""

    kills: int = 0
    broken: int = 0
    done: int = 0
    lost: int = 0
    in_flight: int = 0


def main() -> None:
    """Kill and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="kills of each sort")
    parser.add_argument("--seed", type=int, default=0)
    flags = parser.parse_args()
    chance = random.Random(flags.seed)  # noqa: S311
    for name, script in _SORTS:
        with tempfile.TemporaryDirectory() as home:
            counts = killed(Path(home) / "case", script, flags.kills, chance)
        print(
            f"{name}: {counts.kills} kills, {counts.broken} cases broken, {counts.done} items "
            f"done, {counts.lost} lost, {counts.in_flight} in flight that were kept"
        )


def killed(home: Path, script: str, kills: int, chance: random.Random) -> Counts:
    """Kill a script that often; one case goes through all the kills."""
    create(str(home), "1", NOW).close()
    counts = Counts()
    for turn in range(kills):
        before = _items(home)
        said = _killed_once([sys.executable, "-c", script, str(home), str(turn)], chance)
        counts.kills += 1
        with open_kept(str(home)) as kept:
            broken = broken_links(kept.log()) or broken_links(kept.reviews(), "review")
            counts.broken += bool(broken or kept.faults())
        kept_now = _items(home) - before
        counts.done += said
        counts.lost += max(0, said - kept_now)
        counts.in_flight += max(0, kept_now - said)
    return counts


def _killed_once(command: list[str], chance: random.Random) -> int:
    """Start, wait for the first item, kill at a random moment; how many items it said were done."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hand:
        if hand.stdout is None or not hand.stdout.readline():
            raise SystemExit("the process that was to be killed ended by itself")
        time.sleep(chance.random() * 0.08)
        hand.send_signal(signal.SIGKILL)
        return 1 + len([line for line in hand.stdout if line.endswith("\n")])


def _items(home: Path) -> int:
    with open_kept(str(home)) as kept:
        return len(kept.log()) + len(kept.reviews())


if __name__ == "__main__":
    main()
