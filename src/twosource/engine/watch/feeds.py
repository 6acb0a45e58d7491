"""Polling feeds: asked only for what changed, taken apart, and what they tell of queued."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from twosource.documents.alternates import feeds_named_in
from twosource.documents.drafts import Draft
from twosource.documents.feeds import entries_from, is_feed
from twosource.documents.records import Captured, captured_in
from twosource.engine.watch.manners import RestingError, Tools
from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import seal
from twosource.sources.addresses import PassingError
from twosource.sources.capture import web_archive
from twosource.sources.fetch import AnsweredError, BusyError, Known, fetch, name_of
from twosource.store.watch_queue import Answered, Feed, Told, WatchQueue

ACCEPT = "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
MOST_ENTRIES = 5_000
_LONGEST_PAUSE = {True: 3_600.0, False: 86_400.0}
"""The longest wait of a feed that fails, in seconds: an hour where it may be the network between,
a day where its server answered that it cannot be had."""
_GONE = 410


@dataclass(frozen=True, slots=True)
class Polled:
    """What came of asking a feed.

    Attributes:
        url: The feed.
        title: What it calls itself; ``""`` where it did not say.
        changed: Whether its server had something else than before.
        queued: How many entries are new or told otherwise.
        problems: What was wrong.
        failed: Whether it could not be read at all.
    """

    url: str
    title: str = ""
    changed: bool = False
    queued: int = 0
    problems: tuple[Unreadable, ...] = ()
    failed: bool = False


def poll(tools: Tools, feed: Feed) -> Polled | None:
    """Ask a feed, keep its answer, and queue what it tells.

    Returns:
        What came of it; ``None`` where its host has to be left alone for now.

    Raises:
        SettingsError: If it cannot be written down.
    """
    queue, world = tools.queue, tools.world
    known = Known(feed.etag, feed.modified)
    try:
        got = fetch(feed.url, world.guard, world.limits, known, tools.manners.manner(ACCEPT))
        if not got.changed:
            now = world.now()
            queue.answered(
                feed.url, Answered("", feed.etag, feed.modified, now, now + tools.interval), []
            )
            return Polled(feed.url, feed.title)
        answer = web_archive(got.exchanges)
        told = _taken_apart(answer)
    except RestingError as error:
        queue.put_off_feed(feed.url, error.until)
        return None
    except MaterialError as error:
        return _failed(tools, feed, error)
    now = world.now()
    tools.archive.put_answer(name_of(feed.url), answer)
    queued = queue.answered(
        feed.url,
        Answered(told.title, got.known.etag, got.known.modified, now, now + tools.interval),
        told.entries,
    )
    return Polled(feed.url, told.title or feed.title, True, queued, told.problems)


@dataclass(frozen=True, slots=True)
class _FeedTold:
    title: str
    entries: tuple[Told, ...]
    problems: tuple[Unreadable, ...]


def _taken_apart(archive: bytes) -> _FeedTold:
    """The entries of the feed that an answer holds.

    Raises:
        MaterialError: If it holds none; the message names the feeds that a page names.
    """
    captured = next(iter(captured_in(archive)), None)
    if captured is None or not (captured.body or captured.broken):
        raise MaterialError("the feed", "answers with nothing", "check the address")
    if captured.broken:
        raise MaterialError(captured.url, captured.broken, "try it later")
    if not is_feed(captured.body):
        raise _no_feed(captured)
    title = ""
    entries: dict[str, Told] = {}
    problems: list[Unreadable] = []
    for item in entries_from(seal(captured.url, captured.body)):
        if isinstance(item, Unreadable):
            problems.append(item)
        elif len(entries) < MOST_ENTRIES:
            entry = _told(item)
            entries.setdefault(entry.url, entry)
            title = title or item.publisher or ""
    if not entries:
        # A feed may be empty for a while, which is no fault of it.
        problems = [one for one in problems if not one.what.startswith("is a feed without")]
    return _FeedTold(title, tuple(entries.values()), tuple(problems))


def _told(draft: Draft) -> Told:
    published = None if draft.published is None else draft.published.at
    post = {
        "title": draft.title,
        "text": draft.text,
        "publisher": draft.publisher,
        "byline": draft.byline,
        "published": published,
        "url": draft.url,
    }
    told = json.dumps({k: v for k, v in post.items() if v is not None}, ensure_ascii=True)
    mark = hashlib.sha256(f"{draft.title}\0{draft.text}\0{published}".encode("utf-8", "replace"))
    url, host = _address(draft.url or "")
    return Told(url or f"urn:sha256:{mark.hexdigest()}", host, told, mark.hexdigest())


def _address(url: str) -> tuple[str, str]:
    """An address without its mark, and its host; nothing where it is none."""
    try:
        return urldefrag(url).url, urlsplit(url).hostname or ""
    except ValueError:
        return "", ""


def _no_feed(captured: Captured) -> MaterialError:
    """The word on an answer that is no feed: what it is, and what could be watched instead."""
    what = "is a web page, not a feed" if _is_page(captured) else "is no RSS or Atom feed"
    named = list(_feeds_named(captured))
    if not named:
        return MaterialError(captured.url, what, "name the address of the feed itself")
    listed = ", ".join(named)
    return MaterialError(captured.url, f"{what}; it names {listed}", "watch one of these instead")


def _feeds_named(captured: Captured) -> Iterator[str]:
    """The feeds that a page names, each with its title, as far as they have addresses."""
    for one in feeds_named_in(captured.body, captured.charset):
        try:
            url = urljoin(captured.url, one.href)
        except ValueError:
            continue
        if url.startswith(("http://", "https://")):
            yield f"{url} ({one.title})" if one.title else url


def _is_page(captured: Captured) -> bool:
    start = captured.body[:4_000].lower()
    return "html" in captured.kind or b"<html" in start or b"<!doctype html" in start


def _again(tools: Tools, error: MaterialError, feed: Feed) -> float:
    """Seconds until a feed that failed is asked again, which double each time."""
    longest = _LONGEST_PAUSE[isinstance(error, PassingError) and not isinstance(error, BusyError)]
    pause = tools.interval * 2.0 ** min(feed.failures + 1, 16)
    pause = min(pause, max(longest, tools.interval))
    if isinstance(error, BusyError):
        return max(pause, tools.manners.busy(feed.url, error))
    return pause


def _failed(tools: Tools, feed: Feed, error: MaterialError) -> Polled:
    ended = isinstance(error, AnsweredError) and error.status == _GONE
    problem = Unreadable(feed.url, error.what, error.remedy)
    if ended:
        remedy = "it is not asked any more; name another feed"
        problem = Unreadable(feed.url, f"{error.what}: it is gone for good", remedy)
    now = tools.world.now()
    due = now + _again(tools, error, feed)
    tools.queue.failed(feed.url, f"{problem.what}; {problem.remedy}", now, due, ended=ended)
    return Polled(feed.url, feed.title, problems=(problem,), failed=True)


def due_feeds(queue: WatchQueue, now: float) -> Iterator[Feed]:
    """The feeds that are to be asked, those that wait longest first."""
    due = [feed for feed in queue.feeds() if feed.due <= now and not feed.ended]
    yield from sorted(due, key=lambda feed: (feed.due, feed.url))
