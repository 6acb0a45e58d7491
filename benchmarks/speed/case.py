"""How the cost of a case grows with its reports: ``python -m benchmarks.speed.case``.

The reports are made by a script: invented writers tell one invented event, with figures, hours and
names that differ now and then. Printed are the seconds per report of each stage at two sizes, the
ratio of the two, which is 1 where the cost grows with the reports and 10 where it grows with their
square, and the largest memory of the process.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.quality.lineage.independent import case_report

from twosource.claims.assemble import facts_of
from twosource.claims.entities import join_entities
from twosource.claims.questions import questions_of
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.identity import ReportId, content_id
from twosource.model.report import Extraction, OffsetRun, Report
from twosource.pipeline.compare import Instruments, compared
from twosource.pipeline.kernels import ReadThrough

_Found = TypeVar("_Found")
# Issue floors: minutes for 1,000 reports on two cores.
_CLAIMS_SECONDS, _COMPARE_SECONDS = 240, 300


def main() -> None:
    """Measure both sizes and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs=2, default=(100, 1000))
    small, large = parser.parse_args().sizes
    load_tables()
    embedded()
    meaning()
    first, second = _measured(small), _measured(large)
    print(f"{'stage':22} {small:>6} reports {large:>8} reports   growth per report")
    for stage, seconds in second.items():
        growth = (seconds / large) / max(1e-9, first[stage] / small)
        print(f"{stage:22} {first[stage]:>10.2f} s {seconds:>13.2f} s   {growth:.2f}")
    claims = second["entities"] + second["facts"] + second["questions"]
    print(f"entities, values and questions: {claims / _CLAIMS_SECONDS:.2f} of the limit")
    print(f"comparison: {second['comparison'] / _COMPARE_SECONDS:.2f} of the limit")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"largest memory: {peak:.0f} MB")


def _measured(size: int) -> dict[str, float]:
    """Seconds of each stage for a case of ``size`` reports."""
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], _Found]) -> _Found:
        start = time.perf_counter()
        found = work()
        spent[stage] = time.perf_counter() - start
        return found

    reports = [sealed(number) for number in range(size)]
    read = timed("reading", lambda: ReadThrough(embedded())(reports))
    entities, statements = timed(
        "entities",
        lambda: join_entities(
            [one.attributions for one in read], [d for one in read for d in one.descriptions]
        ),
    )
    frame, facts = timed("facts", lambda: facts_of([one.extract for one in read], statements))
    questions = timed("questions", lambda: questions_of(facts, entities, meaning(), frame.terms))
    timed(
        "comparison",
        lambda: compared(
            reports, read, entities, statements, questions, Instruments(meaning(), {})
        ),
    )
    return spent


def sealed(number: int) -> Report:
    """An invented report in English, by its number."""
    text = case_report(random.Random(f"case-{number}"), number)  # noqa: S311 - chosen, not secret
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=ReportId(content_id("rp", sha256, number)),
        file=f"{number:05}.txt",
        container=None,
        sha256=sha256,
        text=text,
        title=None,
        publisher=f"Paper {number}",
        byline=None,
        url=None,
        language="en",
        published=None,
        regions=(),
        sections=(0,),
        extraction=Extraction("none", "1", "utf-8", (OffsetRun(0, 0, len(text)),)),
    )


if __name__ == "__main__":
    main()
