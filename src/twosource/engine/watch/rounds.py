"""The rounds of a watch: poll, fetch, take in, announce, send on; and the rest until the next.

Each step is kept before the next begins. Whoever is killed between two goes on with what is there:
feeds that are due, entries that wait, originals that were fetched, arrivals that were not
announced, announcements that were not sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from twosource.engine.archive.desk import add_originals_to_archive
from twosource.engine.watch.cases import Examining, bring_in, note_look
from twosource.engine.watch.feeds import Polled, due_feeds, poll
from twosource.engine.watch.manners import Manners, Tools
from twosource.engine.watch.pages import Page, fetch_entry
from twosource.engine.watch.sending import Sent, next_sending, send_on
from twosource.engine.watch.world import AGENT, World
from twosource.errors import InvariantError, MaterialError, SettingsError, TwosourceError
from twosource.model.announcement import Announcement
from twosource.model.case import Unreadable
from twosource.sources.capture import writer_of_archives
from twosource.sources.posting import Receiver, check_receiver
from twosource.store.archive import make_archive, open_archive
from twosource.store.sqlite_file import HeldError
from twosource.store.watch_queue import WatchQueue

AT_ONCE = 25
"""Pages that are fetched before they are taken in and announced."""
LONGEST_REST = 30.0
"""Seconds after which a watch that rests looks whether somebody named more feeds."""


@dataclass(frozen=True, slots=True)
class Watching:
    """How a watch goes about it.

    Attributes:
        examining: How reports are taken in and cases examined.
        interval: Seconds between two looks at a feed.
        rate: Seconds between two requests to one host.
        agent: What requests say of who asks.
        receiver: Where announcements are sent on; ``None``: nowhere.
        world: The clock and the network.
    """

    examining: Examining
    interval: float = 900.0
    rate: float = 5.0
    agent: str = AGENT
    receiver: Receiver | None = None
    world: World = field(default_factory=World)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Reports that were taken into the archive.

    Attributes:
        originals, reports: How many are new.
        unreadable: What could not be read.
    """

    originals: int
    reports: int
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong with a watched case, or with the archive; the watch goes on.

    Attributes:
        case: Place of the case, or of the archive.
        what: What went wrong.
    """

    case: str
    what: str


Happened = Polled | Page | TakenIn | Announcement | Sent | Trouble


@contextmanager
def tools_for(place: Path, how: Watching, *, make: bool = True) -> Iterator[Tools]:
    """The tools of a watch on an archive.

    Args:
        place: The archive.
        how: How to watch.
        make: Whether it is made if it is not there.

    Raises:
        NotFoundError: If it is not there and is not to be made.
        MissingExtraError: If what writes web archives is not installed.
        SettingsError: If the archive cannot be opened, or announcements cannot be sent where they
            should be.
    """
    writer_of_archives()
    if how.receiver is not None:
        try:
            check_receiver(how.receiver)
        except MaterialError as error:
            raise SettingsError(f"the webhook {error}") from error
    archive = make_archive(place) if make else open_archive(place)
    with WatchQueue(archive.queue) as queue:
        manners = Manners(queue, how.world, how.agent, how.rate)
        yield Tools(archive, queue, how.world, manners, how.interval)


def watch_round(tools: Tools, how: Watching) -> Iterator[Happened]:
    """Do all that is due, each feed once.

    Yields:
        What happened, as it happens.
    """
    asked: set[str] = set()
    troubled: set[str] = set()
    first = True
    while True:
        for feed in due_feeds(tools.queue, tools.world.now()):
            if feed.url not in asked:
                asked.add(feed.url)
                polled = poll(tools, feed)
                yield from () if polled is None else (polled,)
        yield from _pages(tools)
        taken = _taken_in(tools, how)
        yield from () if taken is None else (taken,)
        if isinstance(taken, TakenIn) or first:
            for told in _announced(tools, how):
                troubled |= {told.case} if isinstance(told, Trouble) else set()
                yield told
        first = False
        if tools.queue.next_entry(tools.world.now()) is None:
            break
    yield from _sent_on(tools, how, troubled)


def watch_on(tools: Tools, how: Watching) -> Iterator[Happened]:
    """Watch until the caller stops asking, round after round."""
    while True:
        troubled = False
        for happened in watch_round(tools, how):
            troubled = troubled or isinstance(happened, Trouble)
            yield happened
        if troubled:
            # What cannot be written down would be due again at once.
            tools.world.wait(LONGEST_REST)
        while (rest := rest_left(tools)) > 0:
            tools.world.wait(min(rest, LONGEST_REST))


def rest_left(tools: Tools) -> float:
    """Seconds until something is due; an interval where nothing is."""
    places = [tools.opened_by(place) for place, *_ in tools.queue.watched()]
    dues = [tools.queue.next_due(), *(_next_sending(place) for place in places)]
    known = [due for due in dues if due is not None]
    return min(known) - tools.world.now() if known else tools.interval


def _next_sending(place: str) -> float | None:
    try:
        return next_sending(place)
    except TwosourceError:
        return None  # the round tells what is wrong with it


def _pages(tools: Tools) -> Iterator[Page]:
    fresh = 0
    while fresh < AT_ONCE and (entry := tools.queue.next_entry(tools.world.now())) is not None:
        page = fetch_entry(tools, entry)
        fresh += page.fresh
        yield page


def _taken_in(tools: Tools, how: Watching) -> TakenIn | Trouble | None:
    """Take what was fetched into the archive, and let its entries rest.

    While another process takes reports in, what was fetched waits in the queue.
    """
    found = tools.queue.originals()
    if not found:
        return None
    originals = [original for _, original in found]
    try:
        done = add_originals_to_archive(
            tools.archive, originals, how.examining.work, how.examining.progress
        )
    except HeldError:
        what = "another process takes reports into it; what was fetched waits until that has ended"
        return Trouble(str(tools.archive.place), what)
    tools.queue.settle([url for url, _ in found], tools.world.now())
    return TakenIn(done.originals, done.reports, done.unreadable)


def _announced(tools: Tools, how: Watching) -> Iterator[Announcement | Trouble]:
    """Bring what is new into the watched cases; one that fails stops no other."""
    due = None if how.receiver is None else tools.world.now()
    for place, events, _ in tools.queue.watched():
        problem = ""
        try:
            found = bring_in(tools, tools.opened_by(place), events, how.examining, due)
            yield from () if found is None else (found,)
        except InvariantError:
            raise
        except TwosourceError as error:
            problem = str(error)
            yield Trouble(place, problem)
        try:
            note_look(tools, tools.opened_by(place), events, problem)
        except TwosourceError as error:
            yield from () if problem else (Trouble(place, str(error)),)


def _sent_on(tools: Tools, how: Watching, troubled: set[str]) -> Iterator[Sent | Trouble]:
    """Send on what was announced, but in cases of which is told already what is wrong."""
    for place in (place for place, *_ in tools.queue.watched() if place not in troubled):
        try:
            yield from send_on(tools.opened_by(place), how.receiver, tools.world)
        except TwosourceError as error:
            yield Trouble(place, str(error))
