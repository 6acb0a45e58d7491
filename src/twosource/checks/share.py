"""Is the percentage that of the counts beside it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span

NAME, VERSION = "share", 1
HEDGED = 5.0
"""Points of a hundred by which a hedged percentage may differ."""
_PAIR = re.compile(
    rf"(?<![\d.,])(?P<part>{NUMBER})(?: [a-z]+)? (?:out )?of (?:the |its |their |a total of )?"
    rf"(?P<whole>{NUMBER})(?: [a-z]+){{0,3}}(?:,? or | ?\()"
    r"(?P<hedge>about |around |some |roughly |nearly |almost |over |more than )?"
    r"(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)",
    re.IGNORECASE,
)


def share(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "12 of 48 houses, or 25 per cent" against the division."""
    for sentence, match in matches(facts, _PAIR):
        part, whole = number_of(match["part"]), number_of(match["whole"])
        if 0 <= part <= whole and whole > 0:
            yield _finding(piece(facts, sentence, match), match, 100.0 * part / whole)


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
