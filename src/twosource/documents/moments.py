"""Publication times as exports, feeds and mail write them: seconds, ISO 8601, mail dates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from twosource.documents.dateline import from_epoch, publication
from twosource.model.report import Publication, PublicationBasis
from twosource.model.time import instant

_MAIL_ZONES = {
    "UTC": 0, "GMT": 0, "UT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7,
}  # fmt: skip
"""Zone names that RFC 5322, section 4.3, gives a meaning; no other abbreviation has one."""

_ZONED = re.compile(
    r"(?P<moment>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(?P<zone>[A-Z]{2,3})"
)
_STAMPED = re.compile(
    r"(?:[A-Z][a-z]{2} )?(?P<day>[A-Z][a-z]{2} \d{1,2}) (?P<clock>\d{2}:\d{2}:\d{2}) "
    r"(?P<zone>[+-]\d{4}) (?P<year>\d{4})"
)
"""``Thu Mar 04 05:06:07 +0000 2021``, as X writes it."""
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?,? )? ?\d{1,2}[ -][A-Z][a-z]{2,8}[ -](?:(?:1[89]|2[01])\d{2}|\d{2})"
    r" \d{1,2}:\d{2}(?::\d{2})?(?: |$)"
)
_METADATA = PublicationBasis.METADATA


def moment_of(value: object) -> Publication | None:
    """Read a publication time from a field of an export, a feed or a letter.

    Args:
        value: Seconds or milliseconds since 1970 UTC, as a number or as digits; ISO 8601; the
            same with a zone name that mail knows; a mail date; or a written date.

    Returns:
        The time, or ``None`` where the value names none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_epoch(value, _METADATA)
    if not isinstance(value, str):
        return None
    printed = value.strip()
    digits = printed.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and 9 <= len(digits) <= 13:
        return from_epoch(int(digits), _METADATA)
    return _with_zone(printed) or publication(printed, _METADATA)


def _with_zone(printed: str) -> Publication | None:
    """A moment with a zone that ISO 8601 does not write, if it is one."""
    try:
        moment = _named_zone(printed) or _stamped(printed) or _mailed(printed)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    if moment is None:
        return None
    if moment.tzinfo is None:
        # A mail date with the zone "-0000" does not say where its clock stood (RFC 5322, 3.3).
        return publication(moment.isoformat(), _METADATA)
    try:
        return Publication(moment.isoformat(), instant(moment, printed), _METADATA)
    except (ValueError, OverflowError):
        return None


def _named_zone(printed: str) -> datetime | None:
    match = _ZONED.fullmatch(printed)
    if match is None or match["zone"] not in _MAIL_ZONES:
        return None
    zone = timezone(timedelta(hours=_MAIL_ZONES[match["zone"]]))
    return datetime.fromisoformat(match["moment"]).replace(tzinfo=zone)


def _mailed(printed: str) -> datetime | None:
    return parsedate_to_datetime(printed) if _MAIL.match(printed) else None


def _stamped(printed: str) -> datetime | None:
    match = _STAMPED.fullmatch(printed)
    if match is None:
        return None
    words = f"{match['day']} {match['year']} {match['clock']} {match['zone']}"
    return datetime.strptime(words, "%b %d %Y %H:%M:%S %z")
