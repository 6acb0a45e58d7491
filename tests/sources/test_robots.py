"""What a site forbids to programs is left alone, however its file is written."""

from __future__ import annotations

import time

import pytest

from twosource.sources.robots import delay_asked, may_ask, token_of

AGENT = "twosource/1.0 (+https://desk.example)"
PAGE = "https://news.example/world/ferry"


@pytest.mark.parametrize(
    ("robots", "may"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /world/", False),
        ("User-agent: *\nDisallow: /world/\nAllow: /world/ferry", True),
        ("User-agent: *\nDisallow: /*ferry$", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: TwoSource\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: twosource\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("<html><body>There is no such page.</body></html>", True),
        ("\x00\x01 Disallow: /", True),
    ],
)
def test_a_page_is_asked_for_where_the_site_allows_it(robots, may):
    assert may_ask(robots, PAGE, AGENT) is may


@pytest.mark.parametrize(
    ("robots", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nCrawl-delay: 999999999", 3600.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("User-agent: *\nCrawl-delay: -3", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: other\nCrawl-delay: 7", 0.0),
        ("", 0.0),
    ],
)
def test_a_site_may_ask_for_more_time_between_requests(robots, seconds):
    assert delay_asked(robots, AGENT) == seconds


def test_the_name_that_sites_know_a_program_by_is_the_first_word_of_what_it_says():
    assert [token_of(one) for one in (AGENT, "desk-reader", "1")] == [
        "twosource",
        "desk-reader",
        "1",
    ]


def test_a_file_made_to_be_slow_is_not():
    robots = (
        "User-agent: *\n" + "Disallow: /*a*b*c*d\n" * 20_000 + "Disallow: /" + "*a" * 500 + "b$"
    )
    start = time.process_time()
    assert may_ask(robots, "https://news.example/" + "ab" * 900 + "c", AGENT)
    assert time.process_time() - start < 5
