"""JSON exports: the posts of every platform come out alike, with their place in the file."""

from __future__ import annotations

import json

import pytest

from twosource.documents.extract import reports_from
from twosource.model.case import Unreadable
from twosource.model.original import STANDARD_INPUT, seal
from twosource.model.report import Report


def read(document: object, name: str = "result.json") -> list[Report | Unreadable]:
    text = document if isinstance(document, str) else json.dumps(document)
    return list(reports_from(seal(name, text.encode())))


def told(document: object) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (item.text, item.publisher, item.published.at if item.published else None, item.url)
        for item in read(document)
        if isinstance(item, Report)
    ]


CHANNEL = {
    "name": "Quay Watch",
    "type": "public_channel",
    "id": 7,
    "messages": [
        {"id": 1, "type": "service", "date_unixtime": "1614834300", "action": "create", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2021-03-04T07:06:07",
            "date_unixtime": "1614834367",
            "from": "Quay Watch",
            "text": ["The ", {"type": "bold", "text": "ferry"}, " left."],
        },
        {"id": 3, "type": "message", "date_unixtime": "1614834368", "photo": "a.jpg", "text": ""},
        {
            "id": 4,
            "type": "message",
            "date_unixtime": "1614834369",
            "from": "Quay Watch",
            "forwarded_from": "Harbour Radio",
            "text": "It came back.",
        },
    ],
}


def test_a_telegram_channel_gives_a_report_a_message_by_the_second():
    left, back, item = read(CHANNEL)
    assert isinstance(left, Report)
    assert isinstance(back, Report)
    assert (left.text, left.publisher, left.byline) == ("The ferry left.", "Quay Watch", None)
    assert (left.file, left.container) == ("result.json#2", "result.json")
    assert left.published is not None
    assert left.published.at == "2021-03-04T05:06:07+00:00"
    assert left.extraction.tool == "telegram-export"
    assert (back.publisher, back.byline) == ("Quay Watch", "Harbour Radio")
    assert str(item) == (
        "result.json: 1 of its 4 items holds no text;"
        " nothing to do if they are pictures alone; else name the field"
    )


def test_an_export_of_all_chats_names_each_chat():
    group = {"name": "Crew", "messages": [{**CHANNEL["messages"][1], "from": "Bo Lind"}]}
    assert [
        (item.text, item.publisher, item.byline)
        for item in read({"about": "x", "chats": {"about": "y", "list": [CHANNEL, group]}})
        if isinstance(item, Report)
    ] == [
        ("The ferry left.", "Quay Watch", None),
        ("It came back.", "Quay Watch", "Harbour Radio"),
        ("The ferry left.", "Crew", "Bo Lind"),
    ]


AT = "2021-03-04T05:06:07+00:00"


