"""Fetching addresses, when asked to: guarded, bounded, without cookies, kept as a web archive."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore2

from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import Original, seal
from twosource.sources.addresses import PUBLIC, Guard, Place, refused
from twosource.sources.capture import Exchange, web_archive, writer_of_archives
from twosource.sources.connection import CheckedNetwork, Deadline

USER_AGENT = "twosource (reads a page once, on request of a person)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5"
_NOT_MODIFIED = 304
_MOVED = frozenset({301, 302, 303, 307, 308})
_LATER = "try it later, or save the page yourself and add the file"
_UNSAFE = re.compile(r"[^A-Za-z0-9._/-]+|//+")
_LONGEST_NAME = 120

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch goes.

    Attributes:
        seconds: For everything, redirects included.
        pause: For the next bytes.
        size: Bytes of one answer.
        redirects: Hops.
    """

    seconds: float = 60.0
    pause: float = 15.0
    size: int = 20_000_000
    redirects: int = 8


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an earlier fetch, to ask whether anything changed since.

    Attributes:
        etag, modified: The answer's ``ETag`` and ``Last-Modified``, as the server sent them.
    """

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> Headers:
        """The conditional request headers (RFC 9110, section 13.1)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return tuple((name, value) for name, value in pairs if value)


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    Attributes:
        url: The address that was asked for.
        exchanges: Each request with its answer, redirects first; the last one is the answer.
    """

    url: str
    exchanges: tuple[Exchange, ...]

    @property
    def status(self) -> int:
        """Status of the answer: 200, or 304 where nothing changed since."""
        return self.exchanges[-1].status

    @property
    def body(self) -> bytes:
        """The answer's bytes as sent, which the server may have packed."""
        return self.exchanges[-1].body

    @property
    def changed(self) -> bool:
        """Whether there is anything new, as far as was asked for."""
        return self.status != _NOT_MODIFIED

    @property
    def known(self) -> Known:
        """What to ask with the next time."""
        headers = dict(self.exchanges[-1].lowered())
        return Known(headers.get("etag"), headers.get("last-modified"))


def fetch(
    url: str, guard: Guard = PUBLIC, limits: Limits = LIMITS, known: Known = NOTHING_KNOWN
) -> Fetched:
    """Fetch an address, following redirects as far as the guard allows each of them.

    Args:
        url: The address.
        guard: What may be connected to.
        limits: How far to go.
        known: What is known of an earlier fetch of it.

    Raises:
        MaterialError: If it may not or cannot be fetched; the message says why.
    """
    deadline = Deadline(time.monotonic() + limits.seconds, limits.pause)
    place = guard.place(urldefrag(url).url)
    met = {place.url}
    exchanges: list[Exchange] = []
    while True:
        exchange = _exchanged(place, guard, limits, deadline, known)
        exchanges.append(exchange)
        if exchange.status not in _MOVED:
            break
        place = _next_place(url, place, exchange, guard)
        if place.url in met:
            raise refused(url, "redirects in a circle")
        if len(met) > limits.redirects:
            raise refused(url, f"redirects more than {limits.redirects} times")
        met.add(place.url)
    status = exchanges[-1].status
    if status not in {200, _NOT_MODIFIED}:
        raise refused(url, f"answers {status} {exchanges[-1].reason}".strip(), "check the address")
    return Fetched(url, tuple(exchanges))


def _next_place(url: str, place: Place, exchange: Exchange, guard: Guard) -> Place:
    """Where a redirect leads, if it may be followed there.

    Raises:
        MaterialError: If it may not; the message names the address that was asked for.
    """
    target = dict(exchange.lowered()).get("location")
    if not target:
        raise refused(url, f"answers {exchange.status} without saying where to go on")
    try:
        led_to = urldefrag(urljoin(place.url, target)).url
    except ValueError:
        raise refused(url, "redirects to what is no address") from None
    try:
        return guard.place(led_to)
    except MaterialError as error:
        raise refused(url, f"redirects to {error.name}, which {error.what}") from error


