"""Times that count from another: "yesterday", "last week", "three days ago", "that night"."""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.claims.times.atoms import Builder
from twosource.claims.times.dates import edge_of, reach_of
from twosource.claims.times.expression import Edge, Part, Printed, Reach, Shift, Unit
from twosource.claims.times.words import NUMBER, ORDINALS, PARTS, number_of, unit_of

FEW = {"a couple of": (2, 3), "couple of": (2, 3), "a few": (2, 10), "few": (2, 10),
       "several": (3, 15)}  # fmt: skip
"""Bounds of loose counts. Readers' estimates of "a few" and "several" overlap and reach beyond ten
(a count that a source calls "a few" is seldom taken to be wrong below that), so the bounds are
wide: a comparison may only fail on them where no ordinary use fits."""

_PART = rf"(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})"
_DAY_PART = r"(?P<part>morning|afternoon|evening|night|lunchtime)"
_EDGE = r"(?P<edge>early|late|mid)"
_SIDES = {"previous": -1, "preceding": -1, "before": -1, "next": 1, "following": 1, "after": 1,
          "same": 0, "that": 0}  # fmt: skip
_COUNT = rf"(?P<count>{NUMBER}|a couple of|couple of|a few|few|several)"
_CALENDAR = r"(?P<unit>days?|nights?|weeks?|fortnights?|months?|years?)"


def _part(match: re.Match[str]) -> Part | None:
    word = match.groupdict().get("part")
    return PARTS[word.lower()] if word else None


def _edge(match: re.Match[str]) -> Edge:
    return edge_of(match.groupdict().get("edge"))


def _day_word(match: re.Match[str]) -> Printed:
    word = match["word"].lower()
    count = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}.get(word)
    if count is None:
        count = -2 if "yesterday" in word else 2
    part = Part.NIGHT if word == "tonight" else _part(match)
    return Printed(shift=Shift(Unit.DAY, count, count), part=part, edge=_edge(match))


def _last_night(match: re.Match[str]) -> Printed:
    reach = reach_of(match["reach"])
    count = {Reach.LAST: -1, Reach.THIS: 0, Reach.NEXT: 1}[reach]
    return Printed(shift=Shift(Unit.DAY, count, count), part=_part(match), edge=_edge(match))


def _side_day(match: re.Match[str]) -> Printed | None:
    """The previous, the same, that or the next day or part of it."""
    side = match["side"] or match["that"]
    count = _SIDES[side.lower()]
    word = match["what"].lower()
    if word in {"week", "weekend", "month", "year"}:
        shift = Shift(unit_of(word), count, count, from_context=True)
        return Printed(shift=shift, edge=_edge(match))
    part = PARTS.get(word)
    return Printed(
        shift=Shift(Unit.DAY, count, count, from_context=True), part=part, edge=_edge(match)
    )


def _calendar(match: re.Match[str]) -> Printed:
    """Last week, this month, next year, this weekend."""
    count = {Reach.LAST: -1, Reach.THIS: 0, Reach.NEXT: 1}[reach_of(match["reach"])]
    return Printed(shift=Shift(unit_of(match["unit"]), count, count), edge=_edge(match))


def _weekend(_: re.Match[str]) -> Printed:
    return Printed(shift=Shift(Unit.WEEKEND, 0, 0))


_SEVERAL, _TENS = 12, 5
"""How many weeks or months, and how many decades, "recent" ones may be at most."""


def _recent(match: re.Match[str]) -> Printed:
    """In recent weeks, in the past few days, in the coming months: a stretch up to or from now."""
    groups = match.groupdict()
    in_tens = match["unit"].lower().startswith("decade")
    unit = Unit.YEAR if in_tens else unit_of(match["unit"])
    _, high = _bounds(groups.get("count"))
    if not groups.get("count"):
        several = _TENS if in_tens else _SEVERAL
        high = several if match["unit"].lower().endswith("s") else 1
    high *= 10 if in_tens else 1
    ahead = match["reach"].lower() in {"next", "coming", "upcoming"}
    if unit is Unit.DAY and high == 1:
        unit, high = Unit.HOUR, 24
    shift = Shift(unit, 0, high, whole=True) if ahead else Shift(unit, -high, 0, whole=True)
    return Printed(shift=shift)


def _bounds(count: str | None) -> tuple[int, int]:
    if not count:
        return 1, 1
    loose = FEW.get(count.lower())
    if loose:
        return loose
    number = number_of(count)
    return number, number


def _ago(match: re.Match[str]) -> Printed:
    low, high = _bounds(match["count"])
    unit = unit_of(match["unit"])
    if match.groupdict().get("half"):
        return Printed(shift=Shift(unit, -high - 1, -low))
    return Printed(shift=Shift(unit, -high, -low), part=None)


def _apart(match: re.Match[str]) -> Printed:
    """Three days later, a week earlier: counted from the day that the text is at."""
    low, high = _bounds(match["count"])
    unit = unit_of(match["unit"])
    back = match["side"].lower() in {"earlier", "before", "previously"}
    shift = Shift(unit, -high, -low, True) if back else Shift(unit, low, high, True)
    return Printed(shift=shift)


