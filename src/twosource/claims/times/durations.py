"""Lengths of time as printed, with their bounds and how they tie two happenings."""

from __future__ import annotations

import re

from twosource.claims.times.atoms import atoms_of
from twosource.claims.times.clocks import CLOCKS
from twosource.claims.times.grammar import SECONDS
from twosource.claims.times.relative import FEW
from twosource.claims.times.words import NUMBERS, UNIT, flat, unit_of
from twosource.language.interface import Reading
from twosource.model.report import Report, cut
from twosource.model.value import Amount, DurationValue

_BARE = {
    "second": (2, 90), "minute": (2, 90), "hour": (2, 36), "day": (2, 31), "week": (2, 10),
    "month": (2, 24), "year": (2, 100),
}  # fmt: skip
"""Bounds of a bare plural ("minutes later"): from two to somewhat past one of the next unit, where
an English speaker has long gone over to that."""
_LOOSE = FEW | {"some": (2, 10), "many": (3, 100), "dozens of": (24, 99)}
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
)
_UNIT = UNIT.replace("(?:", "(?P<unit>", 1)
_PATTERN = re.compile(
    r"(?<![\w.,:/$£€₹-])"
    r"(?:(?P<bound>less than|fewer than|under|up to|at most|no more than|more than|over|at least"
    r"|no less than|not less than|about|around|approximately|roughly|nearly|almost|some|barely"
    r"|just under|just over|just|within|close to|close on|a good"
    r"|getting on for|the (?:last|past|first|next)|a further|another) )?"
    rf"(?:(?P<half>half an? |half-an?-)|(?P<quarter>a quarter of an |(?:three|3) quarters of an )"
    rf"|(?P<loose>{'|'.join(sorted(_LOOSE, key=len, reverse=True))}) "
    rf"|(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))?"
    r"(?P<plus>-plus|\+)?(?P<more> and a half|-and-a-half)?(?: |-)?(?:or so |full |long )?)"
    rf"{_UNIT}(?P<half_after> and a half)?(?!\w)(?P<age>-olds?| olds?| of age)?"
    rf"(?: and (?P<rest>{_NUMBER}) (?P<rest_unit>seconds?|minutes?|mins?|hours?|days?|months?))?"
    r"(?:'(?!\w))?(?P<link> later| after| before| earlier| ago| apart)?(?!\w)(?!-(?!long)[a-z])",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?<![\w-])(?P<hedge>just )?(?P<unit>seconds|minutes|hours|days|weeks|months|years)"
    r"(?P<link> later| after| before| earlier)(?!\w)",
    re.IGNORECASE,
)
_DECADES = re.compile(
    rf"(?<![\w-])(?:(?P<bound>more than|over|almost|nearly|about|some) )?"
    rf"(?P<low>a|{_NUMBER}) decades?(?! of the)(?!\w)(?! ago)",
    re.IGNORECASE,
)
_YEARS = 10 * SECONDS["year"]
_BEFORE = re.compile(r"\b(?P<word>for|within|in|after|lasting|lasted|of|aged)(?: the)? $", re.I)
_MOST = {"less than", "fewer than", "under", "up to", "at most", "no more than", "just under",
         "within", "barely"}  # fmt: skip
_LEAST = {"more than", "over", "at least", "no less than", "not less than", "just over"}
_HEDGES = {"about", "around", "approximately", "roughly", "nearly", "almost", "some",
           "close to", "close on", "a good", "getting on for"}  # fmt: skip
_LINKS = {"later": "later", "after": "later", "before": "before", "earlier": "before"}


