"""Feeds are asked for what changed, as often as their sites allow, and told apart from pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.watch.sites import (
    CRANE,
    FERRY,
    START,
    round_of,
    rss,
    scripted,
    site,
    story,
    tagged,
    tools_on,
    watching,
)
from tests.sources.loopback import answer, moved

from twosource.engine.archive.desk import archive_standing, search_archive
from twosource.engine.watch.feeds import Polled
from twosource.engine.watch.pages import Page
from twosource.engine.watch.rounds import TakenIn, rest_left, watch_round
from twosource.engine.watch.world import seconds_asked

FEED = rss(
    ("/ferry", "Ferry aground off Skarholm", "A ferry ran onto rocks."),
    ("/crane", "Crane falls in Holzau", "A crane fell into the basin."),
)


def two_stories(made, server) -> None:
    base = server.url("").rstrip("/")
    made.pages["/feed"] = tagged(rss(
        ("/ferry", "Ferry aground off Skarholm", "A ferry ran onto rocks."),
        ("/crane", "Crane falls in Holzau", "A crane fell into the basin."),
        base=base,
    ), '"1"')  # fmt: skip
    made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", FERRY))
    made.pages["/crane"] = answer(story("Crane falls in Holzau", "2031-04-08", CRANE))


def polled(happened) -> list[Polled]:
    return [one for one in happened if isinstance(one, Polled)]


def problems(happened) -> list[str]:
    found = [p for one in polled(happened) for p in one.problems]
    found += [one.problem for one in happened if isinstance(one, Page) and one.problem]
    return [f"{one.what}; {one.remedy}" for one in found]


def test_a_feed_gives_the_pages_that_it_names_and_says_once_that_nothing_is_new(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        how = watching(made, server)
        first = round_of(tmp_path / "news", how, server.url("/feed"))
        assert [(one.title, one.queued) for one in polled(first)] == [("Coast Wire", 2)]
        (taken,) = [one for one in first if isinstance(one, TakenIn)]
        assert (taken.originals, taken.reports, taken.unreadable) == (2, 2, ())
        made.clock.time += 900
        again = round_of(tmp_path / "news", how)
        assert [(one.changed, one.queued) for one in polled(again)] == [(False, 0)]
        assert server.headers["if-none-match"] == '"1"'
        assert [made.count(path) for path in ("/feed", "/ferry", "/crane")] == [2, 1, 1]
    (hit,) = search_archive(tmp_path / "news", "Orrey", 9)
    assert hit.entry.name == "news.example/ferry.warc.gz#2"
    kept = list((tmp_path / "news/feeds/news.example/feed").iterdir())
    assert [path.name.endswith(".warc.gz") for path in kept] == [True]


def test_a_feed_is_not_asked_before_its_time(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        how = watching(made, server)
        round_of(tmp_path / "news", how, server.url("/feed"))
        asked = made.count("/feed")
        assert round_of(tmp_path / "news", how) == []
        with tools_on(tmp_path / "news", how) as tools:
            assert 0 < rest_left(tools) <= 900
        assert made.count("/feed") == asked


def test_a_host_is_asked_no_more_often_than_the_rate_and_its_own_wish_allow(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 11\n")
        round_of(tmp_path / "news", watching(made, server, rate=3.0), server.url("/feed"))
        paths = [path for path, _ in made.times]
        assert paths == ["/robots.txt", "/feed", "/ferry", "/crane"]
        moments = [moment - START for _, moment in made.times]
        assert moments == [0.0, 3.0, 14.0, 25.0]


def test_a_host_that_wants_an_hour_between_requests_holds_up_no_other(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        base = server.url("", "other.example").rstrip("/")
        made.pages["/feed"] = answer(
            rss(("/moved", "Ferry", "A ferry."), ("/crane", "C", "D"), base=base)
        )
        made.pages["/moved"] = moved("/ferry")
        made.pages["/robots.txt"] = scripted(
            lambda headers: answer(
                b"User-agent: *\nCrawl-delay: 3600\n" if "other" in headers["host"] else b""
            )
        )
        how = watching(made, server)
        with tools_on(tmp_path / "news", how, server.url("/feed")) as tools:
            for _ in range(6):
                list(watch_round(tools, how))
                assert max(made.clock.waited) <= 60
                made.clock.time += rest_left(tools)
        assert (made.count("/moved"), made.count("/ferry"), made.count("/crane")) == (1, 1, 1)
        moments = dict(made.times)
        assert moments["/crane"] - moments["/ferry"] >= 3540


def test_what_robots_txt_forbids_is_not_asked_for_and_kept_as_the_feed_told_it(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/robots.txt"] = answer(b"User-agent: twosource\nDisallow: /ferry\n")
        happened = round_of(tmp_path / "news", watching(made, server), server.url("/feed"))
        assert made.count("/ferry") == 0
        assert problems(happened) == [
            "is forbidden to programs by its site's /robots.txt; kept as its feed told it"
        ]
    (hit,) = search_archive(tmp_path / "news", "rocks", 9)
    assert hit.entry.name == "news.example/ferry.jsonl#1"
    assert hit.text == "Ferry aground off Skarholm\n\nA ferry ran onto rocks."


def test_a_feed_that_is_forbidden_is_not_asked_for(tmp_path: Path):
    with site() as (made, server):
        made.pages["/feed"] = answer(FEED)
        made.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /\n")
        happened = round_of(tmp_path / "news", watching(made, server), server.url("/feed"))
        assert made.count("/feed") == 0
        assert polled(happened)[0].failed
        assert "forbidden to programs" in problems(happened)[0]


def test_while_robots_txt_cannot_be_had_nothing_of_the_site_is_asked_for(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/robots.txt"] = answer(status="503 Service Unavailable")
        how = watching(made, server)
        assert polled(round_of(tmp_path / "news", how, server.url("/feed")))[0].failed
        assert made.count("/feed") == 0
        made.pages["/robots.txt"] = answer(status="404 Not Found")
        made.clock.time += 3600
        assert polled(round_of(tmp_path / "news", how))[0].queued == 2


def test_robots_txt_is_asked_for_once_a_day(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        how = watching(made, server)
        for _ in range(3):
            round_of(tmp_path / "news", how, server.url("/feed"))
            made.clock.time += 900
        assert made.count("/robots.txt") == 1
        made.clock.time += 86_400
        round_of(tmp_path / "news", how)
        assert made.count("/robots.txt") == 2


def test_a_server_that_is_too_busy_is_left_alone_as_long_as_it_asks(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        calm = made.pages["/feed"]
        made.pages["/feed"] = answer(status="429 Too Many Requests", Retry_After="7200")
        how = watching(made, server)
        (failed,) = polled(round_of(tmp_path / "news", how, server.url("/feed")))
        assert (failed.failed, failed.problems[0].what) == (True, "answers 429 Too Many Requests")
        made.pages["/feed"] = calm
        made.clock.time = START + 7000
        assert round_of(tmp_path / "news", how) == []
        made.clock.time = START + 7300
        assert polled(round_of(tmp_path / "news", how))[0].queued == 2


def test_a_feed_that_fails_is_asked_less_and_less_often_and_as_before_once_it_answers(
    tmp_path: Path,
):
    with site() as (made, server):
        made.pages["/feed"] = answer(status="500 Broken")
        how = watching(made, server)
        waits = []
        for _ in range(9):
            round_of(tmp_path / "news", how, server.url("/feed"))
            with tools_on(tmp_path / "news", how) as tools:
                waits.append(round(tools.queue.feeds()[0].due - made.clock.time))
            made.clock.time += waits[-1]
        assert waits == [1800, 3600, 7200, 14400, 28800, 57600, 86400, 86400, 86400]
        two_stories(made, server)
        assert polled(round_of(tmp_path / "news", how))[0].queued == 2
        with tools_on(tmp_path / "news", how) as tools:
            (feed,) = tools.queue.feeds()
            assert (feed.failures, feed.problem) == (0, "")


def test_a_network_that_is_away_is_looked_for_within_the_hour(tmp_path: Path):
    with site() as (made, server):
        how = watching(made, server)
        nowhere = "http://nowhere.example/feed"
        for _ in range(9):
            (failed,) = polled(round_of(tmp_path / "news", how, nowhere))
            assert "is not found" in failed.problems[0].what
            made.clock.time += 3600


def test_a_feed_that_is_gone_for_good_is_asked_no_more_unless_it_is_named_again(tmp_path: Path):
    with site() as (made, server):
        made.pages["/feed"] = answer(status="410 Gone")
        how = watching(made, server)
        happened = round_of(tmp_path / "news", how, server.url("/feed"))
        assert "it is gone for good; it is not asked any more" in problems(happened)[0]
        made.clock.time += 90_000
        assert round_of(tmp_path / "news", how) == []
        two_stories(made, server)
        assert polled(round_of(tmp_path / "news", how, server.url("/feed")))[0].queued == 2


def test_an_address_that_answers_a_page_is_told_with_the_feeds_that_the_page_names(tmp_path: Path):
    html = (
        b"<!doctype html><html><head><title>Coast Wire</title>"
        b'<link rel="alternate" type="application/rss+xml" title="World" href="/world.xml">'
        b'<link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="a.atom">'
        b'<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
        b'<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/s.css">'
        b"</head><body><p>News.</p></body></html>"
    )
    with site() as (made, server):
        made.pages["/news/"] = answer(html, Content_Type="text/html")
        made.pages["/plain"] = answer(b"<html><body>None here.</body></html>")
        made.pages["/text"] = answer(b"news", Content_Type="text/plain")
        urls = [server.url(path) for path in ("/news/", "/plain", "/text")]
        happened = round_of(tmp_path / "news", watching(made, server), *urls)
        assert problems(happened) == [
            f"is a web page, not a feed; it names {server.url('/world.xml')} (World), "
            f"{server.url('/news/a.atom')}; watch one of these instead",
            "is a web page, not a feed; name the address of the feed itself",
            "is no RSS or Atom feed; name the address of the feed itself",
        ]


@pytest.mark.parametrize(
    "body",
    [
        rss(("http://news.example/a", "A", "B")).replace(b"Tue, 08 Apr 2031", b"Tor, 88 Xyz 20"),
        rss(("http://news.example/a", "A &nbsp; &bogus; &#0; B", "&lt;b&gt;C &mdash;")),
        rss(("http://news.example/a", "A", "B"))[:-30],
        rss(("http://news.example/a", "A", "B")).decode().encode("utf-16"),
        b"<?xml version='1.0' encoding='no-such'?>" + rss(("http://news.example/a", "A", "B"))[21:],
        rss(*(("http://news.example/a", f"A{n}", "B") for n in range(3))),
        rss(("http://10.0.0.1/secret", "A", "B"), ("file:///etc/passwd", "A2", "B")),
        rss(("http://[::1/", "A", "B")),
        rss(),
        b"",
    ],
    ids=["date", "entities", "cut", "utf-16", "encoding", "one address thrice", "inside", "broken",
         "empty", "nothing"],
)  # fmt: skip
def test_a_feed_that_is_broken_stops_nothing(body: bytes, tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/bad"] = answer(body)
        urls = [server.url("/bad"), server.url("/feed")]
        happened = round_of(tmp_path / "news", watching(made, server), *urls)
        assert any(one.queued == 2 for one in polled(happened))
        assert set(server.asked) <= {"/robots.txt", "/bad", "/feed", "/ferry", "/crane", "/a"}
    assert archive_standing(tmp_path / "news").counts["reports"] >= 2


def test_a_page_that_is_gone_is_kept_as_its_feed_told_it(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        del made.pages["/ferry"]
        happened = round_of(tmp_path / "news", watching(made, server), server.url("/feed"))
        assert problems(happened) == ["answers 404 Not Found; kept as its feed told it"]
    assert archive_standing(tmp_path / "news").counts["reports"] == 2


def test_a_page_that_fails_is_asked_for_again_before_it_is_given_up(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/ferry"] = answer(status="502 Bad Gateway")
        how = watching(made, server)
        seen: list[str] = []
        for _ in range(8):
            seen += problems(round_of(tmp_path / "news", how, server.url("/feed")))
            made.clock.time += 7200
        assert made.count("/ferry") == 6
        assert seen == ["answers 502 Bad Gateway, for the 6th time; kept as its feed told it"]


def test_an_entry_that_is_told_anew_is_fetched_again_and_kept_if_its_text_changed(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        how = watching(made, server)
        round_of(tmp_path / "news", how, server.url("/feed"))
        base = server.url("").rstrip("/")
        for text in ("A ferry ran onto rocks. Three are hurt.", "A ferry ran aground."):
            made.clock.time += 7200
            made.pages["/feed"] = answer(rss(("/ferry", "Ferry aground", text), base=base))
            round_of(tmp_path / "news", how)
        assert made.count("/ferry") == 3
        assert archive_standing(tmp_path / "news").counts["reports"] == 2
        made.clock.time += 7200
        made.pages["/feed"] = answer(rss(("/ferry", "Ferry", "Seven are hurt."), base=base))
        later = tuple(text.replace("three people", "seven people") for text in FERRY)
        made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", later))
        round_of(tmp_path / "news", how)
        assert archive_standing(tmp_path / "news").counts["reports"] == 3
        made.clock.time += 7200
        made.pages["/feed"] = answer(rss(("/ferry", "Ferry", "No more of it."), base=base))
        del made.pages["/ferry"]
        happened = round_of(tmp_path / "news", how)
        assert problems(happened) == ["answers 404 Not Found; what was kept before stays"]
    assert archive_standing(tmp_path / "news").counts["reports"] == 3


def test_entries_without_an_address_are_kept_as_told(tmp_path: Path):
    body = rss(("", "Lock closed at Holzau", "The lock is closed.")).replace(b"<link></link>", b"")
    with site() as (made, server):
        made.pages["/feed"] = answer(body)
        round_of(tmp_path / "news", watching(made, server), server.url("/feed"))
        assert server.asked == ["/robots.txt", "/feed"]
    assert archive_standing(tmp_path / "news").counts["reports"] == 1


def test_a_feed_that_moved_or_drips_is_read_or_put_off_without_stopping_the_rest(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/old"] = moved("/feed", "301 Moved Permanently")
        made.pages["/round"] = moved("/round")
        made.pages["/slow"] = lambda connection: connection.recv(1)
        urls = [server.url(path) for path in ("/old", "/round", "/slow")]
        happened = round_of(tmp_path / "news", watching(made, server), *urls)
        assert sorted((one.failed, one.queued) for one in polled(happened)) == [
            (False, 2), (True, 0), (True, 0)
        ]  # fmt: skip
        assert [text.split(";")[0] for text in problems(happened)] == [
            "redirects in a circle",
            "took longer than 1 seconds, or paused for 0.4",
        ]


def test_redirects_are_asked_in_turn_and_by_the_rules_of_their_site(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        made.pages["/old"] = moved("/feed")
        made.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /feed\n")
        happened = round_of(tmp_path / "news", watching(made, server), server.url("/old"))
        assert made.count("/feed") == 0
        assert "forbidden to programs" in problems(happened)[0]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("999999999999999999999", 604_800.0),
        ("Tue, 08 Apr 2031 00:53:20 GMT", 8000.0),
        ("Mon, 07 Apr 2031 00:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("１２", 0.0),
        ("", 0.0),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone_is_read_from_seconds_or_a_date(said, seconds):
    assert seconds_asked(said, 1_933_368_000.0) == seconds


def test_a_round_ends_although_its_feed_is_due_again_while_it_runs(tmp_path: Path):
    with site() as (made, server):
        two_stories(made, server)
        how = watching(made, server, interval=1.0, rate=5.0)
        with tools_on(tmp_path / "news", how, server.url("/feed")) as tools:
            assert len(polled(watch_round(tools, how))) == 1
