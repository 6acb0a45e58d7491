"""Dates as printed: days, months, years, decades, weekdays and seasons, in the usual orders."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from twosource.claims.times.atoms import Builder
from twosource.claims.times.expression import CalendarDate, Edge, Printed, Reach, Shift, Unit
from twosource.claims.times.words import (
    DAY,
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    month_of,
    weekday_of,
)
from twosource.model.value import ClockTime

_FREE = r"(?<![\w.:/$£€₹-])"
_END = r"(?![\w/])(?!-\d)"
_REACH = r"(?P<reach>last|previous|this past|this|next|coming|this coming)"
_EDGE = (
    r"(?P<edge>early(?: in| on)?(?: the)?|late(?: in| on)?(?: the)?|mid-?|the middle of|middle of"
    r"|(?:the )?(?:start|beginning) of|(?:the )?end of)"
)
_REACHES = {"last": Reach.LAST, "past": Reach.LAST, "previous": Reach.LAST, "this": Reach.THIS}
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|before|after|during|until|till|of|between|around|circa|from|through|early"
    r"|late|year|to|and|the|his|her|its|their|our|my|as of) ?|[(-])$",
    re.IGNORECASE,
)
"""What stands before four digits that are a year."""
_SEASON_CUE = re.compile(r"\b(?:in|during|since|until|by|before|after) $", re.IGNORECASE)
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14),
    "may day": (5, 1), "halloween": (10, 31),
}  # fmt: skip
"""Days that bear a name and have one date wherever they are kept."""
_MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNCERTAIN_ORDER = 12


def edge_of(words: str | None) -> Edge:
    """The end of a stretch that words such as "early in" and "the end of" name."""
    if not words:
        return Edge.WHOLE
    words = words.lower()
    if "mid" in words:
        return Edge.MIDDLE
    return Edge.LATE if "late" in words or "end" in words else Edge.EARLY


def reach_of(words: str | None) -> Reach:
    """The reach of "last", "this", "next" and their like; "this past" is the last one."""
    if not words:
        return Reach.NEAREST
    last = words.lower().split()[-1]
    return _REACHES.get(last, Reach.NEXT)


def _year(printed: str | None) -> int | None:
    return int(printed) if printed else None


def _dated(year: int | None, month: int, day: int) -> CalendarDate | None:
    """A date that the calendar has, or ``None``."""
    if not 1 <= month <= 12 or not 1 <= day <= _MOST_DAYS[month - 1]:
        return None
    if year is not None:
        try:
            date(year, month, day)
        except ValueError:
            return None
    return CalendarDate(year, month, day)


def _written(match: re.Match[str]) -> Printed | tuple[Printed, Printed] | None:
    """A day, a month and perhaps a year in words, with the last day of a stretch of days."""
    groups = match.groupdict()
    year, month = _year(groups.get("year")), month_of(match["month"])
    found = _dated(year, month, int(match["day"]))
    if found is None:
        return None
    first = Printed(dates=(found,), edge=edge_of(groups.get("edge")))
    if not groups.get("last_day"):
        return first
    until = _dated(year, month, int(match["last_day"]))
    return None if until is None else (first, Printed(dates=(until,)))


def _year_of_two(digits: str) -> int:
    """A two-digit year as POSIX reads it: 69 to 99 are of the twentieth century."""
    number = int(digits)
    return number if number > 99 else number + (1900 if number >= 69 else 2000)


def _numeric(match: re.Match[str]) -> Printed | None:
    """A date in digits: both orders where both are on the calendar, day first."""
    if match["mark"] != "/" and len(match["year"]) == 2:
        return None
    first, second, year = int(match["first"]), int(match["second"]), _year_of_two(match["year"])
    found = [_dated(year, second, first), _dated(year, first, second)]
    dates = tuple(dict.fromkeys(d for d in found if d is not None))
    return Printed(dates=dates) if dates else None


def _iso(match: re.Match[str]) -> Printed | None:
    groups = match.groupdict()
    found = _dated(int(match["year"]), int(match["m"]), int(match["d"]))
    if found is None:
        return None
    clock = None
    if groups["hour"]:
        second = int(groups["s"]) if groups["s"] else None
        clock = ClockTime(int(groups["hour"]), int(groups["minute"]), second)
    return Printed(dates=(found,), clock=clock, zone=groups["zone"] or "")


def _month(match: re.Match[str]) -> Printed | tuple[Printed, Printed]:
    groups = match.groupdict()
    return Printed(
        dates=(CalendarDate(_year(groups.get("year")), month_of(match["month"])),),
        edge=edge_of(groups.get("edge")),
        reach=reach_of(groups.get("reach")),
    )


def _years(match: re.Match[str]) -> Printed | tuple[Printed, Printed] | None:
    groups = match.groupdict()
    if not groups.get("edge") and not _YEAR_CUE.search(match.string, 0, match.start()):
        return None
    first = int(match["year"])
    printed = Printed(dates=(CalendarDate(first),), edge=edge_of(groups.get("edge")))
    until = groups.get("until")
    if not until:
        return printed
    last = int(match["year"][: 4 - len(until)] + until)
    return (printed, Printed(dates=(CalendarDate(last),))) if last > first else None


def _decade(match: re.Match[str]) -> Printed:
    digits = match["decade"] or match["full"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Printed(dates=(CalendarDate(year, years=10),), edge=edge_of(match["edge"]))


def _weekday(match: re.Match[str]) -> Printed:
    groups = match.groupdict()
    week = groups.get("week")
    shift = None
    if week:
        count = {Reach.LAST: -1, Reach.THIS: 0, Reach.NEXT: 1}[reach_of(week)]
        shift = Shift(Unit.WEEK, count, count)
    return Printed(
        weekday=weekday_of(match["weekday"]),
        reach=reach_of(groups.get("reach")),
        edge=edge_of(groups.get("edge")),
        shift=shift,
    )


def _season(match: re.Match[str]) -> Printed | None:
    groups = match.groupdict()
    cue = groups.get("edge") or groups.get("reach") or groups.get("year")
    if not cue and not _SEASON_CUE.search(match.string, 0, match.start()):
        return None
    season = match["season"].lower()
    year = _year(groups.get("year"))
    return Printed(
        season="autumn" if season == "fall" else season.removesuffix("time"),
        dates=(CalendarDate(year),) if year else (),
        reach=reach_of(groups.get("reach")),
        edge=edge_of(groups.get("edge")),
    )


def _century(match: re.Match[str]) -> Printed:
    return Printed(dates=(CalendarDate((int(match["century"]) - 1) * 100 + 1, years=100),))


def _holiday(match: re.Match[str]) -> Printed:
    month, day = HOLIDAYS[match["name"].lower()]
    groups = match.groupdict()
    return Printed(dates=(CalendarDate(_year(groups.get("year")), month, day),))


def _military(match: re.Match[str]) -> Printed | None:
    """A date-time group: day, hour, minute, zone Z, month and year in one ("021405Z MAY 23")."""
    found = _dated(_year_of_two(match["year"]), month_of(match["month"]), int(match["d"]))
    clock = ClockTime(int(match["h"]), int(match["m"]))
    return None if found is None else Printed(dates=(found,), clock=clock, zone="Z")


_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_TEXT_YEAR = rf"(?:,? (?:of )?{YEAR}(?!\w|[.,:]\d))"
_NOT_PEOPLE = (
    r"(?! (?:people|troops|soldiers|men|women|children|homes|families|dead|wounded|workers"
    r"|pounds|dollars|euros|rupees|miles|metres|meters|kilometers|kilometres|feet|seats|votes))"
)

_Reader = Callable[[re.Match[str]], Printed | tuple[Printed, Printed] | None]
_TABLE: tuple[tuple[str, str, _Reader], ...] = (
    (
        "date",
        rf"{_FREE}{YEAR}-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)"
        r"(?:(?:T| )(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?"
        r" ?(?P<zone>Z|GMT|UTC|[+-]\d\d:?\d\d)?)?(?!\w)",
        _iso,
    ),
    (
        "date",
        rf"(?:{_EDGE} )?(?:the )?{_FREE}{DAY}(?: ?(?:-|to|and|/) ?"
        r"(?P<last_day>[12]?\d|3[01])(?:st|nd|rd|th)?)?"
        rf"(?: |-| of | day of ){MONTH}(?:(?: |, ?|-|/)(?:of )?{YEAR}(?!\d|[.,:]\d))?(?!\w)",
        _written,
    ),
    (
        "date",
        rf"(?:{_EDGE} )?\b{MONTH} ?(?:the )?{DAY}(?: ?(?:-|to|and|through) ?"
        r"(?P<last_day>[12]?\d|3[01])(?:st|nd|rd|th)?(?![\w:]| ?[ap]\.?m))?"
        rf"(?![\w:%]|[.,]\d| ?[ap]\.?m\b)(?:(?:,| ) ?{YEAR}(?!\d|[.,:]\d))?",
        _written,
    ),
    (
        "date",
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)",
        _numeric,
    ),
    (
        "date",
        r"(?<!\w)(?P<d>[0-3]\d)(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)Z "
        + MONTH
        + r" (?P<year>(?:20)?\d\d)(?!\w)",
        _military,
    ),
    ("date", rf"\b(?P<name>{'|'.join(HOLIDAYS)})(?!\w)(?:,? {YEAR}(?!\w))?", _holiday),
    ("decade", r"\b(?:the )?(?P<century>1\d|2[01])(?:st|th) century(?!\w)", _century),
    (
        "month",
        rf"(?:{_EDGE}[ -]?)?\b{MONTH}(?: of|,)? {YEAR}(?!\w|[.,:]\d)",
        _month,
    ),
    (
        "month",
        rf"(?:{_EDGE} ?-?|{_REACH} )?\b(?=(?-i:[A-Z])){MONTH}{_END}",
        _month,
    ),
    (
        "year",
        rf"(?:{_EDGE}[ -]?)?{_FREE}{YEAR}(?:-(?P<until>\d\d(?:\d\d)?))?{_END}"
        rf"(?![,.:]\d|%){_NOT_PEOPLE}",
        _years,
    ),
    (
        "decade",
        rf"(?:{_EDGE}[ -]?)?\b(?:the )?(?:'(?P<decade>[2-9]0)|(?P<full>(?:1[89]|20)\d0))'?s(?!\w)",
        _decade,
    ),
    (
        "weekday",
        rf"(?:{_EDGE} )?(?:{_REACH} )?(?:early |late )?\b{WEEKDAY}(?!\w)"
        r"(?: (?P<week>last|this|next) week(?!\w))?",
        _weekday,
    ),
    ("weekday", rf"(?-i:(?<![\w'])(?=[A-Z])(?i:{SHORT_WEEKDAY})\.?"
     r"(?=,? ?(?:\d|[A-Z][a-z]{2}\.? \d)))", _weekday),
    ("weekday", rf"(?<=\bon )(?-i:(?=[A-Z])(?i:{SHORT_WEEKDAY})\.?(?![\w'-]))", _weekday),
    (
        "season",
        rf"(?:{_EDGE} )?(?:{_REACH} |the )?\b{_SEASON}(?:time)?(?!\w|-){_TEXT_YEAR}?",
        _season,
    ),
)  # fmt: skip

DATES: tuple[Builder, ...] = tuple(
    Builder(kind, re.compile(pattern, re.IGNORECASE), read) for kind, pattern, read in _TABLE
)
