"""Joining the atoms of one time: "shortly before 2:30 a.m." and "Wednesday", "May 3 to 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.claims.times.atoms import Atom
from twosource.claims.times.expression import Edge, Part, Printed, Reach, Unit
from twosource.model.value import ClockTime, TimeRelation

RELATIONS = {
    "before": TimeRelation.BEFORE, "prior to": TimeRelation.BEFORE,
    "ahead of": TimeRelation.BEFORE, "after": TimeRelation.AFTER, "past": TimeRelation.AFTER,
    "following": TimeRelation.AFTER, "since": TimeRelation.SINCE, "from": TimeRelation.SINCE,
    "starting": TimeRelation.SINCE, "beginning": TimeRelation.SINCE,
    "until": TimeRelation.UNTIL, "till": TimeRelation.UNTIL, "up to": TimeRelation.UNTIL,
    "by": TimeRelation.UNTIL, "through": TimeRelation.UNTIL,
    "no later than": TimeRelation.UNTIL, "not later than": TimeRelation.UNTIL,
}  # fmt: skip
HEDGE = (
    r"(?:around|about|approximately|approx\.?|roughly|circa|c\.|some time(?: around)?"
    r"|sometime(?: around)?|nearly|almost|close to|just|shortly|soon|immediately|moments|minutes"
    r"|hours|right|towards?|or so)"
)
_RELATION = "|".join(sorted(RELATIONS, key=len, reverse=True))
_GAP = re.compile(
    rf"(?:,| \()? ?(?:(?:on|at|in|of|by|during|the|from|between|{HEDGE}|before|after|early|late"
    r"|local)\b ?){0,4}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^ \([^()]*\d[^()]*\)")
_GAP_RELATION = re.compile(r"\b(?P<relation>before|after|by|until|since)\b", re.IGNORECASE)
_GAP_HEDGE = re.compile(
    r"\b(?:around|about|approximately|roughly|some ?time|nearly|almost|just|shortly|soon|minutes"
    r"|hours|moments|circa|towards?)\b|~",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r" ?(?P<mark>-|to|until|till|through|and|into|up to)"
    rf"(?: the| early| late| {HEDGE}| on)* ?",
    re.IGNORECASE,
)
_LED = re.compile(r"\b(?P<word>between|from)(?: about| around| the| early| late)*\s?$", re.I)


@dataclass(frozen=True, slots=True)
class Group:
    """Atoms that print one time, with the start of the last one for what stands before it."""

    start: int
    end: int
    printed: Printed
    until: Printed | None
    relation: TimeRelation
    approximate: bool
    last: int
    kinds: tuple[str, ...]


def groups_of(text: str, atoms: list[Atom]) -> list[Group]:
    """The times of a text: atoms joined, then joined pairs made stretches."""
    found: list[Group] = []
    asides: list[Group] = []
    for atom in atoms:
        single = Group(
            atom.start, atom.end, atom.printed, atom.until, TimeRelation.AT, False, atom.start,
            (atom.kind,),
        )  # fmt: skip
        joined = _joined(text, found[-1], single) if found else None
        if joined is not None:
            found[-1] = joined
        elif found and _is_aside(text, found[-1], atom):
            asides.append(single)
        else:
            found.append(single)
    whole = _stretches(text, [group for group in found if _stands(group)])
    return sorted(whole + asides, key=lambda group: group.start)


def _is_aside(text: str, before: Group, atom: Atom) -> bool:
    """Whether a clock is a second one in brackets: "5 a.m. (0300 GMT) on Saturday"."""
    both = atom.printed.clock is not None and before.printed.clock is not None
    return both and text[before.end : atom.start] == " (" and text.startswith(")", atom.end)


def _stands(group: Group) -> bool:
    """A bare part of the day is a time only beside a day or a clock."""
    return group.kinds not in {("tail",), ("head",)}


def _joined(text: str, first: Group, second: Group) -> Group | None:
    gap = _ASIDE.sub("", text[first.end : second.start])
    if second.kinds == ("tail",) and first.printed.part and gap == " ":
        return replace(first, end=second.end, last=second.start)
    if len(gap) > 40 or not _GAP.fullmatch(gap) or first.until is not None:
        return None
    if second.kinds == ("tail",) and gap.strip():
        return None
    if re.search(r"\bof\b", gap) and not (first.printed.part or first.printed.clock):
        return None
    printed = merged(first.printed, second.printed)
    if printed is None:
        return None
    relation = _GAP_RELATION.search(gap)
    end = second.end
    if "(" in gap and text.startswith(")", end):
        end += 1
    return Group(
        first.start,
        end,
        printed,
        second.until,
        RELATIONS[relation["relation"].lower()] if relation else first.relation,
        first.approximate or bool(_GAP_HEDGE.search(gap)),
        second.start,
        first.kinds + second.kinds,
    )


def merged(first: Printed, second: Printed) -> Printed | None:
    """Two atoms as one, or ``None`` where they say the same thing twice or do not go together."""
    for one, other in ((first, second), (second, first)):
        if (one.clock or one.part) and _too_coarse(other):
            return None
    if not _days_fit(first, second) or (first.clock and second.clock):
        return None
    if (first.part and second.part) or (first.zone and second.zone):
        return None
    if first.ordinal or second.ordinal:
        return None
    clock, half_open = _placed(
        first.clock or second.clock,
        first.half_open or second.half_open,
        first.part or second.part,
    )
    return Printed(
        clock=clock,
        half_open=half_open,
        zone=first.zone or second.zone,
        weekday=second.weekday if first.weekday is None else first.weekday,
        dates=first.dates or second.dates,
        part=first.part or second.part,
        edge=first.edge if first.edge is not Edge.WHOLE else second.edge,
        season=first.season or second.season,
        shift=first.shift or second.shift,
        reach=first.reach if first.reach is not Reach.NEAREST else second.reach,
    )


def _too_coarse(printed: Printed) -> bool:
    """Whether it names a stretch longer than a day that a time of day cannot go with."""
    if any(found.day is None for found in printed.dates) or printed.season:
        return True
    return (
        printed.shift is not None
        and printed.weekday is None
        and (printed.shift.unit is not Unit.DAY or printed.shift.whole)
    )


def _days_fit(first: Printed, second: Printed) -> bool:
    if (first.weekday is not None and second.weekday is not None) or (first.dates and second.dates):
        return False
    if first.season or second.season or (first.shift and second.shift):
        return False
    for one, other in ((first, second), (second, first)):
        if one.has_day and other.shift and other.shift.from_context:
            return False
        if one.weekday is not None and any(found.day is None for found in other.dates):
            return False
        if one.dates and other.shift and (_too_coarse(one) or other.shift.unit is not Unit.DAY):
            return False
        if one.weekday is not None and other.shift and other.shift.unit not in {
            Unit.DAY, Unit.WEEK,
        }:  # fmt: skip
            return False
    return True


def _placed(clock: ClockTime | None, half_open: bool, part: Part | None) -> tuple[
    ClockTime | None, bool
]:  # fmt: skip
    """A clock whose half of the day a part of the day settles ("2:30 in the morning")."""
    if clock is None or not half_open or part is None:
        return clock, half_open
    hour = clock.hour % 12
    late = part in {Part.AFTERNOON, Part.EVENING, Part.DUSK} or (
        part in {Part.NIGHT, Part.OVERNIGHT} and hour >= 6
    )
    return replace(clock, hour=hour + 12 if late else hour), False


def _stretches(text: str, groups: list[Group]) -> list[Group]:
    """Pairs that print a stretch: "from 5 pm to midnight", "between Monday and Friday"."""
    found: list[Group] = []
    for group in groups:
        before = found[-1] if found else None
        if before is not None and before.until is None and _is_range(text, before, group):
            found[-1] = _stretch(text, before, group)
        else:
            found.append(group)
    return found


def _is_range(text: str, first: Group, second: Group) -> bool:
    gap = text[first.end : second.start]
    match = _RANGE.fullmatch(gap)
    if match is None or second.until is not None or _order(first) != _order(second):
        return False
    led = _LED.search(text, max(0, first.last - 30), first.last) or _LED.search(
        text, max(0, first.start - 30), first.start
    )
    mark = match["mark"].lower()
    if mark == "and":
        return led is not None and led["word"].lower() == "between"
    if mark in {"to", "into", "through", "up to"} and second.printed.reach is not Reach.NEAREST:
        return led is not None
    return True


def _order(group: Group) -> str:
    """What sort of thing a stretch would run between."""
    printed = group.printed
    if printed.clock:
        return "clock"
    if printed.weekday is not None or printed.shift or printed.part:
        return "day"
    if printed.season:
        return "season"
    found = printed.dates[0] if printed.dates else None
    if found is None:
        return ""
    return "day" if found.day else "month" if found.month else "year"


def _stretch(text: str, first: Group, second: Group) -> Group:
    led = _LED.search(text, max(0, first.start - 30), first.start)
    beginning, end = first.printed, second.printed
    if not beginning.has_day and end.has_day:
        beginning = _with_day(beginning, end)
    elif not end.has_day and beginning.has_day:
        end = _with_day(end, beginning)
    if beginning.dates and end.dates and beginning.dates[0].year is None:
        year = end.dates[0].year
        beginning = replace(
            beginning, dates=tuple(replace(found, year=year) for found in beginning.dates)
        )
    if beginning.zone == "" and end.zone:
        beginning = replace(beginning, zone=end.zone)
    return Group(
        led.start() if led else first.start,
        second.end,
        beginning,
        end,
        TimeRelation.AT,
        first.approximate or second.approximate,
        first.last,
        first.kinds + second.kinds,
    )


def _with_day(printed: Printed, other: Printed) -> Printed:
    return replace(
        printed,
        weekday=other.weekday,
        dates=other.dates,
        shift=other.shift,
        reach=other.reach,
        season=other.season,
    )
