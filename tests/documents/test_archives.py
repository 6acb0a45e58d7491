"""Web archives: each page with its address, bounds on unpacking, and what is broken named."""

from __future__ import annotations

import gzip
import json
import sys

import pytest
from tests.documents.archive_files import HTML, package, page, raw, record, zipped
from tests.documents.test_feeds import ITEM, rss

from twosource.documents.extract import reports_from
from twosource.errors import MissingExtraError
from twosource.model.case import Unreadable
from twosource.model.original import STANDARD_INPUT, seal
from twosource.model.report import Report

STORY = (
    "Villagers below the dam said on Thursday that nobody had warned them of the water.",
    "The operator denied that the gate had been opened, and the ministry promised an inquiry.",
    "A farmer said that he had heard a siren only after the field was gone.",
)
DAM = record("https://lowland.example/2021/03/05/dam", page("Dam gate opened", *STORY))
SEA = record("https://coast.example/sea", page("Sea wall holds", *STORY[::-1]))


def read(data: bytes, name: str = "pages.warc") -> list[Report | Unreadable]:
    return list(reports_from(seal(name, data)))


def reports(data: bytes, name: str = "pages.warc") -> list[Report]:
    return [item for item in read(data, name) if isinstance(item, Report)]


def lines(data: bytes, name: str = "pages.warc") -> list[str]:
    return [str(item) for item in read(data, name) if isinstance(item, Unreadable)]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (DAM + SEA, "pages.warc"),
        (zipped(DAM, SEA), "pages.warc.gz"),
        (gzip.compress(DAM + SEA), "PAGES.WARC.GZ"),
        (package(archive__data_warc_gz=zipped(DAM, SEA)), "pages.wacz"),
        (package(archive__a_warc=DAM, archive__b_warc_gz=zipped(SEA)), "pages.wacz"),
    ],
)
def test_each_page_is_a_report_of_its_archive_with_its_address(data, name):
    dam, sea = reports(data, name)
    assert (dam.file, dam.container) == (f"{name}#1", name)
    assert (dam.title, dam.url) == ("Dam gate opened", "https://lowland.example/2021/03/05/dam")
    assert all(text in dam.text for text in STORY)
    assert dam.published is not None
    assert (dam.published.at, dam.published.basis) == ("2021-03-05", "url")
    assert (sea.file, sea.title) == (f"{name}#2", "Sea wall holds")
    assert sea.published is None


def test_the_time_of_archiving_is_never_the_time_of_publication():
    (sea,) = reports(SEA)
    assert sea.published is None


def test_requests_redirects_revisits_and_errors_are_passed_over():
    others = (
        raw("https://lowland.example/", b"GET / HTTP/1.1\r\n\r\n", "request", "application/http"),
        record("https://lowland.example/a", b"moved", status="301 Moved"),
        record("https://lowland.example/b", page("Gone", *STORY), status="404 Not Found"),
        record("https://lowland.example/c", b"", kind="revisit"),
        record("https://lowland.example/robots.txt", b"User-agent: *", "Content-Type: text/plain"),
        record("https://lowland.example/p.jpg", b"\xff\xd8", "Content-Type: image/jpeg"),
        raw("urn:pageinfo:x", b"{}", "resource", "application/json"),
    )
    items = read(b"".join(others) + DAM)
    assert [(type(item), item.file) for item in items if isinstance(item, Report)] == [
        (Report, "pages.warc#8")
    ]
    assert len(items) == 1


def test_what_a_server_packed_is_unpacked():
    body = page("Dam gate opened", *STORY)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    for packed in (
        record("https://a.example/1", gzip.compress(body), HTML, "Content-Encoding: gzip"),
        record("https://a.example/1", chunked, HTML, "Transfer-Encoding: chunked"),
    ):
        (report,) = reports(packed)
        assert report.title == "Dam gate opened"


def test_the_encoding_that_the_server_names_is_followed():
    body = (
        page("Dam gate", *STORY, "Сказал Бо Линд.").decode().replace('<meta charset="utf-8">', "")
    )
    header = "Content-Type: text/html; charset=windows-1251"
    (report,) = reports(record("https://a.example/1", body.encode("cp1251"), header))
    assert "Бо Линд" in report.text
    assert report.extraction.encoding == "windows-1251 (declared)"


def test_feeds_and_plain_texts_in_an_archive_are_read():
    feed = record("https://a.example/f", rss(ITEM, ITEM).encode(), "Content-Type: text/xml")
    note = record("https://a.example/n.txt", b"The ferry left.", "Content-Type: text/plain")
    found = reports(feed + note)
    assert [report.file for report in found] == [
        "pages.warc#1.1",
        "pages.warc#1.2",
        "pages.warc#2",
    ]
    assert len({report.id for report in found}) == 3
    assert found[0].url == "https://quay.example/ferry"


