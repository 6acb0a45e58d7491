"""Can it have been on that day, given when the report appeared and what it prints?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, Layer
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Report, Span
from twosource.model.value import TimeRelation, TimeValue

NAME, VERSION = "weekday", 1
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def weekday(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold weekdays against printed dates, the publication and the days of the event.

    A weekday beside a date either fits it or not. A day of the event that lies wholly after the
    report appeared cannot be what happened. A weekday other than that of the event's days is only
    doubtful: the night may span two days, and zones further west are a day behind.
    """
    for value in facts.times:
        if value.weekday is None or not _is_of_event(facts, value.span):
            continue
        dated = _beside_date(value)
        if dated is not None:
            yield dated
        elif _is_after(value, facts.report):
            yield _after(value, facts.report)
        elif value.day is not None and frame.days and value.day not in frame.days:
            yield _other_day(value, value.day, frame)


def _beside_date(value: TimeValue) -> Finding | None:
    """A weekday with the day of the month beside it."""
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
    suggestion = None if fits else actual
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)


def _date_part(value: TimeValue) -> str:
    """The words of a time without its clock."""
    words = value.span.quote.split()
    kept = [w for w in words if ":" not in w and "." not in w and not w.lower().endswith("m.")]
    return " ".join(kept) if value.clock is not None else " ".join(words)


def _is_after(value: TimeValue, report: Report) -> bool:
    """Whether every reading begins after the report appeared."""
    if report.published is None or not value.readings or value.relation is not TimeRelation.AT:
        return False
    return all(r.start >= report.published.interval.end for r in value.readings) or (
        "after the publication" in value.reason
    )


def _after(value: TimeValue, report: Report) -> Finding:
    published = "" if report.published is None else report.published.at
    inputs = (Input("published", published), Input("printed", value.span.quote))
    reason = f"the report appeared at {published}, before “{value.span.quote}” was over"
    return Finding(NAME, VERSION, Verdict.FAILS, (value.span,), inputs, reason, "the day before")


def _other_day(value: TimeValue, day: date, frame: EventFrame) -> Finding:
    days = ", ".join(f"{_DAYS[d.weekday()]} {d}" for d in frame.days)
    inputs = (Input("printed", value.span.quote), Input("event", days))
    reason = (
        f"“{value.span.quote}” is {_DAYS[day.weekday()]} {day}; other reports have the event on "
        f"{days}. It may be named by the night's first day, or by a zone further west"
    )
    return Finding(NAME, VERSION, Verdict.CANNOT_TELL, (value.span,), inputs, reason)


def _is_of_event(facts: ReportFacts, span: Span) -> bool:
    for sentence in facts.sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            return sentence.layer in {Layer.EVENT, Layer.UNKNOWN}
    return False
