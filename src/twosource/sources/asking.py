"""Asking one address once: the request, the answer read within bounds, and what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpcore2

from twosource.sources.addresses import Guard, Place, passing, refused
from twosource.sources.capture import Exchange
from twosource.sources.connection import CheckedNetwork, Deadline

LATER = "try it later, or save the page yourself and add the file"
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
class Asked:
    """What is asked of a place.

    Attributes:
        headers: Headers of the request, without ``Host`` and ``Connection``.
        method: Of HTTP.
        content: What is sent along.
    """

    headers: Headers
    method: str = "GET"
    content: bytes = b""


def exchanged(
    place: Place, asked: Asked, guard: Guard, limits: Limits, deadline: Deadline
) -> Exchange:
    """Ask once and read the answer, no further than the limits.

    Raises:
        MaterialError: If the place may not or cannot be asked; a ``PassingError`` where it may
            answer another time.
    """
    headers: Headers = (
        ("Host", urlsplit(place.url).netloc),
        *asked.headers,
        ("Connection", "close"),
    )
    network = CheckedNetwork(guard, place.url, deadline)
    content = asked.content or None
    try:
        with (
            httpcore2.ConnectionPool(network_backend=network, max_keepalive_connections=0) as pool,
            pool.stream(
                asked.method, _exactly(place), headers=list(headers), content=content
            ) as answer,
        ):
            return Exchange(
                url=place.url,
                target=place.target,
                asked=headers,
                address=network.address,
                at=datetime.now(UTC).replace(microsecond=0),
                status=answer.status,
                reason=_text(answer.extensions.get("reason_phrase", b"")),
                headers=tuple((_text(name), _text(value)) for name, value in answer.headers),
                body=_read(place.url, answer.iter_stream(), limits.size),
            )
    except httpcore2.TimeoutException as error:
        what = f"took longer than {limits.seconds:g} seconds, or paused for {limits.pause:g}"
        raise passing(place.url, what, LATER) from error
    except httpcore2.ConnectError as error:
        raise passing(place.url, f"cannot be connected to ({_cause(error)})", LATER) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as e:
        what = f"answers in a way that cannot be read ({_cause(e)})"
        raise passing(place.url, what, "save the page yourself and add the file") from e


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
    """The place as the library takes it, in parts, so that nobody reads the address again.

    The host is the one that is connected to and that a certificate is checked for, so that an
    IPv6 address stands in it without the brackets that it has in an address.
    """
    return httpcore2.URL(
        scheme=place.scheme.encode(), host=place.host.encode(), port=place.port, target=place.target
    )


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def _cause(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
