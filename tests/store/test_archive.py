"""An archive on disk: what was kept is read back, and a result counts when it is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.factory import published, report

from twosource.errors import NotFoundError, SettingsError
from twosource.model.archive import UNDATED, ArchivedReport, Shard, ShardDone, Traits
from twosource.model.case import Unreadable
from twosource.model.original import seal
from twosource.store.archive import Archive, make_archive, open_archive, result_id
from twosource.store.archive_index import ArchiveIndex
from twosource.store.shelf import LINES, PARQUET, read_rows, write_rows

SHARD = Shard((seal("quay.txt", b"The quay \xff was shut."), seal("pier.txt", b"The pier.")))
BAD = Unreadable("pier.txt", "is odd", "leave it")


def archived() -> list[ArchivedReport]:
    traits = Traits(("quay", "shut"), (2, 1), ("quay",), b"\x00\x01")
    dated = replace(report("The quay was shut."), published=published("2031-04-09"), title="Quay")
    odd = report("Half a character: \ud83d.", file="b.txt")
    return [
        ArchivedReport(dated, b"\x01\x02", traits),
        ArchivedReport(odd, b"", Traits((), (), ())),
    ]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path / "news")


def filled(archive: Archive) -> ShardDone:
    archive.put_shard(SHARD)
    return archive.put_result(SHARD, "stage-1", archived(), [BAD])


def test_originals_and_reports_are_read_back_as_they_were(archive: Archive) -> None:
    done = filled(archive)
    assert archive.shard(SHARD.id) == SHARD
    assert archive.shards() == (SHARD.id,)
    assert list(archive.done()) == [done]
    assert [r for name, _ in done.files for r in archive.reports(name)] == archived()
    assert done.unreadable == (BAD,)


def test_reports_lie_by_day(archive: Archive) -> None:
    names = [name for name, _ in filled(archive).files]
    result = result_id(SHARD.id, "stage-1")
    assert [Path(name).parent.name for name in names] == ["day=2031-04-09", f"day={UNDATED}"]
    assert {Path(name).name.partition(".")[0] for name in names} == {result}


def test_a_result_that_no_manifest_entry_names_does_not_count(archive: Archive) -> None:
    filled(archive)
    (archive.place / "manifest" / f"{result_id(SHARD.id, 'stage-1')}.json").unlink()
    assert list(archive.done()) == []
    assert archive.finished(SHARD.id, "stage-1") is None


def test_doing_a_shard_again_writes_the_same_bytes(archive: Archive) -> None:
    def bytes_of() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in archive.place.rglob("*") if p.is_file()}

    filled(archive)
    before = bytes_of()
    filled(archive)
    assert bytes_of() == before


@pytest.mark.parametrize("ending", [LINES, PARQUET])
def test_both_forms_hold_the_same_rows(tmp_path: Path, ending: str) -> None:
    if ending == PARQUET:
        pytest.importorskip("pyarrow")
    rows = [
        {"id": "a", "data": b"\x00\xff", "words": ["quay", "é"], "n": 1},
        {"id": "b", "data": b"", "words": [], "n": 2},
    ]
    path = tmp_path / f"rows{ending}"
    write_rows(path, rows)
    assert list(read_rows(path)) == rows
    first = path.read_bytes()
    write_rows(path, rows)
    assert path.read_bytes() == first


def test_words_that_look_like_packed_bytes_stay_words(tmp_path: Path) -> None:
    rows = [{"text": "base64:AAAA"}]
    path = tmp_path / f"rows{LINES}"
    write_rows(path, rows)
    assert list(read_rows(path)) == rows


def test_a_damaged_file_is_one_message(tmp_path: Path) -> None:
    path = tmp_path / f"rows{LINES}"
    path.write_bytes(b"not gzip")
    with pytest.raises(SettingsError, match="cannot be read"):
        list(read_rows(path))


def test_an_archive_is_not_made_in_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(SettingsError, match="not empty"):
        make_archive(tmp_path)
    with pytest.raises(NotFoundError, match="no archive"):
        open_archive(tmp_path)


def test_taking_a_result_in_twice_is_taking_it_in_once(archive: Archive) -> None:
    done = filled(archive)
    reports = [(name, r) for name, _ in done.files for r in archive.reports(name)]
    with ArchiveIndex(archive.index) as index:
        assert index.take_in(done, reports) == 2
        assert index.take_in(done, reports) == 0
        assert index.counts()["reports"] == 2
        assert [entry.day for entry in index.unplaced()] == ["2031-04-09", UNDATED]


def test_words_of_a_search_are_words_and_never_operators(archive: Archive) -> None:
    done = filled(archive)
    reports = [(name, r) for name, _ in done.files for r in archive.reports(name)]
    with ArchiveIndex(archive.index) as index:
        index.take_in(done, reports)
        assert [e.title for e in index.search("SHUT quay", 5)] == ["Quay"]
        for words in ('quay"', "quay OR pier", "quay*", "title:quay", "(", "", "-quay NOT"):
            index.search(words, 5)
        assert index.search("quay OR pier", 5) == []
