"""Does the time between two moments come to what the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.model.value import ClockTime, DurationValue, Precision, TimeValue

NAME, VERSION = "interval", 2
ROUNDED = 2.0
"""Minutes by which two printed clock times and the time between them may be rounded."""
_LATER = frozenset({"later", "after"})
_SPANNING = frozenset({Precision.SPAN, Precision.WEEK})


def interval(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold lengths of time against the moments that they lie between.

    "Three minutes later" is held against the clock times on either side of it in its sentence and
    the one before; "less than a week before 9 May" against the day of the event.
    """
    clocks = [value for value in facts.times if value.clock is not None]
    for duration in facts.durations:
        if duration.link in _LATER:
            pair = _around(facts, duration, clocks)
            if pair is not None:
                yield _between(duration, *pair)
    for value in facts.times:
        spans = value.precision in _SPANNING and len(value.readings) == 1
        bound = any(word in value.span.quote.lower() for word in (" before ", " after "))
        if spans and bound and frame.days:
            yield _from_event(value, frame.days[0])


def _around(
    facts: ReportFacts, duration: DurationValue, clocks: list[TimeValue]
) -> tuple[TimeValue, TimeValue] | None:
    """The clock times that a duration lies between, the earlier first.

    "At 10.40, ten minutes later": the later one is the nearest of the sentence, the earlier one the
    last before both. "Four hours after it began at 2 a.m.": the earlier one stands behind the
    words, the later one before them in the same sentence.
    """
    numbers = [s.number for s in facts.sentences if _holds(s.span, duration.span)]
    if not numbers:
        return None
    here = next(s.span for s in facts.sentences if s.number == numbers[0])
    found = [
        value
        for sentence in facts.sentences
        if sentence.number in {numbers[0] - 1, numbers[0]}
        for value in clocks
        if _holds(sentence.span, value.span) and not _ZONED & set(value.span.quote.split())
    ]
    inside = [value for value in found if _holds(here, value.span)]
    ends = duration.span.quote.lower().endswith(" after")
    if ends or _AFTER.match(facts.report.text, duration.span.end):
        before = [value for value in inside if value.span.end <= duration.span.start]
        behind = [
            value
            for value in inside
            if value.span.start >= duration.span.start and value.span.end > duration.span.end
        ]
        return (behind[0], before[-1]) if behind and before else None
    if not inside:
        return None
    second = min(inside, key=lambda value: abs(value.span.start - duration.span.start))
    first = [v for v in found if v.span.end <= min(second.span.start, duration.span.start)]
    return (first[-1], second) if first else None


_AFTER = re.compile(r" after\b")
_ZONED = frozenset({"GMT", "UTC"})


def _between(duration: DurationValue, first: TimeValue, second: TimeValue) -> Finding:
    passed = (_minutes(second.clock) - _minutes(first.clock)) % (24 * 60)
    low = (duration.seconds.low or 0.0) / 60 - ROUNDED
    high = float("inf") if duration.seconds.high is None else duration.seconds.high / 60 + ROUNDED
    holds = low <= passed <= high
    inputs = (
        Input("first", first.span.quote),
        Input("second", second.span.quote),
        Input("minutes", f"{passed:.0f}"),
        Input("printed", duration.span.quote),
    )
    reason = (
        f"from {first.span.quote} to {second.span.quote} is {passed:.0f} minutes; the report has "
        f"“{duration.span.quote}”"
    )
    return Finding(
        NAME,
        VERSION,
        Verdict.HOLDS if holds else Verdict.FAILS,
        (duration.span, first.span, second.span),
        inputs,
        reason,
        None if holds else f"{passed:.0f} minutes",
    )


def _minutes(clock: ClockTime | None) -> float:
    return 0.0 if clock is None else clock.hour * 60 + (clock.minute or 0)


def _from_event(value: TimeValue, day: date) -> Finding:
    """Whether the day of the event lies in a stretch such as "less than a week before 9 May"."""
    reading = value.readings[0]
    first, last = reading.start.date(), (reading.end - timedelta(seconds=1)).date()
    inside = first - timedelta(days=1) <= day <= last + timedelta(days=1)
    inputs = (
        Input("from", reading.start.isoformat()),
        Input("to", reading.end.isoformat()),
        Input("event", day.isoformat()),
    )
    words = " ".join(value.span.quote.split())
    reason = f"“{words}” is {first} to {last}; the event was on {day}"
    verdict = Verdict.HOLDS if inside else Verdict.CANNOT_TELL
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
