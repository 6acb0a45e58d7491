"""Time zones as printed: abbreviations, offsets, "local time" and "Riga time"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from twosource.claims.times.expression import Anchor
from twosource.model.time import EARLIEST_ZONE, LATEST_ZONE, TimeInterval, ZoneBasis
from twosource.reference.zones import zone_named

OFFSETS: dict[str, tuple[int, ...]] = {
    "GMT": (0,), "UTC": (0,), "Z": (0,), "WET": (0,), "WEST": (60,), "BST": (60, 360),
    "IST": (330, 60, 120), "CET": (60,), "CEST": (120,), "EET": (120,), "EEST": (180,),
    "MSK": (180,), "TRT": (180,), "WAT": (60,), "SAST": (120,), "EAT": (180,), "GST": (240,),
    "IRST": (210,), "PKT": (300,), "NPT": (345,), "WIB": (420,), "SGT": (480,), "HKT": (480,),
    "JST": (540,), "KST": (540,), "AEST": (600,), "AEDT": (660,), "NZST": (720,), "NZDT": (780,),
    "EST": (-300, 600), "EDT": (-240,), "CST": (-360, 480), "CDT": (-300,), "MST": (-420, 480),
    "MDT": (-360,), "PST": (-480, 480), "PDT": (-420,), "AST": (-240, 180), "ADT": (-180,),
    "AKST": (-540,), "AKDT": (-480,), "HST": (-600,),
}  # fmt: skip
"""Minutes east of UTC by abbreviation, every use in the IANA database and in common print."""
_REGIONS = {
    "ET": "America/New_York", "EASTERN": "America/New_York", "CT": "America/Chicago",
    "CENTRAL": "America/Chicago", "MT": "America/Denver", "MOUNTAIN": "America/Denver",
    "PT": "America/Los_Angeles", "PACIFIC": "America/Los_Angeles",
}  # fmt: skip
_AREAS = (
    "Europe", "Asia", "America", "Africa", "Australia", "Pacific", "Atlantic", "Indian",
)  # fmt: skip
_NUMERIC = re.compile(r"(?:GMT|UTC)? ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?")
_SOUTHERN = (
    "Australia/", "Antarctica/", "Africa/Johannesburg", "Africa/Harare", "Africa/Maputo",
    "Pacific/Auckland", "America/Argentina", "America/Sao_Paulo", "America/Santiago",
    "America/Montevideo", "America/Asuncion",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zoned:
    """The zones that a time may be local to, the likeliest first; none: not known."""

    zones: tuple[tzinfo, ...]
    basis: ZoneBasis
    reason: str


@lru_cache(maxsize=1024)
def _zone_of_city(name: str) -> ZoneInfo | None:
    """The zone that the IANA database names after a city."""
    for area in _AREAS:
        found = zone_named(f"{area}/{name.replace(' ', '_')}")
        if found is not None:
            return found
    return None


def southern(zone: str) -> bool:
    """Whether a zone lies where the seasons are those of the southern hemisphere."""
    return zone.startswith(_SOUTHERN)


def zones_of(printed: str, anchor: Anchor) -> Zoned:
    """The zones of a time by what is printed for it, else by its anchor.

    An abbreviation that several zones share gives them all, but where the anchor's zone is one
    of those that bear it, that one alone.
    """
    words = printed.strip("() ").removesuffix(" time").removesuffix(" Time").strip()
    if not words or words.lower() == "local":
        zone = zone_named(anchor.zone) if anchor.zone else None
        if zone is None:
            return Zoned((), ZoneBasis.UNKNOWN, "no zone is printed")
        return Zoned((zone,), anchor.zone_basis, f"local to {anchor.zone}")
    return _printed_zone(words, anchor)


def _printed_zone(words: str, anchor: Anchor) -> Zoned:
    upper = words.upper().removesuffix(" STANDARD").removesuffix(" DAYLIGHT")
    numeric = _NUMERIC.fullmatch(upper)
    if numeric:
        minutes = int(numeric["hours"]) * 60 + int(numeric["minutes"] or 0)
        minutes = -minutes if numeric["sign"] == "-" else minutes
        if abs(minutes) < 24 * 60:
            zone = timezone(timedelta(minutes=minutes))
            return Zoned((zone,), ZoneBasis.PRINTED, f"zone {words} is printed")
    if upper in OFFSETS:
        return _abbreviated(upper, anchor)
    name = _REGIONS.get(upper) or dict(anchor.places).get(words.lower())
    found = zone_named(name) if name else _zone_of_city(words)
    if found is None:
        return Zoned((), ZoneBasis.UNKNOWN, f"the zone of {words} is not known")
    return Zoned((found,), ZoneBasis.PRINTED, f"{words} time is printed")


def _abbreviated(upper: str, anchor: Anchor) -> Zoned:
    offsets = OFFSETS[upper]
    zone = zone_named(anchor.zone) if anchor.zone else None
    if zone is not None and len(offsets) > 1:
        day = anchor.day or datetime(2001, 1, 1, tzinfo=UTC).date()
        sides = {
            zone.utcoffset(datetime(day.year, month, 1, tzinfo=UTC).replace(tzinfo=None))
            for month in (1, 7)
        }
        near = tuple(o for o in offsets if timedelta(minutes=o) in sides)
        offsets = near or offsets
    zones = tuple(timezone(timedelta(minutes=o)) for o in offsets)
    several = f", which {len(zones)} zones share" if len(zones) > 1 else ""
    return Zoned(zones, ZoneBasis.PRINTED, f"zone {upper} is printed{several}")


def intervals(
    start: datetime, end: datetime, printed: str, zoned: Zoned
) -> tuple[TimeInterval, ...]:
    """A local stretch in UTC, once per zone; over every zone in civil use where none is known.

    Args:
        start: First local moment, without a zone.
        end: First local moment after the stretch.
        printed: The words it was read from.
        zoned: Its zones.
    """
    if not zoned.zones:
        first = start.replace(tzinfo=EARLIEST_ZONE).astimezone(UTC)
        last = end.replace(tzinfo=LATEST_ZONE).astimezone(UTC)
        return (TimeInterval(first, last, printed, ZoneBasis.UNKNOWN),)
    found = []
    # An hour that a clock set back shows twice is two readings.
    folds = (0, 1) if end - start < timedelta(hours=2) else (0,)
    for zone, fold in [(zone, fold) for zone in zoned.zones for fold in folds]:
        first = start.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        last = end.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        # A clock set forward can swallow a local stretch; its first instant still stands.
        last = max(last, first + timedelta(seconds=1))
        found.append(TimeInterval(first, last, printed, zoned.basis))
    return tuple(dict.fromkeys(found))
