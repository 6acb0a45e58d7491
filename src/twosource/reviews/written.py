"""Values as a person writes them: a number with its bounds, a time, a place, yes or no.

Nothing is guessed: what can be read in two ways is refused with what would settle it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from types import MappingProxyType

from twosource.claims.times.grammar import SECONDS
from twosource.errors import SettingsError
from twosource.model.time import TimeInterval, ZoneBasis, local_time, whole_day
from twosource.model.value import (
    Amount,
    DistanceValue,
    DurationValue,
    Place,
    PlaceKind,
    PlaceValue,
    QuantityValue,
    TimeValue,
    Value,
)
from twosource.reference.gazetteer import entries_named, entry_of
from twosource.reference.measures import factor
from twosource.reference.units import UNITS_OF_MEASURE

POINT_RADIUS = 1.0
"""Kilometres around coordinates that a person gives: about what two decimals say of a place."""
_MOST_OFFERED = 5
_NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<hedge>about |around |~ ?)?(?:(?P<bound>at least|at most) )?(?P<low>{_NUMBER})"
    rf"(?: ?(?:-|–|to) ?(?P<high>{_NUMBER}))?(?: ?(?P<unit>[A-Za-z][A-Za-z/ ]*))?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<hour>\d\d)(?::(?P<minute>\d\d))?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_POINT = re.compile(r"(?P<north>-?\d+(?:\.\d+)?), ?(?P<east>-?\d+(?:\.\d+)?)")
_SHORT: Mapping[str, str] = MappingProxyType(
    {"s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "d": "day"}
)


def amount_written(text: str, value: Value) -> Amount:
    """A number as it is written for an answer: ``9``, ``about 9``, ``9-11``, ``at least 9``.

    A length of time and a distance name their unit (``5 min``, ``70 km``); other measures may, and
    are taken in the unit of the answer without one.

    Args:
        text: What is written.
        value: The value that it corrects.

    Returns:
        The bounds in the unit of the answer; lengths of time in seconds, distances in kilometres.

    Raises:
        SettingsError: If it is no such number; the message says how one is written.
    """
    match = _AMOUNT.fullmatch(" ".join(text.split()))
    if match is None or (match["bound"] and match["high"]):
        raise SettingsError(
            f"{text!r} is no number; write 9, 'about 9', 9-11, 'at least 9' or 'at most 11'"
        )
    times = _per_unit((match["unit"] or "").strip(), value)
    low = float(match["low"].replace(",", "")) * times
    high = float((match["high"] or match["low"]).replace(",", "")) * times
    if low > high:
        raise SettingsError(f"{text!r} ends below its beginning; write the smaller number first")
    bound = (match["bound"] or "").lower()
    return Amount(
        None if bound == "at most" else low,
        None if bound == "at least" else high,
        bool(match["hedge"]),
    )


def _per_unit(unit: str, value: Value) -> float:
    """By what a number is multiplied to stand in the unit of a value."""
    if isinstance(value, DurationValue):
        name = _SHORT.get(unit.lower(), unit.lower().removesuffix("s"))
        if name not in SECONDS:
            raise SettingsError(
                f"a length of time needs a unit, and {unit!r} is none; write one of "
                f"{', '.join(SECONDS)}"
            )
        return float(SECONDS[name])
    wanted = "kilometer" if isinstance(value, DistanceValue) else ""
    wanted = value.unit if isinstance(value, QuantityValue) else wanted
    if not unit and not isinstance(value, DistanceValue):
        return 1.0
    lower = unit.lower()
    named = UNITS_OF_MEASURE.get(lower) or UNITS_OF_MEASURE.get(lower.removesuffix("s"), unit)
    times = factor(named, wanted) if wanted and named else None
    if times is None and named != wanted:
        asked = f"in {wanted}" if wanted else "without a unit"
        raise SettingsError(f"the answer is counted {asked}, and {unit!r} does not measure that")
    return 1.0 if times is None else times


def time_written(text: str, zone: tzinfo | None) -> TimeInterval:
    """A time as it is written for an answer: a day, an hour, a minute, or from one to another.

    ``2031-03-04``, ``2031-03-04T19``, ``2031-03-04T19:40``, with an offset behind it (``+02:00``,
    ``Z``) or without; ``A/B`` runs from the start of A to the end of B, as in EDTF.

    Args:
        text: What is written.
        zone: The zone that a time without an offset is local to; ``None``: not known, so that the
            interval holds it in every zone in civil use.

    Raises:
        SettingsError: If it is no such time; the message says how one is written.
    """
    first, _, last = text.partition("/")
    start = _stretch(first.strip(), zone, text)
    end = _stretch(last.strip(), zone, text) if last else start
    if end.start < start.start:
        raise SettingsError(f"{text!r} ends before it begins; write the earlier time first")
    return TimeInterval(start.start, end.end, text, start.zone_basis)


def _stretch(written: str, zone: tzinfo | None, text: str) -> TimeInterval:
    wrong = SettingsError(
        f"{text!r} is no time; write 2031-03-04, 2031-03-04T19:40 (local to the event), "
        "2031-03-04T19:40+02:00, or two of these with / between them"
    )
    match = _TIME.fullmatch(written)
    if match is None:
        raise wrong
    try:
        return _local(match, zone, text)
    except (ValueError, OverflowError):
        raise wrong from None


def _local(match: re.Match[str], zone: tzinfo | None, text: str) -> TimeInterval:
    hour, minute = match["hour"], match["minute"]
    printed = datetime.fromisoformat(f"{match['day']}T{hour or '00'}:{minute or '00'}")
    long = timedelta(minutes=1) if minute else timedelta(hours=1) if hour else timedelta(days=1)
    if match["zone"]:
        offset = match["zone"].replace("Z", "+00:00")
        zone, basis = datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo, ZoneBasis.PRINTED
    elif zone is not None:
        basis = ZoneBasis.PLACE
    elif hour is None:
        return whole_day(printed.date(), text)
    else:
        wide = local_time(printed, text)
        return TimeInterval(
            wide.start, wide.end + long - timedelta(seconds=1), text, wide.zone_basis
        )
    start, end = (one.replace(tzinfo=zone).astimezone(UTC) for one in (printed, printed + long))
    return TimeInterval(start, end, text, basis)


def place_written(text: str, near: str = "") -> Place:
    """A place as it is written for an answer: a name, a key of the gazetteer, or coordinates.

    Args:
        text: ``Patras``, ``gn-255683``, or ``38.2466, 21.7346`` (north, east, in degrees).
        near: The country of the event, ISO 3166-1 alpha-2: of several places of a name the one
            there is meant, if only one is.

    Raises:
        SettingsError: If the gazetteer has none, or several; the message names their keys.
    """
    if point := _POINT.fullmatch(text.strip()):
        north, east = float(point["north"]), float(point["east"])
        if not (-90 <= north <= 90 and -180 <= east <= 180):
            raise SettingsError(f"{text!r} lies on no globe; write degrees north, degrees east")
        key = f"at-{north:g},{east:g}"
        return Place(key, text.strip(), PlaceKind.SITE, "", north, east, POINT_RADIUS, "")
    entry = entry_of(text)
    if entry is not None:
        return entry.place
    found = [one.place for one in entries_named(text)]
    here = [one for one in found if one.country == near]
    if len(found) == 1 or len(here) == 1:
        return (here if len(here) == 1 else found)[0]
    offered = "; ".join(
        f"{one.key} ({one.name}, {one.country}, {one.latitude:.2f}, {one.longitude:.2f})"
        for one in found[:_MOST_OFFERED]
    )
    if found:
        raise SettingsError(
            f"{len(found)} places are called {text!r}; name one by its key: {offered}"
        )
    raise SettingsError(f"the gazetteer has no place {text!r}; write its coordinates: 38.25, 21.73")


def comparable(value: object) -> object:
    """What two values that say the same have in common; ``None`` where they cannot be told."""
    if isinstance(value, QuantityValue):
        return (value.amount.low, value.amount.high, value.unit)
    if isinstance(value, DurationValue):
        return (value.seconds.low, value.seconds.high)
    if isinstance(value, DistanceValue) and value.kilometres is not None:
        return (value.kilometres.low, value.kilometres.high)
    if isinstance(value, TimeValue) and value.readings:
        return (value.readings[0].start, value.readings[0].end)
    if isinstance(value, PlaceValue) and value.candidates:
        return value.candidates[0].key
    return None
