"""Clock times as printed: 24 and 12 hours, digits and words, with the zone that stands behind."""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.claims.times.atoms import Builder
from twosource.claims.times.expression import Printed
from twosource.claims.times.words import NUMBERS, SMALL_NUMBERS
from twosource.model.value import ClockTime

_HALF = r"(?P<half>[ap]\. ?m\b\.?|[ap]m(?!\w))"
_FREE = r"(?<![\w.,:$£€₹#/])(?<![^\dm.]-)"
ZONE = (
    r"(?P<zone>[+-](?:0\d|1[0-4])[0-5]\d(?![\w-])"
    r"|(?:GMT|UTC)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|Z(?!\w)|local time"
    r"|(?-i:BST|IST|E[SD]?T|C[SD]T|CT|M[SD]T|MT|P[SD]T|PT|CES?T|EES?T|WES?T|MSK|JST|KST|AE[SD]T"
    r"|SAST|WAT|EAT|PKT|NPT|SGT|HKT|GST|WIB|NZ[SD]T|AK[SD]T|HST|TRT|IRST|AST|ADT)"
    r"(?: time)?(?!\w)"
    r"|(?-i:(?:[A-Z][\w'.]+ ){1,2}[Tt]ime)(?!\w)"
    r"|(?-i:Eastern|Central|Mountain|Pacific)(?:(?: standard| daylight)? time)?(?!\w))"
)
_ZONED = rf"(?:,? ?\(?{ZONE}\)?)?"
_OF_24_HOURS = re.compile(r"(?!E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|AK|HST|A[SD]T)[A-Z]{1,4}(?![a-z])")
_HOURS = r"(?: ?(?P<hrs>hrs|hours|h)(?!\w))"
_WORD_HOUR = rf"(?P<hour>{'|'.join(SMALL_NUMBERS[1:13])}|1[0-2]|[1-9])"
_WORD_MINUTES = r"(?P<minutes>\d{1,2}|five|ten|twenty(?:-five| five)?|a quarter|quarter|half)"
_DAY_PART = r"(?: in the (?P<part>morning|afternoon|evening)| (?P<night>at night))"


def _half(printed: str | None, hour: int) -> tuple[int, bool] | None:
    """The 24-hour hour, and whether the half of the day is open; ``None`` for no such hour."""
    if not printed:
        return (hour, 1 <= hour <= 12) if hour < 24 else None
    if not 1 <= hour <= 12:
        # "14:27 pm" prints the half twice over; "14:27 am" contradicts itself.
        return (hour, False) if 12 < hour < 24 and printed[0].lower() == "p" else None
    return hour % 12 + (12 if printed[0].lower() == "p" else 0), False


def _digits(match: re.Match[str]) -> Printed | None:
    groups = match.groupdict()
    found = _half(groups["half"], int(groups["h"]))
    if found is None:
        return None
    if groups["h"] == "0" and not groups.get("hrs") and not groups.get("zone"):
        return None  # "0:36" is how long a recording runs
    hour, half_open = found
    second = groups.get("s")
    minute = groups.get("m")
    if groups["h"].startswith("0") or groups.get("hrs") or _is_24_hour(groups.get("zone")):
        half_open = False
    return Printed(
        clock=ClockTime(
            hour, None if minute is None else int(minute), None if second is None else int(second)
        ),
        half_open=half_open,
        zone=groups.get("zone") or "",
    )


def _is_24_hour(zone: str | None) -> bool:
    """Whether a zone goes with the 24-hour clock: abbreviations but those of North America do."""
    return zone is not None and _OF_24_HOURS.match(zone) is not None


def _shared_half(match: re.Match[str]) -> Printed | None:
    """The first of "2-3 pm" and "between 11 and 1 pm": before the second, by half a day at most."""
    first, second = int(match["h"]), int(match["later"])
    half = match["half"][0].lower()
    if not (1 <= first <= 12 and 1 <= second <= 12):
        return None
    if first % 12 > second % 12:
        half = "a" if half == "p" else "p"
    hour = first % 12 + (12 if half == "p" else 0)
    return Printed(clock=ClockTime(hour, int(match["m"]) if match["m"] else None))


def _with_part(hour: int, match: re.Match[str]) -> tuple[int, bool]:
    """An hour of the 12-hour clock placed by "in the evening" or "at night" behind it."""
    if match["part"] == "morning":
        return hour % 12, False
    if match["part"]:
        return hour % 12 + 12, False
    if match["night"]:
        return (hour % 12 + 12, False) if 6 <= hour < 12 else (hour % 12, False)
    return hour, True


