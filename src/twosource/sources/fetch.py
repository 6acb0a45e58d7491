"""Fetching addresses, when asked to: guarded, bounded, without cookies, kept as a web archive."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urldefrag, urljoin, urlsplit

from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import Original, seal
from twosource.sources.addresses import PUBLIC, Guard, PassingError, Place, refused, shown
from twosource.sources.asking import LIMITS, Asked, Headers, Limits, exchanged
from twosource.sources.capture import Exchange, web_archive, writer_of_archives
from twosource.sources.connection import Deadline

USER_AGENT = "twosource (reads a page once, on request of a person)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5"
_NOT_MODIFIED = 304
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that say that another time may go better (RFC 9110, section 15; RFC 6585, section 4)."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._/-]+|//+")
_LONGEST_NAME = 120


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


def _at_once(_: Place) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Manner:
    """How addresses are asked.

    Attributes:
        agent: What the request says of who asks.
        accept: Which media types are wanted, as the header ``Accept`` has it.
        before: Called with each place before it is asked, redirects included. It may wait, which
            does not count as time of the fetch, or refuse by a ``MaterialError``.
    """

    agent: str = USER_AGENT
    accept: str = _ACCEPT
    before: Callable[[Place], None] = _at_once

    def headers(self) -> Headers:
        """Headers that say who asks, and for what."""
        return (
            ("User-Agent", self.agent),
            ("Accept", self.accept),
            ("Accept-Encoding", "gzip, deflate"),
            ("Accept-Language", "en, *;q=0.5"),
        )


AT_ONCE = Manner()


class AnsweredError(MaterialError):
    """An address that answered with something else than what it was asked for.

    Args:
        url: The address.
        exchange: Its last answer.
    """

    def __init__(self, url: str, exchange: Exchange) -> None:
        what = f"answers {exchange.status} {exchange.reason}".strip()
        super().__init__(shown(url), what, "check the address")
        self.status = exchange.status
        self.retry_after = dict(exchange.lowered()).get("retry-after", "")


class BusyError(AnsweredError, PassingError):
    """An address that answered that it may be asked another time."""


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
    url: str,
    guard: Guard = PUBLIC,
    limits: Limits = LIMITS,
    known: Known = NOTHING_KNOWN,
    manner: Manner = AT_ONCE,
) -> Fetched:
    """Fetch an address, following redirects as far as the guard allows each of them.

    Args:
        url: The address.
        guard: What may be connected to.
        limits: How far to go.
        known: What is known of an earlier fetch of it.
        manner: Who asks, and what comes before each request.

    Raises:
        MaterialError: If it may not or cannot be fetched; the message says why. It is an
            ``AnsweredError`` where a server answered so, and a ``PassingError`` where it may go
            better another time.
    """
    deadline = Deadline(time.monotonic() + limits.seconds, limits.pause)
    place = guard.place(urldefrag(url).url)
    met = {place.url}
    exchanges: list[Exchange] = []
    asked = Asked((*manner.headers(), *known.headers()))
    while True:
        began = time.monotonic()
        manner.before(place)
        deadline.ends += time.monotonic() - began
        exchange = exchanged(place, asked, guard, limits, deadline)
        exchanges.append(exchange)
        if exchange.status not in _MOVED:
            break
        place = _next_place(url, place, exchange, guard)
        if place.url in met:
            raise refused(url, "redirects in a circle")
        if len(met) > limits.redirects:
            raise refused(url, f"redirects more than {limits.redirects} times")
        met.add(place.url)
    last = exchanges[-1]
    if last.status not in {200, _NOT_MODIFIED}:
        raise (BusyError if last.status in _BUSY else AnsweredError)(url, last)
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
