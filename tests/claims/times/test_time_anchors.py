from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from tests.factory import published, report, span, statement

from twosource.claims.times import anchored, anchors_of, times_in, times_of
from twosource.language.interface import Annotator
from twosource.model.report import Publication, PublicationBasis, readable
from twosource.model.statement import StatementKind
from twosource.model.time import TimeInterval, ZoneBasis, instant
from twosource.model.value import AnchorBasis, TimeValue

Times = Callable[..., tuple[TimeValue, ...]]


def starts(value: TimeValue) -> list[datetime]:
    return [reading.start for reading in value.readings]


def test_a_relative_day_counts_from_publication(times: Times):
    (value,) = times("The weir broke yesterday.", "2031-04-09", "Etc/UTC")
    assert value.anchor is AnchorBasis.PUBLICATION
    assert starts(value) == [datetime(2031, 4, 8, tzinfo=UTC)]


def test_without_any_date_a_weekday_cannot_be_told_but_stays_printed(times: Times):
    (value,) = times("The weir broke on Tuesday at 5.20 pm.")
    assert value.readings == ()
    assert value.anchor is AnchorBasis.NONE
    assert value.weekday == 1
    assert value.clock is not None
    assert "prints no date" in value.reason


def test_inside_a_quotation_a_relative_day_counts_from_the_utterance(time_reader: Annotator):
    text = 'On Sunday the warden said: "The weir broke last night." It was rebuilt last night.'
    item = replace(report(text), published=published("2031-04-09"))
    told = replace(
        statement(
            item, "the warden", "said", "The weir broke last night", kind=StatementKind.DIRECT
        ),
        said_at=span(item, "Sunday"),
    )
    found = times_in(item, time_reader.read(readable(item)))
    _, quoted, own = times_of(item, found, (told,), None, "Etc/UTC")
    assert quoted.anchor is AnchorBasis.UTTERANCE
    assert str(quoted.day) == "2031-04-05"
    assert own.anchor is AnchorBasis.PUBLICATION
    assert str(own.day) == "2031-04-08"


def test_a_clock_time_belongs_to_the_day_of_its_paragraph(times: Times):
    text = (
        "On 3 April 2031 the weir broke.\n\nDivers came at 6 pm.\n\nOn 5 April they left at 7 pm."
    )
    _, came, _, left = times(text, "2031-04-09", "Etc/UTC")
    assert came.anchor is AnchorBasis.CONTEXT
    assert (str(came.day), str(left.day)) == ("2031-04-03", "2031-04-05")


def test_a_clock_time_after_several_days_in_other_paragraphs_has_no_day(times: Times):
    text = "On 3 April 2031 the weir broke. On 5 April it was shut.\n\nDivers came at 6 pm."
    *_, came = times(text, "2031-04-09", "Etc/UTC")
    assert came.readings == ()
    assert came.clock is not None


def test_a_time_after_publication_is_kept_and_said(time_reader: Annotator):
    at = datetime(2031, 4, 7, 9, 30, tzinfo=UTC)
    day = Publication(at.isoformat(), instant(at, "x"), PublicationBasis.METADATA)
    item = replace(report("The weir broke on Monday evening."), published=day)
    found = times_in(item, time_reader.read(readable(item)))
    (value,) = times_of(item, found, (), None, "Etc/UTC")
    assert str(value.day) == "2031-04-07"
    assert "after the publication at 09:30" in value.reason


def test_publication_in_utc_is_the_day_of_the_events_zone(time_reader: Annotator):
    at = datetime(2031, 4, 7, 20, 0, tzinfo=UTC)
    day = Publication(at.isoformat(), instant(at, "x"), PublicationBasis.METADATA)
    item = replace(report("The weir broke today."), published=day)
    found = times_in(item, time_reader.read(readable(item)))
    (value,) = times_of(item, found, (), None, "Asia/Tokyo")
    assert str(value.day) == "2031-04-08"


def test_a_weekday_and_a_date_that_disagree_are_both_kept(times: Times):
    (value,) = times("The weir broke on Tuesday, 9 April 2031.", "2031-04-20", "Etc/UTC")
    assert starts(value) == [datetime(2031, 4, 9, tzinfo=UTC), datetime(2031, 4, 8, tzinfo=UTC)]
    assert "do not agree" in value.reason


def test_the_night_of_a_date_may_begin_or_end_on_it(times: Times):
    (value,) = times("The weir broke on the night of 9 April 2031.", "2031-04-20", "Etc/UTC")
    assert [start.day for start in starts(value)] == [9, 8]


def test_an_unknown_zone_gives_an_interval_that_holds_the_time_in_every_zone(times: Times):
    (value,) = times("The weir broke at 5 pm on 9 April 2031.", "2031-04-20")
    (reading,) = value.readings
    assert reading.zone_basis is ZoneBasis.UNKNOWN
    assert reading.start == datetime(2031, 4, 9, 3, 0, tzinfo=UTC)
    assert reading.end == datetime(2031, 4, 10, 5, 1, tzinfo=UTC)


def test_a_zone_named_by_a_place_is_looked_up_by_the_anchor_first(time_reader: Annotator):
    item = report("The weir broke at 5 pm Tallbridge time on 9 April 2031.")
    found = times_in(item, time_reader.read(readable(item)))
    (anchor,) = anchors_of(item, found, ())
    unknown = anchored(found[0], anchor)
    known = anchored(found[0], replace(anchor, places=(("tallbridge", "Asia/Tokyo"),)))
    assert unknown.readings[0].zone_basis is ZoneBasis.UNKNOWN
    assert "Tallbridge is not known" in unknown.reason
    assert known.readings == (
        TimeInterval(
            datetime(2031, 4, 9, 8, 0, tzinfo=UTC),
            datetime(2031, 4, 9, 8, 1, tzinfo=UTC),
            known.span.quote,
            ZoneBasis.PRINTED,
        ),
    )


def test_every_span_quotes_its_report(times: Times):
    text = "At  about\u00a05\u202fpm on\nThursday – 3 May – the weir broke,  “last night”."
    for value in times(text, "2031-05-04", "Etc/UTC"):
        assert text[value.span.start : value.span.end] == value.span.quote
