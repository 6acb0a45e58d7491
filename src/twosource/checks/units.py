"""Do two units printed side by side say the same?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.reference.measures import factor
from twosource.reference.units import UNITS_OF_MEASURE

NAME, VERSION = "units", 2
LEAST, MOST = 0.03, 0.12
"""Share by which two numbers may differ and hold, and beyond which they fail, rounding apart."""
_NAMED = {word: unit for word, unit in UNITS_OF_MEASURE.items() if word not in {"degree", "bar"}}
_WORDS = "|".join(sorted((re.escape(word) for word in _NAMED), key=len, reverse=True))
_UNIT = rf"(?:{_WORDS}|feet|inches)(?:s|es)?"
_PAIR = re.compile(
    rf"(?<![\d.,–-])(?<!to )(?<!and )(?P<one>{NUMBER})[ -](?P<unit>{_UNIT}) "
    rf"?[(\[](?:about |around |approximately |roughly |some |or |over )?"
    rf"(?P<two>{NUMBER})[ -]?(?P<other>{_UNIT})(?P<per> (?:per|an) hour)?[)\]]",
    re.IGNORECASE,
)
_OR = re.compile(
    rf"(?<![\d.,–-])(?<!to )(?<!and )(?P<one>{NUMBER})[ -](?P<unit>{_UNIT})"
    rf"(?: (?:wide|long|high|deep|tall|across|thick|away))?,? or (?:about |around |roughly |some )?"
    rf"(?P<two>{NUMBER})[ -]?(?P<other>{_UNIT})(?P<per> (?:per|an) hour)?\b",
    re.IGNORECASE,
)
_DEGREES = r"(?:[-−]|minus )?\d{1,3}(?:\.\d)?"
_HEAT = re.compile(
    rf"(?<![\d.,–-])(?P<one>{_DEGREES}) ?(?:°|º|degrees? )?(?P<unit>C|Celsius|F|Fahrenheit)\b,? ?"
    rf"[(\[/]?(?:or )?(?:about |around )?(?P<two>{_DEGREES}) ?(?:°|º|degrees? )?"
    r"(?P<other>F|Fahrenheit|C|Celsius)\b"
)
HEAT_HOLDS, HEAT_FAILS = 1.2, 4.0
"""Degrees Fahrenheit by which two printed temperatures may differ and hold, and beyond which they
fail: a degree Celsius rounded at its last place is up to 0.9 of Fahrenheit."""
_TONS = ("short_ton", "metric_ton", "long_ton")


def units(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "70 miles (113 km)" against Pint's table of units.

    Both numbers may be rounded to their last printed digit that is not nought. "Ton" is taken for
    whichever of the three fits.
    """
    for pattern in (_PAIR, _OR):
        for sentence, match in matches(facts, pattern):
            one, other = _unit(match["unit"]), _unit(match["other"])
            if one == other or match["per"]:
                continue
            times = [factor(a, b) for a in _readings(one) for b in _readings(other)]
            known = [t for t in times if t is not None]
            if known and number_of(match["two"]) > 0:
                yield _finding(piece(facts, sentence, match), match, known)
    for sentence, match in matches(facts, _HEAT):
        if match["unit"][0] != match["other"][0]:
            yield _heat(piece(facts, sentence, match), match)


def _heat(span: Span, match: re.Match[str]) -> Finding:
    """Two temperatures: an offset lies between their scales, so that no factor tells."""
    one, two = (
        float(match[name].replace("−", "-").replace("minus ", "-")) for name in ("one", "two")
    )
    celsius = match["unit"][0] == "C"
    expected = one * 9 / 5 + 32 if celsius else (one - 32) * 5 / 9
    off = abs(expected - two) * (1.0 if celsius else 9 / 5)
    verdict = Verdict.HOLDS if off <= HEAT_HOLDS else Verdict.CANNOT_TELL
    verdict = Verdict.FAILS if off > HEAT_FAILS else verdict
    shown = f"{expected:.0f}"
    inputs = (Input("printed", span.quote), Input("expected", shown))
    reason = f"{match['one']} {match['unit']} come to {shown} {match['other']}"
    suggestion = f"{shown} {match['other']}" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)


def _unit(words: str) -> str:
    words = words.lower()
    for form in (words, words.removesuffix("s"), words.removesuffix("es")):
        if form in _NAMED:
            return _NAMED[form]
    return ""


def _readings(unit: str) -> tuple[str, ...]:
    return _TONS if unit == "short_ton" else (unit,)


def _rounding(words: str) -> float:
    """Half the last digit that is not nought, as a share of the number; words count as digits."""
    number = number_of(words)
    digits = words if words[:1].isdigit() else f"{number:g}"
    whole, _, rest = digits.replace(",", "").partition(".")
    noughts = len(whole) - len(whole.rstrip("0"))
    place = 10.0 ** (-len(rest) if rest else noughts)
    return place / 2 / number if number else 0.0


def _finding(span: Span, match: re.Match[str], times: list[float]) -> Finding:
    one, two = number_of(match["one"]), number_of(match["two"])
    expected = min((one * t for t in times), key=lambda value: abs(value - two))
    off = abs(expected - two) / two
    first, second = _rounding(match["one"]), _rounding(match["two"])
    gap = max(
        expected * (1 - first) - two * (1 + second), two * (1 - second) - expected * (1 + first)
    )
    if off <= max(LEAST, first + second):
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.FAILS if gap / two > MOST else Verdict.CANNOT_TELL
    shown = f"{expected:.3g}" if expected < 1000 else f"{expected:,.0f}"
    inputs = (
        Input("printed", span.quote),
        Input("factor", f"{expected / one:.6g}" if one else "0"),
        Input("expected", shown),
    )
    reason = f"{match['one']} {match['unit']} come to {shown} {match['other']}"
    suggestion = f"{shown} {match['other']}" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)
