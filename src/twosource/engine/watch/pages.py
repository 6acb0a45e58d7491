"""Fetching what feeds tell of: each page once, and what the feed said of it where there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from twosource.documents.extract import reports_from
from twosource.engine.watch.manners import RestingError, Tools
from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import Original, seal
from twosource.model.report import Report
from twosource.sources.addresses import PassingError
from twosource.sources.capture import web_archive
from twosource.sources.fetch import BusyError, Fetched, Known, fetch, name_of
from twosource.store.watch_queue import Entry

ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5"
TRIES = 6
"""How often a page is asked for that may answer later, before what its feed said is kept."""
_FIRST_PAUSE, _LONGEST_PAUSE = 300.0, 7_200.0
_WARC, _POSTS = ".warc.gz", ".jsonl"
_AS_TOLD = "kept as its feed told it"


@dataclass(frozen=True, slots=True)
class Page:
    """What came of an entry.

    Attributes:
        url: Its address.
        fresh: Whether there is something new to take in.
        problem: What was wrong; ``None`` where nothing was.
    """

    url: str
    fresh: bool
    problem: Unreadable | None = None


def fetch_entry(tools: Tools, entry: Entry) -> Page:
    """Fetch an entry and keep its original in the queue, or put it off.

    Where its page is not to be had, or holds no report, what the feed said of it is the original:
    a post in JSON lines.

    Raises:
        SettingsError: If it cannot be written down.
    """
    if entry.url.startswith("urn:"):
        return _as_told(tools, entry, None)
    known = Known(entry.etag, entry.modified)
    world = tools.world
    try:
        got = fetch(entry.url, world.guard, world.limits, known, tools.manners.manner(ACCEPT))
    except RestingError as error:
        tools.queue.put_off(entry.url, error.until, error.what, counts=False)
        return Page(entry.url, fresh=False)
    except PassingError as error:
        return _later(tools, entry, error)
    except MaterialError as error:
        return _as_told(tools, entry, Unreadable(entry.url, error.what, _AS_TOLD))
    if not got.changed:
        tools.queue.settle([entry.url], world.now())
        return Page(entry.url, fresh=False)
    return _kept(tools, entry, got)


def _kept(tools: Tools, entry: Entry, got: Fetched) -> Page:
    original = seal(name_of(entry.url), web_archive(got.exchanges))
    text = _text_of(original)
    if not text:
        bad = [item for item in reports_from(original) if isinstance(item, Unreadable)]
        what = bad[0].what if bad else "holds no report"
        return _as_told(tools, entry, Unreadable(entry.url, what, _AS_TOLD))
    return _put(tools, entry, original, text, got.known)


def _put(tools: Tools, entry: Entry, original: Original, text: str, known: Known) -> Page:
    """Keep an original, unless its text is what it was the last time."""
    if text == entry.text:
        tools.queue.settle([entry.url], tools.world.now())
        return Page(entry.url, fresh=False)
    tools.queue.fetched(entry.url, original, text, (known.etag, known.modified))
    return Page(entry.url, fresh=True)


def _later(tools: Tools, entry: Entry, error: PassingError) -> Page:
    """Put an entry off, unless that was done often enough."""
    pause = min(_FIRST_PAUSE * 2.0**entry.tries, _LONGEST_PAUSE)
    if isinstance(error, BusyError):
        pause = max(pause, tools.manners.busy(entry.url, error))
    if entry.tries + 1 >= TRIES:
        what = f"{error.what}, for the {TRIES}th time"
        return _as_told(tools, entry, Unreadable(entry.url, what, _AS_TOLD))
    tools.queue.put_off(entry.url, tools.world.now() + pause, error.what)
    return Page(entry.url, fresh=False)


def _as_told(tools: Tools, entry: Entry, problem: Unreadable | None) -> Page:
    if entry.text and problem is not None:
        tools.queue.settle([entry.url], tools.world.now())
        return Page(entry.url, False, replace(problem, remedy="what was kept before stays"))
    stem = name_of(entry.url).removesuffix(_WARC)
    if entry.url.startswith("urn:"):
        stem = f"{name_of(entry.feed).removesuffix(_WARC)}/{entry.url.rpartition(':')[2][:16]}"
    original = seal(f"{stem}{_POSTS}", f"{entry.told}\n".encode("ascii"))
    text = _text_of(original)
    if not text:
        tools.queue.settle([entry.url], tools.world.now())
        return Page(entry.url, fresh=False, problem=problem)
    page = _put(tools, entry, original, text, Known())
    return Page(page.url, page.fresh, problem)


def _text_of(original: Original) -> str:
    """A hash over the texts of the reports in an original; nothing where it holds none."""
    texts = [item.text for item in reports_from(original) if isinstance(item, Report)]
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest() if texts else ""
