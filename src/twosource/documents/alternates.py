"""Which feeds a page names: ``<link rel="alternate">`` in its head."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree, html

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_READ = 1_000_000
"""Bytes of a page that are looked at; what it names stands in its head."""
_MOST = 20


@dataclass(frozen=True, slots=True)
class NamedFeed:
    """A feed that a page names.

    Attributes:
        href: Its address as the page writes it, which may be relative to that of the page.
        title: What the page calls it; nothing where it does not.
    """

    href: str
    title: str


def feeds_named_in(page: bytes, charset: str | None = None) -> tuple[NamedFeed, ...]:
    """The RSS and Atom feeds that a page names, in its order, each once.

    Args:
        page: The bytes of the page; nothing in it is loaded or run.
        charset: Encoding that the server named.
    """
    try:
        parser = html.HTMLParser(encoding=charset, no_network=True)
        root = html.document_fromstring(page[:_READ], parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, LookupError, ValueError):
        return ()
    found: dict[str, NamedFeed] = {}
    for link in root.iter("link"):
        kinds = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        href = (link.get("href") or "").strip()
        if href and "alternate" in kinds and kind in _FEEDS and len(found) < _MOST:
            title = " ".join((link.get("title") or "").split())
            found.setdefault(href, NamedFeed(href, title))
    return tuple(found.values())
