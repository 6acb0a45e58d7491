"""Whether two printed times, or two lengths of time, can both be true of one happening."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import (
    ClockTime,
    DurationValue,
    Precision,
    TimeRelation,
    TimeValue,
)

_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)
_FIRST, _LAST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)
_DAY_MINUTES = 24 * 60
_HEDGED = {Precision.SECOND: 15, Precision.MINUTE: 15, Precision.HOUR: 30,
           Precision.PART_OF_DAY: 60}  # fmt: skip
"""Minutes on either side by which a hedged time ("around 2:30") may differ."""
_HEDGED_DAYS = {Precision.DAY: 1, Precision.WEEK: 3, Precision.MONTH: 10, Precision.SEASON: 20,
                Precision.YEAR: 90, Precision.SPAN: 1}  # fmt: skip
"""Days on either side for a hedged time that is no finer than a day."""
_BARE_HOUR = 15
_ROUND_MINUTES = 2
"""Minutes by which an unhedged bare hour, and a clock on a multiple of five, may be rounded."""
_SHORTLY = timedelta(minutes=30)
_SHORTLY_DAYS = timedelta(days=14)
"""How far "shortly before" reaches from a clock time and from a day or more."""
_DURATION_SLACK = 0.25
"""Share by which a hedged length of time may differ."""
# "Local time" is that of the event, and no other zone.
_ZONE = re.compile(r"\b(?:GMT|UTC|[A-Z]{2,4}T)\b|(?<!\blocal)(?<=[a-z]) time\b")
_NOT_OPEN = re.compile(
    r"[ap]\.? ?m\b|\b0\d|hrs|hours|GMT|UTC|noon|midday|midnight|morning|afternoon|evening|night",
    re.IGNORECASE,
)


def times_compatible(a: TimeValue, b: TimeValue) -> bool:
    """Whether both may be true of one happening.

    Readings are compared as intervals, each widened by the tolerance of its precision and of its
    hedges. Where neither zone is known, both are taken to be local to the one event; where a zone
    is known on one side only, the clocks are compared beside the intervals unless a zone is
    printed. Where a side has no day, only clocks and weekdays can differ.
    """
    if a.readings and b.readings:
        return any(_overlap(a, x, b, y) for x in a.readings for y in b.readings) and (
            not _clocks_count(a, b) or _clocks_agree(a, b)
        )
    weekdays = {a.weekday, b.weekday} - {None}
    if len(weekdays) > 1 and _names_point(a) and _names_point(b):
        return False
    return _zoned(a) or _zoned(b) or _clocks_agree(a, b)


def durations_compatible(a: DurationValue, b: DurationValue) -> bool:
    """Whether two lengths of time can be one: their bounds overlap, hedged ones by a quarter."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(value: DurationValue) -> tuple[float, float]:
    low = value.seconds.low or 0.0
    high = float("inf") if value.seconds.high is None else value.seconds.high
    slack = _DURATION_SLACK if value.seconds.approximate else 0.0
    return low * (1 - slack), high * (1 + slack)


def _names_point(value: TimeValue) -> bool:
    """Whether its clock and weekday are its own, not those of an end or of what it follows."""
    return value.precision is not Precision.SPAN and value.relation is TimeRelation.AT


def _zoned(value: TimeValue) -> bool:
    """Whether a zone is printed, so that its clock cannot be laid beside one of another zone."""
    if value.readings:
        return any(r.zone_basis is ZoneBasis.PRINTED for r in value.readings)
    return _ZONE.search(value.span.quote) is not None


def _clocks_count(a: TimeValue, b: TimeValue) -> bool:
    """Whether clocks say more than intervals: one side's zone is unknown and none is printed."""
    bases = {r.zone_basis for value in (a, b) for r in value.readings}
    return ZoneBasis.UNKNOWN in bases and len(bases) > 1 and ZoneBasis.PRINTED not in bases


def _overlap(a: TimeValue, x: TimeInterval, b: TimeValue, y: TimeInterval) -> bool:
    same_clock = x.zone_basis is y.zone_basis is ZoneBasis.UNKNOWN
    start_a, end_a = _reach(a, x, same_clock)
    start_b, end_b = _reach(b, y, same_clock)
    return start_a < end_b and start_b < end_a


def _reach(value: TimeValue, interval: TimeInterval, local: bool) -> tuple[datetime, datetime]:
    """A reading with its tolerance and its relation, as the stretch the happening may lie in."""
    start, end = interval.start, interval.end
    if local and end - start > _AHEAD + _BEHIND:
        # The interval of an unknown zone is the local stretch widened by the widest offsets.
        start, end = start + _AHEAD, end - _BEHIND
    slack = _tolerance(value)
    start, end = _shifted(start, -slack), _shifted(end, slack)
    fine = value.precision in _HEDGED
    near = (_SHORTLY if fine else _SHORTLY_DAYS) if value.approximate else None
    if value.relation is TimeRelation.BEFORE:
        start = _shifted(start, -near) if near else _FIRST
    elif value.relation is TimeRelation.UNTIL:
        start = _FIRST
    elif value.relation is TimeRelation.AFTER:
        end = _shifted(end, near) if near else _LAST
    elif value.relation is TimeRelation.SINCE:
        end = _LAST
    return start, end


def _shifted(moment: datetime, by: timedelta) -> datetime:
    """A moment moved within the calendar."""
    if by < timedelta(0):
        return max(moment, _FIRST - by) + by
    return min(moment, _LAST - by) + by


def _tolerance(value: TimeValue) -> timedelta:
    if value.relation in {TimeRelation.BEFORE, TimeRelation.AFTER}:
        return timedelta(0)
    if value.approximate:
        if value.precision in _HEDGED:
            return timedelta(minutes=_HEDGED[value.precision])
        return timedelta(days=_HEDGED_DAYS[value.precision])
    if value.precision is Precision.HOUR:
        return timedelta(minutes=_BARE_HOUR)
    if value.precision is Precision.MINUTE and value.clock and (value.clock.minute or 0) % 5 == 0:
        return timedelta(minutes=_ROUND_MINUTES)
    return timedelta(0)


def _clocks_agree(a: TimeValue, b: TimeValue) -> bool:
    if Precision.SPAN in {a.precision, b.precision}:
        return True
    if a.clock is None or b.clock is None or TimeRelation.AT not in {a.relation, b.relation}:
        return True
    if {a.relation, b.relation} != {TimeRelation.AT} and not (a.approximate or b.approximate):
        return True
    slack = (_tolerance(a) + _tolerance(b)).total_seconds() / 60
    if {a.relation, b.relation} != {TimeRelation.AT}:
        slack += _SHORTLY.total_seconds() / 60
    return any(
        min((x - y) % _DAY_MINUTES, (y - x) % _DAY_MINUTES) <= slack
        for x in _minutes(a, a.clock)
        for y in _minutes(b, b.clock)
    )


def _minutes(value: TimeValue, clock: ClockTime) -> tuple[int, ...]:
    """Minutes of the day; both halves where the words leave it open."""
    minutes = clock.hour * 60 + (clock.minute or 0)
    if 1 <= clock.hour <= 12 and not _NOT_OPEN.search(value.span.quote):
        return minutes, (minutes + _DAY_MINUTES // 2) % _DAY_MINUTES
    return (minutes,)
