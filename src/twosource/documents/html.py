"""Web pages to text: main content, title, byline, publisher and publication time."""

from __future__ import annotations

import re
from typing import cast

import htmldate
import trafilatura
from trafilatura.settings import Document

from twosource.documents.dateline import publication
from twosource.documents.decode import decode
from twosource.documents.drafts import Draft, titled
from twosource.documents.large_pages import LARGE, without_scripts, words_of_page
from twosource.documents.own import own
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.model.report import Publication, PublicationBasis

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,30})", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)
_HEAD_BYTES = 4096
_OWN_BRIEF = re.compile(rb"<meta name=\"generator\" content=\"Twosource\">")
"""What the HTML brief says of itself, so that a folder examined twice does not feed on it."""
_TOOL = "trafilatura"
_FALLBACK = "trafilatura baseline"

_EARLIEST, _LATEST = "1990-01-01", "2199-12-31"
"""Fixed, because htmldate would else take today for the latest day, and so read the clock."""

_PRINTED_TIMES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@property='og:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='parsely-pub-date' or @name='sailthru.date' or @name='pubdate']/@content",
    "//meta[@name='dc.date' or @name='DC.date' or @name='DC.date.issued' or @name='date']/@content",
    "//time[@pubdate]/@datetime",
)
"""Where pages print when they were published (Open Graph, schema.org, Dublin Core and usual names),
most telling first."""
_JSON_TIME = re.compile(r"\"datePublished\"\s*:\s*\"(?P<time>[^\"]{8,40})\"")

_NOT_DATES = "//img | //picture | //figure | //p | //blockquote | //li | //aside | //nav | //footer"
_LINKS = "//link[@rel='canonical'] | //meta[@property='og:url' or contains(@property, 'image')]"
"""What htmldate must not see: the story's own dates, and addresses, whose dates are read apart."""
_LONG = 100
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?(?P<code>[a-zA-Z]{2})\b", re.I)
_MAY_HOLD_SEVERAL = re.compile(r"<h1\b.*<h1\b|<article\b.*<article\b|<hr\b", re.I | re.S)
_STORY_HEADS = (
    "//h1 | //hr/following-sibling::*[1][self::h2 or self::h3]"
    " | (//article | //article/header)/*[self::h2 or self::h3][1]"
)


def page_from(original: Original, charset: str | None = None) -> Draft | Unreadable:
    """Read a web page.

    Args:
        original: The page.
        charset: Encoding that the server named; it outranks what the page declares (HTML Standard,
            13.2.3.2).

    Returns:
        The page's main text with its metadata, or what is wrong with the page.
    """
    if _OWN_BRIEF.search(original.data[:_HEAD_BYTES]):
        return own(original.name, "a brief")
    declared = _DECLARED.search(original.data[:_HEAD_BYTES])
    stated = charset or (declared["name"].decode("ascii") if declared else None)
    decoded = decode(original.data, stated)
    if decoded is None:
        remedy = "save the page again as HTML, or its text as .txt"
        return Unreadable(original.name, "is binary, not a page", remedy)
    page = _whole(decoded.text)
    if len(page) > LARGE:
        page = without_scripts(page)
    if len(page) > LARGE:
        draft = words_of_page(page, decoded.encoding)
        return draft if draft is not None else _without_story(original.name)
    try:
        return _draft(original.name, page, decoded.encoding)
    except Exception as error:  # noqa: BLE001 - third-party parsers on hostile bytes raise anything
        what = f"is a page that the HTML tools fail on ({type(error).__name__})"
        return Unreadable(original.name, what, "save the report's text as .txt")


def _draft(name: str, page: str, encoding: str) -> Draft | Unreadable:
    found = _extracted(page)
    tool, body = _TOOL, (found.text or "") if found else ""
    if not body.strip():
        tool, body = _FALLBACK, trafilatura.baseline(page)[1]
    if not body.strip():
        return _without_story(name)
    title, text = titled(found.title if found else None, _apart(body, _story_heads(page)))
    return Draft(
        text,
        tool,
        trafilatura.__version__,
        encoding,
        title=title,
        publisher=found.sitename if found else None,
        byline=found.author if found else None,
        url=found.url if found else None,
        published=_published(page),
        language=language["code"] if (language := _LANGUAGE.search(page)) else None,
    )


def _without_story(name: str) -> Unreadable:
    what = "holds no article text (a page of links, or one that a script fills)"
    return Unreadable(name, what, "open it in a browser and save the report's text as .txt")


def story_of(markup: str) -> str:
    """The main text of a page or of the HTML part of a letter, a blank line between paragraphs.

    Returns:
        The text; nothing where the tool finds none or fails on the markup.
    """
    try:
        found = _extracted(_whole(markup))
    except Exception:  # noqa: BLE001 - third-party parsers on hostile bytes raise anything
        return ""
    return _apart(found.text or "") if found else ""


def _whole(page: str) -> str:
    """A page; the tools take a lone paragraph for something other than HTML."""
    return page if _WHOLE_PAGE.search(page) else f"<html><body>{page}</body></html>"


def _apart(body: str, heads: frozenset[str] = frozenset()) -> str:
    """One paragraph a line, with a blank line between that keeps them apart for every reader.

    Above what may head another story stand two, as a text with two stories would have them.
    """
    lines = [line for line in body.split("\n") if line.strip()]
    return "\n\n".join(
        f"\n{line}" if at and " ".join(line.split()) in heads else line
        for at, line in enumerate(lines)
    )


def _story_heads(page: str) -> frozenset[str]:
    """The headings that may head another story: of the first rank, behind a rule, of an article.

    Cross-heads of one story are none of these.
    """
    if not _MAY_HOLD_SEVERAL.search(page):
        return frozenset()
    tree = trafilatura.load_html(page)
    if tree is None:
        return frozenset()
    found = (" ".join(head.text_content().split()) for head in tree.xpath(_STORY_HEADS))
    return frozenset(words for words in found if words)


def _extracted(page: str) -> Document | None:
    return cast(
        Document | None,
        trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            favor_precision=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "max_date": _LATEST},
        ),
    )


def _published(page: str) -> Publication | None:
    """The publication time that the page's markup gives, as printed where it is printed."""
    tree = trafilatura.load_html(page)
    if tree is None:
        return None
    printed = [value for path in _PRINTED_TIMES for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        printed += [match["time"] for match in _JSON_TIME.finditer(script)]
    for value in printed:
        time = publication(str(value), PublicationBasis.METADATA)
        if time is not None:
            return time
    day = _day_in_markup(page)
    return publication(day, PublicationBasis.METADATA) if day else None


def _day_in_markup(page: str) -> str | None:
    """The day that htmldate finds in a page without what could pass for a publication date."""
    tree = trafilatura.load_html(page)
    if tree is None:
        return None
    for element in tree.xpath(f"{_NOT_DATES} | {_LINKS}"):
        element.drop_tree()
    for element in tree.iter():
        if element.text and len(element.text) > _LONG and element.tag != "script":
            element.text = None
        if element.tail and len(element.tail) > _LONG:
            element.tail = None
    return htmldate.find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url="",
        min_date=_EARLIEST,
        max_date=_LATEST,
    )
