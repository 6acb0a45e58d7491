"""What every source promises, whatever it reads from."""

from __future__ import annotations

import io
from collections.abc import Callable
from hashlib import sha256

import pytest

from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, Original
from twosource.sources.files import FileSource
from twosource.sources.interface import Source
from twosource.sources.stream import StreamSource

Make = Callable[[bytes], Source]


@pytest.fixture(params=["file", "folder", "stream"])
def source(request, tmp_path) -> Make:
    def make(data: bytes) -> Source:
        if request.param == "stream":
            return StreamSource(io.BytesIO(data), "note.txt")
        path = tmp_path / "note.txt"
        path.write_bytes(data)
        return FileSource([path if request.param == "file" else tmp_path])

    return make


@pytest.mark.parametrize("data", [b"", b"The ferry\r\nleft.", b"\x00\xff", b"a" * 3_000_000])
def test_an_original_holds_the_bytes_as_they_came(source, data):
    (original,) = source(data).originals()
    assert original == Original("note.txt", data, sha256(data).hexdigest())


def test_the_largest_original_is_read_and_one_byte_more_is_not(source):
    (original,) = source(b"a" * MAX_BYTES).originals()
    assert isinstance(original, Original)
    (item,) = source(b"a" * (MAX_BYTES + 1)).originals()
    assert isinstance(item, Unreadable)
    assert f"{MAX_BYTES:,}" in item.what
    assert item.remedy


def test_a_name_never_carries_the_folder(source, tmp_path):
    (original,) = source(b"a").originals()
    assert str(tmp_path) not in original.name
