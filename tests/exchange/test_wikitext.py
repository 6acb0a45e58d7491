"""Wikitext: each passage is one reference, and report text is never markup."""

from __future__ import annotations

from html import unescape

import mwparserfromhell as parser
import pytest

from twosource.brief.inert import inert
from twosource.exchange.wikitext import plain, wikitext
from twosource.model.case import Case


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_nothing_in_the_page_is_markup_but_what_the_writer_wrote(
    name: str, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(name)
    page = parser.parse(wikitext(case.brief))
    spans = {span for line in case.brief.lines for span in line.spans}
    templates = page.filter_templates()
    assert {str(one.name).strip() for one in templates} == {"cite news"}
    assert len(templates) == len(spans)
    quoted = {unescape(str(one.get("quote").value)) for one in templates}
    assert quoted == {" ".join(inert(span.quote).split()) for span in spans}
    tags = {str(tag.tag) for tag in page.filter_tags()}
    assert tags <= {"ref", "references", "li"}
    assert page.filter_wikilinks() == []
    links = {str(link) for link in page.filter_external_links()}
    assert links == {str(one.get("url").value).strip() for one in templates if one.has("url")}
    assert links <= {report.url for report in case.reports}


def test_every_line_is_told_with_a_reference_for_each_passage(example: Case) -> None:
    shown = wikitext(example.brief)
    for line in example.brief.lines:
        assert plain(line.text) in shown
        assert all(plain(version.text) in shown for version in line.versions)
    page = parser.parse(shown)
    names = [str(tag.get("name").value) for tag in page.filter_tags() if str(tag.tag) == "ref"]
    first = [tag for tag in page.filter_tags() if str(tag.tag) == "ref" and not tag.self_closing]
    assert len({str(tag.get("name").value) for tag in first}) == len(first)
    assert {str(tag.get("name").value) for tag in first} == set(names)


@pytest.mark.parametrize(
    "text", ["{{delete}}", "[[File:x.png]]", "''bold''", "<nowiki>", "~~~~", "__NOTOC__", "= h =",
             "# one", "|quote=x", "https://quay.invalid", "-{x}-"]
)  # fmt: skip
def test_report_text_is_printed_as_it_stands(text: str) -> None:
    shown = plain(text)
    parsed = parser.parse(f"* {shown}")
    assert parsed.filter_templates() == parsed.filter_wikilinks() == []
    assert parsed.filter_external_links() == []
    assert unescape(shown) == text
