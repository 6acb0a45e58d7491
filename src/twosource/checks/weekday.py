"""Is it that day of the week?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from twosource.checks.sentences import names_event, sentence_of
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Report, Span
from twosource.model.value import TimeValue

NAME, VERSION = "weekday", 2
NEAR = 60
"""Days from the publication within which a date without a year is taken to be of that year."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SAID = re.compile(r"\b(?:said|told|says|tweeted|wrote|announced|added|stated|asked)\b", re.I)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def weekday(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold weekdays against the dates beside them, and against the day of the event.

    A weekday beside a date either fits it or not. In a sentence that names the event, the day of
    the event as most reports have it holds.
    """
    for value in facts.times:
        if value.weekday is None:
            continue
        dated = _beside_date(value, facts.report)
        if dated is not None:
            yield dated
        elif value.day in frame.days[:1] and _is_dated(facts, value.span, frame):
            yield _same_day(value, frame)


def other_day(reports: Sequence[ReportFacts], frame: EventFrame) -> Iterator[Finding]:
    """Doubt a weekday that is the day before or after the event as other reports have it.

    Only in a report that never gives that day, where another does. It is doubtful and no more: the
    night may span two days, and zones further west are a day behind.
    """
    told = [bool(frame.days) and _tells(facts, frame) for facts in reports]
    for facts, tells in zip(reports, told, strict=True):
        if tells or not any(told):
            continue
        for value in facts.times:
            if value.day is None or abs((value.day - frame.days[0]).days) != 1:
                continue
            bare = value.weekday is not None and _beside_date(value, facts.report) is None
            if bare and _is_dated(facts, value.span, frame) and not _is_after(facts, value):
                yield _other_day(value, value.day, frame)


def _is_dated(facts: ReportFacts, span: Span, frame: EventFrame) -> bool:
    """Whether a time dates the event and not the saying of something about it."""
    sentence = sentence_of(facts, span)
    if sentence is None or _SAID.search(sentence.span.quote, 0, span.start - sentence.span.start):
        return False
    return names_event(facts, span, frame)


def _tells(facts: ReportFacts, frame: EventFrame) -> bool:
    """Whether the report itself gives the day that most reports have for the event."""
    return any(
        value.day == frame.days[0] and _is_dated(facts, value.span, frame) for value in facts.times
    )


def _is_after(facts: ReportFacts, value: TimeValue) -> bool:
    """Whether the day lies wholly after the report appeared; another check asks that."""
    published = facts.report.published
    return published is not None and all(
        reading.start >= published.interval.end for reading in value.readings
    )


def _same_day(value: TimeValue, frame: EventFrame) -> Finding:
    day = frame.days[0]
    inputs = (Input("printed", value.span.quote), Input("event", day.isoformat()))
    reason = f"the event was on {_DAYS[day.weekday()]} {day}, as “{value.span.quote}” has it"
    return Finding(NAME, VERSION, Verdict.HOLDS, (value.span,), inputs, reason)


def _beside_date(value: TimeValue, report: Report) -> Finding | None:
    """A weekday with the day of the month beside it.

    A date far from the publication whose year is not printed may be of the year before or after.
    """
    if (
        value.weekday is None
        or value.day is None
        or not any(c.isdigit() for c in _date_part(value))
    ):
        return None
    fits = value.day.weekday() == value.weekday
    actual, printed = _DAYS[value.day.weekday()], _DAYS[value.weekday]
    inputs = (Input("date", value.day.isoformat()), Input("printed", printed))
    reason = f"{value.day} is a {actual}; the report has {printed}"
    verdict = Verdict.HOLDS if fits else Verdict.FAILS
    if not fits and not _YEAR.search(value.span.quote) and _is_far(value.day, report):
        verdict = Verdict.CANNOT_TELL
        reason = f"{reason}; the year is not printed and may be another"
    suggestion = actual if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)


def _is_far(day: date, report: Report) -> bool:
    if report.published is None:
        return True
    return abs((day - report.published.interval.start.date()).days) > NEAR


def _date_part(value: TimeValue) -> str:
    """The words of a time without its clock."""
    words = value.span.quote.split()
    kept = [w for w in words if ":" not in w and "." not in w and not w.lower().endswith("m.")]
    return " ".join(kept) if value.clock is not None else " ".join(words)


def _other_day(value: TimeValue, day: date, frame: EventFrame) -> Finding:
    days = f"{_DAYS[frame.days[0].weekday()]} {frame.days[0]}"
    inputs = (Input("printed", value.span.quote), Input("event", days))
    reason = (
        f"“{value.span.quote}” is {_DAYS[day.weekday()]} {day}; other reports have the event on "
        f"{days}. It may be named by the night's first day, or by a zone further west"
    )
    return Finding(NAME, VERSION, Verdict.CANNOT_TELL, (value.span,), inputs, reason)
