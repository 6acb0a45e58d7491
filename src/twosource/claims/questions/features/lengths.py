"""Dates as lengths of time up to the report, and lengths of time as dates before it."""

from __future__ import annotations

from datetime import datetime, timedelta

from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import (
    Amount,
    AnchorBasis,
    DurationValue,
    Precision,
    TimeRelation,
    TimeValue,
)

_FAR_BACK = timedelta(days=365 * 60)
_MOST_YEARS = 60


def since(value: TimeValue, published: datetime) -> DurationValue | None:
    """How long before its report something began: "had joined in March".

    Args:
        value: When it began.
        published: When the report appeared.

    Returns:
        The length of time; ``None`` where the day is not known, or lies ahead.
    """
    if not value.readings:
        return None
    first, last = value.readings[0].start, value.readings[0].end
    least, most = (published - last).total_seconds(), (published - first).total_seconds()
    if most <= 0:
        return None
    return DurationValue(value.span, Amount(max(least, 0.0), most), "for")


def standing_for(value: DurationValue, published: datetime) -> TimeValue | None:
    """The date before which something was last done: "has not been inspected for two years".

    Args:
        value: For how long it has not been done.
        published: When the report appeared.

    Returns:
        The date, with everything before it; ``None`` where the length has no lower bound.
    """
    low = value.seconds.low
    if not low or low > _FAR_BACK.total_seconds():
        return None
    end = published - timedelta(seconds=low)
    interval = TimeInterval(end - _FAR_BACK, end, value.span.quote, ZoneBasis.UNKNOWN)
    return TimeValue(
        span=value.span,
        readings=(interval,),
        precision=Precision.SPAN,
        approximate=False,
        relation=TimeRelation.AT,
        clock=None,
        weekday=None,
        day=None,
        anchor=AnchorBasis.PUBLICATION,
        reason="counted back from when the report appeared",
    )
