"""All checks, in the order in which their findings are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource.checks.daylight import daylight
from twosource.checks.distance import distance
from twosource.checks.interval import interval
from twosource.checks.sums import sums
from twosource.checks.weekday import weekday
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding

Check = Callable[[ReportFacts, EventFrame], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (daylight, distance, interval, sums, weekday)
"""Every check. Each asks one question of one report."""


def findings_of(facts: Sequence[ReportFacts], frame: EventFrame) -> tuple[Finding, ...]:
    """Check the printed details of every report.

    Args:
        facts: What the reports print.
        frame: The event of the case: its days, its place and its zone.

    Returns:
        The findings, by check, then in order of report and offset.
    """
    return tuple(
        finding
        for check in CHECKS
        for one in facts
        for finding in sorted(check(one, frame), key=lambda f: (f.spans[0].start, f.spans[0].end))
    )
