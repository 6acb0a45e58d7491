"""How a watch stands: its feeds, its cases, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.engine.watch.manners import Tools
from twosource.engine.watch.world import written_time


@dataclass(frozen=True, slots=True)
class FeedStanding:
    """A feed as it stands. Times are ISO 8601, UTC; ``None`` where there was none.

    Attributes:
        url, title: Its address, and what it calls itself.
        looked, changed: When it was asked last, and when it last had something new.
        due: When it is asked next; ``None`` where its server said that it is gone.
        failures: How often in a row it could not be read.
        problem: Why not, the last time.
    """

    url: str
    title: str
    looked: str | None
    changed: str | None
    due: str | None
    failures: int
    problem: str


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """A case that is watched: its place, the events that it follows, and since when."""

    case: str
    events: tuple[str, ...]
    since: str


@dataclass(frozen=True, slots=True)
class WatchStanding:
    """How a watch stands.

    Attributes:
        feeds: The feeds.
        cases: The cases.
        entries: How many entries there are, by how far they have come.
    """

    feeds: tuple[FeedStanding, ...]
    cases: tuple[CaseStanding, ...]
    entries: dict[str, int]


def standing_of(tools: Tools) -> WatchStanding:
    """How the watch on an archive stands."""
    feeds = tuple(
        FeedStanding(
            feed.url,
            feed.title,
            _time(feed.looked),
            _time(feed.changed),
            None if feed.ended else _time(feed.due),
            feed.failures,
            feed.problem,
        )
        for feed in tools.queue.feeds()
    )
    cases = tuple(CaseStanding(*one) for one in tools.queue.watched())
    return WatchStanding(feeds, cases, tools.queue.counts())


def _time(seconds: float | None) -> str | None:
    return None if seconds is None else written_time(seconds)
