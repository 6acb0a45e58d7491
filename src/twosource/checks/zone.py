"""Are two times of one moment, printed side by side in two zones, one moment?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from twosource.checks.near import between, neighbours
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.model.time import ZoneBasis
from twosource.model.value import TimeValue

NAME, VERSION = "zone", 1
ROUNDED = timedelta(minutes=5)
"""By how much two printed clock times of one moment may differ."""
_DAY = timedelta(days=1)
_ASIDE = re.compile(r"\s*(?:local time)?\s*[(\[–—,/]\s*(?:or |which is |that is |i\.e\. )?$", re.I)


def zone(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold a local time against the same moment in another zone, printed right beside it.

    "1:47 a.m. (2247 GMT)" is one moment where local time is three hours ahead. Days apart do not
    count: the second time may fall on the day before.
    """
    for first, second in neighbours(facts.times):
        other = _other(facts, first, second)
        if other is None or first.clock is None or other.clock is None:
            continue
        local, far = _moment(first), _moment(other)
        if local is None or far is None:
            yield _untold(first, other)
        else:
            yield _finding(first, other, local, far, frame)


def _other(facts: ReportFacts, first: TimeValue, second: TimeValue) -> TimeValue | None:
    """The second time, where it stands in brackets behind or inside the first."""
    is_far = any(r.zone_basis is ZoneBasis.PRINTED for r in second.readings)
    is_local = all(r.zone_basis is not ZoneBasis.PRINTED for r in first.readings)
    if not (is_far and is_local):
        return None
    within = first.span.start <= second.span.start and second.span.end <= first.span.end
    if within and second.span != first.span:
        return second
    aside = _ASIDE.fullmatch(between(facts.report, first.span, second.span))
    return second if aside and second.span.start >= first.span.end else None


def _moment(value: TimeValue) -> datetime | None:
    """The first reading, where all readings have one time of day; days do not count here."""
    times = {reading.start - datetime.min.replace(tzinfo=UTC) for reading in value.readings}
    same = len({time % _DAY for time in times}) == 1
    if any(reading.zone_basis is ZoneBasis.UNKNOWN for reading in value.readings):
        return None
    return value.readings[0].start if same else None


def _finding(
    first: TimeValue, other: TimeValue, local: datetime, far: datetime, frame: EventFrame
) -> Finding:
    apart = (far - local) % _DAY
    apart = min(apart, _DAY - apart)
    good = apart <= ROUNDED
    named = frame.zone or "the local zone"
    inputs = (
        Input("local", first.span.quote),
        Input("other", other.span.quote),
        Input("zone", named),
        Input("apart", f"{apart.total_seconds() / 60:.0f} minutes"),
    )
    reason = (
        f"the local time comes to {_clock(local)} UTC in {named}, and the time beside it is "
        f"{_clock(far)} UTC"
    )
    fits = None if good else _suggestion(far, frame)
    verdict = Verdict.HOLDS if good else Verdict.FAILS
    return Finding(NAME, VERSION, verdict, _spans(first, other), inputs, reason, fits)


def _suggestion(far: datetime, frame: EventFrame) -> str | None:
    if not frame.zone:
        return None
    return f"{far.astimezone(ZoneInfo(frame.zone)):%H:%M} local time for {_clock(far)} UTC"


def _untold(first: TimeValue, other: TimeValue) -> Finding:
    inputs = (Input("local", first.span.quote), Input("other", other.span.quote))
    reason = "the zone of the local time cannot be told, so the two cannot be held together"
    return Finding(NAME, VERSION, Verdict.CANNOT_TELL, _spans(first, other), inputs, reason)


def _spans(first: TimeValue, other: TimeValue) -> tuple[Span, ...]:
    return (first.span,) if first.span.end >= other.span.end else (first.span, other.span)


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%H:%M}"
