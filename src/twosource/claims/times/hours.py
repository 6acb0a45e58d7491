"""Clock times and parts of the day laid on local days."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from twosource.claims.times.expression import Edge, Part, Printed
from twosource.model.value import ClockTime, Precision, TimeRelation

Stretch = tuple[datetime, datetime]

_HOURS = {
    Part.SMALL_HOURS: (0, 7), Part.DAWN: (3, 9), Part.MORNING: (0, 12), Part.MIDDAY: (11, 15),
    Part.AFTERNOON: (12, 19), Part.DUSK: (15, 23), Part.EVENING: (16, 25), Part.NIGHT: (18, 30),
    Part.OVERNIGHT: (18, 32),
}  # fmt: skip
"""Hours from the midnight that begins the day, half-open and wide: a comparison may only fail where
no ordinary use of the word fits. News prints "Wednesday morning" for two o'clock at night and
"evening" past midnight. The hours are a choice, not measured."""
_EDGES = {
    (Part.MORNING, Edge.EARLY): (0, 9), (Part.MORNING, Edge.LATE): (9, 13),
    (Part.MORNING, Edge.MIDDLE): (8, 12), (Part.AFTERNOON, Edge.EARLY): (12, 16),
    (Part.AFTERNOON, Edge.LATE): (14, 19), (Part.AFTERNOON, Edge.MIDDLE): (13, 17),
    (Part.EVENING, Edge.EARLY): (16, 20), (Part.EVENING, Edge.LATE): (19, 25),
    (Part.NIGHT, Edge.LATE): (20, 30), (Part.NIGHT, Edge.EARLY): (18, 24),
    (None, Edge.EARLY): (0, 10), (None, Edge.LATE): (15, 27), (None, Edge.MIDDLE): (9, 17),
}  # fmt: skip
_NIGHTS = frozenset({Part.NIGHT, Part.OVERNIGHT})
_NIGHT_OF = re.compile(r"\bnight of\b|\bovernight\b", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\bmidnight\b", re.IGNORECASE)
_SPAN = {Precision.SECOND: 1, Precision.MINUTE: 60, Precision.HOUR: 60}


def clock_precision(clock: ClockTime) -> Precision:
    """How finely a clock time is printed."""
    if clock.second is not None:
        return Precision.SECOND
    return Precision.HOUR if clock.minute is None else Precision.MINUTE


def on_day(
    day: date, printed: Printed, words: str, relation: TimeRelation = TimeRelation.AT
) -> list[Stretch]:
    """The local stretches that a clock time or a part of the day has on a day.

    Args:
        day: The local day.
        printed: What is printed.
        words: The words themselves, for "the night of" and "midnight".
        relation: "Just after midnight on Tuesday" begins Tuesday; before it, Tuesday has ended.
    """
    if printed.clock is not None:
        return [
            _at(when, clock)
            for clock in clocks_of(printed)
            for when in _days(day, printed, clock, words, relation)
        ]
    if printed.part in _NIGHTS and _both_nights(printed, words):
        return [_hours(day, *_window(printed)), _hours(day - timedelta(days=1), *_window(printed))]
    if printed.part is None and printed.edge is Edge.WHOLE:
        return [_hours(day, 0, 24)]
    return [_hours(day, *_window(printed))]


def clocks_of(printed: Printed) -> list[ClockTime]:
    """The clock as printed, and twelve hours later where the half of the day is open."""
    clock = printed.clock
    if clock is None:
        return []
    if not printed.half_open:
        return [clock]
    hour = clock.hour % 12
    return [ClockTime(h, clock.minute, clock.second) for h in (hour, hour + 12)]


def _window(printed: Printed) -> tuple[int, int]:
    found = _EDGES.get((printed.part, printed.edge))
    if found is None:
        found = _HOURS[printed.part] if printed.part else (0, 24)
    return found


def _both_nights(printed: Printed, words: str) -> bool:
    """Whether "the night of 3 May" is meant, which begin or end on that day."""
    return _NIGHT_OF.search(words) is not None and (
        bool(printed.dates) or printed.weekday is not None
    )


def _days(
    day: date, printed: Printed, clock: ClockTime, words: str, relation: TimeRelation
) -> list[date]:
    """The calendar days that a clock time of a day can fall on."""
    after = day + timedelta(days=1)
    if _MIDNIGHT.search(words) and clock == ClockTime(0):
        if relation is TimeRelation.AFTER and printed.part is None:
            return [day]
        if relation in {TimeRelation.BEFORE, TimeRelation.UNTIL}:
            return [after]
        return [after, day]
    if printed.part in _NIGHTS and clock.hour < 12:
        return [after] if printed.shift is not None else [after, day]
    return [day]


def _at(day: date, clock: ClockTime) -> Stretch:
    start = datetime.combine(day, time(clock.hour, clock.minute or 0, clock.second or 0))
    return start, start + timedelta(seconds=_SPAN[clock_precision(clock)])


def _hours(day: date, first: int, last: int) -> Stretch:
    midnight = datetime.combine(day, time.min)
    return midnight + timedelta(hours=first), midnight + timedelta(hours=last)
