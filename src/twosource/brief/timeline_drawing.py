"""The timeline as the page draws it: event time above the axis, report time below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from twosource.brief.lines.answers import answer_words
from twosource.brief.lines.timeline import dated
from twosource.brief.material import material_of
from twosource.model.case import Case
from twosource.model.identity import ReportId
from twosource.model.time import TimeInterval

WIDTH, NAMES, ROW, AXIS, TOP = 1040, 330, 24, 34, 8
"""Measures of the drawing in its own units: width, the column of names, a row, the axis, margin."""
MOST_ROWS = 18
"""Bars above the axis that can be followed; further ones stand in the lines only."""

_NARROWEST = 5.0
_STEPS = tuple(timedelta(hours=h) for h in (1, 2, 3, 6, 12, 24, 48, 168, 720, 8760))
_MOST_TICKS = 8
_TICK_ROOM = 90


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time: an answer or a report. ``hollow`` where versions of it collide."""

    name: str
    where: str
    x: float
    y: float
    width: float
    hollow: bool
    report: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis, with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The drawing: bars over and under an axis; ``left_out`` answers could not be placed."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    axis: float
    width: int
    height: float
    left_out: int


def timeline_of(case: Case, labels: Mapping[ReportId, str]) -> TimelineDrawing | None:
    """Draw the dated answers and the publication times; ``None`` where fewer than two can be."""
    disputed = {id_ for found in case.contradictions for s in found.sides for id_ in s.claims}
    answers = dated(material_of(case))
    placed = [(one, one.interval) for one in answers if one.interval is not None][:MOST_ROWS]
    reports = [(r, r.published.interval) for r in case.reports if r.published is not None]
    intervals = [interval for _, interval in (*placed, *reports)]
    if len(placed) < 2:
        return None
    scale = _scale(intervals)
    bars: list[Bar] = []
    for one, interval in placed:
        where = ", ".join(dict.fromkeys(labels[a.report] for a in one.claim.given))
        hollow = one.claim.id in disputed
        bars.append(_bar(answer_words(one.claim.answer), where, interval, scale, len(bars), hollow))
    axis = TOP + len(bars) * ROW + AXIS / 2
    for number, (report, interval) in enumerate(sorted(reports, key=lambda r: r[1].start)):
        y = axis + AXIS / 2 + number * ROW
        x, width = _stretch(interval, scale)
        name, where = f"{report.name}, published", labels[report.id]
        bars.append(Bar(name, where, x, y, width, hollow=False, report=True))
    height = axis + AXIS / 2 + len(reports) * ROW + TOP
    left_out = len(answers) - len(placed)
    return TimelineDrawing(tuple(bars), _ticks(scale), axis, WIDTH, height, left_out)


def _scale(intervals: Sequence[TimeInterval]) -> tuple[datetime, datetime]:
    start = min(interval.start for interval in intervals)
    end = max(interval.end for interval in intervals)
    margin = (end - start) / 40
    return start - margin, end + margin


def _position(moment: datetime, scale: tuple[datetime, datetime]) -> float:
    share = (moment - scale[0]) / (scale[1] - scale[0])
    return round(NAMES + share * (WIDTH - NAMES - TOP), 1)


def _stretch(interval: TimeInterval, scale: tuple[datetime, datetime]) -> tuple[float, float]:
    x = _position(interval.start, scale)
    return x, max(_NARROWEST, round(_position(interval.end, scale) - x, 1))


def _bar(
    name: str,
    where: str,
    interval: TimeInterval,
    scale: tuple[datetime, datetime],
    row: int,
    hollow: bool,
) -> Bar:
    x, width = _stretch(interval, scale)
    return Bar(name, where, x, TOP + row * ROW, width, hollow, report=False)


def _ticks(scale: tuple[datetime, datetime]) -> tuple[Tick, ...]:
    """Marks at round hours or days in UTC, eight at most."""
    length = scale[1] - scale[0]
    step = next((s for s in _STEPS if length / s <= _MOST_TICKS), length / _MOST_TICKS)
    moment = scale[0].replace(minute=0, second=0, microsecond=0)
    moment -= timedelta(hours=moment.hour)
    ticks: list[Tick] = []
    while moment <= scale[1]:
        if scale[0] <= moment and _position(moment, scale) < WIDTH - _TICK_ROOM:
            clock = f" {moment:%H:%M}" if step < timedelta(hours=24) else ""
            ticks.append(Tick(_position(moment, scale), f"{moment.day} {moment:%b}{clock}"))
        moment += step
    return tuple(ticks)