def _exchanged(
    place: Place, guard: Guard, limits: Limits, deadline: Deadline, known: Known
) -> Exchange:
    """Ask once and read the answer, no further than the limit."""
    asked: Headers = (
        ("Host", _host(place)),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Accept-Language", "en, *;q=0.5"),
        ("Connection", "close"),
        *known.headers(),
    )
    network = CheckedNetwork(guard, place.url, deadline)
    try:
        with (
            httpcore2.ConnectionPool(network_backend=network, max_keepalive_connections=0) as pool,
            pool.stream("GET", _exactly(place), headers=list(asked)) as answer,
        ):
            return Exchange(
                url=place.url,
                target=place.target,
                asked=asked,
                address=network.address,
                at=datetime.now(UTC).replace(microsecond=0),
                status=answer.status,
                reason=_text(answer.extensions.get("reason_phrase", b"")),
                headers=tuple((_text(name), _text(value)) for name, value in answer.headers),
                body=_read(place.url, answer.iter_stream(), limits.size),
            )
    except httpcore2.TimeoutException as error:
        what = f"took longer than {limits.seconds:g} seconds, or paused for {limits.pause:g}"
        raise refused(place.url, what, _LATER) from error
    except httpcore2.ConnectError as error:
        raise refused(place.url, f"cannot be connected to ({_cause(error)})", _LATER) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as e:
        raise refused(place.url, f"answers in a way that cannot be read ({_cause(e)})") from e


def _read(url: str, pieces: Iterator[bytes], most: int) -> bytes:
    found: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise refused(url, f"sends more than the {most:,} bytes that are read")
        found.append(piece)
    return b"".join(found)


def _exactly(place: Place) -> httpcore2.URL:
    """The place as the library takes it, in parts, so that nobody reads the address again."""
    host = f"[{place.host}]" if ":" in place.host else place.host
    return httpcore2.URL(
        scheme=place.scheme.encode(), host=host.encode(), port=place.port, target=place.target
    )


def _host(place: Place) -> str:
    return urlsplit(place.url).netloc


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def _cause(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


class FetchSource:
    """Originals from addresses: for each one, a web archive with what it answered.

    Args:
        urls: The addresses, in order; each is asked once.
        guard: What may be connected to.
        limits: How far each fetch goes.
    """

    def __init__(self, urls: Sequence[str], guard: Guard = PUBLIC, limits: Limits = LIMITS) -> None:
        self._urls = tuple(dict.fromkeys(urls))
        self._guard = guard
        self._limits = limits

    def originals(self) -> Iterator[Original | Unreadable]:
        """Fetch the addresses one after the other.

        Raises:
            MissingExtraError: If what writes web archives is not installed.
        """
        writer_of_archives()
        for url in self._urls:
            try:
                got = fetch(url, self._guard, self._limits)
            except MaterialError as error:
                yield Unreadable(error.name, error.what, error.remedy)
            else:
                yield seal(name_of(url), web_archive(got.exchanges))


def name_of(url: str) -> str:
    """The name of the original that an address gives: host and path, safe as a file name.

    The same address has the same name, so that what it answers later stands beside it as a later
    version. Addresses that differ by more than ``http`` for ``https``, a final slash or a mark
    within the page have names that differ.
    """
    parts = urlsplit(urldefrag(url).url)
    exact = f"{(parts.hostname or '').lower()}{parts.path.rstrip('/')}"
    words = _UNSAFE.sub("-", exact)
    told = parts.query or words != exact or len(words) > _LONGEST_NAME or "/." in words
    mark = f"-{sha256(url.encode('utf-8', 'replace')).hexdigest()[:8]}" if told else ""
    return f"{words[:_LONGEST_NAME].replace('/.', '/-')}{mark}.warc.gz"
