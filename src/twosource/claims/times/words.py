"""Words and pieces of pattern that the time grammar is made of.

Patterns run over :func:`flat` text: every character of the report at its own offset, with line
breaks inside a paragraph, unusual spaces, dashes and quotation marks made plain.
"""

from __future__ import annotations

import re
from itertools import pairwise

from twosource.claims.times.expression import Part, Unit
from twosource.language.interface import Reading

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "ninety": 90}
NUMBERS = (
    {word: number for number, word in enumerate(SMALL_NUMBERS)}
    | TENS
    | {"a": 1, "an": 1, "eighty": 80, "hundred": 100}
    | {
        f"{ten}-{one}": tens + ones
        for ten, tens in {"twenty": 20, "eighty": 80, **TENS}.items()
        for ones, one in enumerate(SMALL_NUMBERS[1:10], start=1)
    }
)
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
UNITS = {
    "sec": Unit.SECOND, "second": Unit.SECOND, "min": Unit.MINUTE, "minute": Unit.MINUTE,
    "hour": Unit.HOUR, "hr": Unit.HOUR, "day": Unit.DAY, "night": Unit.DAY, "week": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT,
    "weekend": Unit.WEEKEND, "month": Unit.MONTH, "year": Unit.YEAR,
}  # fmt: skip
PARTS = {
    "small hours": Part.SMALL_HOURS, "wee hours": Part.SMALL_HOURS,
    "early hours": Part.SMALL_HOURS, "pre-dawn hours": Part.DAWN, "predawn hours": Part.DAWN,
    "pre-dawn": Part.DAWN, "predawn": Part.DAWN, "dawn": Part.DAWN, "daybreak": Part.DAWN,
    "sunrise": Part.DAWN, "morning": Part.MORNING, "morning hours": Part.MORNING,
    "forenoon": Part.MORNING, "afternoon": Part.AFTERNOON, "lunchtime": Part.MIDDAY,
    "dusk": Part.DUSK, "sunset": Part.DUSK, "nightfall": Part.DUSK, "evening": Part.EVENING,
    "evening hours": Part.EVENING, "night": Part.NIGHT, "nighttime": Part.NIGHT,
    "night-time": Part.NIGHT, "overnight": Part.OVERNIGHT,
}  # fmt: skip

_PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\t": " ",
        "\u2019": "'", "\u2018": "'", "\u02bc": "'",
        "\u2013": "-", "\u2011": "-", "\u2010": "-", "\u2212": "-",
    }
)  # fmt: skip
_BREAK = re.compile(r"(?<!\n)\n(?!\s*\n)")

WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
SHORT_WEEKDAY = r"(?P<weekday>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?)"
)


def flat(reading: Reading) -> str:
    """The text for the patterns: as long as the text, with plain spaces, dashes and quotes.

    Line breaks stay between paragraphs only, so that no time reaches from one into the next.
    """
    text = _BREAK.sub(" ", reading.text.translate(_PLAIN))
    kept = list(text)
    for before, after in pairwise(reading.sentences):
        if before.paragraph != after.paragraph:
            start = reading.tokens[before.last - 1].end
            end = reading.tokens[after.first].start
            broken = reading.text.find("\n", start, end)
            if broken >= 0:
                kept[broken] = "\n"
    return "".join(kept)


def number_of(word: str) -> int:
    """The number that digits or a number word print."""
    word = word.lower()
    return int(word) if word.isdigit() else NUMBERS[word]


def unit_of(word: str) -> Unit:
    """The unit that a word names, in the singular or the plural."""
    word = word.lower()
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def month_of(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    short = word[:3].lower()
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(short))


def weekday_of(word: str) -> int:
    """Monday 0 for a weekday's name or abbreviation."""
    short = word[:3].lower()
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(short))
