"""Which local days, months or years the printed parts of a time mean, counted from an anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.claims.times.expression import (
    Anchor,
    CalendarDate,
    Edge,
    Outlook,
    Printed,
    Reach,
    Shift,
    Unit,
)
from twosource.claims.times.zones import southern
from twosource.model.value import AnchorBasis, Precision

_NEAR = 60
"""Days ahead within which a month and day without a year may lie ahead though no verb says so."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


@dataclass(frozen=True, slots=True)
class Days:
    """Local days as half-open pairs, the likeliest first, with what supplied them and why."""

    pairs: tuple[tuple[date, date], ...]
    precision: Precision
    basis: AnchorBasis
    reason: str


def days_of(printed: Printed, anchor: Anchor, outlook: Outlook) -> Days:
    """The days that a time may mean; no pairs where its words and its anchor cannot tell."""
    if printed.ordinal is not None:
        return _none(Precision.SPAN, "its count begins at a day that is not printed")
    if printed.season:
        return _season(printed, anchor)
    if printed.dates:
        return _dates(printed, anchor, outlook)
    if printed.shift is not None:
        return _shifted(printed, _weekend(printed.shift, anchor, outlook), anchor)
    if printed.weekday is not None:
        return _weekday(printed, printed.weekday, anchor, outlook)
    if anchor.context is not None:
        return _in_context(printed, anchor.context)
    return _none(Precision.DAY, "no day is printed near it")


def _in_context(printed: Printed, context: tuple[date, date]) -> Days:
    """The day that the text is at; of a night, the days that a clock time of it can fall on."""
    days = [context[0] + timedelta(days=n) for n in range((context[1] - context[0]).days)]
    if len(days) > 1 and printed.clock is not None and not printed.half_open:
        days = days[1:] if printed.clock.hour < 12 else days[:-1]
    pairs = tuple(_one(day) for day in days)
    return Days(pairs, Precision.DAY, AnchorBasis.CONTEXT, "on the day that the text is at")


def _none(precision: Precision, reason: str) -> Days:
    return Days((), precision, AnchorBasis.NONE, reason)


def _one(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1)


