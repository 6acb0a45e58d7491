"""Did it last as long as its beginning and its end say?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import CLOCK, HALF_DAY, WHOLE_DAY, clock_of, matches
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, LayeredSentence
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import cut
from twosource.model.value import DurationValue

NAME, VERSION = "lasted", 2
ROUNDED = 2.0
"""Minutes by which two clock times and the time between them may be rounded together."""
_BEGAN = (
    r"(?:began|started|opened|broke out|erupted|flared up|was reported|was raised|set in|went out"
    r"|from|between)"
)
_ENDED = (
    r"(?:ended|finished|stopped|closed|was over|were over|put out|extinguished|contained"
    r"|under control|lifted|restored|came back)"
)
_ON = r"(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_STRETCH = re.compile(
    rf"\b{_BEGAN}(?: at| around| about| shortly after)? (?P<first>{CLOCK}){_ON}"
    rf"(?:,? and (?:[\w ]{{0,24}}?){_ENDED}(?: at| by| around)?| to| until| and|[-–]) ?"
    rf"(?P<second>{CLOCK})",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"\b(?:lasted|lasting|took|went on for|continued for|was over in|a total of|in all"
    r"|(?:after )?(?:burning|burned|raging|raged|running|ran|fighting|searching) for)"
    r"(?: only| just| some| about)? $",
    re.IGNORECASE,
)


def lasted(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "began at 11.20 and ended at 12.05, lasted less than 20 minutes" against its clocks."""
    for sentence, match in matches(facts, _STRETCH):
        first, second = clock_of(match["first"]), clock_of(match["second"])
        duration = _duration(facts, sentence)
        if first is None or second is None or duration is None:
            continue
        is_open = first[1] or second[1]
        passed = (second[0] - first[0]) % (HALF_DAY if is_open else WHOLE_DAY)
        yield _finding(facts, (sentence, match), duration, passed)


def _duration(facts: ReportFacts, sentence: LayeredSentence) -> DurationValue | None:
    """The one length of time that a sentence gives as how long something lasted."""
    found = [
        value
        for value in facts.durations
        if sentence.span.start <= value.span.start < sentence.span.end
        and _LASTED.search(facts.report.text, sentence.span.start, value.span.start)
    ]
    return found[0] if len(found) == 1 else None


def _finding(
    facts: ReportFacts,
    where: tuple[LayeredSentence, re.Match[str]],
    duration: DurationValue,
    passed: int,
) -> Finding:
    sentence, match = where
    stretch = cut(
        facts.report, sentence.span.start + match.start(), sentence.span.start + match.end()
    )
    amount = duration.seconds
    share = 0.15 if amount.approximate else 0.0
    low = (amount.low or 0.0) / 60 * (1 - share) - ROUNDED
    high = float("inf") if amount.high is None else amount.high / 60 * (1 + share) + ROUNDED
    holds = low <= passed <= high
    inputs = (
        Input("first", match["first"]),
        Input("second", match["second"]),
        Input("minutes", str(passed)),
        Input("printed", duration.span.quote),
    )
    reason = (
        f"from {match['first']} to {match['second']} is {passed} minutes; the report has "
        f"“{duration.span.quote}”"
    )
    return Finding(
        NAME,
        VERSION,
        Verdict.HOLDS if holds else Verdict.FAILS,
        (duration.span, stretch),
        inputs,
        reason,
        None if holds else f"{passed} minutes",
    )
