"""Web pages: the story and what the page says about it, and nothing of the page's machinery."""

from __future__ import annotations

import logging
import time

import pytest

from twosource.model.report import PublicationBasis

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "Villagers below the dam said on Thursday that nobody had warned them of the water.",
        "“We heard a siren only after the field was gone,” said the farmer Bo Lind on the dyke.",
        "The operator denied that the gate had been opened, and the ministry promised an inquiry.",
    )
)
OWN = '<meta name="generator" content="Twosource">'
TITLE = "Dam gate opened without warning, villagers say"


def page(head: str = "", story: str = STORY, foot: str = "") -> str:
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{TITLE}</title>{head}'
        "<style>.gate{color:red}</style><script>var hidden = 'machinery';</script></head><body>"
        f'<nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>{story}</article>'
        '<div class="comments"><p>A comment of a passer-by that is not of the report.</p></div>'
        f"<footer>{foot}</footer><script>var more = 'machinery';</script></body></html>"
    )


def test_a_page_gives_its_title_and_story_in_paragraphs(read, runs):
    report = read(page(), "dam.html")
    assert report.title == TITLE
    assert runs(report, "title") == [TITLE]
    assert report.text.count(TITLE) == 1
    assert report.text.split("\n\n")[0] == TITLE
    assert len(report.text.split("\n\n")) == 4
    assert report.extraction.tool == "trafilatura"
    assert report.extraction.version


@pytest.mark.parametrize("stray", ["machinery", "color", "passer-by", "Home"])
def test_nothing_of_the_pages_machinery_reaches_the_text(read, stray):
    assert stray not in read(page(), "dam.html").text


def test_publisher_and_byline_come_from_the_metadata(read):
    head = (
        '<meta property="og:site_name" content="The Lowland Post">'
        '<meta name="author" content="Ada Quill">'
    )
    report = read(page(head), "dam.html")
    assert (report.publisher, report.byline) == ("The Lowland Post", "Ada Quill")


@pytest.mark.parametrize(
    ("head", "at", "basis"),
    [
        (
            '<meta property="article:published_time" content="2021-03-04T05:06:07+01:00">',
            "2021-03-04T05:06:07+01:00",
            PublicationBasis.METADATA,
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle",'
            ' "datePublished": "2021-03-04T05:06:07Z"}</script>',
            "2021-03-04T05:06:07+00:00",
            PublicationBasis.METADATA,
        ),
        (
            '<link rel="canonical" href="https://lowland.example/2021/03/05/dam">',
            "2021-03-05",
            PublicationBasis.URL,
        ),
        (
            '<link rel="canonical" href="https://lowland.example/2021/03/05/dam">'
            '<meta property="article:published_time" content="2021-03-04">',
            "2021-03-04",
            PublicationBasis.METADATA,
        ),
    ],
)
def test_the_publication_time_says_where_it_was_read(read, head, at, basis):
    published = read(page(head), "dam.html").published
    assert published is not None
    assert (published.at, published.basis) == (at, basis)


def test_a_page_that_prints_no_time_has_none(read):
    report = read(
        page(
            '<meta property="og:image" content="https://i.example/2019/01/02/a.jpg">',
            STORY + "<p>The gate was last opened on 2 March 2016, the operator said.</p>"
            '<img src="/2018/05/06/gate.jpg">',
            "© 2020 The Lowland Post",
        ),
        "dam.html",
    )
    assert report.published is None


def test_a_page_that_declares_the_wrong_encoding_keeps_its_words(read):
    told = "Die Fähre über den Sund fährt heute für alle frei, sagte die Reederei Höger am Montag. "
    data = f'<meta charset="utf-8"><title>Fähre</title><p>{told * 3}</p>'.encode("cp1252")
    report = read(data, "ferry.html")
    assert "Die Fähre über den Sund fährt heute für alle frei" in report.text
    assert "guessed" in report.extraction.encoding


def test_the_encoding_that_a_page_declares_is_followed(read):
    text = page().replace("utf-8", "windows-1251").replace("Bo Lind", "Бо Линд")
    data = text.replace("“", '"').replace("”", '"').encode("cp1251")
    report = read(data, "dam.htm")
    assert "Бо Линд" in report.text
    assert report.extraction.encoding == "windows-1251 (declared)"


@pytest.mark.parametrize(
    "data",
    [
        b"<p>The ferry left at nine.</p>",
        b"<html><body><div>The ferry left at nine.",
        b"<HTML><BODY><P>The ferry <b>left</i> at <<nine.</P></P></table>",
    ],
)
def test_broken_markup_still_gives_its_words(read, data):
    assert "ferry" in read(data, "a.html").text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><script>document.write('words')</script></body></html>",
        b"<html></html>",
        b"<div>" * 100_000,
        b"<!--" * 10_000,
    ],
)
def test_a_page_without_a_story_is_refused(refused, data):
    item = refused(data, "a.html")
    assert "\n" not in str(item)
    assert ".txt" in item.remedy


ONE = (
    "The harbour master of Port Ann, Ilse Varn, said on Monday that the ferry Halcyon had left the"
    " quay before the storm warning reached her office.",
    "Nobody on board had asked for help until the engine stopped, Varn said, and the crew of nine"
    " was picked up by a tug before midnight.",
    "The owner, Bay Lines, promised an inquiry into the accident and said it would pay for hotel"
    " rooms.",
)
TWO = (
    "The ferry Halcyon of Bay Lines sank off Port Ann on Monday after Ilse Varn, the harbour"
    " master, had let it sail into a storm, fishermen said on Tuesday.",
    "They had heard a distress call almost an hour before the first lifeboat was launched, and two"
    " of them had gone out on their own.",
    "The coast guard would not say when the call had come in, and referred all questions to the"
    " ministry.",
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "between",
    [
        "</article><article><h1>Fishermen blame harbour</h1>",
        "<hr><h2>Fishermen blame harbour</h2>",
    ],
)
def test_another_story_on_the_page_begins_another_section(read, between):
    body = f"<article><h1>Ferry left</h1>{paragraphs(*ONE)}{between}{paragraphs(*TWO)}</article>"
    report = read(
        f"<html><head><title>Ferry left</title></head><body>{body}</body></html>", "a.html"
    )
    assert [report.text[start:][:9] for start in report.sections] == ["Ferry lef", "Fishermen"]


def test_a_cross_head_of_the_story_begins_no_section(read):
    body = (
        f"<article><h1>Ferry</h1>{paragraphs(*ONE)}<h2>The storm</h2>{paragraphs(*TWO)}</article>"
    )
    report = read(f"<html><head><title>Ferry</title></head><body>{body}</body></html>", "a.html")
    assert report.sections == (0,)


def test_reading_a_page_sets_up_no_logging(read):
    before = list(logging.getLogger().handlers)
    read(page(), "dam.html")
    assert logging.getLogger().handlers == before


def test_the_clock_has_no_say_in_what_a_page_gives(read, monkeypatch):
    first = read(page(), "dam.html")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert read(page(), "dam.html") == first


def test_a_brief_of_our_own_is_no_report(refused) -> None:
    item = refused(page(OWN).encode(), "brief.html")
    assert "brief that Twosource wrote" in item.what