def _o_clock(match: re.Match[str]) -> Printed:
    word = match["hour"].lower()
    hour, half_open = _with_part(int(word) if word.isdigit() else NUMBERS[word], match)
    return Printed(clock=ClockTime(hour), half_open=half_open)


def _past_or_to(match: re.Match[str]) -> Printed | None:
    word, count = match["hour"].lower(), match["minutes"].lower().replace(" ", "-")
    count = count.removeprefix("a-")
    given = {"quarter": 15, "half": 30}
    minutes = given.get(count) or (int(count) if count.isdigit() else NUMBERS[count])
    hour = int(word) if word.isdigit() else NUMBERS[word]
    if minutes > 30 and match["side"] != "past":
        return None
    if match["side"].lower() in {"to", "till", "before"}:
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    hour, half_open = _with_part(hour, match)
    return Printed(clock=ClockTime(hour, minutes), half_open=half_open)


def _named(match: re.Match[str]) -> Printed:
    hour = 0 if match["name"].lower() == "midnight" else 12
    return Printed(clock=ClockTime(hour), zone=match.groupdict().get("zone") or "")


def _military(match: re.Match[str]) -> Printed:
    clock = ClockTime(int(match["h"]), int(match["m"]))
    return Printed(clock=clock, zone=match.groupdict().get("zone") or "")


_COLON = r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?"
_DOT = r"(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)"
_AFTER = r"(?![\w%]|[.,:]\d)"

_TABLE: tuple[tuple[str, Callable[[re.Match[str]], Printed | None]], ...] = (
    (rf"{_FREE}{_COLON} ?{_HALF}{_ZONED}", _digits),
    (rf"{_FREE}{_COLON}(?P<half>)?{_HOURS}?{_AFTER}{_ZONED}", _digits),
    (rf"{_FREE}{_DOT} ?{_HALF}{_ZONED}", _digits),
    (rf"{_FREE}{_DOT}(?P<half>)?{_HOURS}{_ZONED}", _digits),
    (rf"{_FREE}{_DOT}(?P<half>)?,? ?\(?(?-i:{ZONE})\)?", _digits),
    (rf"(?<=\bat ){_DOT}(?P<half>)?{_AFTER}(?! ?(?:per|%|million|billion|m\b|km|kg))", _digits),
    (
        rf"(?:(?<=\bat around )|(?<=\bat about )){_DOT}(?P<half>)?{_AFTER}(?! ?(?:per|%|million))",
        _digits,
    ),
    (rf"{_FREE}(?P<h>1[0-2]|0?[1-9]) ?{_HALF}{_ZONED}", _digits),
    (rf"{_FREE}(?P<h>[01]?\d|2[0-3])h(?P<m>[0-5]\d)(?P<half>)?(?!\w)", _digits),
    (
        rf"{_FREE}(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d))?"
        rf"(?= ?(?:-|to|and|or|until) ?(?P<later>\d{{1,2}})(?:[:.][0-5]\d)? ?{_HALF})",
        _shared_half,
    ),
    (rf"{_FREE}(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d){_HOURS}{_ZONED}", _military),
    (rf"{_FREE}(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) ?\(?(?-i:{ZONE})\)?", _military),
    (r"(?<=\bat )(?P<h>0\d)(?P<m>[0-5]\d)(?![\w,.-]*\d)(?!\w)", _military),
    (rf"\b{_WORD_HOUR} ?o'? ?clock(?!\w){_DAY_PART}?", _o_clock),
    (rf"(?<![\w.-]){_WORD_HOUR}{_DAY_PART}(?!\w)", _o_clock),
    (
        rf"\b{_WORD_MINUTES}(?: minutes| mins)?[ -](?P<side>past|to|till|after|before)"
        rf"[ -]{_WORD_HOUR}(?! ?[\w%]*\d)(?!-)(?: o'clock)?{_DAY_PART}?(?!\w)",
        _past_or_to,
    ),
    (rf"\b(?:12 |twelve )?(?P<name>noon|midday|midnight)(?!\w|-hour){_ZONED}", _named),
)

CLOCKS: tuple[Builder, ...] = tuple(
    Builder("clock", re.compile(pattern, re.IGNORECASE), build) for pattern, build in _TABLE
)
