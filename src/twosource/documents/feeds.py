"""Feeds (RSS, Atom, RDF): one report an entry, from what the feed itself holds of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import feedparser

from twosource.documents.drafts import Draft, titled
from twosource.documents.fragments import is_markup, words_of_markup
from twosource.documents.moments import moment_of
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.model.report import Publication

FEED = "feedparser"
_ROOT = re.compile(
    rb"<(?!\?|!)(?:[\w.-]+:)?(?P<name>[\w.-]+)(?=[\s/>])",
)
_ROOTS = frozenset({b"rss", b"feed", b"rdf", b"channel"})
_READ = 64_000
_REMEDY = "save the feed again as its address gives it, or the page as .html"


def is_feed(data: bytes) -> bool:
    """Whether the first element of a file is one that a feed begins with."""
    first = _ROOT.search(data[:_READ].replace(b"\x00", b""))
    return first is not None and first["name"].lower() in _ROOTS


def entries_from(original: Original) -> Iterator[Draft | Unreadable]:
    """Read the entries of a feed. Nothing is fetched from the addresses in it.

    Yields:
        A draft for each entry with a text, in the order of the feed, and one ``Unreadable`` that
        counts the entries without; or one that says why the file is no feed.
    """
    if not is_feed(original.data):
        what = "is XML, but neither an RSS nor an Atom feed"
        yield Unreadable(original.name, what, _REMEDY)
        return
    try:
        # Bytes behind a file, because the library would take a text for an address to fetch.
        feed = feedparser.parse(
            io.BytesIO(original.data), sanitize_html=False, resolve_relative_uris=False
        )
        entries, publisher = feed.entries, _words(feed.feed.get("title"))
        encoding = f"{feed.get('encoding') or 'utf-8'} (declared)"
    except Exception as error:  # noqa: BLE001 - third-party parsers on hostile bytes raise anything
        what = f"is a feed that cannot be taken apart ({type(error).__name__})"
        yield Unreadable(original.name, what, _REMEDY)
        return
    silent = 0
    for number, entry in enumerate(entries, 1):
        draft = _draft(entry, number, publisher, encoding)
        if draft is not None:
            draft = replace(draft, language=_words(feed.feed.get("language")))
        if draft is None:
            silent += 1
        else:
            yield draft
    if not entries:
        what = "is a feed without entries" if not feed.bozo else "is a feed that breaks off"
        yield Unreadable(original.name, what, _REMEDY)
    elif silent:
        what = (
            f"{silent} of its {len(entries)} entries {'holds' if silent == 1 else 'hold'} no text"
        )
        yield Unreadable(original.name, what, "nothing to do; they are titles of pictures or sound")
    elif feed.bozo and not _ends_whole(original.data):
        what = f"breaks off behind entry {len(entries)}"
        yield Unreadable(original.name, what, "save the feed again for what is missing")


def _draft(
    entry: feedparser.FeedParserDict, number: int, publisher: str | None, encoding: str
) -> Draft | None:
    """An entry with its fullest text: its content, else its summary; a title alone is a text."""
    contents = [_prose(content.get("value")) for content in entry.get("content") or []]
    body = max([*contents, _prose(entry.get("summary"))], key=len)
    title = _words(entry.get("title"))
    if not body and not title:
        return None
    title, text = titled(title, body or title or "")
    source = entry.get("source")
    named = _words(source.get("title")) if isinstance(source, dict) else None
    link = entry.get("link")
    return Draft(
        text,
        FEED,
        feedparser.__version__,
        encoding,
        number=number,
        title=title,
        publisher=named or publisher,
        byline=_words(entry.get("author")),
        url=link if isinstance(link, str) and link.startswith(("http://", "https://")) else None,
        # When an entry was changed counts where nothing says when it appeared.
        published=moment_of(entry.get("published")) or _changed(entry),
    )


def _changed(entry: feedparser.FeedParserDict) -> Publication | None:
    # The library answers for a missing time of change with that of publication, and warns.
    return moment_of(entry["updated"]) if dict.__contains__(entry, "updated") else None


def _prose(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return words_of_markup(value) if is_markup(value) else value.strip()


def _words(value: object) -> str | None:
    """A short text on one line."""
    return " ".join(_prose(value).split()) or None


def _ends_whole(data: bytes) -> bool:
    """Whether the last tag of a feed closes its first."""
    return (
        re.search(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*?-->\s*)*$", data, re.I)
        is not None
    )
