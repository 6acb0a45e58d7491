"""A watched case gets the new reports of its event, and is told what they change in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.engine.watch.sites import (
    CRANE,
    FERRY,
    HARBOUR,
    Site,
    round_of,
    rss,
    site,
    story,
    tools_on,
    watching,
)
from tests.sources.loopback import Served, answer

from twosource.engine.archive.cutting import cut_case
from twosource.engine.archive.desk import archive_events
from twosource.engine.cases import add_files, case_document, new_case, verify_case
from twosource.engine.watch.cases import follow, unfollow
from twosource.engine.watch.rounds import Trouble, Watching
from twosource.errors import NotFoundError
from twosource.model.announcement import Announcement
from twosource.model.archive import ArchiveEvent
from twosource.model.custody import Stamp
from twosource.store.kept import open_kept
from twosource.store.watched import announcements, last_announcement, watches

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
HEAD = "publisher: {}\npublished: {}\ntitle: {}\n\n"


def feed_of(made: Site, server: Served, *items: tuple[str, str]) -> None:
    told = [(path, title, "Told in short.") for path, title in items]
    made.pages["/feed"] = answer(rss(*told, base=server.url("").rstrip("/")))


def wire(folder: Path) -> Path:
    """A report of the ferry, as somebody has it on disk."""
    report = folder / "wire.txt"
    head = HEAD.format("Coast Wire", "2031-04-07", "Ferry aground off Skarholm")
    report.write_text(head + "\n\n".join(FERRY) + "\n", "utf-8")
    return report


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case that somebody made by hand, of one report."""
    place = str(tmp_path / "quay")
    new_case(place, NOW)
    add_files(place, [wire(tmp_path)], NOW)
    return place


def watched(tmp_path: Path, how: Watching, server: Served, case: str) -> None:
    with tools_on(tmp_path / "news", how, server.url("/feed")) as tools:
        follow(tools, case, [], how.examining)


def announced(happened: object) -> list[Announcement]:
    return [one for one in happened if isinstance(one, Announcement)]  # type: ignore[attr-defined]


def both_stories(made: Site, server: Served) -> None:
    feed_of(made, server, ("/harbour", "Five hurt as ferry strikes"), ("/crane", "Crane falls"))
    made.pages["/harbour"] = answer(story("Five hurt on ferry", "2031-04-08", HARBOUR, "Skar Post"))
    made.pages["/crane"] = answer(story("Crane falls in Holzau", "2031-04-08", CRANE, "North Echo"))


@contextmanager
def ferry_watched(folder: Path, case: str) -> Iterator[tuple[Site, Served, Watching]]:
    """A site with two stories, of which one is on the event of a case that is watched."""
    with site() as (made, server):
        both_stories(made, server)
        how = watching(made, server)
        watched(folder, how, server, case)
        yield made, server, how


def ferry_archived(folder: Path, made: Site, server: Served, how: Watching) -> ArchiveEvent:
    """The one event of an archive that a round took a story into."""
    made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", FERRY))
    feed_of(made, server, ("/ferry", "Ferry aground off Skarholm"))
    round_of(folder / "news", how, server.url("/feed"))
    (event,) = archive_events(folder / "news", 1, 9)
    return event


def test_a_new_report_of_the_event_comes_into_the_case_and_another_does_not(
    tmp_path: Path, case: str
):
    with ferry_watched(tmp_path, case) as (made, server, how):
        (told,) = announced(round_of(tmp_path / "news", how))
        assert [(one.publisher, one.title) for one in told.arrivals] == [
            ("Skar Post", "Five hurt on ferry")
        ]
        assert told.arrivals[0].url == server.url("/harbour")
        assert (told.seq, told.case, told.run) == (1, "quay", 2)
        made.clock.time += 900
        assert announced(round_of(tmp_path / "news", how)) == []
    assert verify_case(case) == ()
    with open_kept(case) as kept:
        names = kept.names()
        (watch,) = watches(kept)
        assert last_announcement(kept) == 1
    assert names == ("wire.txt", "news.example/harbour.warc.gz")
    assert (watch.feeds, watch.problem, len(watch.events)) == (1, "", 1)
    assert watch.looked > watch.since


def test_it_is_told_which_answers_and_which_conflicts_are_new(tmp_path: Path, case: str):
    with ferry_watched(tmp_path, case) as (_, _, how):
        (told,) = announced(round_of(tmp_path / "news", how))
    document = json.loads(case_document(case))
    (report,) = told.arrivals
    texts = {one["id"]: one["text"] for one in document["reports"]}
    assert report.report in texts
    spans = [span for change in told.changes.claims for span in change.spans]
    spans += [span for change in told.changes.conflicts for span in change.spans]
    spans += [span for change in told.changes.lines for span in change.spans]
    assert all(texts[one.report][one.start : one.end] == one.quote for one in spans)
    conflicts = [set(one.sides) for one in told.changes.conflicts if not one.ended]
    assert conflicts == [{"five", "three"}]
    assert told.changes.claims
    assert any(one.now == "disputed" for one in told.changes.lines)


