"""Editions: one article saved twice or corrected is told as one, two articles are not."""

from __future__ import annotations

import pytest

from twosource.documents.editions import address_key, editions_in
from twosource.documents.extract import reports_from
from twosource.model.original import seal
from twosource.model.report import Report

BODY = (
    "The harbour master said on Monday that the ferry had left the quay before the warning reached"
    " her. Nine sailors were hurt, the coast guard said, and two of them were taken to a hospital."
)
CORRECTED = BODY.replace("Nine", "Eleven")
OTHER = (
    "Fishermen on the breakwater told another story on Tuesday: they had heard a call for help an"
    " hour before the first boat was launched, and nobody had answered it until midnight."
)
DAM = "https://www.quay.example/2021/03/ferry?utm_source=feed#top"


def report(name: str, body: str = BODY, **headers: str) -> Report:
    lines = "".join(f"{key}: {value}\n" for key, value in headers.items())
    (found,) = reports_from(seal(name, f"{lines}\n{body}\n".encode()))
    assert isinstance(found, Report)
    return found


def files(*reports: Report) -> list[tuple[str, list[str]]]:
    return [(e.known.value, [r.file for r in e.reports]) for e in editions_in(reports)]


def test_one_address_makes_editions_whatever_the_headline():
    one = report("a.txt", title="Ferry left", url=DAM)
    two = report(
        "b.txt", CORRECTED, title="Ferry left early", url="http://quay.example/2021/03/ferry/"
    )
    assert files(one, report("c.txt", title="Other", url="https://quay.example/x"), two) == [
        ("address", ["a.txt", "b.txt"])
    ]


def test_a_page_that_changes_wholly_under_its_address_is_no_edition():
    assert (
        files(report("a.txt", title="A", url=DAM), report("b.txt", OTHER, title="B", url=DAM)) == []
    )


def test_headline_publisher_and_nearly_the_same_text_make_editions():
    head = {"title": "Ferry left early", "publisher": "Quay Watch"}
    again = {"title": "Ferry Left Early!", "publisher": "QUAY WATCH"}
    assert files(report("a.txt", **head), report("b.txt", CORRECTED, **again)) == [
        ("headline", ["a.txt", "b.txt"])
    ]
    assert files(report("a.txt", **head), report("b.txt", OTHER, **head)) == []


def test_two_outlets_with_one_text_are_two_reports():
    one = report("a.txt", title="Ferry left early", publisher="Quay Watch")
    assert files(one, report("b.txt", title="Ferry left early", publisher="Bay Post")) == []


def test_posts_of_one_channel_that_repeat_themselves_are_no_editions():
    line = f'{{"channel": "Quay", "title": "Ferry", "text": "{BODY}"}}\n'
    posts = [r for r in reports_from(seal("a.jsonl", (line * 2).encode())) if isinstance(r, Report)]
    assert len(posts) == 2
    assert files(*posts) == []


def test_three_editions_are_one_group():
    third = report("c.txt", CORRECTED.replace("two", "three"), title="Ferry", url=DAM)
    head = {"title": "Ferry", "publisher": "Quay Watch"}
    assert files(report("a.txt", **head), report("b.txt", CORRECTED, url=DAM, **head), third) == [
        ("address", ["a.txt", "b.txt", "c.txt"])
    ]


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("https://www.a.example/b", "http://a.example/b/", True),
        ("https://m.a.example/b", "https://a.example/b?fbclid=1&utm_campaign=x", True),
        ("https://a.example/b/amp", "https://a.example/b", True),
        ("https://a.example/b?id=1&utm_medium=x", "https://a.example/b?id=1", True),
        ("https://a.example/b?id=1", "https://a.example/b?id=2", False),
        ("https://a.example/b", "https://a.example/c", False),
        ("https://a.example/B", "https://a.example/b", False),
        ("https://m.example/b", "https://example/b", False),
    ],
)
def test_what_does_not_change_the_article_does_not_count_in_an_address(url, other, same):
    assert (address_key(url) == address_key(other)) is same
