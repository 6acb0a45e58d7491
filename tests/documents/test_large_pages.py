"""Large pages: scripts do not count, and what is left too large is read in time that is bounded."""

from __future__ import annotations

import json
import tracemalloc

from tests.documents.test_html import STORY, TITLE, page

from twosource.documents.large_pages import LARGE, without_scripts
from twosource.model.case import Unreadable
from twosource.sources.files import FileSource


def test_a_page_that_is_large_by_its_scripts_is_read_like_any_other(read):
    data = json.dumps({"state": "x" * (2 * LARGE)})
    times = '<script type="application/ld+json">{"datePublished": "2021-03-04T05:06:07Z"}</script>'
    picture = f'<img src="data:image/png;base64,{"A" * LARGE}">'
    report = read(page(f"{times}<script>{data}</script>{picture}"), "dam.html")
    assert report.text == read(page(times), "dam.html").text
    assert report.extraction.tool == "trafilatura"
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+00:00"


def test_a_page_of_too_much_markup_gives_its_words(read):
    report = read(page(story=STORY + "<p>And the water rose on.</p>" * 100_000), "dam.html")
    assert report.extraction.tool == "words-of-page"
    assert report.title == TITLE
    assert "nobody had warned them of the water" in report.text


def test_a_page_of_a_hundred_megabytes_is_one_line_and_the_rest_is_read(tmp_path):
    piece = b"<p>And the water rose on.</p>\n" * 40_000
    with (tmp_path / "a.html").open("wb") as file:
        for _ in range(1 + 100_000_000 // len(piece)):
            file.write(piece)
    assert (tmp_path / "a.html").stat().st_size > 100_000_000
    (tmp_path / "b.html").write_text(page(), "utf-8")
    tracemalloc.start()
    refused, dam = FileSource([tmp_path]).originals()
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (tmp_path / "a.html").unlink()
    assert isinstance(refused, Unreadable)
    assert str(refused).startswith("a.html: ")
    assert "20,000,000" in str(refused)
    assert dam.name == "b.html"
    assert held < 21_000_000  # what may be read at most, and nothing of the rest


def test_a_script_that_never_ends_takes_the_rest():
    assert without_scripts("<p>a</p><script>" + "x<script>" * 100_000) == "<p>a</p>"
    assert without_scripts("<p>a</p><STYLE>b</Style ><p>c") == "<p>a</p><p>c"
    assert without_scripts("<p>İ</p><script>b</script><p>c") == "<p>İ</p><p>c"
