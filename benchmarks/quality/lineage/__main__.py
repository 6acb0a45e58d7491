"""Print the lineage benchmark by edit, or write its pairs for other systems."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from benchmarks.quality.lineage.measuring import ours_of, run_edges, shingle_edges, tallied
from benchmarks.quality.lineage.pairs import pairs


def main() -> None:
    """Measure one split and print counts by edit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--errors", action="store_true", help="list every wrong edge")
    parser.add_argument("--write", type=Path, help="write the pairs as JSON lines and stop")
    flags = parser.parse_args()
    if flags.write:
        lines = (json.dumps(asdict(pair), ensure_ascii=False) for pair in pairs(flags.split))
        flags.write.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    for name, predict in (
        ("ours", ours_of), ("minhash", shingle_edges), ("five-word runs", run_edges)
    ):  # fmt: skip
        tally = tallied(flags.split, predict)
        print(
            f"{name}: F1 of kind {tally.f1:.1f}, false copies "
            f"{tally.false_copies}/{tally.independent}, direction "
            f"{tally.directed_right}/{tally.directed}"
        )
        for (edit, what), number in sorted(tally.by_edit.items()):
            if number:
                print(f"    {edit:12} {what:32} {number}")
        if flags.errors and name == "ours":
            print(*tally.errors, sep="\n")


if __name__ == "__main__":
    main()