def test_pages_without_a_story_are_counted_in_one_line():
    frame = record("https://ads.example/frame", b"<html><body></body></html>")
    assert lines(frame + DAM + frame) == [
        "pages.warc: 2 of its 3 pages hold no article text, such as https://ads.example/frame;"
        " nothing to do if they are frames or lists of links"
    ]


def test_of_a_package_the_pages_that_it_lists_are_read():
    entries = [{"format": "json-pages-1.0"}, {"url": "https://coast.example/sea#top"}]
    listed = "\n".join(map(json.dumps, entries)).encode()
    data = package(archive__a_warc_gz=zipped(DAM, SEA), pages__pages_jsonl=listed)
    assert [report.title for report in reports(data, "pages.wacz")] == ["Sea wall holds"]


def test_a_record_that_breaks_off_is_named_and_the_others_are_read():
    items = read(DAM + SEA[:-300])
    assert isinstance(items[0], Report)
    assert len(items) == 2
    assert "pages.warc#2: its record of https://coast.example/sea breaks off after" in str(items[1])
    zip_items = read(zipped(DAM, SEA)[:-40], "pages.warc.gz")
    assert isinstance(zip_items[0], Report)
    assert any("breaks off" in str(item) for item in zip_items[1:])


def test_an_address_with_a_line_break_in_it_stays_on_one_line():
    head = DAM.replace(b"/2021/03/05/dam", b"/dam\n b\x0bc", 1)
    for data in (head, head[:-300]):
        assert all("\n" not in str(item) for item in read(data))
        assert all(item.url == "https://lowland.example/dam" for item in reports(data))


def test_reading_goes_on_behind_what_is_no_record():
    for data in (DAM + b"no record\r\n\r\n" + SEA, zipped(DAM, b"no record\r\n\r\n", SEA)):
        name = "pages.warc.gz" if data.startswith(b"\x1f") else "pages.warc"
        assert [report.title for report in reports(data, name)] == [
            "Dam gate opened",
            "Sea wall holds",
        ]
        assert any("cannot be read" in line for line in lines(data, name))


def test_a_page_that_unpacks_beyond_the_limit_is_named_and_the_rest_is_read():
    bomb = gzip.compress(b"<p>a</p>" * 4_000_000, 9)
    data = record("https://a.example/bomb", bomb, HTML, "Content-Encoding: gzip") + DAM
    assert [report.title for report in reports(data)] == ["Dam gate opened"]
    assert lines(data) == [
        "pages.warc#1: its record of https://a.example/bomb unpacks to more than the 20,000,000"
        " bytes that are read; save the archive again"
    ]


def test_an_archive_that_is_a_bomb_is_refused_before_it_is_read():
    bomb = gzip.compress(b"\r\n" * 50_000_000, 9)
    assert lines(bomb, "a.warc.gz") == [
        "a.warc.gz: unpacks to more than 200 times its size, as no archive of pages does;"
        " leave it out, or take the pages out of it"
    ]
    assert (
        "holds an archive that unpacks to" in lines(package(archive__a_warc_gz=bomb), "a.wacz")[0]
    )


def test_a_package_that_is_a_bomb_is_refused_before_it_is_unpacked():
    bomb = package(archive__a_warc=b"a" * 201_000_000)
    assert len(bomb) < 1_000_000
    assert lines(bomb, "a.wacz") == [
        "a.wacz: unpacks to 201,000,000 bytes, more than the 200,000,000 that are read;"
        " leave it out, or pack fewer pages in it"
    ]


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"PK\x03\x04", "a.wacz", "is broken, or no WACZ package"),
        (package(pages__pages_jsonl=b"{}"), "a.wacz", "is a package without a web archive in it"),
        (b"some words", "a.warc", "its record cannot be read (Invalid WARC header)"),
        (zipped(b"some words"), "a.warc.gz", "its record cannot be read (Invalid WARC header)"),
        (
            record("https://a.example/", b"", status="404 Not"),
            "a.warc",
            "holds no page, PDF or feed",
        ),
    ],
)
def test_what_is_no_archive_is_told_in_its_first_line(data, name, what):
    assert what in lines(data, name)[0]


def test_an_archive_on_standard_input_is_told_by_its_content():
    for data in (DAM, zipped(DAM), package(archive__a_warc=DAM)):
        assert [r.title for r in reports(data, STANDARD_INPUT)] == ["Dam gate opened"]


def test_without_the_extra_the_message_names_it(monkeypatch):
    for module in ("twosource.documents.archives", "twosource.documents.records"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(MissingExtraError, match=r"twosource\[warc\]"):
        read(DAM)