def month_pair(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """The first day of a month and the first day after so many months."""
    count = year * 12 + month - 1
    return _month_start(count), _month_start(count + months)


def _month_start(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


def part_of(pair: tuple[date, date], edge: Edge) -> tuple[date, date]:
    """The early, middle or late part of a stretch longer than a day: 45, 50 and 45 per cent.

    The parts overlap, as their use does.
    """
    start, end = pair
    days = (end - start).days
    if edge is Edge.WHOLE or days < 3:
        return pair
    if edge is Edge.EARLY:
        return start, start + timedelta(days=round(days * 0.45))
    if edge is Edge.LATE:
        return end - timedelta(days=round(days * 0.45)), end
    return start + timedelta(days=days // 4), end - timedelta(days=days // 4)


def _dates(printed: Printed, anchor: Anchor, outlook: Outlook) -> Days:
    found = printed.dates[0]
    if found.month is None:
        return _year(printed, found)
    if found.day is None:
        return _month(printed, found, anchor, outlook)
    pairs: list[tuple[date, date]] = []
    basis, notes = AnchorBasis.PRINTED, []
    for candidate in printed.dates:
        days = _full(candidate, anchor, outlook)
        if candidate.year is None:
            basis = anchor.basis
            notes.append("its year is the nearest to the anchor that fits")
        pairs += [_one(day) for day in days]
    if not pairs:
        return _none(Precision.DAY, "no year is printed and " + anchor.reason)
    if len(printed.dates) > 1:
        pairs = _not_ahead(pairs, anchor, outlook)
        notes.append("the order of its digits is not clear")
    if printed.weekday is not None:
        pairs, note = _with_weekday(pairs, printed.weekday)
        notes += [note] if note else []
    reason = "; ".join(dict.fromkeys(notes)) or "its date is printed"
    return Days(tuple(pairs), Precision.DAY, basis, reason)


def _full(found: CalendarDate, anchor: Anchor, outlook: Outlook) -> list[date]:
    """The days of a month and a day, in its printed year or in the years around the anchor."""
    month, day = found.month or 1, found.day or 1
    if found.year is not None:
        return [date(found.year, month, day)]
    if anchor.day is None:
        return []
    here = anchor.day
    around = [_safe(here.year + step, month, day) for step in range(-4, 5)]
    near = [d for d in around if d is not None]
    past = [d for d in near if d <= anchor.day][-1:]
    ahead = [d for d in near if d >= anchor.day][:1]
    if anchor.basis is AnchorBasis.CASE:
        return [min(near, key=lambda d: abs((d - here).days))] if near else []
    if outlook is Outlook.FUTURE:
        return ahead
    if outlook is Outlook.PAST:
        return past
    return _nearest(here, past, ahead)


def _nearest(here: date, past: list[date], ahead: list[date]) -> list[date]:
    """The past one; the one ahead where it is near, alone where it is far nearer."""
    if not past or not ahead:
        return past or ahead
    before, after = (here - past[0]).days, (ahead[0] - here).days
    if after > _NEAR:
        return past
    return ahead if after * 4 < before else list(dict.fromkeys(past + ahead))


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _not_ahead(
    pairs: list[tuple[date, date]], anchor: Anchor, outlook: Outlook
) -> list[tuple[date, date]]:
    """Leave out a reading that lies ahead of the anchor of something that has happened."""
    if anchor.day is None or outlook is not Outlook.PAST:
        return pairs
    return [pair for pair in pairs if pair[0] <= anchor.day] or pairs


def _with_weekday(
    pairs: list[tuple[date, date]], weekday: int
) -> tuple[list[tuple[date, date]], str]:
    """Readings that fit a weekday; where none does, both what the date and the weekday say."""
    fitting = [pair for pair in pairs if pair[0].weekday() == weekday]
    if fitting:
        return fitting, ""
    day = pairs[0][0]
    step = (weekday - day.weekday() + 3) % 7 - 3
    nearest = _one(day + timedelta(days=step))
    return [*pairs, nearest], "its weekday and its date do not agree; both readings are kept"


def _year(printed: Printed, found: CalendarDate) -> Days:
    year = found.year or 0
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _none(Precision.YEAR, "its year is not one")
    pair = date(year, 1, 1), date(year + found.years, 1, 1)
    precision = Precision.YEAR if found.years == 1 else Precision.SPAN
    return Days(
        (part_of(pair, printed.edge),), precision, AnchorBasis.PRINTED, "its year is printed"
    )


def _month(printed: Printed, found: CalendarDate, anchor: Anchor, outlook: Outlook) -> Days:
    month = found.month or 1
    if found.year is not None:
        pair = part_of(month_pair(found.year, month), printed.edge)
        return Days((pair,), Precision.MONTH, AnchorBasis.PRINTED, "its month is printed")
    if anchor.day is None:
        return _none(Precision.MONTH, "no year is printed and " + anchor.reason)
    here = anchor.day
    past = here.year if month <= here.month else here.year - 1
    ahead = here.year if month >= here.month else here.year + 1
    years = [past]
    if printed.reach is Reach.NEXT or outlook is Outlook.FUTURE:
        years = [ahead + 1 if printed.reach is Reach.NEXT and ahead == past else ahead]
    elif printed.reach is Reach.LAST and month == here.month:
        years = [past - 1]
    elif printed.reach is Reach.THIS:
        years = [here.year]
    elif outlook is Outlook.EITHER and ahead != past:
        years = [ahead, past]
    pairs = tuple(part_of(month_pair(year, month), printed.edge) for year in years)
    return Days(pairs, Precision.MONTH, anchor.basis, "its year is the nearest that fits")


def _season(printed: Printed, anchor: Anchor) -> Days:
    """Three whole months, by the meteorologists' use; a winter's year may be either of its two."""
    first = _SEASONS[printed.season]
    if southern(anchor.zone):
        first = (first + 5) % 12 + 1
    year = printed.dates[0].year if printed.dates else None
    note = "" if anchor.zone else "; seasons are those of the northern hemisphere"
    if year is not None:
        years = [year, year - 1] if first == 12 else [year]
        basis = AnchorBasis.PRINTED
    elif anchor.day is None:
        return _none(Precision.SEASON, "no year is printed and " + anchor.reason)
    else:
        years, basis = [_season_year(first, anchor.day, printed.reach)], anchor.basis
    pairs = tuple(part_of(month_pair(year, first, 3), printed.edge) for year in years)
    return Days(pairs, Precision.SEASON, basis, "a season of three months" + note)


def _season_year(first: int, here: date, reach: Reach) -> int:
    """The year in which the season meant begins."""
    for year in (here.year, here.year - 1, here.year - 2):
        start, end = month_pair(year, first, 3)
        running = start <= here < end
        if running or (start <= here and end <= here):
            if reach is Reach.LAST and running:
                return year - 1
            return year + 1 if reach is Reach.NEXT or (
                reach is Reach.THIS and not running and start.year < here.year
            ) else year  # fmt: skip
    return here.year


def _weekday(printed: Printed, weekday: int, anchor: Anchor, outlook: Outlook) -> Days:
    if anchor.day is None:
        return _none(Precision.DAY, "only a weekday is printed and " + anchor.reason)
    here = anchor.day
    back = (here.weekday() - weekday) % 7
    past, ahead = here - timedelta(days=back), here + timedelta(days=-back % 7)
    if anchor.basis is AnchorBasis.CASE:
        near = past if back <= 3 else ahead
        return Days((_one(near),), Precision.DAY, anchor.basis, "the nearest such weekday to it")
    if printed.reach is Reach.LAST:
        days = [past - timedelta(days=7)] if back == 0 else [past, past - timedelta(days=7)]
    elif printed.reach is Reach.NEXT:
        days = [ahead + timedelta(days=7)] if back == 0 else [ahead, ahead + timedelta(days=7)]
    elif printed.reach is Reach.THIS:
        monday = here - timedelta(days=here.weekday())
        days = [monday + timedelta(days=weekday)]
    elif outlook is Outlook.FUTURE:
        days = [ahead]
    elif outlook is Outlook.EITHER:
        days = list(dict.fromkeys([ahead, past]))
    else:
        days = [past]
    which = "the last such weekday" if days[0] <= here else "the next such weekday"
    return Days(tuple(_one(d) for d in days), Precision.DAY, anchor.basis, f"{which} from it")


def _weekend(shift: Shift, anchor: Anchor, outlook: Outlook) -> Shift:
    """This weekend is the last one where the verb looks back and the week is still running."""
    running = anchor.day is not None and anchor.day.weekday() < 5
    if shift.unit is Unit.WEEKEND and shift.low == 0 and running and outlook is Outlook.PAST:
        return replace(shift, low=-1, high=-1)
    return shift


def _shifted(printed: Printed, shift: Shift, anchor: Anchor) -> Days:
    here, basis = anchor.day, anchor.basis
    reason = "counted from the anchor"
    if shift.from_context:
        context = anchor.context
        # The day after a night is the day after the one on which it began.
        here = context[0] if context and (context[1] - context[0]).days <= 2 else None
        basis, reason = AnchorBasis.CONTEXT, "counted from the day that the text is at"
        if here is None:
            return _none(_precision(shift), "it counts from a day that is not printed near it")
    if here is None:
        return _none(_precision(shift), anchor.reason)
    if basis is AnchorBasis.CASE:
        # That the event was on a day does not tell on which day somebody wrote "this morning".
        return _none(_precision(shift), "it counts from the report's own day, which is not printed")
    if shift.unit is Unit.WEEK and printed.weekday is not None:
        monday = here - timedelta(days=here.weekday()) + timedelta(weeks=shift.low)
        day = monday + timedelta(days=printed.weekday)
        return Days((_one(day),), Precision.DAY, basis, "that weekday of the week named")
    pair = shifted_pair(here, shift)
    if pair is None:
        return _none(_precision(shift), "it lies outside the calendar")
    pair = part_of(pair, printed.edge)
    return Days((pair,), _precision(shift), basis, reason)


def _precision(shift: Shift) -> Precision:
    if shift.whole or shift.low != shift.high:
        return Precision.SPAN
    named = {Unit.DAY: Precision.DAY, Unit.WEEK: Precision.WEEK,
             Unit.FORTNIGHT: Precision.WEEK, Unit.WEEKEND: Precision.WEEK,
             Unit.MONTH: Precision.MONTH, Unit.YEAR: Precision.YEAR}  # fmt: skip
    return named.get(shift.unit, Precision.HOUR)


def shifted_pair(here: date, shift: Shift) -> tuple[date, date] | None:
    """The days at a distance from a day; ``None`` where the calendar ends before them."""
    try:
        return _pair(here, shift)
    except (ValueError, OverflowError):
        return None


def _pair(here: date, shift: Shift) -> tuple[date, date]:
    low, high = shift.low, shift.high
    if shift.unit is Unit.FORTNIGHT:
        return _pair(here, replace(shift, unit=Unit.WEEK, low=low * 2, high=high * 2))
    if shift.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
        hours = {Unit.SECOND: 3600, Unit.MINUTE: 60, Unit.HOUR: 1}[shift.unit]
        days = (low // hours // 24, -(-high // hours // 24))
        return here + timedelta(days=min(days[0], 0)), here + timedelta(days=max(days[1], 0) + 1)
    if shift.unit is Unit.DAY:
        return here + timedelta(days=low), here + timedelta(days=high + 1)
    if shift.unit is Unit.WEEKEND:
        saturday = here + timedelta(days=5 - here.weekday(), weeks=low)
        return saturday, saturday + timedelta(days=2)
    if shift.whole:
        return _whole(here, shift)
    if shift.unit is Unit.WEEK:
        return _weeks(here, low, high)
    months = 12 if shift.unit is Unit.YEAR else 1
    count = here.year * 12 + (0 if months == 12 else here.month - 1)
    return _month_start(count + low * months), _month_start(count + (high + 1) * months)


def _whole(here: date, shift: Shift) -> tuple[date, date]:
    days = {Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}[shift.unit]
    return here + timedelta(days=shift.low * days), here + timedelta(days=shift.high * days + 1)


def _weeks(here: date, low: int, high: int) -> tuple[date, date]:
    """Calendar weeks from Sunday to the Sunday after, since weeks begin on either day."""
    sunday = here - timedelta(days=here.weekday() + 1)
    return sunday + timedelta(weeks=low), sunday + timedelta(weeks=high, days=8)
