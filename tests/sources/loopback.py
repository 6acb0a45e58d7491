"""A server on the loopback of this machine that answers as its test says, byte for byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = bytes | Callable[[socket.socket], None]
Script = Callable[[str, dict[str, str]], Answer]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer; in the names of headers an underscore stands for a hyphen."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def moved(url: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return answer(status=status, Location=url)


class Served:
    """A running server.

    Attributes:
        port: Where it listens.
        asked: The paths that were asked for, in order.
        headers: Of the last request, names in lower case.
        body: Of the last request.
    """

    def __init__(self, script: Script, number: str = "127.0.0.1") -> None:
        self._script = script
        self._socket = socket.socket(socket.AF_INET6 if ":" in number else socket.AF_INET)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((number, 0))
        self._socket.listen(8)
        self.port: int = self._socket.getsockname()[1]
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.body = b""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def url(self, path: str = "/", host: str = "news.example") -> str:
        """An address on this server, by a name that the test's resolver knows."""
        return f"http://{host}:{self.port}{path}"

    def stop(self) -> None:
        """Stop listening."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            data = b""
            while b"\r\n\r\n" not in data and (piece := connection.recv(65536)):
                data += piece
            head, _, self.body = data.partition(b"\r\n\r\n")
            first, *rest = head.decode("latin-1").split("\r\n")
            path = first.split(" ")[1]
            self.asked.append(path)
            self.headers = {k.lower(): v.strip() for k, _, v in (x.partition(":") for x in rest)}
            length = int(self.headers.get("content-length", "0"))
            while len(self.body) < length and (piece := connection.recv(65536)):
                self.body += piece
            given = self._script(path, self.headers)
            if isinstance(given, bytes):
                connection.sendall(given)
            else:
                given(connection)
        except OSError:
            return


@contextmanager
def serving(script: Script, number: str = "127.0.0.1") -> Iterator[Served]:
    """Run a server for the length of a block."""
    server = Served(script, number)
    try:
        yield server
    finally:
        server.stop()
