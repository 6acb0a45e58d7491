"""Cases from adding to verifying: what changed is told, and what was changed is found."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from twosource.engine.cases import (
    add_files,
    case_document,
    new_case,
    search_case,
    update_case,
    verify_case,
)
from twosource.engine.served import refresh
from twosource.errors import NotFoundError, SettingsError
from twosource.model.brief import SectionKind
from twosource.model.custody import Stamp
from twosource.store import served
from twosource.store.case_file import case_json, read_case
from twosource.store.kept import open_kept
from twosource.store.served import shown_by, state_of

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
QUAY = "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay.\n"
LATER = "Eleven sailors were hurt on the quay on Monday, said the coast guard's Bo Marsh.\n"


@contextmanager
def database(place: str) -> Iterator[sqlite3.Connection]:
    """The database as somebody with the file would open it."""
    connection = sqlite3.connect(Path(place) / "case.db")
    with closing(connection), connection:
        yield connection


@pytest.fixture
def place(tmp_path: Path) -> str:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "quay.txt").write_text(QUAY, "utf-8")
    home = str(tmp_path / "case")
    new_case(home, NOW)
    add_files(home, [tmp_path / "in"], NOW)
    return home


def test_a_case_is_examined_kept_and_read_back(place: str) -> None:
    updated = update_case(place, NOW)
    assert (updated.run, updated.fresh) == (1, True)
    assert case_document(place) == case_json(updated.case)
    assert read_case(case_document(place)) == updated.case


def test_an_examination_that_gives_the_same_is_not_kept_twice(place: str) -> None:
    update_case(place, NOW)
    again = update_case(place, NOW)
    assert (again.run, again.fresh) == (1, False)


def test_a_report_that_was_added_is_told_as_what_changed(place: str, tmp_path: Path) -> None:
    update_case(place, NOW)
    (tmp_path / "later.txt").write_text(LATER, "utf-8")
    assert add_files(place, [tmp_path / "later.txt"], NOW).added == ("later.txt",)
    updated = update_case(place, NOW)
    assert "Reports that are new: later.txt (later.txt)." in updated.case.brief.notes
    assert updated.case.brief.sections[0].kind in {SectionKind.CHANGES, SectionKind.CLAIMED}


def test_a_new_version_stands_beside_the_old_one_and_is_the_one_examined(
    place: str, tmp_path: Path
) -> None:
    update_case(place, NOW)
    (tmp_path / "in" / "quay.txt").write_text(QUAY.replace("nine", "ten"), "utf-8")
    added = add_files(place, [tmp_path / "in"], NOW)
    assert added.versions == ("quay.txt",)
    case = update_case(place, NOW).case
    assert [report.text for report in case.reports] == [QUAY.replace("nine", "ten")]
    notes = " ".join(case.brief.notes)
    assert "Reports in a new edition: quay.txt" in notes
    assert "Reports that are" not in notes


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(place: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "later.txt").write_text(LATER, "utf-8")
    files = [tmp_path / "gone.txt", tmp_path / "later.txt"]
    added = add_files(place, files, NOW)
    assert added.added == ("later.txt",)
    assert [item.name for item in added.unreadable] == ["gone.txt"]


def test_nothing_is_examined_before_something_was_added(tmp_path: Path) -> None:
    new_case(str(tmp_path / "case"), NOW)
    with pytest.raises(NotFoundError, match="add some first"):
        update_case(str(tmp_path / "case"), NOW)
    with pytest.raises(NotFoundError, match="twosource update"):
        case_document(str(tmp_path / "case"))


def test_statements_claims_and_sentences_can_be_searched(place: str) -> None:
    update_case(place, NOW)
    assert {hit.span.quote for hit in search_case(place, "sailors quay", 10)}


def test_a_sound_case_verifies_and_so_does_its_zip_elsewhere(place: str, tmp_path: Path) -> None:
    update_case(place, NOW)
    assert verify_case(place) == ()
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", place)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "elsewhere")
    assert verify_case(str(tmp_path / "elsewhere")) == ()


def test_the_folder_describes_its_originals_as_a_data_package(place: str, tmp_path: Path) -> None:
    file = Path(place) / "datapackage.json"
    (tmp_path / "late.txt").write_text("The quay was closed, the mayor said.\n", "utf-8")
    add_files(place, [tmp_path / "late.txt"], NOW)
    update_case(place, NOW)
    resources = json.loads(file.read_bytes())["resources"]
    assert resources[0]["path"] == "case.db"
    assert resources[-1]["title"] == "late.txt"
    for one in resources[1:]:
        data = (Path(place) / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (
            len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
        )  # fmt: skip
    held = {path.name for path in (Path(place) / "originals").iterdir()}
    assert held == {one["path"].rpartition("/")[2] for one in resources[1:]}
    assert verify_case(place, replay=False) == ()


def test_a_descriptor_that_says_otherwise_is_found_and_one_that_lags_or_lacks_is_not(
    place: str,
) -> None:
    file = Path(place) / "datapackage.json"
    told = json.loads(file.read_bytes())
    # Killed between an original and its line: the next command that adds or examines writes it.
    file.write_text(json.dumps({**told, "resources": told["resources"][:-1]}))
    assert verify_case(place, replay=False) == ()
    told["resources"][-1]["bytes"] += 1
    file.write_text(json.dumps(told))
    assert [one.place for one in verify_case(place, replay=False)] == ["datapackage.json"]
    file.write_text("[]")
    assert [one.place for one in verify_case(place, replay=False)] == ["datapackage.json"]
    file.unlink()
    assert verify_case(place, replay=False) == ()
    update_case(place, NOW)
    assert file.is_file()


def test_a_view_that_other_code_made_is_not_shown(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_case(place, NOW)
    with open_kept(place) as kept:
        assert shown_by(kept) == state_of(kept)
    monkeypatch.setattr(served, "code_mark", lambda: 7)
    with open_kept(place) as kept:
        assert shown_by(kept) is None
    refresh(place)
    with open_kept(place) as kept:
        assert shown_by(kept) == state_of(kept)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"verdict": "holds"', '"verdict": "fails"', "hash"),
        ("nine sailors", "five sailors", "hash"),
    ],
)
def test_a_document_that_was_changed_by_hand_is_found(
    place: str, old: str, new: str, told: str
) -> None:
    update_case(place, NOW)
    with database(place) as connection:
        connection.execute("UPDATE run SET document = replace(document, ?, ?)", (old, new))
        connection.execute("UPDATE run SET document = document || ' '")
    assert any(told in str(fault) for fault in verify_case(place))


def test_a_finding_that_does_not_come_out_again_is_found(place: str) -> None:
    update_case(place, NOW)
    with database(place) as connection:
        (document,) = connection.execute("SELECT document FROM run").fetchone()
        changed = document.replace('"stance": "asserts"', '"stance": "denies"', 1)
        assert changed != document
        hashed = hashlib.sha256(changed.encode()).hexdigest()
        connection.execute("UPDATE run SET document = ?, sha256 = ?", (changed, hashed))
    faults = verify_case(place)
    assert any("statements come out otherwise" in str(fault) for fault in faults)
    assert verify_case(place, replay=False) == ()


def _update(place: str) -> None:
    update_case(place, NOW)


def test_two_processes_that_update_at_once_keep_the_case_whole(place: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    hands = [spawn.Process(target=_update, args=(place,)) for _ in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(120)
    assert [hand.exitcode for hand in hands] == [0, 0]
    assert verify_case(place) == ()
    with open_kept(place) as kept:
        assert len({run.sha256 for run in kept.runs()}) == 1
    assert not update_case(place, NOW).fresh


def test_an_original_that_was_cut_short_is_refused_and_nothing_is_kept_of_it(place: str) -> None:
    (original,) = (Path(place) / "originals").iterdir()
    whole = original.read_bytes()
    original.write_bytes(whole[:20])
    with pytest.raises(SettingsError, match="20 bytes where"):
        update_case(place, NOW)
    assert any("quay.txt" in fault.place for fault in verify_case(place))
    original.write_bytes(whole)
    assert update_case(place, NOW).fresh
    assert verify_case(place) == ()
