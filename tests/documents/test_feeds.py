"""Feeds: one report an entry, from what the feed holds, with nothing fetched."""

from __future__ import annotations

import pytest

from twosource.documents.extract import reports_from
from twosource.model.case import Unreadable
from twosource.model.original import STANDARD_INPUT, seal
from twosource.model.report import PublicationBasis, Report

ITEM = (
    "<item><title>Ferry left early</title><link>https://quay.example/ferry</link>"
    "<description>&lt;p&gt;The ferry left at nine.&lt;/p&gt;&lt;p&gt;It came back.&lt;/p&gt;"
    "</description>"
    "<author>ada@quay.example (Ada Quill)</author>"
    "<pubDate>Thu, 04 Mar 2021 05:06:07 +0100</pubDate></item>"
)
BARE = "<item><title>Quay closed</title><pubDate>the 40th of May</pubDate></item>"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    channel = f"<channel><title>The Quay Watch</title>{''.join(items)}</channel>"
    return f'{head}<rss version="2.0">{channel}</rss>'


def entries(text: str | bytes, name: str = "feed.rss") -> list[Report | Unreadable]:
    return list(reports_from(seal(name, text.encode() if isinstance(text, str) else text)))


def test_each_entry_is_a_report_of_its_feed():
    first, second = entries(rss(ITEM, BARE))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == "Ferry left early\n\nThe ferry left at nine.\n\nIt came back."
    assert (first.file, first.container) == ("feed.rss#1", "feed.rss")
    assert (first.publisher, first.title) == ("The Quay Watch", "Ferry left early")
    assert (first.url, first.byline) == (
        "https://quay.example/ferry",
        "ada@quay.example (Ada Quill)",
    )
    assert first.published is not None
    assert first.published.at == "2021-03-04T05:06:07+01:00"
    assert first.published.basis is PublicationBasis.METADATA
    assert (second.text, second.published) == ("Quay closed", None)


def test_atom_gives_the_content_and_not_the_summary():
    (report,) = entries(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Watch</title><entry>'
        '<title>Ferry</title><link href="https://quay.example/1"/><updated>2021-03-04T05:06:07Z</updated>'
        "<summary>It left.</summary>"
        '<content type="html">&lt;p&gt;It left at nine, the office said.&lt;/p&gt;</content>'
        "</entry></feed>",
        "feed.atom",
    )
    assert isinstance(report, Report)
    assert report.text == "Ferry\n\nIt left at nine, the office said."
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+00:00"


def test_entities_that_no_one_declared_do_not_stop_a_feed():
    (report,) = entries(rss(ITEM.replace("at nine", "at&nbsp;nine &hellip; &unknown; a & b")))
    assert isinstance(report, Report)
    assert "It came back." in report.text


def test_entities_that_grow_are_not_expanded():
    bomb = '<!DOCTYPE r [<!ENTITY a "xxxxxxxxxx">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (item,) = entries(rss(ITEM.replace("Ferry left early", "&i;"), head=f"{bomb}]>"))
    assert isinstance(item, Report)
    assert len(item.text) < 1000


def test_an_external_entity_is_not_opened():
    head = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    (item,) = entries(rss(ITEM.replace("Ferry left early", "Ferry &a; early"), head=head))
    assert isinstance(item, Report)
    assert item.title in {"Ferry early", "Ferry &a; early"}


def test_a_feed_that_breaks_off_gives_what_stands_before_the_break():
    text = rss(ITEM, ITEM)
    items = entries(text[: text.index("It came back", text.index("</item>"))])
    assert [isinstance(item, Report) for item in items] == [True, True, False]
    assert str(items[2]) == (
        "feed.rss: breaks off behind entry 2; save the feed again for what is missing"
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("<html><body>no feed</body></html>", "is XML, but neither an RSS nor an Atom feed"),
        ("some words", "is XML, but neither an RSS nor an Atom feed"),
        (rss(), "is a feed without entries"),
        ("<rss><channel><title>a", "is a feed that breaks off"),
    ],
)
def test_what_is_no_feed_is_one_line(data, what):
    (item,) = entries(data, "feed.xml")
    assert isinstance(item, Unreadable)
    assert item.what == what


def test_entries_without_text_are_counted_in_one_line():
    items = entries(rss(ITEM, "<item><link>https://quay.example/a.mp3</link></item>"))
    assert [str(item) for item in items if isinstance(item, Unreadable)] == [
        "feed.rss: 1 of its 2 entries holds no text;"
        " nothing to do; they are titles of pictures or sound"
    ]


def test_a_feed_in_an_old_encoding_is_read():
    text = rss(ITEM.replace("Ferry", "Fähre"), head='<?xml version="1.0" encoding="iso-8859-1"?>')
    (report,) = entries(text.encode("latin-1"))
    assert isinstance(report, Report)
    assert report.title == "Fähre left early"


def test_a_feed_on_standard_input_is_told_by_its_content():
    (report,) = entries(rss(ITEM), STANDARD_INPUT)
    assert isinstance(report, Report)
    assert report.extraction.tool == "feedparser"
