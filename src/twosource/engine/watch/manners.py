"""Manners: what a site forbids is left alone, and no site is asked more often than it should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from twosource.documents.decode import decode
from twosource.documents.records import captured_in
from twosource.engine.watch.world import World, seconds_asked
from twosource.errors import MaterialError
from twosource.sources.addresses import PassingError, Place, passing, refused
from twosource.sources.asking import Limits
from twosource.sources.capture import web_archive
from twosource.sources.fetch import AnsweredError, BusyError, Fetched, Manner, fetch
from twosource.sources.robots import LARGEST, delay_asked, may_ask
from twosource.store.archive import Archive
from twosource.store.watch_queue import WatchQueue

PATIENCE = 60.0
"""Seconds that a request waits for its host; a host that rests longer is asked another time."""
REST = 60.0
"""Seconds that a host is left alone that is too busy and does not say for how long."""
_FILE = "/robots.txt"
_GOOD_FOR = 86_400.0
"""Seconds for which a ``robots.txt`` is not asked for again (RFC 9309, section 2.4)."""


class RestingError(PassingError):
    """A host that is not to be asked before a time.

    Args:
        url: What was to be asked for.
        until: The time, in seconds since 1970.
    """

    def __init__(self, url: str, until: float) -> None:
        super().__init__(
            url, "its host is left alone for a while", "nothing to do; it is asked later"
        )
        self.until = until


class Manners:
    """How a watch asks.

    Args:
        queue: Where it is written down when a host may be asked again.
        world: The clock and the network.
        agent: What requests say of who asks.
        rate: Seconds between two requests to one host.
    """

    def __init__(self, queue: WatchQueue, world: World, agent: str, rate: float) -> None:
        self._queue = queue
        self._world = world
        self._agent = agent
        self._rate = rate

    def manner(self, accept: str) -> Manner:
        """How a page or a feed is fetched."""
        turned: set[str] = set()

        def before(place: Place) -> None:
            self._before(place, again=place.host in turned)
            turned.add(place.host)

        return Manner(self._agent, accept, before)

    def busy(self, url: str, error: BusyError) -> float:
        """Leave a host alone that answered that it is too busy; gives for how many seconds."""
        now = self._world.now()
        seconds = seconds_asked(error.retry_after, now) or REST
        self._queue.rest(_host(url), now + seconds)
        return seconds

    def _before(self, place: Place, *, again: bool) -> None:
        """Wait until a place may be asked.

        Args:
            place: The place.
            again: Whether its host was asked within the same fetch, from where a redirect led on.

        Raises:
            MaterialError: If its site forbids it.
            PassingError: If it is not to be asked now.
        """
        robots = self._robots(place)
        if not may_ask(robots, place.url, self._agent):
            raise refused(place.url, f"is forbidden to programs by its site's {_FILE}")
        seconds = max(self._rate, delay_asked(robots, self._agent))
        self._turn(place, seconds, again=again)

    def _turn(self, place: Place, seconds: float, *, again: bool = False) -> None:
        """Wait for the turn of a host, and set its next one.

        A fetch that was begun is brought to its end, however long its host wants to rest: put off
        in the middle it would begin from its first address the next time, and so on for ever.
        """
        now, ready = self._world.now(), self._queue.ready(place.host)
        if ready - now > PATIENCE and not again:
            raise RestingError(place.url, ready)
        if ready > now:
            self._world.wait(min(ready - now, PATIENCE))
        self._queue.rest(place.host, self._world.now() + seconds)

    def _robots(self, place: Place) -> str:
        """What a site forbids; nothing where it has no such file, or none that can be had.

        Raises:
            PassingError: If the site does not answer now: until it does, nothing is asked of it
                (RFC 9309, section 2.3.1.4).
        """
        origin = Place(place.scheme, place.host, place.port, "").url
        now = self._world.now()
        known = self._queue.robots(origin, now - _GOOD_FOR)
        if known is not None:
            return known
        limits = Limits(self._world.limits.seconds, self._world.limits.pause, LARGEST, 5)
        manner = Manner(self._agent, "text/plain", lambda hop: self._turn(hop, self._rate))
        try:
            text = _words(fetch(origin + _FILE, self._world.guard, limits, manner=manner))
        except BusyError as error:
            self.busy(origin, error)
            raise passing(error.name, error.what, "nothing to do; it is asked later") from error
        except PassingError:
            raise
        except AnsweredError:
            text = ""
        except MaterialError:
            # What is wrong with the host is told by the request that follows, in its own words.
            return ""
        self._queue.put_robots(origin, text, self._world.now())
        return text


@dataclass(frozen=True, slots=True)
class Tools:
    """What every step of a watch works with.

    Attributes:
        archive: Where reports go.
        queue: Where it is kept how far everything has come.
        world: The clock and the network.
        manners: How to ask.
        interval: Seconds between two looks at a feed.
        given: Whole addresses of cases that this process was given, by what is written of them.
    """

    archive: Archive
    queue: WatchQueue
    world: World
    manners: Manners
    interval: float
    given: dict[str, str] = field(default_factory=dict)

    def opened_by(self, place: str) -> str:
        """What a case is opened by whose place is read from the queue, which keeps no password."""
        return self.given.get(place, place)


def _words(fetched: Fetched) -> str:
    """The text of a ``robots.txt``, unpacked within bounds."""
    for captured in captured_in(web_archive(fetched.exchanges)):
        decoded = decode(captured.body[:LARGEST], captured.charset)
        if decoded is not None:
            return decoded.text
    return ""


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
