"""Values: what a span says in a form that can be compared, with what was printed kept beside it.

Every value names the span that it was read from. What cannot be told is an empty tuple of readings
or an open bound, with the reason in words; it is never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twosource.model.report import Span
from twosource.model.time import TimeInterval


class Precision(StrEnum):
    """How finely a time was printed."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"


class TimeRelation(StrEnum):
    """How the thing that is dated stands to the time printed."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"


class AnchorBasis(StrEnum):
    """What supplied the parts of a time that its own words do not print."""

    PRINTED = "printed"
    PUBLICATION = "publication"
    UTTERANCE = "utterance"
    CONTEXT = "context"
    CASE = "case"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as printed, local to whatever zone the text means; ``minute`` may be absent."""

    hour: int
    minute: int | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A point or stretch of time that a report prints.

    Attributes:
        span: The words it was read from.
        readings: What it may mean, as half-open UTC intervals, the likeliest first. Empty: cannot
            tell. Several: the words are ambiguous ("the night of 3 May").
        precision: How finely it was printed.
        approximate: Whether the words hedge it ("around", "about").
        relation: Whether the time itself is meant, or what lies before or after it.
        clock: The time of day as printed, where one is.
        weekday: The weekday as printed, Monday 0, where one is.
        day: The local calendar day that the words and the anchor give, where they give one.
        anchor: What supplied the parts that are not printed.
        reason: One sentence: how it was read, or why it cannot be told.
    """

    span: Span
    readings: tuple[TimeInterval, ...]
    precision: Precision
    approximate: bool
    relation: TimeRelation
    clock: ClockTime | None
    weekday: int | None
    day: date | None
    anchor: AnchorBasis
    reason: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A bounded number. ``None`` for a bound means open; both bounds are included.

    Attributes:
        low, high: The bounds; equal for an exact number.
        approximate: Whether the words hedge it ("about", "some").
    """

    low: float | None
    high: float | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DurationValue:
    """A length of time ("a few minutes", "sixteen minutes later"), in seconds.

    Attributes:
        span: The words it was read from.
        seconds: The bounds in seconds.
        link: How it ties two happenings: ``later``, ``before``, ``within``, ``for`` or ``""``.
    """

    span: Span
    seconds: Amount
    link: str = ""


class QuantityKind(StrEnum):
    """What sort of number a quantity is. Only ``COUNT`` counts things."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """How many or how much.

    Attributes:
        span: Number words with their hedges and unit ("at least 14", "450km-plus").
        kind: What sort of number it is.
        amount: The bounds, in ``unit`` where there is one.
        unit: Pint's name of the unit, an ISO 4217 code for money, ``""`` for counts and shares.
        counted: The noun phrase that is counted or measured, where one is printed.
        noun: Lemma of its head ("pilgrim"); ``""`` where none is printed.
        status: What befell the counted, as a lemma: ``kill``, ``injure``, ``detain``, ``miss``,
            or another predicate; ``""`` where none is printed.
        scope: Lemmas that narrow the counted down ("Russian", "eastern", "second"), sorted.
        part: Whether it is a part of a total that the text names beside it ("of whom six").
    """

    span: Span
    kind: QuantityKind
    amount: Amount
    unit: str
    counted: Span | None
    noun: str
    status: str
    scope: tuple[str, ...] = ()
    part: bool = False


class PlaceKind(StrEnum):
    """What sort of place a place is; it decides the radius where the gazetteer has none."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    AIRPORT = "airport"
    NATURAL = "natural"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the ground.

    Attributes:
        key: Id in the gazetteer ("gn-524901"); a site inside a city bears the city's.
        name: Name in the gazetteer.
        kind: What sort of place it is.
        country: ISO 3166-1 alpha-2 code.
        latitude, longitude: Degrees, WGS 84.
        radius: Kilometres within which the place lies.
        zone: IANA name of its time zone, ``""`` where it has several.
    """

    key: str
    name: str
    kind: PlaceKind
    country: str
    latitude: float
    longitude: float
    radius: float
    zone: str


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where something is, as a report prints it.

    Attributes:
        span: The words it was read from.
        candidates: Places that the words can mean, the likeliest first; empty: not known.
        certain: Whether the first candidate stands clear of the others.
        reason: One sentence: what ranked it first, or why it is not known.
    """

    span: Span
    candidates: tuple[Place, ...]
    certain: bool
    reason: str


@dataclass(frozen=True, slots=True)
class DistanceValue:
    """A distance or a direction from a place ("70 miles from the capital", "west of the city").

    Attributes:
        span: The words it was read from.
        kilometres: The bounds; ``None`` where only a direction is printed.
        bearing: Degrees clockwise from north, ``None`` where no direction is printed.
        origin: The words that name the place measured from, where printed.
        target: The words that name the place measured to, where printed.
    """

    span: Span
    kilometres: Amount | None
    bearing: float | None
    origin: Span | None
    target: Span | None


Value = TimeValue | DurationValue | QuantityValue | PlaceValue | DistanceValue
"""Any typed value."""
