"""What each time of a report counts from: its publication, an utterance, its context, the case."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from twosource.claims.times.calendar import days_of
from twosource.claims.times.expression import Anchor, Outlook, Part, Printed, TimeExpression
from twosource.claims.times.resolve import anchored
from twosource.model.report import Report, Span
from twosource.model.statement import Statement, StatementKind
from twosource.model.time import ZoneBasis
from twosource.model.value import AnchorBasis, TimeRelation, TimeValue
from twosource.reference.zones import zone_named

_SENTENCE_END = re.compile(r"(?<!\b[ap]\.m)[.!?] |\n\n")
_REACH = 40
"""How many times back the day that the text is at is looked for."""


def times_of(
    report: Report,
    expressions: Sequence[TimeExpression],
    statements: Sequence[Statement],
    case_day: date | None = None,
    zone: str = "",
) -> tuple[TimeValue, ...]:
    """The times of a report, each anchored; see :func:`anchors_of`."""
    anchors = anchors_of(report, expressions, statements, case_day, zone)
    return tuple(anchored(e, a) for e, a in zip(expressions, anchors, strict=True))


def anchors_of(
    report: Report,
    expressions: Sequence[TimeExpression],
    statements: Sequence[Statement],
    case_day: date | None = None,
    zone: str = "",
) -> tuple[Anchor, ...]:
    """What each time of a report counts from.

    Relative words count from the report's publication; inside a quotation, from the day on which
    it was uttered, where the report prints that; in a report without a date, from the day of the
    case, where the caller knows one. A clock time without a day belongs to the nearest day that
    the same sentence or the paragraph before it prints.

    Args:
        report: The report.
        expressions: Its times, in order of offset.
        statements: Its statements.
        case_day: Local day of the case's event, for a report without a date.
        zone: IANA name of the zone that the event's clocks follow, ``""`` where it is not known.

    Returns:
        One anchor per expression.
    """
    base = _base(report, case_day, zone)
    uttered = _utterances(expressions, statements, base)
    found: list[Anchor] = []
    for index in range(len(expressions)):
        anchor = uttered.get(index, base)
        context = _context(report.text, expressions, index, anchor)
        found.append(replace(anchor, context=context))
    return tuple(found)


def _base(report: Report, case_day: date | None, zone: str) -> Anchor:
    basis = ZoneBasis.PLACE if zone_named(zone) else ZoneBasis.UNKNOWN
    zone = zone if basis is ZoneBasis.PLACE else ""
    if report.published is None:
        if case_day is None:
            return Anchor(zone=zone, zone_basis=basis, reason="the report prints no date")
        return Anchor(
            day=case_day,
            basis=AnchorBasis.CASE,
            zone=zone,
            zone_basis=basis,
            reason=f"the report prints no date; the case is of {case_day}",
        )
    day, moment = _published(report.published.at, zone)
    return Anchor(
        day=day,
        basis=AnchorBasis.PUBLICATION,
        moment=moment,
        zone=zone,
        zone_basis=basis,
        reason=f"the report was published on {day}",
    )


def _published(at: str, zone: str) -> tuple[date, datetime | None]:
    """The local day of publication, and the local moment where the zone lets it be known."""
    if len(at) <= len("2001-01-01"):
        return date.fromisoformat(at), None
    moment = datetime.fromisoformat(at)
    local = zone_named(zone) if zone else None
    if moment.tzinfo is not None and local is not None:
        moment = moment.astimezone(local)
    plain = moment.replace(tzinfo=None)
    # Without the event's zone the moment may be of another clock than the text's.
    return plain.date(), plain if local is not None or moment.tzinfo is None else None


def _utterances(
    expressions: Sequence[TimeExpression], statements: Sequence[Statement], base: Anchor
) -> dict[int, Anchor]:
    """The anchors of times inside quotations whose day of utterance is printed."""
    starts = [e.span.start for e in expressions]
    found: dict[int, Anchor] = {}
    for statement in statements:
        said = statement.said_at
        if said is None or statement.kind is StatementKind.INDIRECT:
            continue
        day = _day_said(said, expressions, base)
        if day is None:
            continue
        anchor = replace(
            base,
            day=day,
            basis=AnchorBasis.UTTERANCE,
            moment=None,
            reason=f"it stands in words said on {day}",
        )
        for part in statement.parts:
            for index in range(bisect_right(starts, part.start - 1), len(starts)):
                if starts[index] >= part.end:
                    break
                found[index] = anchor
    return found


def _day_said(said: Span, expressions: Sequence[TimeExpression], base: Anchor) -> date | None:
    """The one day that the words of an utterance's time name, counted from the report's own."""
    for expression in expressions:
        if expression.span.start < said.end and said.start < expression.span.end:
            days = days_of(_day_alone(expression.printed), base, expression.outlook)
            if days.pairs and (days.pairs[0][1] - days.pairs[0][0]).days == 1:
                return days.pairs[0][0]
    return None


def _day_alone(printed: Printed) -> Printed:
    return replace(printed, clock=None, part=None, zone="")


def _context(
    text: str, expressions: Sequence[TimeExpression], index: int, anchor: Anchor
) -> tuple[date, date] | None:
    """The day that the text is at: printed before in the paragraph, or after in the sentence.

    Where neither prints one, the only day of the paragraph before; else the only day that the
    report has printed until then.
    """
    here = expressions[index]
    mark = "\n\n" if "\n\n" in text else "\n"
    first = text.rfind(mark, 0, here.span.start)
    counted = here.printed.shift is not None and here.printed.shift.from_context
    earlier = expressions[max(0, index - _REACH) : index]
    for other in reversed(earlier):
        if other.span.start < first:
            break
        pair = _single(other, anchor)
        if pair or (counted and other.printed.has_day):
            return pair
    if counted or here.printed.has_day:
        return None
    after = _later_in_sentence(text, expressions, index, anchor)
    if after:
        return after
    paragraph = text.rfind(mark, 0, max(first, 0))
    near = [other for other in earlier if paragraph <= other.span.start < first]
    return _only_day(near, anchor) or _only_day(earlier, anchor)


def _later_in_sentence(
    text: str, expressions: Sequence[TimeExpression], index: int, anchor: Anchor
) -> tuple[date, date] | None:
    end = expressions[index].span.end
    for other in expressions[index + 1 : index + 3]:
        if _SENTENCE_END.search(text, end, other.span.start):
            return None
        pair = _single(other, anchor)
        if pair:
            return pair
    return None


def _only_day(expressions: Sequence[TimeExpression], anchor: Anchor) -> tuple[date, date] | None:
    """The one day that all of them name that look back, or ``None``."""
    days = {_single(e, anchor) for e in expressions if e.outlook is not Outlook.FUTURE} - {None}
    return days.pop() if len(days) == 1 else None


def _single(expression: TimeExpression, anchor: Anchor) -> tuple[date, date] | None:
    """The one day of a time whose words name one; for a night, the days that it may touch."""
    printed = expression.printed
    if not printed.has_day or (printed.shift is not None and printed.shift.from_context):
        return None
    if expression.relation is not TimeRelation.AT or expression.offset is not None:
        return None
    days = days_of(_day_alone(printed), anchor, expression.outlook)
    if not days.pairs or (days.pairs[0][1] - days.pairs[0][0]).days != 1:
        return None
    start, end = days.pairs[0]
    if printed.clock is None and printed.part in {Part.NIGHT, Part.OVERNIGHT}:
        both = printed.shift is None and "night of" in expression.span.quote
        return start - timedelta(days=int(both)), end + timedelta(days=1)
    return start, end
