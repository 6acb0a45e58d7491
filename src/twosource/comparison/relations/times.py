"""Two printed times for one happening: agreement, refinement or contradiction."""

from __future__ import annotations

from datetime import datetime, timedelta

from twosource.claims.times import durations_compatible, times_compatible
from twosource.comparison.relations.verdict import Given, Verdict
from twosource.model.relation import Matter, RelationKind
from twosource.model.time import ZoneBasis
from twosource.model.value import (
    AnchorBasis,
    ClockTime,
    DurationValue,
    Precision,
    TimeRelation,
    TimeValue,
)

_COARSE = (
    Precision.SECOND,
    Precision.MINUTE,
    Precision.HOUR,
    Precision.PART_OF_DAY,
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
    Precision.SPAN,
)
_HALF_DAY, _MINUTES_OF_DAY = 12, 24 * 60
# A day that the text, the case or nothing gives to a clock time: it is not printed with it.
_WORKED_OUT = frozenset({AnchorBasis.CONTEXT, AnchorBasis.CASE, AnchorBasis.NONE})
_NIGHT = frozenset(range(6)) | frozenset(range(18, 24))


def relate_times(a: TimeValue, b: TimeValue, left: Given, right: Given) -> Verdict:
    """Compare two times that date one happening.

    Zones, hedges, rounding and "the night of" are settled by the readings of the values; what is
    left is laid out as readings that were tried.
    """
    if TimeRelation.AT not in {a.relation, b.relation}:
        return _verdict(RelationKind.OPEN, "both only bound the time")
    if _weekdays_apart(a, b):
        return Verdict(
            RelationKind.CONTRADICTION,
            Matter.TIME,
            f"{left.voice} has {a.span.quote}, {right.voice} {b.span.quote}: different days",
            ("the night between neighbouring days", "other zones"),
        )
    if not (a.readings or a.clock) or not (b.readings or b.clock):
        return _verdict(RelationKind.OPEN, f"it cannot be told when “{_untold(a, b)}” is")
    if times_compatible(a, b):
        if _COARSE.index(a.precision) == _COARSE.index(b.precision):
            return _verdict(RelationKind.AGREEMENT, f"{_both(a, b)} can be one time")
        return _verdict(RelationKind.REFINEMENT, f"{_both(a, b)} can be one time, one told finer")
    if _one_clock(a, b):
        return _verdict(
            RelationKind.OPEN, f"{_both(a, b)} are one hour; the day of one is not printed"
        )
    readings = _tried(a, b)
    if _half_a_day_apart(a, b):
        why = f"{_both(a, b)} stand twelve hours apart; one of a.m. and p.m. may be a slip"
    elif a.day is not None and b.day is not None and a.day != b.day:
        why = f"{left.voice} has {a.span.quote!s}, {right.voice} {b.span.quote!s}: different days"
    else:
        why = f"{_both(a, b)} cannot be one time, hedges and rounding allowed for"
    return Verdict(RelationKind.CONTRADICTION, Matter.TIME, why, readings)


def relate_durations(a: DurationValue, b: DurationValue) -> Verdict:
    """Compare two lengths of time."""
    if durations_compatible(a, b):
        same = a.seconds == b.seconds
        kind = RelationKind.AGREEMENT if same else RelationKind.REFINEMENT
        return Verdict(kind, Matter.DURATION, f"{_both(a, b)} can be one length of time")
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.DURATION,
        f"{_both(a, b)} cannot be one length of time",
        ("the bounds of each, hedges allowed for",),
    )


def _verdict(kind: RelationKind, reason: str) -> Verdict:
    return Verdict(kind, Matter.TIME, reason)


def _both(a: TimeValue | DurationValue, b: TimeValue | DurationValue) -> str:
    return f"“{a.span.quote}” and “{b.span.quote}”"


def _untold(a: TimeValue, b: TimeValue) -> str:
    return (b if a.readings or a.clock else a).span.quote


def _tried(a: TimeValue, b: TimeValue) -> tuple[str, ...]:
    tried = ["hedges and rounding of each"]
    bases = {r.zone_basis for value in (a, b) for r in value.readings}
    if bases <= {ZoneBasis.PRINTED}:
        tried.append("the zones that are printed")
    elif ZoneBasis.UNKNOWN in bases:
        tried.append("one unknown zone for both")
    else:
        tried.append("the zone of the event's place")
    if len(a.readings) > 1 or len(b.readings) > 1:
        tried.append("every reading of the ambiguous words")
    if _by_one_night(a, b):
        tried.append(
            "one night that spans both days: the day before in zones further west, or the night "
            "named by the day on which it began"
        )
    return tuple(tried)


def _by_one_night(a: TimeValue, b: TimeValue) -> bool:
    """Whether neighbouring days could name one night."""
    if a.day is None or b.day is None or abs(a.day - b.day) != timedelta(days=1):
        return False
    return all(value.clock is None or value.clock.hour in _NIGHT for value in (a, b))


def _weekdays_apart(a: TimeValue, b: TimeValue) -> bool:
    """Whether two times print weekdays that differ, without a date by which to read them.

    Neighbouring days told by their night may be one night.
    """
    if a.weekday is None or b.weekday is None or a.readings or b.readings:
        return False
    apart = (a.weekday - b.weekday) % 7
    words = f"{a.span.quote} {b.span.quote}".lower()
    by_night = "night" in words or "early" in words or "midnight" in words
    return apart != 0 and not (apart in {1, 6} and by_night)


def _one_clock(a: TimeValue, b: TimeValue) -> bool:
    """Whether two clock times are one hour, and the day of one at least is only worked out."""
    if a.clock is None or b.clock is None or not (_day_worked_out(a) or _day_worked_out(b)):
        return False
    if a.readings and b.readings:
        apart = min(
            _apart_in_a_day(one.start, other.start) for one in a.readings for other in b.readings
        )
        return apart <= _slack(a, b)
    return _minutes_apart(a.clock, b.clock) <= _slack(a, b)


def _apart_in_a_day(one: datetime, other: datetime) -> float:
    """Minutes between two moments, whole days left out."""
    apart = abs((one - other).total_seconds()) / 60 % _MINUTES_OF_DAY
    return min(apart, _MINUTES_OF_DAY - apart)


def _day_worked_out(value: TimeValue) -> bool:
    return value.anchor in _WORKED_OUT and value.weekday is None


def _half_a_day_apart(a: TimeValue, b: TimeValue) -> bool:
    if a.clock is None or b.clock is None:
        return False
    return abs(_minutes_apart(a.clock, b.clock) - _HALF_DAY * 60) <= _slack(a, b)


def _minutes_apart(a: ClockTime, b: ClockTime) -> int:
    return abs(a.hour * 60 + (a.minute or 0) - b.hour * 60 - (b.minute or 0))


def _slack(a: TimeValue, b: TimeValue) -> int:
    """Minutes by which two clock times may differ and still be told for one."""
    return 20 if a.approximate or b.approximate else 5
