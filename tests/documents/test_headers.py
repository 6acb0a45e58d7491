"""Header lines at the start of a text say who published it, when, and under what title."""

from __future__ import annotations

import pytest

from twosource.model.report import PublicationBasis, readable

HEADED = """Publisher: The Lowland Post
published: 2021-03-04T05:06:07+01:00
TITLE: Ferry left early, passengers say
Author: Ada Quill
url: https://lowland.example/ferry

The ferry left at nine.
"""


def test_header_lines_are_read_in_any_case(read):
    report = read(HEADED)
    assert report.publisher == "The Lowland Post"
    assert report.title == "Ferry left early, passengers say"
    assert report.byline == "Ada Quill"
    assert report.url == "https://lowland.example/ferry"
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+01:00"
    assert report.published.basis is PublicationBasis.HEADER


def test_header_lines_stay_in_the_text_and_only_the_title_is_read(read, runs):
    report = read(HEADED)
    assert report.text == HEADED
    assert runs(report, "title") == ["Ferry left early, passengers say"]
    assert "".join(runs(report, "header")).startswith("Publisher: The Lowland Post")
    assert readable(report).split() == (
        "Ferry left early, passengers say The ferry left at nine.".split()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Title: a play in three acts opened here.\nThe hall was full.\n\nIt was sold out.",
        "Author: Ada Quill\n\nThe ferry left at nine.",
        "The ferry left at nine.\n\npublisher: The Lowland Post\n\nIt came back.",
        "Police: two arrested\n\nThe ferry left at nine.",
    ],
)
def test_lines_that_only_look_like_a_header_are_text(read, runs, text):
    report = read(text)
    assert runs(report, "header") == []
    assert report.publisher is None


def test_a_publication_time_that_cannot_be_read_is_not_guessed(read):
    report = read(
        "publisher: The Lowland Post\npublished: last Tuesday\n"
        "url: https://lowland.example/2021/03/05/ferry\n\nThe ferry left at nine."
    )
    assert report.published is None


def test_a_header_with_an_empty_value_says_nothing(read):
    report = read("publisher: The Lowland Post\ntitle:\n\nThe ferry left at nine.")
    assert report.title is None
    assert report.publisher == "The Lowland Post"


def test_marks_inside_a_title_are_not_words(read, runs):
    report = read("title: Ferry **left** early\n\nThe ferry left at nine.")
    assert runs(report, "title") == ["Ferry ", "left", " early"]


def test_windows_line_ends_do_not_hide_a_header(read):
    assert read("title: Ferry left\r\n\r\nIt left at nine.\r\n").title == "Ferry left"
