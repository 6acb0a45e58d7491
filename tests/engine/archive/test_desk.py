"""An archive from taking in to a case: nothing twice, events that stay, a case like any other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from twosource.engine.archive.cutting import cut_case, told_apart
from twosource.engine.archive.desk import (
    Work,
    add_to_archive,
    archive_events,
    archive_standing,
    search_archive,
)
from twosource.engine.cases import verify_case
from twosource.engine.examination import examine
from twosource.errors import NotFoundError, SettingsError
from twosource.model.custody import Stamp
from twosource.model.original import seal
from twosource.store.kept import open_kept

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
HERE = Work(workers=1)
HEAD = "publisher: {}\npublished: {}\ntitle: {}\n\n"
FERRY = (
    "The ferry Alda Marie ran onto rocks off Skarholm on Monday with forty passengers aboard, the "
    "coast guard said. Lifeboats from two villages brought everybody ashore before the tide rose. "
    "The mate of the Alda Marie, Nils Orrey, said the rudder had jammed as he turned for the quay. "
    "Divers found a hole two metres long below the waterline when they went down in the evening.\n"
)
RETOLD = (
    "Police in Skarholm have questioned the mate of the grounded ferry Alda Marie, Nils Orrey.\n\n"
    "A passenger, Ida Brann, denied that anybody had been warned before the ferry struck.\n"
)
MINE = (
    "Eleven miners are missing after a gallery of the Brenta pit near Holzau fell in Tuesday.\n\n"
    "The owners denied that they had been warned about the gallery.\n"
)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    told = (
        ("wire.txt", "Coast Wire", "2031-04-07", "Ferry aground off Skarholm", FERRY),
        ("copy.txt", "Skar Post", "2031-04-08", "Alda Marie aground", FERRY),
        ("police.txt", "North Echo", "2031-04-08", "Mate of ferry questioned", RETOLD),
        ("mine.txt", "North Echo", "2031-04-08", "Miners missing at Brenta pit", MINE),
    )
    for name, publisher, day, title, text in told:
        (folder / name).write_text(HEAD.format(publisher, day, title) + text, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    post = {
        "text": "Ferry Alda Marie: Skarholm lifeboats brought all passengers ashore.",
        "date": "2031-04-07T18:00:00Z",
        "channel": "Skar Radio",
    }
    other = {"text": "Bread will cost more in May.", "date": "2031-04-07", "channel": "Skar Radio"}
    lines = f"{json.dumps(other)}\n{json.dumps(post)}\n"
    (folder / "posts.jsonl").write_text(lines, "utf-8")
    return folder


def test_reports_are_taken_in_once_and_placed(tmp_path: Path, inbox: Path) -> None:
    place = tmp_path / "news"
    taken = add_to_archive(place, [inbox], HERE)
    assert (taken.originals, taken.reports, taken.repeated) == (6, 6, 0)
    assert [item.name for item in taken.unreadable] == ["empty.txt"]
    again = add_to_archive(place, [inbox], HERE)
    assert (again.originals, again.reports, again.repeated) == (0, 0, 6)
    (largest,) = archive_events(place, least=2, most=9)
    assert (len(largest.reports), largest.origins) == (4, 3)
    assert (largest.first, largest.last) == ("2031-04-07", "2031-04-08")
    counts = archive_standing(place).counts
    assert counts == {
        "originals": 6, "reports": 6, "undated": 0, "unplaced": 0, "events": 3, "copies": 1,
        "days": 2,
    }  # fmt: skip


def test_events_keep_their_ids_when_more_comes(tmp_path: Path, inbox: Path) -> None:
    place, early = tmp_path / "news", tmp_path / "early"
    early.mkdir()
    shutil.move(inbox / "wire.txt", early / "wire.txt")
    add_to_archive(place, [early], HERE)
    (before,) = archive_events(place, least=1, most=9)
    add_to_archive(place, [inbox], HERE)
    after = archive_events(place, least=1, most=9)
    assert after[0].id == before.id
    assert before.reports[0] in after[0].reports
    assert len(after[0].reports) == 4


def test_an_archive_taken_in_by_several_processes_is_the_same(tmp_path: Path, inbox: Path) -> None:
    add_to_archive(tmp_path / "one", [inbox], Work(workers=1, vectors=False))
    for name in ("posts.jsonl", "mine.txt"):  # several shards, to be done by several workers
        add_to_archive(tmp_path / "two", [inbox / name], Work(workers=1, vectors=False))
    add_to_archive(tmp_path / "two", [inbox], Work(workers=2, vectors=False))
    one, two = (
        {event.reports for event in archive_events(tmp_path / name, 1, 9)}
        for name in ("one", "two")
    )
    assert {frozenset(reports) for reports in one} == {frozenset(reports) for reports in two}


def test_a_case_that_is_cut_out_is_a_case_like_any_other(tmp_path: Path, inbox: Path) -> None:
    place, case = tmp_path / "news", str(tmp_path / "case")
    add_to_archive(place, [inbox], HERE)
    (event,) = archive_events(place, least=2, most=1)
    cut = cut_case(place, event.id[:9], case, NOW)
    assert cut.event == event.id
    assert set(cut.originals) == {"wire.txt", "copy.txt", "police.txt", "posts-2.jsonl"}
    assert verify_case(case) == ()
    with open_kept(case) as kept:
        held = {original.name: original.data for original in kept.originals()}
    assert held["wire.txt"] == (inbox / "wire.txt").read_bytes()
    assert held["posts-2.jsonl"] in (inbox / "posts.jsonl").read_bytes()
    folder = tmp_path / "by hand"
    folder.mkdir()
    for name, data in held.items():
        (folder / name).write_bytes(data)
    assert examine(folder).case.statements == cut.updated.case.statements


def test_a_case_is_not_cut_over_another(tmp_path: Path, inbox: Path) -> None:
    place, case = tmp_path / "news", str(tmp_path / "case")
    add_to_archive(place, [inbox], HERE)
    (event,) = archive_events(place, least=2, most=1)
    cut_case(place, event.id, case, NOW)
    with pytest.raises(SettingsError, match="there is a case already"):
        cut_case(place, event.id, case, NOW)
    with pytest.raises(NotFoundError, match="no event called ev-nothing"):
        cut_case(place, "ev-nothing", case, NOW)
    with pytest.raises(NotFoundError, match="more than one event"):
        cut_case(place, "ev-", case, NOW)


def test_originals_of_one_name_are_told_apart() -> None:
    one, two, three = seal("a/x.txt", b"1"), seal("a/x.txt", b"2"), seal("b.txt", b"3")
    names = [original.name for original in told_apart([one, two, three, one])]
    assert names == [f"a/{one.sha256[:8]}-x.txt", f"a/{two.sha256[:8]}-x.txt", "b.txt"]


def test_a_search_finds_reports_with_the_place_of_the_words(tmp_path: Path, inbox: Path) -> None:
    add_to_archive(tmp_path / "news", [inbox], HERE)
    found = search_archive(tmp_path / "news", "RUDDER jammed", 9)
    assert {one.entry.publisher for one in found} == {"Coast Wire", "Skar Post"}
    assert all(one.text[one.start : one.end] == "rudder" for one in found)


def test_the_index_can_be_made_anew(tmp_path: Path, inbox: Path) -> None:
    place = tmp_path / "news"
    add_to_archive(place, [inbox], HERE)
    before = archive_events(place, 1, 9)
    for file in place.glob("archive.db*"):
        file.unlink()
    assert add_to_archive(place, [], HERE).reports == 6
    assert archive_events(place, 1, 9) == before


def test_an_undated_report_is_kept_and_has_no_event(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The ferry left Skarholm.", "utf-8")
    add_to_archive(tmp_path / "news", [tmp_path / "note.txt"], HERE)
    counts = archive_standing(tmp_path / "news").counts
    assert (counts["undated"], counts["events"], counts["unplaced"]) == (1, 0, 0)
    assert search_archive(tmp_path / "news", "ferry", 9)


def test_an_engine_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no engine 'spark'; name one of local"):
        add_to_archive(tmp_path / "news", [], Work("spark"))
