"""The drawn timeline and the map: what they place, what they leave out, and that they say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import hypot

from tests.brief.asked import case_with
from tests.factory import published, report, span

from twosource.brief.map_drawing import HEIGHT, WIDTH, map_of
from twosource.brief.marks import report_label
from twosource.brief.timeline_drawing import timeline_of
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.identity import ClaimId, QuestionId, ReportId
from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import (
    AnchorBasis,
    Place,
    PlaceKind,
    Precision,
    TimeRelation,
    TimeValue,
)
from twosource.reference.borders import load_borders

POST = replace(
    report("At six it burned. At nine it burned. Later it burned.", "Post"),
    published=published("2031-04-10"),
)
LABELS = {POST.id: report_label(0)}


def at(words: str, hour: int | None) -> Claim:
    where = span(POST, words)
    readings: tuple[TimeInterval, ...] = ()
    if hour is not None:
        start = datetime(2031, 4, 9, hour, tzinfo=UTC)
        readings = (TimeInterval(start, start + timedelta(hours=1), words, ZoneBasis.PLACE),)
    value = TimeValue(
        where,
        readings,
        Precision.HOUR,
        False,
        TimeRelation.AT,
        None,
        None,
        date(2031, 4, 9),
        AnchorBasis.PUBLICATION,
        "as printed",
    )
    answer = Answer(value, where, POST.id, None)
    return Claim(ClaimId(f"cl-{words}"), QuestionId("qu-1"), words, (answer,))


def timed(*claims: Claim) -> Case:
    asked = Question(
        QuestionId("qu-1"), QuestionKind.WHEN, "When did it burn?", (), claims, "one event"
    )
    case = case_with((POST,), (), (), (asked,))
    return replace(case, brief=BriefDocument("", case.reports, (), ()))


def test_bars_follow_the_times_and_reports_stand_below_the_axis() -> None:
    drawing = timeline_of(timed(at("At nine", 9), at("At six", 6)), LABELS)
    assert drawing is not None
    events = [bar for bar in drawing.bars if not bar.report]
    assert [bar.name for bar in events] == ["At six", "At nine"]
    assert events[0].x < events[1].x
    (below,) = [bar for bar in drawing.bars if bar.report]
    assert below.y > drawing.axis > max(bar.y for bar in events)


def test_a_time_without_a_day_is_left_out_and_counted() -> None:
    drawing = timeline_of(timed(at("At nine", 9), at("At six", 6), at("Later", None)), LABELS)
    assert drawing is not None
    assert drawing.left_out == 1


def test_one_time_alone_is_no_timeline() -> None:
    assert timeline_of(timed(at("At nine", 9)), LABELS) is None


def test_no_bar_leaves_the_drawing() -> None:
    drawing = timeline_of(timed(at("At nine", 9), at("At six", 6)), LABELS)
    assert drawing is not None
    for bar in drawing.bars:
        assert 0 < bar.x < bar.x + bar.width <= drawing.width
        assert bar.y < drawing.height


def far(verdict: Verdict = Verdict.HOLDS, check: str = "distance") -> Finding:
    inputs = (
        Input("from", "Lisbon (38.716, -9.133)"),
        Input("to", "Porto (41.150, -8.610)"),
        Input("measured", "274 km"),
    )
    return Finding(check, 1, verdict, (span(POST, "At six"),), inputs, "as printed")


def mapped(*findings: Finding) -> Case:
    place = Place("gn-1", "Porto", PlaceKind.CITY, "PT", 41.150, -8.610, 8.0, "Europe/Lisbon")
    frame = EventFrame((), place, "Europe/Lisbon", (), ())
    return replace(timed(), event=frame, findings=findings)


def test_a_checked_distance_is_drawn_to_scale_from_the_place_of_the_event() -> None:
    load_borders()
    drawing = map_of(mapped(far()), {ReportId(POST.id): "S1"})
    assert drawing is not None
    (leg,) = drawing.legs
    ring = max(drawing.rings, key=lambda r: r.radius)
    scale = ring.radius / int(ring.words.split()[0])
    assert abs(hypot(leg.x1 - leg.x2, leg.y1 - leg.y2) / scale - 274) < 3
    assert leg.words == "274 km measured; S1 prints “At six”"
    assert {point.name for point in drawing.points} == {"Porto", "Lisbon"}
    assert drawing.borders.startswith("M")
    assert "Natural Earth" in drawing.edition


def test_the_points_of_a_map_lie_in_it() -> None:
    drawing = map_of(mapped(far(Verdict.FAILS)), LABELS)
    assert drawing is not None
    assert drawing.legs[0].fails
    assert all(0 < p.x < WIDTH and 0 < p.y < HEIGHT for p in drawing.points)


def test_without_a_checked_distance_there_is_no_map() -> None:
    assert map_of(mapped(), LABELS) is None
    assert map_of(mapped(far(check="daylight")), LABELS) is None
    assert map_of(replace(mapped(far()), event=None), LABELS) is None
