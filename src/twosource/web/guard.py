"""The guard in front of every route: who may call, from which page, how much, and what is told.

A page of another site that is open in the same browser can send requests to this address. It can
set neither the header that writes need nor the ``Host`` that a name of its own would lead to, and
its ``Origin`` betrays it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.problems import told

WRITE_HEADER = "x-twosource"
MAX_BODY = 100_000_000
"""Bytes of one request; a bundle of files comes in one."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses that the workbench answers under: ``http://127.0.0.1:8477`` and the like."""

    origins: frozenset[str]

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may name as its host."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)


class Guard:
    """Refuses what no page of the workbench sends, and puts the headers of safety on answers.

    Args:
        app: What stands behind it.
        addresses: The addresses that it answers under.
        read_only: Whether every write is refused.
        max_body: Bytes that a request may have.
    """

    def __init__(
        self,
        app: ASGIApp,
        addresses: Addresses,
        *,
        read_only: bool = False,
        max_body: int = MAX_BODY,
    ) -> None:
        self._app = app
        self._addresses = addresses
        self._read_only = read_only
        self._max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        guarded = _guarded(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, _limited(receive, self._max_body), guarded)

    def _refusal(self, scope: Scope) -> Any:  # noqa: ANN401 - a response or None
        headers = Headers(scope=scope)
        writes = scope["method"] not in _SAFE
        if headers.get("host", "") not in self._addresses.hosts:
            hint = "open the address that the terminal shows"
            return told(403, "host", f"the workbench is not at {headers.get('host', '')!r}", hint)
        origin = headers.get("origin")
        if origin is not None and origin not in self._addresses.origins:
            return told(403, "origin", f"a page of {origin!r} may not call the workbench")
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"} and (
            writes or scope["path"].startswith("/api/")
        ):
            return told(403, "origin", "a page of another site may not call the workbench")
        if writes and headers.get(WRITE_HEADER) != "1":
            return told(403, "header", "a write needs the header X-Twosource: 1")
        if writes and self._read_only and scope["path"] not in _ALWAYS:
            hint = "start it without --read-only to decide"
            return told(403, "read-only", "the workbench was opened for reading only", hint)
        return self._too_large(headers)

    def _too_large(self, headers: Headers) -> Any:  # noqa: ANN401 - a response or None
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return told(400, "length", f"{length!r} is no length of a request")
        if int(length) > self._max_body:
            message = f"the request has {int(length):,} bytes, more than {self._max_body:,}"
            return told(413, "too-large", message, "add fewer files at once")
        return None


_ALWAYS = frozenset({"/api/login", "/api/logout", "/api/session/link"})
"""Writes that change no case and no setting."""


def _limited(receive: Receive, most: int) -> Receive:
    """Stop reading a request whose length nothing told, once it is too long."""
    seen = 0

    async def read() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most:
                raise HTTPException(413, f"the request has more than {most:,} bytes")
        return message

    return read


def _guarded(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
