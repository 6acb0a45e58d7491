"""All checks, in the order in which their findings are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource.checks.age import age
from twosource.checks.daylight import daylight
from twosource.checks.direction import direction
from twosource.checks.distance import distance
from twosource.checks.interval import interval
from twosource.checks.listed import listed
from twosource.checks.publication import publication
from twosource.checks.share import share
from twosource.checks.sums import sums
from twosource.checks.travel import travel
from twosource.checks.units import units
from twosource.checks.weekday import weekday
from twosource.checks.zone import zone
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding

Check = Callable[[ReportFacts, EventFrame], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    age,
    daylight,
    direction,
    distance,
    interval,
    listed,
    publication,
    share,
    sums,
    travel,
    units,
    weekday,
    zone,
)
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
