"""What watching keeps in a case: whole, once, in a folder and in PostgreSQL alike."""

from __future__ import annotations

import json

import pytest

from twosource import __version__
from twosource.errors import SettingsError
from twosource.model.announcement import Announcement, Arrival, CaseChanges
from twosource.model.custody import Stamp
from twosource.store.kept import create, open_kept
from twosource.store.watched import (
    Came,
    Watch,
    announce,
    announcements,
    drop_watch,
    last_announcement,
    note_arrivals,
    note_sending,
    put_watch,
    unsent,
    waiting_arrivals,
    watches,
)

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
NOTHING = CaseChanges((), (), ())


def came(number: int) -> Came:
    return Came(f"{number:064}", f"{number}.warc.gz", f"https://a.example/{number}", NOW.at, 1)


def made(seq: int) -> Announcement:
    return Announcement(seq, "quay", NOW.at, 2, (Arrival(None, "1.warc.gz", ""),), NOTHING)


def test_arrivals_wait_until_they_are_announced_and_are_announced_once(place: str) -> None:
    with create(place, __version__, NOW) as kept:
        note_arrivals(kept, [came(1), came(2)])
        note_arrivals(kept, [came(2), came(3)])
        assert waiting_arrivals(kept) == (came(1), came(2), came(3))
        assert announce(kept, [came(1), came(2)], made, None).seq == 1
        assert waiting_arrivals(kept) == (came(3),)
        assert announce(kept, [came(3)], made, 5.0).seq == 2
        note_arrivals(kept, [came(1)])
        assert waiting_arrivals(kept) == ()
        assert last_announcement(kept) == 2
    with open_kept(place) as kept:
        assert [one.seq for one in announcements(kept)] == [2, 1]
        assert [one.seq for one in announcements(kept, 1)] == [2]
        assert json.loads(announcements(kept)[1].document)["arrivals"][0]["file"] == "1.warc.gz"


def test_an_announcement_that_cannot_be_made_settles_nothing(place: str) -> None:
    def broken(_: int) -> Announcement:
        raise SettingsError("no")

    with create(place, __version__, NOW) as kept:
        note_arrivals(kept, [came(1)])
        with pytest.raises(SettingsError):
            announce(kept, [came(1)], broken, None)
        assert waiting_arrivals(kept) == (came(1),)
        assert last_announcement(kept) == 0


def test_how_sending_stands_is_kept_with_the_announcement(place: str) -> None:
    with create(place, __version__, NOW) as kept:
        announce(kept, [], made, 5.0)
        announce(kept, [], made, None)
        assert [one.seq for one in unsent(kept)] == [1]
        note_sending(kept, 1, due=65.0, problem="answers 500")
        (waiting,) = unsent(kept)
        assert (waiting.due, waiting.tries, waiting.problem) == (65.0, 1, "answers 500")
        note_sending(kept, 1, due=None, sent=NOW.at)
        assert unsent(kept) == ()
        assert announcements(kept)[1].sent == NOW.at


def test_the_last_word_on_an_archive_counts(place: str) -> None:
    first = Watch("/a", ("ev-1",), 1, NOW.at)
    later = Watch("/a", ("ev-1", "ev-2"), 3, NOW.at, NOW.at, "the disk is full")
    with create(place, __version__, NOW) as kept:
        put_watch(kept, first)
        put_watch(kept, Watch("/b", ("ev-9",), 1, NOW.at))
        put_watch(kept, later)
        assert watches(kept)[0] == later
        drop_watch(kept, "/a")
        assert [one.archive for one in watches(kept)] == ["/b"]
