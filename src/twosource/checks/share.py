"""Is the percentage that of the counts beside it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span

NAME, VERSION = "share", 2
HEDGED = 5.0
"""Points of a hundred by which a hedged percentage may differ."""
_PAIR = re.compile(
    rf"(?<![\d.,])(?P<part>{NUMBER})(?: [a-z]+)? (?:out )?of (?:the |its |their |a total of )?"
    rf"(?P<whole>{NUMBER})(?: [a-z]+){{0,3}}(?:,? or | ?\()"
    r"(?P<hedge>about |around |some |roughly |nearly |almost |over |more than )?"
    r"(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)",
    re.IGNORECASE,
)
_HEDGE = r"(?P<hedge>about |around |some |roughly |nearly |almost |over |more than )?"
_FIRST_WHOLE = re.compile(
    rf"\bOf (?:the |its |their |a total of |all )?(?P<whole>{NUMBER})(?: [\w’'-]+){{1,8}}, "
    rf"(?P<part>{NUMBER})(?: [a-z]+)?(?:,? or | ?\(){_HEDGE}"
    r"(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)"
)
_FRACTION = re.compile(
    rf"\b(?P<words>half|(?:a|one) third|two thirds|a quarter|three quarters|one in "
    rf"(?P<nth>{NUMBER})) of (?:the |its |their )?(?P<whole>{NUMBER}) [a-z]+,? "
    rf"(?:\(|or |some |about )?(?P<part>{NUMBER})(?=(?: [a-z]+)?(?:,| in all| altogether|\)))",
    re.IGNORECASE,
)
_FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
    "a quarter": 25.0,
    "three quarters": 75.0,
}


def share(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "12 of 48 houses, or 25 per cent" and "half of the 60, 20 in all" to the division."""
    for pattern in (_PAIR, _FIRST_WHOLE):
        for sentence, match in matches(facts, pattern):
            part, whole = number_of(match["part"]), number_of(match["whole"])
            if 0 <= part <= whole and whole > 0:
                yield _finding(piece(facts, sentence, match), match, 100.0 * part / whole)
    for sentence, match in matches(facts, _FRACTION):
        part, whole = number_of(match["part"]), number_of(match["whole"])
        if 0 <= part <= whole and whole > 0:
            yield _in_words(piece(facts, sentence, match), match, part, whole)


def _in_words(span: Span, match: re.Match[str], part: float, whole: float) -> Finding:
    """A share in words, such as "half", with room for what does not divide."""
    words = match["words"].lower()
    printed = 100.0 / number_of(match["nth"]) if match["nth"] else _FRACTIONS[words]
    expected = printed * whole / 100
    off = abs(part - expected)
    verdict = Verdict.HOLDS if off <= 1 else Verdict.CANNOT_TELL
    verdict = Verdict.FAILS if off > max(1.0, 0.15 * whole) else verdict
    inputs = (
        Input("part", match["part"]),
        Input("whole", match["whole"]),
        Input("expected", f"{expected:.4g}"),
    )
    reason = f"{words} of {match['whole']} is {expected:.4g}"
    suggestion = f"{expected:.4g}" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)


def _finding(span: Span, match: re.Match[str], actual: float) -> Finding:
    digits = match["share"].partition(".")[2]
    unit = 10.0 ** -len(digits)
    off = abs(actual - float(match["share"]))
    allowed = HEDGED if match["hedge"] else unit
    if off <= allowed:
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.FAILS if off > 2 * allowed else Verdict.CANNOT_TELL
    inputs = (
        Input("part", match["part"]),
        Input("whole", match["whole"]),
        Input("share", f"{actual:.2f}"),
        Input("printed", match["share"]),
    )
    shown = f"{actual:.{max(1, len(digits))}f}"
    reason = f"{match['part']} of {match['whole']} is {shown} per cent"
    suggestion = f"{shown} per cent" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)
