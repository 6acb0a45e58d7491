"""Anchoring: from what is printed, and a day to count from, to half-open UTC intervals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from twosource.claims.times.calendar import Days, days_of
from twosource.claims.times.expression import (
    Anchor,
    Edge,
    Offset,
    Outlook,
    Part,
    Printed,
    Shift,
    TimeExpression,
    Unit,
)
from twosource.claims.times.hours import Stretch, clock_precision, on_day
from twosource.claims.times.zones import intervals, zones_of
from twosource.model.time import TimeInterval
from twosource.model.value import AnchorBasis, Precision, TimeValue

_LONGEST_DAY = timedelta(hours=26)
_SHORT = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}


@dataclass(frozen=True, slots=True)
class _Local:
    """Local stretches with how finely they are known, what supplied them, and why."""

    stretches: tuple[Stretch, ...]
    precision: Precision
    basis: AnchorBasis
    reason: str


def anchored(expression: TimeExpression, anchor: Anchor) -> TimeValue:
    """Count a time from its anchor.

    The literal reading is kept even where it lies after the publication of a report that looks
    back; the reason then says so. Nothing consults a clock of the machine.

    Args:
        expression: The time as printed.
        anchor: The day, the zone and the context that its unprinted parts are counted from.

    Returns:
        The time with every reading that its words allow, as UTC intervals; without readings, and
        with the reason, where words and anchor cannot tell. Clock and weekday stay as printed.
    """
    local = _local(expression, anchor)
    zoned = zones_of(expression.printed.zone, anchor)
    words = expression.span.quote
    readings: list[TimeInterval] = []
    for start, end in local.stretches:
        readings += intervals(start, end, words, zoned)
    notes = [local.reason]
    if readings and (expression.printed.clock or expression.printed.zone):
        notes.append(zoned.reason)
    notes += _after_publication(expression, anchor, local)
    printed = expression.printed
    return TimeValue(
        span=expression.span,
        readings=tuple(dict.fromkeys(readings)),
        precision=local.precision,
        approximate=expression.approximate,
        relation=expression.relation,
        clock=printed.clock,
        weekday=printed.weekday,
        day=_one_day(local),
        anchor=local.basis if readings else AnchorBasis.NONE,
        reason=_sentence(notes),
    )


def _sentence(notes: list[str]) -> str:
    text = "; ".join(note for note in notes if note)
    return text[:1].upper() + text[1:] + "."


def _one_day(local: _Local) -> date | None:
    """The local day of the likeliest reading, where that is finer than a week."""
    if not local.stretches or local.precision in {
        Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.SPAN,
    }:  # fmt: skip
        return None
    start, end = local.stretches[0]
    return start.date() if end - start <= _LONGEST_DAY else None


def _after_publication(
    expression: TimeExpression, anchor: Anchor, local: _Local
) -> tuple[str, ...]:
    if anchor.basis is not AnchorBasis.PUBLICATION or not local.stretches:
        return ()
    plain = expression.outlook is Outlook.OPEN and not expression.printed.dates
    if expression.outlook is not Outlook.PAST and not plain:
        return ()
    first = local.stretches[0][0]
    if anchor.moment is not None and first > anchor.moment:
        return (f"it lies after the publication at {anchor.moment:%H:%M} on {anchor.day}",)
    if anchor.day is not None and first.date() > anchor.day:
        return (f"it lies after the publication on {anchor.day}",)
    return ()


def _local(expression: TimeExpression, anchor: Anchor) -> _Local:
    first = _point(expression.printed, expression, anchor)
    if expression.until is not None:
        first = _stretch(first, expression, anchor)
    if expression.offset is not None and first.stretches:
        first = _offset(first, expression.offset)
    return first


def _point(printed: Printed, expression: TimeExpression, anchor: Anchor) -> _Local:
    shift = printed.shift
    if shift is not None and shift.unit in _SHORT and not shift.from_context:
        exact = _from_moment(shift, anchor)
        if exact is not None:
            return exact
    if printed.part is Part.OVERNIGHT and not printed.has_day:
        return _overnight(printed, anchor)
    days = days_of(printed, anchor, expression.outlook)
    precision = _precision(printed, days)
    if not days.pairs:
        return _Local((), precision, AnchorBasis.NONE, days.reason)
    if not printed.clock and not printed.part and not _day_edge(printed, days):
        stretches = tuple(_whole(pair) for pair in days.pairs)
        return _Local(stretches, precision, days.basis, days.reason)
    if any((end - start).days != 1 for start, end in days.pairs):
        return _Local((), precision, AnchorBasis.NONE, "its day is one of several")
    words, relation = expression.span.quote, expression.relation
    found = [s for start, _ in days.pairs for s in on_day(start, printed, words, relation)]
    return _Local(tuple(found), precision, days.basis, days.reason + _several(found, days))


def _several(found: list[Stretch], days: Days) -> str:
    return "; its words allow several times" if len(found) > len(days.pairs) else ""


def _day_edge(printed: Printed, days: Days) -> bool:
    return printed.edge is not Edge.WHOLE and days.precision is Precision.DAY


def _precision(printed: Printed, days: Days) -> Precision:
    if printed.clock:
        return clock_precision(printed.clock)
    if printed.part or _day_edge(printed, days):
        return Precision.PART_OF_DAY
    return days.precision


def _whole(pair: tuple[date, date]) -> Stretch:
    return datetime.combine(pair[0], time.min), datetime.combine(pair[1], time.min)


def _from_moment(shift: Shift, anchor: Anchor) -> _Local | None:
    """Count "two hours ago" from a publication that is known to the minute."""
    if anchor.moment is None:
        return None
    seconds = _SHORT[shift.unit]
    slack = timedelta(seconds=0 if shift.whole else seconds / 2)
    start = anchor.moment + timedelta(seconds=shift.low * seconds) - slack
    end = anchor.moment + timedelta(seconds=shift.high * seconds) + slack
    end = max(end, start + timedelta(seconds=1))
    precision = Precision.SPAN if shift.whole else Precision.HOUR
    return _Local(((start, end),), precision, anchor.basis, "counted back from the publication")


def _overnight(printed: Printed, anchor: Anchor) -> _Local:
    """Place "overnight" without a day: the night before the anchor, or either of the context."""
    clocked = Precision.PART_OF_DAY if printed.clock is None else clock_precision(printed.clock)
    if anchor.context is not None:
        before = anchor.context[0] - timedelta(days=1)
        days, basis = [before, anchor.context[0]], AnchorBasis.CONTEXT
        reason = "the night that ends or begins on the day that the text is at"
    elif anchor.day is not None:
        days, basis = [anchor.day - timedelta(days=1)], anchor.basis
        reason = "the night before the anchor"
    else:
        return _Local((), clocked, AnchorBasis.NONE, anchor.reason)
    dated = replace(printed, shift=Shift(Unit.DAY, -1, -1))
    found = [s for day in days for s in on_day(day, dated, "")]
    return _Local(tuple(found), clocked, basis, reason)


def _stretch(first: _Local, expression: TimeExpression, anchor: Anchor) -> _Local:
    """From the beginning to the end of a printed stretch."""
    beginning, until = expression.printed, expression.until
    if until is None:
        return first
    if beginning.part in {Part.NIGHT, Part.OVERNIGHT} and not until.part and not until.clock:
        return _night_into(beginning, until, expression, anchor)
    last = _point(until, expression, anchor)
    pairs = []
    for start, _ in first.stretches:
        ends = [end for _, end in last.stretches if end > start]
        if not ends and beginning.clock and last.stretches:
            # "From 11 p.m. to 2 a.m. on Tuesday": the day may be that of either end.
            night = timedelta(days=1)
            end = last.stretches[0][1]
            if beginning.has_day:
                pairs.append((start - night, end))
            ends = [end + night]
        if ends:
            pairs.append((start, min(ends)))
    if not pairs:
        reason = first.reason if not first.stretches else "its end does not follow its beginning"
        return _Local((), Precision.SPAN, AnchorBasis.NONE, reason)
    # Of the readings of "from 2 to 3" those with the shortest stretch are meant.
    shortest = min(end - start for start, end in pairs)
    pairs = [p for p in pairs if p[1] - p[0] <= shortest * 2]
    return _Local(tuple(pairs), Precision.SPAN, first.basis, first.reason)


def _night_into(
    beginning: Printed, until: Printed, expression: TimeExpression, anchor: Anchor
) -> _Local:
    """Place "the night of Tuesday to Wednesday" and "overnight into Wednesday"."""
    days = days_of(until, anchor, expression.outlook)
    if not days.pairs:
        return _Local((), Precision.PART_OF_DAY, AnchorBasis.NONE, days.reason)
    found = [
        stretch
        for start, _ in days.pairs
        for stretch in on_day(start - timedelta(days=1), beginning, "")
    ]
    reason = days.reason + "; the night that ends on that day"
    return _Local(tuple(found), Precision.PART_OF_DAY, days.basis, reason)


def _offset(local: _Local, offset: Offset) -> _Local:
    """A printed distance to a printed time, as the stretch in which it puts the happening."""
    low, high = timedelta(seconds=offset.low), timedelta(seconds=offset.high)
    found: list[Stretch] = []
    for start, end in local.stretches:
        if offset.before:
            found.append((start - high, (end if offset.low else start) - low))
        else:
            found.append(((start if offset.low else end) + low, end + high))
    return _Local(
        tuple(found), Precision.SPAN, local.basis, local.reason + "; at the distance printed"
    )
