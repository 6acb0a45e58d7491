"""The network as a fetch sees it: only addresses that were checked, and never for long."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import Any

import httpcore2

from twosource.errors import MaterialError
from twosource.sources.addresses import Guard

Clock = Callable[[], float]


@dataclass(slots=True)
class Deadline:
    """When a fetch has to be over, however little it gets at a time.

    Attributes:
        ends: In seconds of the clock.
        pause: The longest wait for the next bytes, in seconds.
        clock: A clock that never goes back.
    """

    ends: float
    pause: float
    clock: Clock = time.monotonic

    def left(self) -> float:
        """Seconds that the next step may take.

        Raises:
            httpcore2.ReadTimeout: If the time is over.
        """
        left = self.ends - self.clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is over")
        return min(left, self.pause)


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every step ends with the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all bytes."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Go on encrypted."""
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the library's signature
        """What the connection tells about itself."""
        return self._stream.get_extra_info(info)


class CheckedNetwork(httpcore2.NetworkBackend):
    """Connects to the addresses that the guard allows, by their numbers.

    The name is resolved once and the number that was checked is the one connected to, so that no
    second answer of a name server can lead elsewhere.

    Args:
        guard: What may be connected to.
        url: What is asked for, for messages.
        deadline: When it has to be over.
    """

    def __init__(self, guard: Guard, url: str, deadline: Deadline) -> None:
        self._guard = guard
        self._url = url
        self._deadline = deadline
        self._network = httpcore2.SyncBackend()
        self.address = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first checked address that answers.

        Raises:
            MaterialError: If the host leads to an address that is not public.
            httpcore2.ConnectError: If none answers.
        """
        failure: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                stream = self._network.connect_tcp(
                    address, port, timeout=self._deadline.left(), socket_options=socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                self.address = address
                return TimedStream(stream, self._deadline)
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        """The checked addresses of a host, waited for no longer than the deadline allows.

        The system's resolver cannot be told to hurry, so it is asked in a thread of its own, which
        is left to itself where it takes too long.
        """
        answers: Queue[list[str] | MaterialError] = Queue()

        def ask() -> None:
            try:
                answers.put(self._guard.addresses(self._url, host, port))
            except MaterialError as error:
                answers.put(error)

        Thread(target=ask, daemon=True).start()
        try:
            found = answers.get(timeout=self._deadline.left())
        except Empty:
            raise httpcore2.ConnectTimeout("the name was not resolved in time") from None
        if isinstance(found, MaterialError):
            raise found
        return found
