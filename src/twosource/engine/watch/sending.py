"""Sending announcements on to the address that was set for them, until it worked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from twosource.engine.watch.world import World, seconds_asked, written_time
from twosource.errors import MaterialError, SettingsError
from twosource.model.identity import content_id
from twosource.sources.addresses import Guard, PassingError
from twosource.sources.posting import Message, Receiver, post
from twosource.store.kept import KeptCase, open_kept
from twosource.store.watched import Announced, note_sending, unsent

TRIES = 10
"""How often an announcement is sent before it is given up."""
_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 21_600.0
_GONE = 410
_DONE = range(200, 300)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending an announcement on.

    Attributes:
        case: Place of the case.
        seq: Number of the announcement.
        problem: Why it was not sent; ``""`` where it was.
        again: When it is tried again, in seconds since 1970; ``None``: not any more.
    """

    case: str
    seq: int
    problem: str = ""
    again: float | None = None


def receiver_at(url: str, secret: str, agent: str, inside: str) -> Receiver:
    """Where announcements are sent on.

    Args:
        url: The address. Whoever set it also chose its port, so that any will do.
        secret: What they are signed with; nothing: they are not.
        agent: What the request says of who sends.
        inside: The number of an address that is not public where it may be; nothing: none may.

    Raises:
        SettingsError: If that number is none.
    """
    if inside:
        try:
            inside = str(ip_address(inside))
        except ValueError as error:
            raise SettingsError(
                f"watch.inside is {inside!r} and must be the number of an address, as in 127.0.0.1"
            ) from error
    try:
        port = urlsplit(url).port
    except ValueError:
        port = None  # what is wrong with it is told when it is looked at
    allowed, ports = ({inside} if inside else set()), ({port} if port else set())
    return Receiver(url, secret, agent, Guard(frozenset(allowed), frozenset(ports)))


def send_on(place: str, to: Receiver | None, world: World) -> Iterator[Sent]:
    """Send the announcements of a case that are due.

    Args:
        place: The case.
        to: Where they are sent; ``None``: nothing is set any more, and they are given up.
        world: The clock.

    Raises:
        SettingsError: If the case cannot be opened or written.
    """
    with open_kept(place) as kept:
        for one in unsent(kept):
            if one.due is None or one.due > world.now():
                continue
            result = _sent(kept, one, to, world)
            at = "" if result.problem else written_time(world.now())
            note_sending(kept, one.seq, due=result.again, sent=at, problem=result.problem)
            yield result


def next_sending(place: str) -> float | None:
    """When an announcement of a case is to be sent next, in seconds since 1970."""
    with open_kept(place) as kept:
        dues = [one.due for one in unsent(kept) if one.due is not None]
    return min(dues, default=None)


def _sent(kept: KeptCase, one: Announced, to: Receiver | None, world: World) -> Sent:
    if to is None:
        return Sent(kept.named, one.seq, "no webhook is set any more")
    message = Message(
        content_id("an", kept.named, one.seq, one.at),
        int(world.now()),
        one.document.encode("ascii"),
    )
    try:
        status, retry_after = post(message, to)
    except PassingError as error:
        return _again(kept, one, error.what, 0.0, world)
    except MaterialError as error:
        return Sent(kept.named, one.seq, f"{error.what}; {error.remedy}")
    if status in _DONE:
        return Sent(kept.named, one.seq)
    if status == _GONE:
        return Sent(
            kept.named,
            one.seq,
            f"the webhook answers {status}: it is gone for good",
        )
    what = f"the webhook answers {status}"
    return _again(kept, one, what, seconds_asked(retry_after, world.now()), world)


def _again(kept: KeptCase, one: Announced, what: str, asked: float, world: World) -> Sent:
    if one.tries + 1 >= TRIES:
        return Sent(kept.named, one.seq, f"{what}; given up after {TRIES} times")
    pause = max(asked, min(_FIRST_PAUSE * 2.0**one.tries, _LONGEST_PAUSE))
    return Sent(kept.named, one.seq, what, world.now() + pause)
