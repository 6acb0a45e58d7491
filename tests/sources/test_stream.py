"""Standard input is one original, read no further than the limit."""

from __future__ import annotations

import io

from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, STANDARD_INPUT, Original
from twosource.sources.stream import StreamSource


class Endless(io.RawIOBase):
    """A stream that never ends, gives little at a time, and counts what it gave."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        count = min(len(buffer), 70_000)
        buffer[:count] = b"a" * count
        self.given += count
        return count


class Broken(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        raise OSError(5, "Input/output error")


def test_standard_input_has_a_name_of_its_own():
    (original,) = StreamSource(io.BytesIO(b"The ferry left.")).originals()
    assert isinstance(original, Original)
    assert original.name == STANDARD_INPUT


def test_an_endless_stream_is_left_at_the_limit():
    stream = Endless()
    (item,) = StreamSource(stream).originals()
    assert isinstance(item, Unreadable)
    assert stream.given <= MAX_BYTES + 1


def test_a_stream_that_breaks_is_one_line():
    (item,) = StreamSource(Broken()).originals()
    assert str(item) == (
        "standard-input.txt: cannot be read (Input/output error);"
        " save the report to a file and name the file"
    )
