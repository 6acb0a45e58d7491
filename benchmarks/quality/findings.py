"""Checks that fail where they should not: ``python -m benchmarks.quality.findings``.

Runs every check on single reports of two sets of press texts, each as a case of its own, and counts
the findings that fail. Press texts are edited, so that a failure is likelier a misreading than an
error of the report; ``--show`` lists each with its words, to be read by hand. Nothing of the texts
is kept.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from twosource import examine
from twosource.model.finding import Finding, Verdict

NAME = "findings"
POLNEAR = Path("../shared/data/attribution/polnear/dev.jsonl")
INCIDENTS = Path("../shared/data/crossdoc/gva_dev/incidents.jsonl")
CORPUS: tuple[Path, ...] = (POLNEAR, INCIDENTS)
PEERS: Mapping[str, Mapping[str, float]] = {}
STEP, ARTICLES = 9, 200
_SHORTEST = 400


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of each report: PolNeAR dev, and every ninth incident's first article."""
    with POLNEAR.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield f"polnear-{number}", json.loads(line)["text"]
    given = 0
    with INCIDENTS.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            first = json.loads(line)["articles"][0]
            if number % STEP == 0 and given < ARTICLES and len(first["content"]) >= _SHORTEST:
                given += 1
                head = f"published: {first['dct']}\n" if first.get("dct") else ""
                yield f"incident-{number}", f"{head}title: {first['title']}\n\n{first['content']}"


def findings() -> Iterator[tuple[str, Finding]]:
    """Every finding with the name of its report."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts():
            path = Path(folder) / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            for finding in examine([path]).case.findings:
                yield name, finding


def measure() -> dict[str, float]:
    """How many findings fail; empty where a corpus is absent."""
    if not all(path.is_file() for path in CORPUS):
        return {}
    failed = sum(finding.verdict is Verdict.FAILS for _, finding in findings())
    return {"findings.fails": float(failed)}


def main() -> None:
    """Print the findings by check and verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what fails, with its words")
    flags = parser.parse_args()
    counts: dict[tuple[str, str], int] = {}
    for name, finding in findings():
        key = (finding.check, finding.verdict.value)
        counts[key] = counts.get(key, 0) + 1
        if flags.show and finding.verdict is Verdict.FAILS:
            words = " | ".join(" ".join(span.quote.split()) for span in finding.spans)
            print(f"{name}: {finding.check}: {words}: {finding.reason}")
    for (check, verdict), count in sorted(counts.items()):
        print(f"{check:14}{verdict:14}{count:5}")


if __name__ == "__main__":
    main()
