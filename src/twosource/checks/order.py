"""Did it come before or after, as the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import HALF_DAY, clock_of, matches, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict

NAME, VERSION = "order", 2
_HALF = r"\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.m\.|[ap]m\b)"
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|the (?:next|following))"
_REST = rf"(?:(?!{_HALF}|\b{_DAYS})[^;:“”\"]){{0,90}}?"
_PATTERNS = (
    re.compile(
        rf"\bat (?P<one>{_HALF})(?: on \w+day)?,? (?:(?:just|shortly|moments|minutes) )?"
        rf"(?P<word>before|after)\b{_REST} at (?P<two>{_HALF})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<word>first)\b{_REST} at (?P<one>{_HALF}){_REST}\b(?:second|next)\b{_REST} at "
        rf"(?P<two>{_HALF})",
        re.IGNORECASE,
    ),
)
_DAY_NAME = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_BEYOND = 20
"""Code points behind the second clock time in which its day may stand."""
LONGEST = 6 * 60
"""Minutes apart beyond which two clock times of one half of the day may be of two days."""


def order(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "at 7.40 p.m., after X at 7.52 p.m." against the clocks.

    Only two times of one half of the day, less than six hours apart, can fail.
    """
    for pattern in _PATTERNS:
        for sentence, match in matches(facts, pattern):
            one, two = clock_of(match["one"]), clock_of(match["two"])
            days = _DAY_NAME.findall(sentence.span.quote, match.start(), match.end() + _BEYOND)
            if one is None or two is None or one[0] == two[0] or len(set(days)) > 1:
                continue
            after = match["word"].lower() == "after"
            early, late = (two[0], one[0]) if after else (one[0], two[0])
            together = one[0] // HALF_DAY == two[0] // HALF_DAY and abs(late - early) < LONGEST
            fits = early < late
            verdict = Verdict.HOLDS if fits else Verdict.FAILS
            verdict = verdict if together else Verdict.CANNOT_TELL
            inputs = (
                Input("one", match["one"]),
                Input("two", match["two"]),
                Input("order", match["word"]),
            )
            relation = "before" if one[0] < two[0] else "after"
            reason = f"{match['one']} is {relation} {match['two']}"
            if not together:
                reason = f"{reason} on one day, but the two may be of two days"
            suggestion = f"{relation} for {match['word']}" if verdict is Verdict.FAILS else None
            spans = (piece(facts, sentence, match),)
            yield Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)
