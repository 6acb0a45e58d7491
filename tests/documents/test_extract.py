"""What is read, what is refused, and what a refusal says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.documents.extract import reports_from
from twosource.documents.offsets import to_extracted, to_working
from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, STANDARD_INPUT, SUPPORTED_SUFFIXES, Original, seal
from twosource.model.report import Report, cut, readable

PIECES = st.sampled_from(
    [
        *("\r\n", "\n\n\n", "\n", "\r", "\x0c", "\x85", "\u200b", "\ufeff", "\u00ad", "😀", "“"),
        *("title: ", "publisher: A\n", "# ", "**", "__", "[a](#)", "![a](b.png)", "[", "](", ")"),
        *("By Ada Quill\n", "4 May 2023\n", "---\n", "Subscribe to us\n", "Photo: Bo Lind\n"),
        *("OSLO, May 3 (Wire) - The ", "<https://a.example/2020/01/02/x>", "The Board said no. "),
        *("{", '"text": "', "}", "<p>", "<script>", "</"),
    ]
)
MESSY = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


def assert_sound(report: Report) -> None:
    text = report.text
    assert len(readable(report)) == len(text)
    position = 0
    for region in report.regions:
        assert position <= region.start < region.end <= len(text)
        assert cut(report, region.start, region.end).quote == text[region.start : region.end]
        position = region.end
    assert report.sections[0] == 0
    assert list(report.sections) == sorted(set(report.sections))
    assert all(start < len(text) for start in report.sections)
    text.encode("utf-8")
    for offset in range(len(text) + 1):
        assert to_working(report, to_extracted(report, offset)) == offset


@settings(max_examples=300, deadline=None)
@given(MESSY, st.sampled_from([".txt", ".md", ".jsonl"]))
def test_any_text_gives_a_sound_report_or_a_refusal(text: str, suffix: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    for item in reports_from(seal(f"a{suffix}", data)):
        if isinstance(item, Report):
            assert_sound(item)


@settings(max_examples=60, deadline=None)
@given(MESSY)
def test_any_markup_gives_a_sound_report_or_a_refusal(text: str) -> None:
    page = f"<html><body><p>{text}</p>{text}".encode("utf-8", "surrogatepass")
    for item in reports_from(seal("a.html", page)):
        if isinstance(item, Report):
            assert_sound(item)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(SUPPORTED_SUFFIXES))
def test_any_bytes_give_a_sound_report_or_a_refusal(data: bytes, suffix: str) -> None:
    for item in reports_from(seal(f"a{suffix}", data)):
        if isinstance(item, Report):
            assert_sound(item)


def test_the_same_bytes_give_the_same_report(read):
    text = "The ferry left late\n\nThe harbour master said that it left at nine.\n"
    assert read(text) == read(text)
    assert read(text).id == read(text, "other.txt").id


@pytest.mark.parametrize("name", ["scan.tiff", "NOTE", "archive.tar.gz"])
def test_an_unknown_ending_is_refused_with_the_endings_that_are_read(refused, name):
    item = refused(b"Some words.", name)
    assert item.name == name
    assert all(suffix in item.remedy for suffix in SUPPORTED_SUFFIXES)


def test_the_ending_is_read_in_any_case(read):
    assert read("The ferry left.", "NOTE.TXT").text == "The ferry left."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "holds only white space"),
        ("\u200b\ufeff \n".encode(), "holds no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary, not text"),
        (b"ab\x01\x02\x03\x04cd", "is binary, not text"),
    ],
)
def test_what_holds_no_text_is_refused_in_one_line(refused, data, what):
    item = refused(data)
    assert item.what == what
    assert item.remedy
    assert "\n" not in str(item)


def test_an_oversize_original_is_refused_with_the_limit(refused):
    item = refused(b"a" * (MAX_BYTES + 1))
    assert "20,000,001 bytes" in item.what
    assert "20,000,000" in item.what


@pytest.mark.parametrize(
    ("data", "tool"),
    [
        (
            b"  <!DOCTYPE html><html><body><p>The ferry left at nine.</p></body></html>",
            "trafilatura",
        ),
        (b"<!-- saved --><html><body><p>The ferry left.</p></body></html>", "trafilatura"),
        (b'{"text": "The ferry left."}\n\n{"text": "It came back."}\n', "json-lines"),
        (b'{"text": "The ferry left."}\nIt came back.\n', "plain-text"),
        (b"The ferry left.", "plain-text"),
    ],
)
def test_standard_input_is_told_by_its_content(data, tool):
    items = list(reports_from(seal(STANDARD_INPUT, data)))
    assert {item.extraction.tool for item in items if isinstance(item, Report)} == {tool}


def test_a_file_is_told_by_its_ending_alone(read):
    assert read("<html> is a tag.", "note.txt").extraction.tool == "plain-text"


def test_a_file_is_its_own_report_without_a_container(read):
    report = read("The ferry left.")
    assert (report.file, report.container) == ("note.txt", None)
    assert report.name == "note.txt"


def test_a_report_in_another_language_is_a_report_with_its_language(read):
    german = read("Der Hafenmeister sagte am Abend, dass die Fähre pünktlich abgelegt habe.")
    assert german.language == "de"
    assert read("The harbour master said that the ferry had left on time.").language == "en"
    assert read("It left.").language is None
    assert read("title: Ferry\nlanguage: en-GB\n\nIt left.").language == "en"


def test_a_long_line_of_hostile_marks_takes_no_long_time(read):
    for piece in ("[a", "**a ", " __a", "*a", "[](", ". A/", "   ", "(Photo"):
        text = "title: a\n\n" + piece * 20_000 + "b"
        assert len(read(text).text) == len(text)


def test_many_breaks_take_no_long_time(read):
    story = "Bo Lind of the Harbour Board left.\nAda Quill of Port Ann saw it.\n\n\n"
    assert len(read(story * 4_000).sections) > 1


def test_offsets_count_code_points(read, runs):
    report = read("😀 **Fähre**: It left.\n\nIt did leave.")
    assert runs(report, "link-mark") == ["**", "**"]
    assert cut(report, 0, 1).quote == "😀"


def test_an_original_is_never_changed(read):
    data = b"The ferry\r\nleft."
    original = seal("a.txt", data)
    (report,) = reports_from(original)
    assert isinstance(report, Report)
    assert original == Original("a.txt", data, report.sha256)
    assert report.text == "The ferry\nleft."


def test_a_refusal_names_item_reason_and_remedy(refused):
    assert str(refused(b"")) == "note.txt: is empty; leave it out, or save the report again"
    assert isinstance(refused(b""), Unreadable)
