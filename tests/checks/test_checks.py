"""Rules of the checks: three answers, each with what it rests on and how to do it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from astral import Observer
from astral.sun import elevation
from tests.factory import published, report

from twosource.engine.examination import examine
from twosource.model.finding import Finding, Verdict


def checked(text: str, day: str = "2031-04-10", *, every: bool = False) -> dict[str, Finding]:
    """The findings of one report by check; a check that gives several keeps its first.

    With ``every``, all are kept, by check and number.
    """
    told = replace(report(text, "Harbour Post", "a.txt"), published=published(day))
    found: dict[str, Finding] = {}
    for number, finding in enumerate(examine([told]).case.findings):
        found.setdefault(f"{finding.check} {number}" if every else finding.check, finding)
        assert all(span.quote in told.text for span in finding.spans)
        assert finding.inputs
        assert finding.reason
    return found


@pytest.mark.parametrize(
    ("clock", "verdict"),
    [("2 p.m.", Verdict.FAILS), ("2 a.m.", Verdict.HOLDS), ("8.15 p.m.", Verdict.CANNOT_TELL)],
)
def test_darkness_is_held_against_the_sun(clock: str, verdict: Verdict) -> None:
    text = (
        f"LISBON, April 9 - A warehouse exploded in Lisbon at {clock} on Wednesday. Crews fought "
        "the fire in the dark, and the explosion broke windows across Lisbon."
    )
    found = checked(text)["daylight"]
    assert found.verdict is verdict
    assert (found.suggestion is not None) == (verdict is Verdict.FAILS)


def test_the_sun_stands_where_the_almanac_has_it() -> None:
    """At the equinox of 20 March 2024, 12:07 UTC, the sun is overhead at 0 degrees, 0 degrees."""
    assert elevation(Observer(0.0, 0.0), datetime(2024, 3, 20, 12, 7, tzinfo=UTC)) > 89


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [("about 275 kilometres", Verdict.HOLDS), ("75 kilometres", Verdict.FAILS)],
)
def test_a_printed_distance_is_held_against_the_geodesic(printed: str, verdict: Verdict) -> None:
    text = f"A bridge collapsed on Tuesday in Porto, a city {printed} north of Lisbon, Portugal."
    found = checked(text)["distance"]
    assert found.verdict is verdict


def test_parts_that_exceed_their_total_cannot_be() -> None:
    text = (
        "Seventeen people died in the crush on Tuesday. Of the dead, nine are women, six are men "
        "and three are children."
    )
    found = checked(text)["sum"]
    assert found.verdict is Verdict.FAILS
    assert "9 + 6 + 3" in found.reason


def test_parts_that_fall_short_of_their_total_tell_nothing() -> None:
    text = (
        "Seventeen people died in the crush on Tuesday. Of the dead, nine are women and three are "
        "children."
    )
    assert checked(text)["sum"].verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("three minutes later", Verdict.FAILS), ("twelve minutes later", Verdict.HOLDS)],
)
def test_the_time_between_two_clocks_is_held_against_what_is_printed(
    words: str, verdict: Verdict
) -> None:
    text = (
        "The alarm was raised in the harbour at 7.40 p.m. on Tuesday. The valve was closed "
        f"{words}, at 7.52 p.m., and the leak stopped."
    )
    assert checked(text)["interval"].verdict is verdict


@pytest.mark.parametrize(
    ("weekday", "verdict"), [("Wednesday", Verdict.HOLDS), ("Friday", Verdict.FAILS)]
)
def test_a_weekday_has_to_fit_the_date_beside_it(weekday: str, verdict: Verdict) -> None:
    found = checked(f"The mill burned down on {weekday} 9 April 2031.")["weekday"]
    assert found.verdict is verdict


def test_a_day_after_the_report_appeared_cannot_be_when_it_happened() -> None:
    told = replace(
        report("A live wire killed a fitter in Lisbon on Thursday evening.", "Post", "a.txt"),
        published=published("2031-04-10"),
    )
    early = datetime(2031, 4, 10, 9, 0, tzinfo=UTC)
    moment = replace(published("2031-04-10").interval, start=early, end=early.replace(minute=1))
    at = replace(told.published, at="2031-04-10T09:00:00+00:00", interval=moment)
    findings = examine([replace(told, published=at)]).case.findings
    verdicts = {f.verdict for f in findings if f.check == "publication"}
    assert verdicts == {Verdict.FAILS}


def test_the_same_report_gives_the_same_findings() -> None:
    text = "Seventeen people died on Tuesday. Of the dead, nine are women and nine are men."
    assert checked(text) == checked(text)


def test_two_attributes_of_the_same_people_are_no_parts() -> None:
    text = "A mill burned on Tuesday. Three men were held. Two were locals and two were dockers."
    assert "sum" not in checked(text)
