"""Laws of comparing times, and of reading them whatever stands around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import published, report

from twosource.claims.times import times_compatible, times_in, times_of
from twosource.language.interface import Annotator
from twosource.model.report import cut, readable
from twosource.model.time import TimeInterval, ZoneBasis, local_time, whole_day
from twosource.model.value import (
    AnchorBasis,
    ClockTime,
    Precision,
    TimeRelation,
    TimeValue,
)

ITEM = report("the hour that is printed here")
SPAN = cut(ITEM, 0, 8)


@st.composite
def readings(draw: st.DrawFn) -> TimeInterval:
    day = date(2031, 4, 1) + timedelta(days=draw(st.integers(0, 6)))
    minutes = draw(st.integers(0, 24 * 60 - 1))
    moment = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    basis = draw(st.sampled_from(ZoneBasis))
    if basis is ZoneBasis.UNKNOWN:
        return draw(st.sampled_from([local_time(moment, "x"), whole_day(day, "x")]))
    start = moment.replace(tzinfo=UTC)
    length = timedelta(minutes=draw(st.sampled_from([1, 60, 24 * 60, 7 * 24 * 60])))
    return TimeInterval(start, start + length, "x", basis)


@st.composite
def values(draw: st.DrawFn) -> TimeValue:
    clock = draw(
        st.none() | st.builds(ClockTime, st.integers(0, 23), st.none() | st.integers(0, 59))
    )
    return TimeValue(
        span=SPAN,
        readings=tuple(draw(st.lists(readings(), max_size=3))),
        precision=draw(st.sampled_from(Precision)),
        approximate=draw(st.booleans()),
        relation=draw(st.sampled_from(TimeRelation)),
        clock=clock,
        weekday=draw(st.none() | st.integers(0, 6)),
        day=None,
        anchor=AnchorBasis.PUBLICATION,
        reason="Made up.",
    )


@given(values(), values())
def test_compatibility_is_symmetric(a: TimeValue, b: TimeValue):
    assert times_compatible(a, b) == times_compatible(b, a)


@given(values())
def test_a_time_with_readings_is_compatible_with_itself(a: TimeValue):
    if a.readings:
        assert times_compatible(a, a)


@given(values(), values(), st.integers(0, 10**6), st.integers(0, 10**6), st.data())
def test_widening_a_reading_never_makes_times_incompatible(
    a: TimeValue, b: TimeValue, before: int, after: int, data: st.DataObject
):
    if not a.readings or not times_compatible(a, b):
        return
    index = data.draw(st.integers(0, len(a.readings) - 1))
    old = a.readings[index]
    wider = replace(
        old, start=old.start - timedelta(seconds=before), end=old.end + timedelta(seconds=after)
    )
    changed = (*a.readings[:index], wider, *a.readings[index + 1 :])
    assert times_compatible(replace(a, readings=changed), b)


@given(values(), values(), readings())
def test_one_more_reading_of_the_same_kind_never_makes_times_incompatible(
    a: TimeValue, b: TimeValue, more: TimeInterval
):
    bases = {r.zone_basis for r in a.readings}
    if a.readings and more.zone_basis in bases and times_compatible(a, b):
        assert times_compatible(replace(a, readings=(*a.readings, more)), b)


PAIRS = (
    ("The weir broke around 3:20 a.m. on Thursday.", "It broke at 3:17 am on Thursday.", True),
    ("It broke at 3:20 a.m. on Thursday.", "It broke at 3:17 pm on Thursday.", False),
    ("It broke at 3:17 a.m. on Thursday.", "It broke at 3:33 am on Thursday.", False),
    ("It broke at 7 pm on Thursday.", "It broke at 7.10 pm on Thursday.", True),
    ("It broke at 7 pm on Thursday.", "It broke at 8 pm on Thursday.", False),
    ("It broke on Thursday.", "It broke at 8 pm on Thursday.", True),
    ("It broke on Wednesday.", "It broke at 8 pm on Thursday.", False),
    ("It broke on the night of 3 May.", "It broke at 1:10 a.m. on 3 May.", True),
    ("It broke on the night of 3 May.", "It broke at 1:10 a.m. on 4 May.", True),
    ("It broke on the night of 3 May.", "It broke at 1:10 p.m. on 3 May.", False),
    ("It broke overnight.", "It broke at 1:10 a.m. on 5 May.", True),
    ("It broke before 12 May.", "It broke on 3 May.", True),
    ("It broke before 3 May.", "It broke on 4 May.", False),
    ("It broke after 6 pm on Thursday.", "It broke at 6.40 pm on Thursday.", True),
    ("It broke after 6 pm on Thursday.", "It broke at 5 pm on Thursday.", False),
    ("It broke by 7.50 pm on Thursday.", "It broke at 7.15 pm on Thursday.", True),
    ("It broke at a quarter past seven.", "It broke at 7.15 pm on Thursday.", True),
    ("It broke at a quarter past seven.", "It broke at 7.45 pm on Thursday.", False),
    ("It broke at 7.15 am.", "It broke at 7.15 pm.", False),
    ("It broke at 0342 GMT on 4 May.", "It broke at 6.42 a.m. Riga time on 4 May.", True),
    ("It broke at 0342 GMT on 4 May.", "It broke at 3.42 a.m. on 4 May.", True),
    ("It broke at 0342 GMT.", "It broke at 6.42 a.m.", True),
    ("It broke from 5 pm to midnight.", "It broke at 9 pm.", True),
    ("It broke after 5 pm.", "It broke at 9 pm.", True),
    ("It broke at 5 pm GMT.", "It broke at 9 pm.", True),
    ("It broke in April.", "It broke on 12 April.", True),
    ("It broke in April.", "It broke on 2 May.", False),
    ("It broke in 2019.", "It broke in 2021.", False),
    ("It broke from 5 pm to midnight on 3 May.", "It broke at 9 pm on 3 May.", True),
    ("It broke between 2:40 and 2:55 am on 3 May.", "It broke at 3:15 am on 3 May.", False),
)


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS)
def test_two_times_are_compatible_where_both_may_be_true_of_one_happening(
    first: str, second: str, expected: bool, times: Callable[..., tuple[TimeValue, ...]]
):
    (one,) = times(first, "2023-05-05")
    (other,) = times(second, "2023-05-05")
    assert times_compatible(one, other) is expected
    assert times_compatible(other, one) is expected


AROUND = (
    "Crowds lined the quay and waved.",
    "The mayor thanked the crew.",
    "Nobody had asked the owner.",
    "A second inquiry is open; 14 people gave evidence.",
)
TOLD = (
    "The ferry left at 6.40 pm on Monday, 3 April 2031.",
    "Divers were called shortly after midnight on Tuesday.",
    "The inquiry, opened three days ago, will end by Friday.",
    "On the night of 4 April the pier burned.",
)


def read(reader: Annotator, text: str) -> list[tuple[str, tuple[TimeInterval, ...]]]:
    item = replace(report(text), published=published("2031-04-09"))
    found = times_in(item, reader.read(readable(item)))
    return [(v.span.quote, v.readings) for v in times_of(item, found, (), None, "Europe/Oslo")]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("before", AROUND)
def test_what_stands_around_a_time_does_not_change_it(
    time_reader: Annotator, told: str, before: str
):
    alone = read(time_reader, told)
    assert alone
    assert read(time_reader, f"{before} {told}\n\n{AROUND[0]}") == alone


def test_reading_is_the_same_in_any_order_of_the_reports(time_reader: Annotator):
    forward = [read(time_reader, text) for text in TOLD]
    backward = [read(time_reader, text) for text in reversed(TOLD)]
    assert forward == backward[::-1]