def durations_in(report: Report, reading: Reading) -> tuple[DurationValue, ...]:
    """The lengths of time that a report prints, in order of offset.

    Ages ("12-year-old", "aged 40 years") and what lies "ago" are none. "A few" is two to ten,
    "several" three to fifteen, "a couple" two or three.

    Args:
        report: The report to quote from.
        reading: The parse of its readable text.
    """
    text = flat(reading)
    found = [_duration(report, text, m) for m in _PATTERN.finditer(text)]
    found += [_plural(report, m) for m in _PLAIN.finditer(text)]
    found += [_decades(report, text, m) for m in _DECADES.finditer(text)]
    clocks = [(atom.start, atom.end) for atom in atoms_of(text, CLOCKS)]
    kept: list[DurationValue] = []
    for value in sorted((v for v in found if v is not None), key=lambda v: v.span.start):
        start, end = value.span.start, value.span.end
        if any(start < other_end and first < end for first, other_end in clocks):
            continue
        if not kept or start >= kept[-1].span.end:
            kept.append(value)
    return tuple(kept)


def _plural(report: Report, match: re.Match[str]) -> DurationValue:
    unit = unit_of(match["unit"]).value
    low, high = _BARE[unit]
    seconds = Amount(low * SECONDS[unit], high * SECONDS[unit])
    return DurationValue(cut(report, *match.span()), seconds, _LINKS[match["link"].strip().lower()])


def _decades(report: Report, text: str, match: re.Match[str]) -> DurationValue:
    """A length told in tens of years: "two decades", "more than a decade"."""
    years = (1.0 if match["low"].lower() == "a" else _number(match["low"])) * _YEARS
    bound = (match["bound"] or "").lower()
    least = bound in _LEAST
    before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    link = _link_of(before["word"].lower()) if before else ""
    seconds = Amount(years, None if least else years, not least)
    return DurationValue(cut(report, *match.span()), seconds, link)


def _link_of(word: str) -> str:
    return "for" if word in {"for", "lasting", "lasted"} else ""


def _duration(report: Report, text: str, match: re.Match[str]) -> DurationValue | None:
    link = (match["link"] or "").strip().lower()
    before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    word = before["word"].lower() if before else ""
    if match["age"] or link == "ago" or word == "aged" or _ordinal(match, link):
        return None
    seconds = _seconds(match)
    if seconds is None:
        return None
    if link in {"before", "after"} and word == "for":
        # "Burned for two hours before it was put out" says how long, not how long before.
        return DurationValue(cut(report, match.start(), match.start("link")), seconds, "for")
    end = match.end() if link != "apart" else match.start("link")
    return DurationValue(cut(report, match.start(), end), seconds, _link(match, link, word))


def _ordinal(match: re.Match[str], link: str) -> bool:
    """Whether "a second" counts happenings and not time."""
    if match["unit"].lower() != "second" or match["low"] is None or match["low"].isdigit():
        return False
    return not link and not match["rest"]


def _link(match: re.Match[str], link: str, word: str) -> str:
    if link in _LINKS:
        return _LINKS[link]
    if word == "within" or (match["bound"] or "").lower() == "within":
        return "within"
    if word == "in":
        return "within"
    if word == "after":
        return "later"
    return "for" if word in {"for", "lasting", "lasted"} else ""


def _seconds(match: re.Match[str]) -> Amount | None:
    counted = _count(match)
    if counted is None:
        return None
    scale = SECONDS[unit_of(match["unit"]).value]
    extra = 0.0
    if match["rest"]:
        extra = _number(match["rest"]) * SECONDS[unit_of(match["rest_unit"]).value]
    low, high = counted[0] * scale + extra, counted[1] * scale + extra
    bound = (match["bound"] or "").lower()
    if bound in _MOST:
        return Amount(0.0, high)
    if bound in _LEAST or match["plus"]:
        return Amount(low, None)
    return Amount(low, high, bound in _HEDGES)


def _count(match: re.Match[str]) -> tuple[float, float] | None:
    if match["half"]:
        return 0.5, 0.5
    if match["quarter"]:
        share = 0.25 if match["quarter"].lower().startswith("a ") else 0.75
        return share, share
    if match["loose"]:
        return _LOOSE[match["loose"].lower()]
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else low
    if high < low:
        return None
    half = 0.5 if match["more"] or match["half_after"] else 0.0
    return low + half, high + half


def _number(word: str) -> float:
    word = word.lower()
    return float(NUMBERS[word]) if word in NUMBERS else float(word.replace(",", ""))
