"""Standard input as a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from twosource.model.case import Unreadable
from twosource.model.original import STANDARD_INPUT, Original, most_bytes, seal

_CHUNK = 1 << 20


class StreamSource:
    """One original from a stream of bytes.

    Args:
        stream: The stream. It is read to its end, or to one byte over the limit.
        name: The original's name; its ending says how to read it. Under the name of standard
            input, its content says so.
    """

    def __init__(self, stream: BinaryIO, name: str = STANDARD_INPUT) -> None:
        self._stream = stream
        self._name = name
        self._most = most_bytes(name)

    def originals(self) -> Iterator[Original | Unreadable]:
        """Read the stream. A second call finds it at its end."""
        try:
            data = self._read()
        except OSError as error:
            what = f"cannot be read ({error.strerror or error})"
            yield Unreadable(self._name, what, "save the report to a file and name the file")
            return
        if len(data) > self._most:
            what = f"is longer than the {self._most:,} bytes that are read"
            yield Unreadable(self._name, what, "split it, or cut it down to the text")
            return
        yield seal(self._name, data)

    def _read(self) -> bytes:
        """Read until the end or over the limit: a raw stream gives fewer bytes than asked for."""
        pieces: list[bytes] = []
        wanted = self._most + 1
        while wanted and (piece := self._stream.read(min(wanted, _CHUNK))):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)
