"""JSON lines: one report a post, with its line, channel and time."""

from __future__ import annotations

import json

import pytest

from twosource.documents.extract import reports_from
from twosource.model.case import Unreadable
from twosource.model.original import seal
from twosource.model.report import PublicationBasis, Report


def posts(*lines: object) -> list[Report | Unreadable]:
    text = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
    return list(reports_from(seal("feed.jsonl", text.encode())))


def test_each_post_is_a_report_of_its_container():
    first, second = posts(
        {"channel": "Quay Watch", "date": "2021-03-04T05:06:07+01:00", "text": "It left."},
        {"channel": "Quay Watch", "date": "2021-03-04", "text": "It left."},
    )
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.file, first.container, first.publisher) == (
        "feed.jsonl#1",
        "feed.jsonl",
        "Quay Watch",
    )
    assert first.published is not None
    assert first.published.at == "2021-03-04T05:06:07+01:00"
    assert first.published.basis is PublicationBasis.METADATA
    assert first.id != second.id
    assert first.sha256 == second.sha256


@pytest.mark.parametrize("key", ["text", "content", "message", "body"])
def test_the_text_is_found_under_its_usual_names(key):
    (post,) = posts({key: "It left."})
    assert isinstance(post, Report)
    assert post.text == "It left."


@pytest.mark.parametrize("key", ["channel", "publisher", "author", "source", "from"])
def test_the_publisher_is_found_under_its_usual_names(key):
    (post,) = posts({"text": "It left.", key: "Quay Watch"})
    assert isinstance(post, Report)
    assert post.publisher == "Quay Watch"


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (1614834367, "2021-03-04T05:06:07+00:00"),
        (1614834367.5, "2021-03-04T05:06:07+00:00"),
        ("1614834367", "2021-03-04T05:06:07+00:00"),
        ("2021-03-04T05:06:07", "2021-03-04T05:06:07"),
        ("4 March 2021", "2021-03-04"),
        (True, None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_the_time_is_read_from_words_and_from_seconds(value, at):
    (post,) = posts({"text": "It left.", "timestamp": value})
    assert isinstance(post, Report)
    assert (post.published.at if post.published else None) == at


def test_a_text_in_pieces_is_joined():
    (post,) = posts({"text": ["It ", {"type": "bold", "text": "left"}, " at nine.", 7]})
    assert isinstance(post, Report)
    assert post.text == "It left at nine."


def test_a_title_stands_at_the_start_of_the_text_once():
    for body in ("It left.", "Ferry gone\n\nIt left."):
        (post,) = posts({"text": body, "title": " Ferry  gone "})
        assert isinstance(post, Report)
        assert post.text == "Ferry gone\n\nIt left."
        assert [(r.start, r.end, r.kind) for r in post.regions] == [(0, 10, "title")]


def test_a_broken_line_is_named_and_the_rest_goes_on():
    items = posts(
        {"text": "It left."}, '{"text": ', "", "[1]", {"text": " "}, "\ufeff{}", "7", "[" * 99999
    )
    assert isinstance(items[0], Report)
    assert [str(item) for item in items[1:]] == [
        "feed.jsonl#2: line 2 is not JSON: Expecting value at column 9;"
        " mend the line, or take it out",
        "feed.jsonl#4: line 4 is a JSON array, not an object;"
        " write one object a line, with the post under 'text'",
        "feed.jsonl#5: line 5 holds no text under text, content, message, body;"
        " name the field of the post 'text', or take the line out",
        "feed.jsonl#6: line 6 holds no text under text, content, message, body;"
        " name the field of the post 'text', or take the line out",
        "feed.jsonl#7: line 7 is a JSON number, not an object;"
        " write one object a line, with the post under 'text'",
        "feed.jsonl#8: line 8 is not JSON that can be read: nested too deep or a number too long;"
        " mend the line, or take it out",
    ]


def test_a_post_may_hold_any_line_separator_and_half_a_character():
    (post,) = posts('{"text": "It\u2028left \\ud83d now.", "channel": "Q\\ud83d"}\r')
    assert isinstance(post, Report)
    assert post.text == "It\u2028left \ufffd now."
    assert post.publisher == "Q?"
