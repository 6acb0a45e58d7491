from __future__ import annotations

from pathlib import Path

import pytest

from twosource.errors import SettingsError
from twosource.store.files import ensure_folder, write_whole


def test_a_written_file_holds_the_text_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    write_whole(target, "ß “quoted”\r\n\n")
    assert target.read_bytes() == "ß “quoted”\r\n\n".encode()


def test_writing_replaces_the_earlier_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    write_whole(target, "old")
    write_whole(target, "new")
    assert target.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_written_file_can_be_read_like_any_other_of_its_owner(tmp_path: Path) -> None:
    plain, whole = tmp_path / "plain.txt", tmp_path / "whole.txt"
    plain.write_text("x", "utf-8")
    write_whole(whole, "x")
    assert whole.stat().st_mode == plain.stat().st_mode


def test_a_folder_of_that_name_is_refused_and_no_temporary_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    target.mkdir()
    with pytest.raises(SettingsError, match=r"case\.json cannot be written"):
        write_whole(target, "text")
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="name a file in a folder that exists"):
        write_whole(tmp_path / "nowhere" / "case.json", "text")


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    with pytest.raises(SettingsError, match="cannot be made"):
        ensure_folder(tmp_path / "out")
    with pytest.raises(SettingsError, match="cannot be made"):
        ensure_folder(tmp_path / "out" / "deeper")
    with pytest.raises(SettingsError, match="cannot be written"):
        write_whole(tmp_path / "out" / "case.json", "text")


def test_a_failed_write_keeps_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    write_whole(target, "old")
    with pytest.raises(SettingsError, match="UTF-8"):
        write_whole(target, "new \ud800")
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_the_file_system_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        write_whole(tmp_path / ("n" * 300), "text")


def test_a_folder_is_made_with_its_parents_and_may_be_there(tmp_path: Path) -> None:
    ensure_folder(tmp_path / "a" / "b")
    ensure_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
