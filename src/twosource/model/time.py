"""Times as half-open UTC intervals that keep what was printed and where the zone came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from twosource.errors import InvariantError

EARLIEST_ZONE = timezone(timedelta(hours=14))
LATEST_ZONE = timezone(timedelta(hours=-12))
"""The widest offsets in civil use (IANA time zone database: Kiritimati and Baker Island)."""


class ZoneBasis(StrEnum):
    """Where the time zone of an interval came from."""

    PRINTED = "printed"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """A half-open interval of time.

    Attributes:
        start: First instant, in UTC.
        end: First instant after the interval, in UTC; later than ``start``.
        printed: The words or digits that the interval was read from.
        zone_basis: Where the zone came from. ``UNKNOWN`` means that the interval is wide enough
            to hold the printed time in every zone in civil use.
    """

    start: datetime
    end: datetime
    printed: str
    zone_basis: ZoneBasis

    def __post_init__(self) -> None:
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:
            raise InvariantError(f"interval read from {self.printed!r} is not in UTC")
        if self.start >= self.end:
            raise InvariantError(
                f"interval read from {self.printed!r} ends at {self.end} before its start"
            )


def instant(moment: datetime, printed: str) -> TimeInterval:
    """The second that an aware ``moment`` falls in.

    Raises:
        InvariantError: If ``moment`` carries no zone.
    """
    if moment.tzinfo is None:
        raise InvariantError(f"time read from {printed!r} has no zone; use local_time instead")
    start = moment.astimezone(UTC).replace(microsecond=0)
    return TimeInterval(start, start + timedelta(seconds=1), printed, ZoneBasis.PRINTED)


def local_time(moment: datetime, printed: str) -> TimeInterval:
    """Every second that a clock time without a zone may name, over all zones in civil use."""
    start = moment.replace(tzinfo=EARLIEST_ZONE, microsecond=0).astimezone(UTC)
    end = moment.replace(tzinfo=LATEST_ZONE, microsecond=0).astimezone(UTC)
    return TimeInterval(start, end + timedelta(seconds=1), printed, ZoneBasis.UNKNOWN)


def whole_day(day: date, printed: str) -> TimeInterval:
    """A calendar day without a zone: from its first start anywhere to its last end anywhere."""
    start = datetime.combine(day, time.min, EARLIEST_ZONE)
    end = datetime.combine(day + timedelta(days=1), time.min, LATEST_ZONE)
    return TimeInterval(start.astimezone(UTC), end.astimezone(UTC), printed, ZoneBasis.UNKNOWN)