def test_what_was_announced_can_be_read_again_as_json(tmp_path: Path, case: str):
    with ferry_watched(tmp_path, case) as (_, _, how):
        (told,) = announced(round_of(tmp_path / "news", how))
    with open_kept(case) as kept:
        (kept_one,) = announcements(kept)
    node = json.loads(kept_one.document)
    assert node["format"] == "twosource-announcement/1"
    assert (node["seq"], node["case"], node["run"]) == (1, "quay", told.run)
    assert node["arrivals"][0]["report"] == told.arrivals[0].report
    assert kept_one.document.isascii()
    assert kept_one.due is None


def test_a_case_that_was_cut_out_follows_the_event_that_it_was_cut_from(tmp_path: Path):
    with site() as (made, server):
        how = watching(made, server)
        event, place = ferry_archived(tmp_path, made, server, how), str(tmp_path / "quay")
        assert cut_case(tmp_path / "news", event.id, place, NOW).originals == (
            "news.example/ferry.warc.gz",
        )
        with tools_on(tmp_path / "news", how) as tools:
            assert follow(tools, place, [], how.examining).events == (event.id,)
        made.clock.time += 900
        both_stories(made, server)
        (told,) = announced(round_of(tmp_path / "news", how))
        assert [one.publisher for one in told.arrivals] == ["Skar Post"]


def test_a_report_in_a_new_edition_is_announced_with_what_it_changes(tmp_path: Path):
    with site() as (made, server):
        how = watching(made, server)
        event, place = ferry_archived(tmp_path, made, server, how), str(tmp_path / "quay")
        cut_case(tmp_path / "news", event.id, place, NOW)
        with tools_on(tmp_path / "news", how) as tools:
            follow(tools, place, [event.id], how.examining)
        later = tuple(text.replace("three people", "seven people") for text in FERRY)
        made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", later))
        feed_of(made, server, ("/ferry", "Ferry aground: seven hurt"))
        made.clock.time += 7200
        (told,) = announced(round_of(tmp_path / "news", how))
        assert len(told.arrivals) == 1
    document = json.loads(case_document(place))
    assert (len(document["reports"]), len(document["superseded"])) == (1, 1)
    assert len(document["editions"]) == 1


def test_a_case_that_fails_is_told_and_stops_neither_the_watch_nor_another_case(
    tmp_path: Path, case: str
):
    with ferry_watched(tmp_path, case) as (_, _, how):
        other = tmp_path / "other"
        new_case(str(other), NOW)
        add_files(str(other), [tmp_path / "wire.txt"], NOW)
        with tools_on(tmp_path / "news", how) as tools:
            follow(tools, str(other), [], how.examining)
        other.rename(tmp_path / "away")
        happened = round_of(tmp_path / "news", how)
        (trouble,) = [one for one in happened if isinstance(one, Trouble)]
        assert trouble.case == str(other)
        assert "there is no case here" in trouble.what
        assert [one.case for one in announced(happened)] == ["quay"]
        (tmp_path / "away").rename(other)
        assert [one.case for one in announced(round_of(tmp_path / "news", how))] == ["other"]


def test_a_case_is_watched_no_more_when_it_is_dropped(tmp_path: Path, case: str):
    with ferry_watched(tmp_path, case) as (_, _, how):
        with tools_on(tmp_path / "news", how) as tools:
            assert unfollow(tools, case)
            assert not unfollow(tools, case)
        assert announced(round_of(tmp_path / "news", how)) == []
    with open_kept(case) as kept:
        assert watches(kept) == ()


def test_a_case_on_no_event_of_the_archive_is_not_watched(tmp_path: Path):
    place = str(tmp_path / "empty")
    new_case(place, NOW)
    with site() as (made, server):
        how = watching(made, server)
        with (
            tools_on(tmp_path / "news", how, server.url("/feed")) as tools,
            pytest.raises(NotFoundError, match="holds no report yet"),
        ):
            follow(tools, place, [], how.examining)
        (tmp_path / "undated.txt").write_text("The lock is closed, a porter said.\n", "utf-8")
        add_files(place, [tmp_path / "undated.txt"], NOW)
        with tools_on(tmp_path / "news", how) as tools:
            with pytest.raises(NotFoundError, match="nothing dates them"):
                follow(tools, place, [], how.examining)
            with pytest.raises(NotFoundError, match="no event called ev-0"):
                follow(tools, place, ["ev-0"], how.examining)