@pytest.mark.parametrize(
    ("document", "publisher", "at", "url"),
    [
        pytest.param(
            [
                {
                    "created_at": "2021-03-04T05:06:07.000Z",
                    "content": "<p>The ferry <b>left</b>.</p>",
                    "account": {"acct": "quay", "display_name": "Quay Watch"},
                    "url": "https://social.example/@quay/1",
                }
            ],
            "Quay Watch",
            AT,
            "https://social.example/@quay/1",
            id="mastodon",
        ),
        pytest.param(
            {
                "orderedItems": [
                    {
                        "type": "Create",
                        "published": "2021-03-04T05:06:07Z",
                        "object": {
                            "content": "<p>The ferry left.</p>",
                            "published": "2021-03-04T05:06:07Z",
                            "url": "https://social.example/@quay/1",
                            "attributedTo": "https://social.example/users/quay",
                        },
                    }
                ]
            },
            "https://social.example/users/quay",
            AT,
            "https://social.example/@quay/1",
            id="mastodon archive",
        ),
        pytest.param(
            {
                "data": [
                    {"id": "1", "author_id": "9", "text": "The ferry left.", "created_at": AT}
                ],
                "includes": {"users": [{"id": "9", "name": "Quay Watch", "username": "quay"}]},
            },
            "Quay Watch",
            AT,
            None,
            id="x, second interface",
        ),
        pytest.param(
            {
                "statuses": [
                    {
                        "created_at": "Thu Mar 04 05:06:07 +0000 2021",
                        "full_text": "The ferry left.",
                        "source": '<a href="https://app.example">An app</a>',
                        "user": {"name": "Quay Watch", "screen_name": "quay"},
                    }
                ]
            },
            "Quay Watch",
            AT,
            None,
            id="x, first interface",
        ),
        pytest.param(
            [{"tweet": {"full_text": "The ferry left.", "created_at": AT}}],
            None,
            AT,
            None,
            id="x archive",
        ),
        pytest.param(
            {
                "feed": [
                    {
                        "post": {
                            "uri": "at://did:plc:1/app.bsky.feed.post/1",
                            "author": {"handle": "quay.example", "displayName": "Quay Watch"},
                            "record": {"text": "The ferry left.", "createdAt": AT},
                        }
                    }
                ]
            },
            "Quay Watch",
            AT,
            None,
            id="bluesky",
        ),
        pytest.param(
            {
                "status": 200,
                "result": {
                    "posts": [
                        {
                            "date": "2021-03-04 00:06:07 EST",
                            "message": "The ferry left.",
                            "account": {"name": "Quay Watch"},
                            "postUrl": "https://social.example/1",
                        }
                    ]
                },
            },
            "Quay Watch",
            "2021-03-04T00:06:07-05:00",
            "https://social.example/1",
            id="crowdtangle",
        ),
        pytest.param(
            {
                "data": {
                    "children": [
                        {
                            "kind": "t3",
                            "data": {
                                "selftext": "The ferry left.",
                                "created_utc": 1614834367.0,
                                "author": "quay",
                                "url": "https://forum.example/1",
                            },
                        }
                    ]
                }
            },
            "quay",
            AT,
            "https://forum.example/1",
            id="reddit",
        ),
        pytest.param(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [
                    {
                        "content_html": "<p>The ferry left.</p>",
                        "date_published": AT,
                        "authors": [{"name": "Quay Watch"}],
                        "url": "https://quay.example/1",
                    }
                ],
            },
            "Quay Watch",
            AT,
            "https://quay.example/1",
            id="json feed",
        ),
        pytest.param(
            {
                "status": "telegram_extractor: success",
                "metadata": {
                    "url": "https://t.example/quay/1",
                    "content": "The ferry left.",
                    "timestamp": AT,
                },
                "media": [],
            },
            None,
            AT,
            "https://t.example/quay/1",
            id="auto archiver",
        ),
    ],
)
def test_the_posts_of_a_platform_come_out_alike(document, publisher, at, url):
    assert told(document) == [("The ferry left.", publisher, at, url)]


def test_a_post_that_shares_another_gives_the_words_to_who_wrote_them():
    post = {
        "content": "<p>It left.</p>",
        "account": {"display_name": "Sharer"},
        "reblog": {"content": "<p>It left.</p>", "account": {"display_name": "Quay Watch"}},
    }
    assert told([post]) == [("It left.", "Quay Watch", None, None)]


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("{", "is not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("[" * 99999, "is not JSON that can be read: nested too deep or a number too long"),
        ("7", "is a JSON number in which no list of posts was found"),
        ({"a": {"b": 1}}, "is a JSON object in which no list of posts was found"),
        ([], "is a JSON array in which no list of posts was found"),
        ([{"a": 1}, {}], "holds no text under text, content, message, body in any of its 2 items"),
        ({"format": "twosource-case/1"}, "is a case that Twosource wrote, not a report"),
    ],
)
def test_what_is_no_export_is_one_line(document, what):
    (item,) = read(document)
    assert isinstance(item, Unreadable)
    assert item.what == what


def test_an_export_on_standard_input_is_told_by_its_content():
    items = read(json.dumps(CHANNEL, indent=1), STANDARD_INPUT)
    assert [item.extraction.tool for item in items if isinstance(item, Report)] == [
        "telegram-export",
        "telegram-export",
    ]
