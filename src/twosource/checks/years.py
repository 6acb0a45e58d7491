"""Do years of office, of life or of service come to what is printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict

NAME, VERSION = "years", 1
_YEAR = r"(?:1[5-9]|20)\d\d"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bfor (?P<hedge>about |nearly |almost |over |more than |some )?(?P<count>{NUMBER}) "
        rf"years?,? \(?(?:from|between) (?P<first>{_YEAR}) ?(?:to|until|till|and|[-–]) ?"
        rf"(?P<last>{_YEAR})\b",
        rf"\b(?:from|between) (?P<first>{_YEAR}) (?:to|until|till|and) (?P<last>{_YEAR}),? "
        rf"(?:for |a total of |that is )(?P<hedge>about |nearly |almost |over |more than |some )?"
        rf"(?P<count>{NUMBER}) years?\b(?! (?:before|after|later|earlier))",
    )
)
SLACK = 1.0
"""Years by which first and last may be counted in or out."""


def years(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "mayor for six years, from 2001 to 2007" against the difference of the years."""
    for pattern in _PATTERNS:
        for sentence, match in matches(facts, pattern):
            passed = int(match["last"]) - int(match["first"])
            off = abs(number_of(match["count"]) - passed)
            if off <= SLACK:
                verdict = Verdict.HOLDS
            elif match["hedge"] and off <= 1 + 0.2 * passed:
                verdict = Verdict.CANNOT_TELL
            else:
                verdict = Verdict.FAILS
            inputs = tuple(Input(name, match[name]) for name in ("first", "last", "count"))
            reason = f"from {match['first']} to {match['last']} is {passed} years"
            suggestion = f"{passed} years" if verdict is Verdict.FAILS else None
            spans = (piece(facts, sentence, match),)
            yield Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)