def _part_alone(match: re.Match[str]) -> Printed:
    return Printed(part=_part(match), edge=_edge(match))


def _early_day(match: re.Match[str]) -> Printed:
    """Earlier today, later that day; "early in the day" alone has no day."""
    return Printed(edge=_edge(match))


def _ordinal(match: re.Match[str]) -> Printed:
    return Printed(ordinal=unit_of(match["unit"]))


_Reader = Callable[[re.Match[str]], Printed | None]
_WORD = (
    r"(?P<word>(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|today"
    r"|tomorrow|tonight)"
)
_ORDINAL = "|".join(ORDINALS[1:])
_TABLE: tuple[tuple[str, str, _Reader], ...] = (
    (
        "day",
        rf"(?:\b{_EDGE}(?:er|r)? )?\b{_WORD}(?!\w)(?: (?:early |late )?"
        rf"{_DAY_PART}(?!\w))?",
        _day_word,
    ),
    ("day", rf"(?:\b{_EDGE}(?:er|r)? )?\b(?P<reach>last|this|next) (?:early |late )?"
     rf"{_DAY_PART}(?!\w|-)", _last_night),
    (
        "side",
        rf"(?:\b{_EDGE}(?:er|r)? (?:on |in )?)?\b(?:the (?P<side>previous|preceding|next|following"
        r"|same)|(?P<that>that)) (?:very )?"
        r"(?P<what>day|morning|afternoon|evening|night|weekend|week|month|year)(?!\w|-|'s)",
        _side_day,
    ),
    ("side", r"\bthe (?P<what>day|night|week|month|year) (?P<side>before|after)(?P<that>)?"
     r"(?! yesterday| tomorrow|\w)(?=[.,;:)]|$| that)", _side_day),
    ("calendar", rf"(?:\b{_EDGE}(?:er|r)? )?\b(?P<reach>last|this|next|this past|this coming) "
     r"(?P<unit>week|weekend|month|year)(?!\w|-)", _calendar),
    (
        "recent",
        r"\b(?:(?:the|these|his|her|its|their) )?(?P<reach>past|last|recent|previous|coming|next"
        rf"|upcoming) (?:{_COUNT} )?(?P<unit>hours|days|weeks|months|years|decades?)(?!\w)",
        _recent,
    ),
    ("recent", r"\bthe (?P<reach>past|last|coming) "
     r"(?P<unit>hour|day|week|fortnight|month|year)(?!\w)", _recent),
    (
        "ago",
        rf"(?<![\w.-]){_COUNT}(?P<half> and a half)? (?P<unit>seconds?|minutes?|hours?|days?"
        r"|nights?|weeks?|fortnights?|months?|years?) ago(?!\w)",
        _ago,
    ),
    ("calendar", r"(?:(?<=\bat )|(?<=\bover )|(?<=\bduring ))the weekend(?!\w|-)", _weekend),
    ("apart", rf"(?<![\w.-]){_COUNT} {_CALENDAR} (?P<side>later|earlier|previously)(?!\w)", _apart),
    (
        "part",
        rf"(?:(?<=\bin )|(?<=\bduring )|(?<=\binto )|(?<=\buntil )|(?<=\bfrom ))the (?:very )?"
        rf"(?:{_EDGE} (?:in the )?)?{_PART}(?!\w|-)",
        _part_alone,
    ),
    ("part", rf"(?<!-)\b{_EDGE}(?: in the | at | |-){_PART}(?!\w|-)", _part_alone),
    ("part", r"(?:(?<=\bat )|(?<=\bbefore )|(?<=\bafter ))(?P<part>night|dawn|daybreak|sunrise"
     r"|dusk|sunset|nightfall|lunchtime)(?!\w|-)", _part_alone),
    ("part", r"\b(?P<part>overnight)(?!\w|-)", _part_alone),
    ("part", r"\b(?:the )?(?:intervening )?"
     r"(?:(?P<edge>early|late) )?(?P<part>night|evening|morning|afternoon"
     r"|(?:early|small|wee) hours)(?= (?:of|from|between) )", _part_alone),
    ("tail", rf"(?<=[a-z.\d] ){_PART}(?!\w|-)", _part_alone),
    ("edge", rf"\b{_EDGE}(?:er|r)? (?:on|in the day|on in the day)(?!\w|-)", _early_day),
    ("ordinal", rf"\b(?:the|its|their|his|her) (?:{_ORDINAL}|\d+(?:st|nd|rd|th)) "
     r"(?:(?:straight|consecutive|successive) )?(?P<unit>day|night|week|month|year)(?!\w)",
     _ordinal),
)  # fmt: skip

RELATIVE: tuple[Builder, ...] = tuple(
    Builder(kind, re.compile(pattern, re.IGNORECASE), read) for kind, pattern, read in _TABLE
)
