"""All checks, in the order in which their findings are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource.checks.age import age
from twosource.checks.border import border
from twosource.checks.daylight import daylight
from twosource.checks.direction import direction
from twosource.checks.distance import distance
from twosource.checks.footage import footage
from twosource.checks.interval import interval
from twosource.checks.lasted import lasted
from twosource.checks.names import names
from twosource.checks.office import office
from twosource.checks.order import order
from twosource.checks.publication import publication
from twosource.checks.reach import reach
from twosource.checks.share import share
from twosource.checks.sums import sums
from twosource.checks.travel import travel
from twosource.checks.units import units
from twosource.checks.weekday import other_day, weekday
from twosource.checks.years import years
from twosource.checks.zone import zone
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding

Check = Callable[[ReportFacts, EventFrame], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    daylight,
    distance,
    direction,
    border,
    travel,
    reach,
    interval,
    lasted,
    order,
    sums,
    names,
    share,
    units,
    weekday,
    publication,
    zone,
    years,
    age,
    office,
)
"""Every check that asks one question of one report."""

CaseCheck = Callable[[Sequence[ReportFacts], EventFrame], Iterator[Finding]]

CASE_CHECKS: tuple[CaseCheck, ...] = (footage, other_day)
"""Every check that asks one question of all reports together."""


def findings_of(facts: Sequence[ReportFacts], frame: EventFrame) -> tuple[Finding, ...]:
    """Check the printed details of every report.

    Args:
        facts: What the reports print.
        frame: The event of the case: its days, its place and its zone.

    Returns:
        The findings, by check, those of all reports together last, then in order of report and
        offset.
    """
    single = tuple(
        finding
        for check in CHECKS
        for one in facts
        for finding in sorted(check(one, frame), key=lambda f: (f.spans[0].start, f.spans[0].end))
    )
    return (*single, *(finding for check in CASE_CHECKS for finding in check(facts, frame)))
