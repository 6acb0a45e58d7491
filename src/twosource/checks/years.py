"""Do years of office, of life or of service come to what is printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span

NAME, VERSION = "years", 2
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
_BUILT = r"(?:built|founded|opened|established|launched|formed|laid|completed|erected|inaugurated)"
_SINCE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_BUILT}(?: [\w ]{{0,16}}?)? in (?P<first>{_YEAR})\b[^.;()]{{0,60}}?\b"
        rf"(?P<hedge>about |nearly |almost |over |more than |some )?(?P<count>{NUMBER}) years "
        rf"after (?:it|its|the) (?:was |were )?(?:{_BUILT}|opening|founding|foundation|completion)",
        rf"\b(?:for|had stood|has stood) (?P<hedge>about |nearly |almost |over |more than |some )?"
        rf"(?P<count>{NUMBER}) years since (?:it|they|the [a-z]+) (?:was |were )?{_BUILT} in "
        rf"(?P<first>{_YEAR})\b",
    )
)
SLACK = 1.0
"""Years by which first and last may be counted in or out."""


def years(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "mayor for six years, from 2001 to 2007" against the difference of the years.

    What was built in a year and is so many years old is held against the year of publication.
    """
    for pattern in _PATTERNS:
        for sentence, match in matches(facts, pattern):
            span = piece(facts, sentence, match)
            yield _finding(span, match, int(match["first"]), int(match["last"]))
    published = facts.report.published
    for pattern in _SINCE:
        for sentence, match in matches(facts, pattern):
            if published is not None:
                last = int(published.at[:4])
                yield _finding(piece(facts, sentence, match), match, int(match["first"]), last)


def _finding(span: Span, match: re.Match[str], first: int, last: int) -> Finding:
    passed = last - first
    off = abs(number_of(match["count"]) - passed)
    if off <= SLACK:
        verdict = Verdict.HOLDS
    elif match["hedge"] and off <= 1 + 0.2 * passed:
        verdict = Verdict.CANNOT_TELL
    else:
        verdict = Verdict.FAILS
    inputs = (
        Input("first", str(first)),
        Input("last", str(last)),
        Input("count", match["count"]),
    )
    reason = f"from {first} to {last} is {passed} years"
    suggestion = f"{passed} years" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, suggestion)
