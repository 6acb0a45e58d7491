"""Publication times: what is printed, as an interval, with what it was read from.

Nothing is guessed: a weekday without a date, a date without a year and digits whose order is
unclear (03/04/2021) give no time at all.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from twosource.model.report import Publication, PublicationBasis
from twosource.model.time import instant, local_time, whole_day

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH} {_DAY},? (?P<year>\d{{4}})(?!\d)",
        rf"{_DAY} (?:of )?{_MONTH},? (?P<year>\d{{4}})(?!\d)",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
    )
)
_PREFIX = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|date)(?: on| at|:)?:? ?)?"
    r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:,? ?(?:at |[-–—|/•·@] ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?"
    r"(?: ?\(?[A-Z]{2,5}\)?)?)?\.?(?:(?: [-–—|/•·])? (?:last )?updated:?\b.*)?",
    re.IGNORECASE,
)
_URL_DATE = re.compile(
    r"https?://[^\s/]+/(?:[^\s?#]*/)?(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2}|[a-z]{3})[/-]"
    r"(?P<day>\d{1,2})(?=[/?#-]|$)"
)
_HEAD = re.compile(
    r"(?:\*\*)?(?P<head>[A-Z][^\n]{1,80}?)(?:\*\*)?(?: ?[–—] ?| --? )(?:\*\*)?(?=[A-Z0-9\"“‘'«\[])"
)
_AGENCY = re.compile(r" ?\([A-Z][^()\n]{1,40}\)$")
_PRINTED_DAY = re.compile(
    rf"(?P<comma>,?) ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:{_MONTH} {_DAY}"
    r"|\d{1,2} [a-z]{3,9})(?:,? (?P<year>\d{4}))?),?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[A-Z][\w.'’-]*(?:(?:, ?|/| )(?:[A-Z][\w.'’-]*|de|la|le|el|al|of|del|di|da|and)){0,5}"
)
_DATE_LINE_LENGTH = 120
_BREAK = re.compile(r",\s+|\s+[-–—|·•]\s+")
_MASTHEAD_WORDS = 12
_MOST_SECONDS = 10**11
_EARLIEST, _LATEST = 1800, 2200
"""Years outside this range are misprints or not years."""


def publication(printed: str, basis: PublicationBasis) -> Publication | None:
    """Read a publication time from what is printed for it.

    ISO 8601 is read to the second, with its zone where one is printed. Written dates ("4 May
    2023", "May 4th, 2023") are read to the day, also where a clock time follows them: its zone is
    seldom clear, and the day holds it in any case.

    Args:
        printed: The words or digits.
        basis: What they were found in.

    Returns:
        The publication time, or ``None`` where the words name no date.
    """
    printed = printed.strip()
    day = _iso_day(printed)
    if day is None:
        moment = _iso_moment(printed)
        if moment is not None:
            interval = (
                local_time(moment, printed) if moment.tzinfo is None else instant(moment, printed)
            )
            return Publication(moment.isoformat(), interval, basis)
        day = _written_day(printed)
    return None if day is None else Publication(day.isoformat(), whole_day(day, printed), basis)


def from_epoch(seconds: float, basis: PublicationBasis) -> Publication | None:
    """Read a publication time from seconds, or milliseconds, since 1970 UTC.

    A number that would lie beyond the year 5138 in seconds is taken for milliseconds. Zero and
    below, which exports write where they know no time, give none.
    """
    if not 0 < seconds < _MOST_SECONDS * 1000:
        return None
    scale = 1000 if seconds >= _MOST_SECONDS else 1
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds // scale))
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return Publication(moment.isoformat(), instant(moment, f"{seconds:.0f}"), basis)


def from_url(url: str | None) -> Publication | None:
    """Read a publication day from a ``/YYYY/MM/DD`` in the path of a report's own address."""
    match = _URL_DATE.match(url.strip().lower()) if url else None
    if match is None:
        return None
    day = _day(match["year"], match["month"], match["day"])
    if day is None:
        return None
    printed = match.string[match.start("year") : match.end("day")]
    return Publication(day.isoformat(), whole_day(day, printed), PublicationBasis.URL)


def date_line(words: str) -> str | None:
    """The date of a line that holds nothing but one, with "Published" or a weekday at most."""
    if len(words) > _DATE_LINE_LENGTH:
        return None
    prefix = _PREFIX.match(words)
    rest = words[prefix.end() if prefix else 0 :]
    for pattern in _WRITTEN:
        match = pattern.match(rest)
        if match and _CLOCK.fullmatch(rest[match.end() :]):
            return match.group()
    return rest if _iso_moment(rest) else None


def dated_head(words: str) -> str | None:
    """The date that ends a masthead, a byline or a heading: "The Post, 10 September 2025".

    Args:
        words: A line above the body.

    Returns:
        The date with its year as printed; ``None`` for a line that is a sentence, that is long, or
        that has no date behind a comma, a dash or a bar at its end.
    """
    if len(words) > _DATE_LINE_LENGTH or words.rstrip("* ").endswith((".", "!", "?")):
        return None
    for match in _BREAK.finditer(words):
        head, tail = words[: match.start()], words[match.end() :].strip("* ")
        short = 0 < len(head.split()) <= _MASTHEAD_WORDS and head[:1] not in "\"“‘'"
        found = date_line(tail) if short else None
        if found is not None:
            return found
    return None


def dateline(line: str) -> tuple[int, str | None] | None:
    """The run before the first sentence that names a place, a day and an agency.

    ``LISBON, March 3 (Wire) - `` and ``PARIS — `` are datelines. A place that is not in capitals
    needs a day after a comma or an agency, because a sentence may well begin with a name and a
    dash.

    Args:
        line: The first paragraph.

    Returns:
        Where the dateline ends in the line, and its date where that has a year; or ``None``.
    """
    match = _HEAD.match(line)
    if match is None:
        return None
    place = match["head"].rstrip("* ")
    agency = _AGENCY.search(place)
    place = place[: agency.start()] if agency else place
    day = _PRINTED_DAY.search(place)
    place = place[: day.start()] if day else place
    if _PLACE.fullmatch(place) is None:
        return None
    certain = agency is not None or (day is not None and day["comma"] != "")
    if not certain and not (place.isupper() and len(place) > 2):
        return None
    printed = day.group().strip(" ,") if day and day["year"] else None
    return match.end(), printed


def _iso_day(printed: str) -> date | None:
    try:
        day = date.fromisoformat(printed)
    except ValueError:
        return None
    return day if _EARLIEST <= day.year <= _LATEST else None


def _iso_moment(printed: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        return None
    return moment if _EARLIEST <= moment.year <= _LATEST else None


def _written_day(printed: str) -> date | None:
    """The day of a text that is a date, a weekday before it and a clock time after it at most."""
    words = date_line(printed)
    for pattern in _WRITTEN:
        match = pattern.fullmatch(words) if words else None
        if match:
            return _day(match["year"], match["month"], match["day"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if _EARLIEST <= found.year <= _LATEST else None


def _month_number(name: str) -> int:
    """1 to 12 by the first three letters; 0, which is no month, for any other word."""
    short = name[:3].lower()
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(short)), 0)
