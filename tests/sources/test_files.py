"""Files and folders: a fixed order, no folder twice, and one line for what cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, SUPPORTED_SUFFIXES, Original
from twosource.sources.files import FileSource


def read(*paths: Path) -> list[Original | Unreadable]:
    return list(FileSource(paths).originals())


def names(*paths: Path) -> list[str]:
    return [item.name for item in read(*paths)]


def lay(folder: Path, *entries: str) -> None:
    for entry in entries:
        path = folder / entry
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {entry}.", encoding="utf-8")


def test_a_folder_is_read_to_its_depth_in_the_order_of_names(tmp_path):
    lay(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "c.jsonl", "a.txt")
    assert names(tmp_path) == ["a/b/c.HTML", "a/z.md", "a.txt", "b.txt", "c.jsonl"]


def test_hidden_entries_and_other_files_in_a_folder_are_left_out(tmp_path):
    lay(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "photo.jpg", "notes.odt", "NOTE")
    assert names(tmp_path) == ["a.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path):
    lay(tmp_path, ".hidden.txt", "scan.pdf")
    assert names(tmp_path / ".hidden.txt", tmp_path / "scan.pdf") == [".hidden.txt", "scan.pdf"]


def test_paths_are_read_in_the_order_named(tmp_path):
    lay(tmp_path, "a.txt", "b.txt")
    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_a_folder_with_nothing_to_read_says_what_would_be(tmp_path):
    lay(tmp_path, "x/photo.jpg")
    (item,) = read(tmp_path / "x")
    assert isinstance(item, Unreadable)
    assert item.name == "x"
    assert all(suffix in item.remedy for suffix in SUPPORTED_SUFFIXES)


def test_a_missing_path_does_not_stop_the_rest(tmp_path):
    lay(tmp_path, "a.txt")
    missing, found = read(tmp_path / "gone.txt", tmp_path / "a.txt")
    assert str(missing) == "gone.txt: does not exist; check the path"
    assert isinstance(found, Original)


def test_files_with_the_same_bytes_are_all_yielded(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry left.")
    assert [item.name for item in read(tmp_path)] == ["a.txt", "b.txt"]


def test_a_link_that_leads_back_is_followed_once(tmp_path):
    lay(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    original, item = read(tmp_path)
    assert isinstance(original, Original)
    assert isinstance(item, Unreadable)
    assert item.name == "a/loop"


def test_a_link_to_nowhere_is_named(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    assert [item.name for item in read(tmp_path) if isinstance(item, Unreadable)] == [
        "a.txt",
        "b.txt",
    ]


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    for path in (tmp_path, tmp_path / "a.txt"):
        (item,) = read(path)
        assert isinstance(item, Unreadable)
        assert item.what == "is a named pipe, not a file"


def test_a_device_is_refused():
    (item,) = read(Path("/dev/zero"))
    assert isinstance(item, Unreadable)
    assert item.what == "is a device, not a file"


def test_a_file_over_the_limit_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    (item,) = read(path)
    assert isinstance(item, Unreadable)
    assert item.what == f"has 1,000,000,000,000 bytes, more than the {MAX_BYTES:,} that are read"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    lay(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").chmod(0)
    try:
        items = read(tmp_path)
    finally:
        (tmp_path / "sub").chmod(0o700)
    assert [item.name for item in items] == ["a.txt", "sub"]
    assert all(isinstance(i, Unreadable) and "Permission denied" in i.what for i in items)


@pytest.mark.parametrize("path", [Path("a\0b.txt"), Path("x" * 5000)])
def test_a_path_that_no_system_takes_is_named(path):
    (item,) = read(path)
    assert isinstance(item, Unreadable)


def test_a_name_that_is_not_utf8_can_still_be_written(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    try:
        path.write_text("The ferry left.")
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    (original,) = read(tmp_path)
    assert original.name == "a\ufffd.txt"


def test_a_folder_deeper_than_the_stack_is_read(tmp_path):
    path = tmp_path.joinpath(*["d"] * 300)
    path.mkdir(parents=True)
    (path / "a.txt").write_text("The ferry left.")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(250)
    try:
        assert len(names(tmp_path)) == 1
    finally:
        sys.setrecursionlimit(limit)
