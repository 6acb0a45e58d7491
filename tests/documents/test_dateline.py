"""A publication time rests on something printed, and is no finer than what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.documents.dateline import date_line, dateline, from_epoch, from_url, publication
from twosource.model.report import PublicationBasis
from twosource.model.time import ZoneBasis

BODY = "The harbour master said on Monday that the ferry had left the quay on time and empty."


@pytest.mark.parametrize(
    ("printed", "at", "zone"),
    [
        ("2021-03-04", "2021-03-04", ZoneBasis.UNKNOWN),
        ("2021-03-04T05:06:07+01:00", "2021-03-04T05:06:07+01:00", ZoneBasis.PRINTED),
        ("2021-03-04T05:06:07Z", "2021-03-04T05:06:07+00:00", ZoneBasis.PRINTED),
        ("2021-03-04 05:06", "2021-03-04T05:06:00", ZoneBasis.UNKNOWN),
        ("March 4, 2021", "2021-03-04", ZoneBasis.UNKNOWN),
        ("Mar. 04 2021", "2021-03-04", ZoneBasis.UNKNOWN),
        ("March 4th, 2021", "2021-03-04", ZoneBasis.UNKNOWN),
        ("4 March 2021", "2021-03-04", ZoneBasis.UNKNOWN),
        ("Thursday, 4th of March 2021, 10:15 am GMT", "2021-03-04", ZoneBasis.UNKNOWN),
        ("Published: Sept 4, 2021 at 22.10", "2021-09-04", ZoneBasis.UNKNOWN),
    ],
)
def test_a_printed_time_is_read_as_precise_as_it_is(printed, at, zone):
    found = publication(printed, PublicationBasis.HEADER)
    assert found is not None
    assert found.at == at
    assert found.interval.zone_basis is zone


@pytest.mark.parametrize(
    "printed",
    ["", "Wednesday", "March 4", "03/04/2021", "2021", "30 February 2021", "soon", "0001-01-01",
     "9999-12-31", "2021-13-01", "May 2021", "4 Maybe 2021"],
)  # fmt: skip
def test_what_names_no_day_gives_no_time(printed):
    assert publication(printed, PublicationBasis.HEADER) is None


@given(st.text(max_size=40) | st.datetimes().map(str) | st.dates().map(str))
def test_any_words_can_be_tried(printed):
    publication(printed, PublicationBasis.HEADER)
    date_line(printed)
    dateline(printed)
    from_url("https://a.example/" + printed)


@given(st.floats() | st.integers())
def test_any_number_can_be_tried(seconds):
    from_epoch(seconds, PublicationBasis.METADATA)


def test_seconds_and_milliseconds_are_told_apart():
    for number in (1614834367, 1614834367000):
        found = from_epoch(number, PublicationBasis.METADATA)
        assert found is not None
        assert found.at == "2021-03-04T05:06:07+00:00"


@pytest.mark.parametrize(
    ("url", "at"),
    [
        ("https://a.example/2021/03/04/ferry", "2021-03-04"),
        ("https://a.example/news/2021/3/4", "2021-03-04"),
        ("https://a.example/world/2021/mar/04/ferry", "2021-03-04"),
        ("https://a.example/2021-03-04-ferry", "2021-03-04"),
        ("https://a.example/2021/03/ferry", None),
        ("https://a.example/2021/13/04/ferry", None),
        ("https://a.example/?d=2021/03/04", None),
        ("https://a.example/id/12021/03/045", None),
        (None, None),
    ],
)
def test_an_address_gives_the_day_in_its_path(url, at):
    found = from_url(url)
    assert (found.at if found else None) == at


@pytest.mark.parametrize(
    ("line", "run", "printed"),
    [
        ("OSLO, March 3 (Wire) - The ferry left.", "OSLO, March 3 (Wire) - ", None),
        ("OSLO — The ferry left.", "OSLO — ", None),
        ("OSLO, May 2 - A ferry left.", "OSLO, May 2 - ", None),
        (
            "Oslo, 2 May 2021 (Wire) – “We left,” he said.",
            "Oslo, 2 May 2021 (Wire) – ",
            "2 May 2021",
        ),
        ("PORT SAINT ANN, Lowland (LPN) -- Ferries", "PORT SAINT ANN, Lowland (LPN) -- ", None),
        ("**OSLO** — The ferry left.", "**OSLO** — ", None),
        ("OSLO, Thursday (Wire) - The ferry left.", "OSLO, Thursday (Wire) - ", None),
        ("OSLO/BERGEN, March 3 - The ferry left.", "OSLO/BERGEN, March 3 - ", None),
        ("Bo Lind – The harbour master – said so.", None, None),
        ("The LPN — the harbour union — said so.", None, None),
        ("LPN — which runs the ferry — denied it.", None, None),
        ("On March 3 - A Thursday - the ferry left.", None, None),
        ("The ferry left - Nobody knows why.", None, None),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(line, run, printed):
    found = dateline(line)
    assert (line[: found[0]] if found else None) == run
    assert (found[1] if found else None) == printed


def test_a_dateline_is_furniture_and_its_full_date_counts(read, runs):
    report = read(f"Ferry left early\n\nOSLO, March 3, 2021 (Wire) - {BODY}\n\n{BODY}")
    assert runs(report, "dateline") == ["OSLO, March 3, 2021 (Wire) - "]
    assert report.published is not None
    assert (report.published.at, report.published.basis) == ("2021-03-03", "dateline")


def test_a_dateline_without_a_year_gives_no_time(read):
    assert read(f"OSLO, March 3 (Wire) - {BODY}").published is None


def test_a_date_line_near_the_top_counts(read, runs):
    report = read(f"Ferry left early\n\nMay 04, 2021\n\n{BODY}\n\n{BODY}")
    assert runs(report, "dateline") == ["May 04, 2021"]
    assert report.published is not None
    assert report.published.basis is PublicationBasis.DATELINE


def test_a_date_line_in_the_body_is_text(read):
    report = read(f"{BODY}\n\n{BODY}\n\nMay 04, 2021\n\n{BODY}")
    assert (report.published, report.regions) == (None, ())


def test_the_dates_of_a_chronology_are_not_the_reports(read):
    report = read(f"How the ferry left\n\n4 May 2021\n\n{BODY}\n\n5 May 2021\n\n{BODY}")
    assert report.published is None


def test_a_weekday_in_the_text_is_no_publication_time(read):
    assert read("The ferry left early, the master told the Post on Wednesday.").published is None


def test_the_day_of_publication_stands_before_that_of_an_update(read):
    for lines in (
        "Updated: May 5, 2021 @ 9:10 AM\n\nPublished: May 4, 2021 @ 8:00 AM",
        "Posted: Tuesday, May 4, 2021 4:25 PM EST Updated: May 5, 2021 4:25 PM EST",
    ):
        report = read(f"Ferry left early\n\n{lines}\n\n{BODY}\n\n{BODY}")
        assert report.published is not None
        assert report.published.at == "2021-05-04"


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ("The Daily Post, 10 September 2025", "2025-09-10"),
        ("By Ada Quill, Harbour Post, 10 September 2025", "2025-09-10"),
        ("Statement on the accident at Lorvik, 9 September 2025", "2025-09-09"),
        ("Harbour Post | September 9, 2025", "2025-09-09"),
    ],
)
def test_a_masthead_a_byline_or_a_heading_dates_its_report(read, head, at):
    report = read(f"Boiler bursts at mill\n\n{head}\n\n{BODY}\n")
    assert report.published is not None
    assert (report.published.at, report.title) == (at, "Boiler bursts at mill")


def test_a_masthead_above_the_title_dates_its_report(read):
    report = read(f"The Daily Post, 10 September 2025\n\nBoiler bursts at mill\n\n{BODY}\n")
    assert report.published is not None
    assert report.published.at == "2025-09-10"


@pytest.mark.parametrize(
    "line",
    [
        "The mill was opened by the king on Monday, 10 September 1925.",
        "“We remember it well: Lorvik, 10 September 1925",
        "The mill and the boiler house and the chimney beside the lake were opened, 1 May 1925",
    ],
)
def test_a_date_that_ends_a_sentence_or_a_long_line_dates_no_report(read, line):
    assert read(f"Boiler bursts at mill\n\n{line}\n\n{BODY}\n").published is None


def test_a_title_that_ends_with_a_date_does_not_date_its_report(read):
    assert read(f"The battle of Lorvik, 4 May 1945\n\n{BODY}\n").published is None
