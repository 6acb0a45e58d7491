"""What a time expression prints, before anything is counted from an anchor, and the anchor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from twosource.model.report import Span
from twosource.model.time import ZoneBasis
from twosource.model.value import AnchorBasis, ClockTime, TimeRelation


class Part(StrEnum):
    """A part of the day. ``SMALL_HOURS`` runs from midnight on, ``OVERNIGHT`` up to the day."""

    SMALL_HOURS = "small hours"
    DAWN = "dawn"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    DUSK = "dusk"
    EVENING = "evening"
    NIGHT = "night"
    OVERNIGHT = "overnight"


class Edge(StrEnum):
    """Which end of a stretch is meant ("early on Wednesday", "late January", "mid-2021")."""

    WHOLE = ""
    EARLY = "early"
    MIDDLE = "mid"
    LATE = "late"


class Unit(StrEnum):
    """What a count of time counts."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class Reach(StrEnum):
    """Which of the recurring ones is meant: "Tuesday", "last Tuesday", "next Tuesday"."""

    NEAREST = ""
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Outlook(StrEnum):
    """Whether the verb that is dated looks back, ahead, or could do either ("would")."""

    OPEN = "open"
    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date with whatever is printed of it; ``years`` is 10 for a decade."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int = 1


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from the anchor, in ``unit``, negative for the past.

    Attributes:
        unit: What is counted.
        low, high: The nearest and farthest count; equal for "yesterday" (-1, -1).
        from_context: Whether it counts from the day that the text is at ("the next day", "a week
            earlier") and not from publication.
        whole: Whether everything between the two is meant ("in recent weeks").
    """

    unit: Unit
    low: int
    high: int
    from_context: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in seconds to a printed time ("less than a week before 9 May")."""

    low: float
    high: float
    before: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """The parts of a time that are printed, each with an empty value where it is not.

    Attributes:
        clock: Time of day, as a 24-hour clock where a.m. or p.m. is printed or plain.
        half_open: Whether the clock may be of the morning or of the afternoon.
        zone: The zone as printed ("GMT", "local time", "Riga time").
        weekday: Monday 0.
        dates: The date, or its two readings where the order of digits is unclear.
        part: Part of the day.
        edge: Which end of the day, month, season or year.
        season: ``spring``, ``summer``, ``autumn`` or ``winter``.
        shift: Distance from the anchor.
        reach: Which of the recurring days, months or seasons.
        ordinal: A count of weeks or days whose beginning is not printed ("its fifth week").
    """

    clock: ClockTime | None = None
    half_open: bool = False
    zone: str = ""
    weekday: int | None = None
    dates: tuple[CalendarDate, ...] = ()
    part: Part | None = None
    edge: Edge = Edge.WHOLE
    season: str = ""
    shift: Shift | None = None
    reach: Reach = Reach.NEAREST
    ordinal: Unit | None = None

    @property
    def has_day(self) -> bool:
        """Whether the words themselves say which day, week, month or year."""
        return (
            self.weekday is not None
            or bool(self.dates)
            or bool(self.season)
            or self.shift is not None
        )


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed.

    Attributes:
        span: The words with their hedges, without a leading "on", "at" or "in".
        printed: What they print; the beginning, of a stretch.
        until: What they print for the end of a stretch ("from 5 pm to midnight").
        relation: Whether the time itself is meant, or what lies before or after it.
        approximate: Whether the words hedge it.
        offset: Distance to the printed time, where one is printed.
        outlook: Whether the verb that is dated looks back or ahead.
    """

    span: Span
    printed: Printed
    until: Printed | None = None
    relation: TimeRelation = TimeRelation.AT
    approximate: bool = False
    offset: Offset | None = None
    outlook: Outlook = Outlook.OPEN


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the unprinted parts of a time are counted from.

    Attributes:
        day: The local day that "yesterday" and "on Tuesday" count from; ``None``: not known.
        basis: What supplied that day.
        moment: Local time of publication where it is known to the minute, without a zone.
        context: The local days that the text is at, for clock times without a day and for "the
            next day", as a half-open pair; ``None``: not known.
        zone: IANA name of the zone that clock times are local to; ``""``: not known.
        zone_basis: Where that zone came from.
        places: Zones of places by their lower-case names, for "Riga time".
        reason: One sentence: why this is the anchor.
    """

    day: date | None = None
    basis: AnchorBasis = AnchorBasis.NONE
    moment: datetime | None = None
    context: tuple[date, date] | None = None
    zone: str = ""
    zone_basis: ZoneBasis = ZoneBasis.UNKNOWN
    places: tuple[tuple[str, str], ...] = ()
    reason: str = "nothing says which day it counts from"
