"""Finding the times that a report prints, with their hedges, before anything is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.claims.times.atoms import atoms_of
from twosource.claims.times.clocks import CLOCKS
from twosource.claims.times.dates import DATES
from twosource.claims.times.expression import Offset, Outlook, Printed, TimeExpression
from twosource.claims.times.guards import is_time, outlook_of
from twosource.claims.times.joining import HEDGE, RELATIONS, Group, groups_of
from twosource.claims.times.relative import FEW, RELATIVE
from twosource.claims.times.words import NUMBER, UNIT, flat, number_of, unit_of
from twosource.language.interface import Reading
from twosource.model.report import Report, cut
from twosource.model.value import TimeRelation

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400,
    "fortnight": 14 * 86400, "weekend": 7 * 86400, "month": 30.44 * 86400,
    "year": 365.25 * 86400,
}  # fmt: skip
"""Seconds in a unit; months and years by their mean length in the Gregorian calendar."""
_BUILDERS = (*CLOCKS, *DATES, *RELATIVE)
_RELATION = "|".join(sorted(RELATIONS, key=len, reverse=True))
_HEDGED = re.compile(
    rf"(?<![\w'-])(?P<hedge>{HEDGE}|~)? ?(?P<relation>{_RELATION})?"
    r"(?P<rest> ?(?:(?:on|at|in|the|of) ){0,2})$",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?<![\w.-])(?:(?P<bound>less than|fewer than|under|within|more than|over|at least|about"
    rf"|around|nearly|almost|barely|just|roughly|some) )?(?P<count>{NUMBER}|{'|'.join(FEW)}) "
    rf"(?P<unit>{UNIT}) (?P<side>before|after|ahead of|prior to|from)"
    r"(?P<between>(?: [\w'-]+){0,12}?) $",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\b(?:to|for)(?: the)? $")
"""What stands before the day that something is set for or put off to."""
_BARE_CLOCK_ZONE = re.compile(r" ?\((?:local time|local)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a time and belongs to it."""

    start: int
    relation: TimeRelation
    approximate: bool
    offset: Offset | None = None


def times_in(report: Report, reading: Reading) -> tuple[TimeExpression, ...]:
    """The times that a report prints, in order of offset.

    Args:
        report: The report to quote from.
        reading: The parse of its readable text.

    Returns:
        Time expressions, unanchored. Ages, scores, verses, prices, names and verbs that look like
        times are left out; what is doubtful stays out.
    """
    text = flat(reading)
    atoms = [a for a in atoms_of(text, _BUILDERS) if is_time(reading, text, a)]
    floor = 0
    found: list[TimeExpression] = []
    for group in groups_of(text, atoms):
        expression = _expression(report, reading, text, group, floor)
        floor = group.end
        found.append(expression)
    return tuple(found)


def _expression(
    report: Report, reading: Reading, text: str, group: Group, floor: int
) -> TimeExpression:
    lead = _lead(text, group, floor)
    outlook = outlook_of(reading, lead.start, group.end)
    outlook = _outlook_before(group.printed, lead, outlook)
    if outlook is Outlook.PAST and _AIMED.search(text, max(0, lead.start - 8), lead.start):
        outlook = Outlook.EITHER
    zone = _BARE_CLOCK_ZONE.match(text, group.end)
    end, printed = group.end, group.printed
    if zone and printed.clock and not printed.zone:
        end, printed = zone.end(), replace(printed, zone="local time")
    return TimeExpression(
        span=cut(report, lead.start, end),
        printed=printed,
        until=group.until,
        relation=lead.relation if lead.relation is not TimeRelation.AT else group.relation,
        approximate=lead.approximate or group.approximate,
        offset=lead.offset,
        outlook=outlook,
    )


def _outlook_before(printed: Printed, lead: _Lead, outlook: Outlook) -> Outlook:
    """What happened before a day says nothing about where that day itself lies."""
    bounded = lead.relation in {TimeRelation.BEFORE, TimeRelation.UNTIL}
    if lead.offset is not None:
        bounded = lead.offset.before
    if not bounded or printed.clock:
        return outlook
    dated = any(found.day for found in printed.dates)
    if outlook is Outlook.OPEN or (outlook is Outlook.PAST and dated):
        return Outlook.EITHER
    return outlook


def _lead(text: str, group: Group, floor: int) -> _Lead:
    """Hedges, "before" and "since", and "less than a week before", read leftwards."""
    window = text[max(floor, group.start - 90) : group.start]
    shift = group.start - len(window)
    offset = _OFFSET.search(window) if group.printed != Printed() else None
    if offset:
        return _offset_lead(offset, shift)
    match = _HEDGED.search(window)
    if match is None or not (match["hedge"] or match["relation"]):
        return _Lead(group.start, TimeRelation.AT, False)
    relation = TimeRelation.AT
    if match["relation"] and not (group.until is not None):
        relation = RELATIONS[match["relation"].lower()]
    if (match["relation"] or "").lower() == "past" and not group.printed.clock:
        return _Lead(group.start, TimeRelation.AT, False)
    start = shift + match.start() + len(match.group()) - len(match.group().lstrip())
    hedge = (match["hedge"] or "").lower()
    if hedge in {"minutes", "hours", "moments", "right", "immediately"} and not match["relation"]:
        return _Lead(group.start, TimeRelation.AT, False)
    if hedge == "about" and not (group.printed.clock or _only_year(group.printed)):
        # "Asked about Wednesday's fire": what it is about, not about when.
        return _Lead(group.start, TimeRelation.AT, False)
    if hedge == "just" and not match["relation"]:
        return _Lead(group.start, TimeRelation.AT, False)
    return _Lead(start, relation, bool(hedge))


def _only_year(printed: Printed) -> bool:
    return bool(printed.dates) and printed.dates[0].month is None


def _offset_lead(match: re.Match[str], shift: int) -> _Lead:
    count, unit = match["count"].lower(), unit_of(match["unit"])
    low, high = FEW.get(count) or (number_of(count),) * 2
    scale = SECONDS[unit.value]
    bound = (match["bound"] or "").lower()
    before = match["side"].lower() not in {"after", "from"}
    if scale > 86400:
        scale = round(scale / 86400) * 86400
    least, most, approximate = float(low * scale), float(high * scale), False
    relation = TimeRelation.AT
    if bound in {"less than", "fewer than", "under", "within"}:
        least = 0.0
    elif bound in {"more than", "over", "at least"}:
        relation = TimeRelation.BEFORE if before else TimeRelation.AFTER
    elif bound:
        least, most, approximate = least * 0.75, most * 1.25, True
    return _Lead(shift + match.start(), relation, approximate, Offset(least, most, before))
