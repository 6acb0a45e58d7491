"""How a time lies to a day: before it, after it, long past."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from twosource.model.value import AnchorBasis, Precision, TimeRelation, TimeValue

SLACK = timedelta(days=1)
"""A day more or less: time zones and nights that reach over midnight."""
_WEEKS = timedelta(weeks=4)


def is_bare_weekday(value: TimeValue) -> bool:
    """Whether only a weekday is printed, which may be of another week."""
    plain = not any(c.isdigit() for c in value.span.quote)
    return value.weekday is not None and plain and "last" not in value.span.quote.lower()


def ends_before(value: TimeValue, day: date) -> bool:
    """Whether every reading of a time ends before a day, and so far off that zones are no matter.

    What lies before, after or until a time is not dated by it.
    """
    if value.relation in {TimeRelation.AFTER, TimeRelation.UNTIL}:
        return False
    if value.anchor is AnchorBasis.CONTEXT:
        return False
    if value.day is not None and value.precision in {Precision.DAY, Precision.PART_OF_DAY}:
        return value.day < day
    limit = datetime.combine(day, time.min, UTC)
    return bool(value.readings) and all(reading.end <= limit for reading in value.readings)


def begins_after(value: TimeValue, latest: date | None) -> bool:
    """Whether every reading of a time begins after a day; clock times alone tell of none."""
    if latest is None or value.relation is TimeRelation.BEFORE or value.clock is not None:
        return False
    if value.day is not None and value.precision in {Precision.DAY, Precision.PART_OF_DAY}:
        return value.day > latest
    limit = datetime.combine(latest + 2 * SLACK, time.min, UTC)
    return bool(value.readings) and all(reading.start >= limit for reading in value.readings)


def is_long_past(value: TimeValue, latest: date | None) -> bool:
    """Whether a time began some weeks at least before a day."""
    if latest is None:
        return False
    limit = datetime.combine(latest - _WEEKS, time.min, UTC)
    return all(reading.start < limit for reading in value.readings)
