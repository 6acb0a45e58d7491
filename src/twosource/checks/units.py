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

NAME, VERSION = "units", 1
LEAST, MOST = 0.03, 0.12
"""Share by which two rounded numbers may differ and hold, and beyond which they fail."""
_NAMED = {word: unit for word, unit in UNITS_OF_MEASURE.items() if word not in {"degree", "bar"}}
_WORDS = "|".join(sorted((re.escape(word) for word in _NAMED), key=len, reverse=True))
_UNIT = rf"(?:{_WORDS}|feet|inches)(?:s|es)?"
_PAIR = re.compile(
    rf"(?<![\d.,–-])(?<!to )(?<!and )(?P<one>{NUMBER})[ -](?P<unit>{_UNIT}) "
    rf"?[(\[](?:about |around |approximately |roughly |some |or |over )?"
    rf"(?P<two>{NUMBER})[ -]?(?P<other>{_UNIT})(?P<per> (?:per|an) hour)?[)\]]",
    re.IGNORECASE,
)
_TONS = ("short_ton", "metric_ton", "long_ton")


def units(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "70 miles (113 km)" against Pint's table of units.

    Both numbers may be rounded to their last printed digit that is not nought. "Ton" is taken for
    whichever of the three fits.
    """
    for sentence, match in matches(facts, _PAIR):
        one, other = _unit(match["unit"]), _unit(match["other"])
        if one == other or match["per"]:
            continue
        times = [factor(a, b) for a in _readings(one) for b in _readings(other)]
        known = [t for t in times if t is not None]
        if known and number_of(match["two"]) > 0:
            yield _finding(piece(facts, sentence, match), match, known)


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
    allowed = max(LEAST, _rounding(match["one"]) + _rounding(match["two"]))
    if off <= allowed:
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.FAILS if off > max(MOST, 1.5 * allowed) else Verdict.CANNOT_TELL
    shown = f"{expected:.3g}" if expected < 1000 else f"{expected:,.0f}"
    inputs = (
        Input("printed", span.quote),
        Input("factor", f"{expected / one:.6g}" if one else "0"),
        Input("expected", shown),
    )
    reason = f"{match['one']} {match['unit']} come to {shown} {match['other']}"
    suggestion = f"{shown} {match['other']}" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)
