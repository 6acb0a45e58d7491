"""JSON exports of posts: Telegram's, those of other platforms, and the Auto Archiver's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from twosource.documents.decode import Decoded
from twosource.documents.drafts import Draft
from twosource.documents.fields import draft_of
from twosource.documents.own import own
from twosource.documents.posts import TEXT_FIELDS, kind_of_json
from twosource.model.case import Unreadable

TELEGRAM = "telegram-export"
POSTS = "json-posts"

_LISTS = (
    "messages", "posts", "statuses", "tweets", "items", "orderedItems", "entries", "articles",
    "results", "feed", "children", "hits", "value", "data", "result", "list", "chats", "response",
)  # fmt: skip
"""Fields under which exports keep their posts, or an object that keeps them further down."""
_DEEPEST = 4
_OWN = "twosource-case/"
_WHAT_IS_READ = (
    "give a list of posts, each an object with its text under 'text', or an export of Telegram,"
    " X, Mastodon, Bluesky, CrowdTangle or the Auto Archiver"
)

Record = dict[str, object]


def export_from(name: str, decoded: Decoded) -> Iterator[Draft | Unreadable]:
    """Read the posts of a JSON file.

    Args:
        name: Name of the file.
        decoded: Its text.

    Yields:
        A draft for each post, in the order of the file, and one ``Unreadable`` that counts the
        items without text; or one that says why the file is no export.
    """
    try:
        document = json.loads(decoded.text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        what = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        yield Unreadable(name, what, "export it again, or mend it there")
        return
    except (ValueError, RecursionError):
        what = "is not JSON that can be read: nested too deep or a number too long"
        yield Unreadable(name, what, "export it again")
        return
    if isinstance(document, dict) and str(document.get("format", "")).startswith(_OWN):
        yield own(name, "a case")
        return
    yield from _posts(name, document, decoded.encoding)


def _posts(name: str, document: object, encoding: str) -> Iterator[Draft | Unreadable]:
    records = list(_records(document, _users(document)))
    if not records:
        what = f"is a JSON {kind_of_json(document)} in which no list of posts was found"
        yield Unreadable(name, what, _WHAT_IS_READ)
        return
    found = 0
    silent = 0
    for number, record in enumerate(records, 1):
        draft = _post(record, number, encoding)
        if draft is not None:
            found += 1
            yield draft
        elif record.get("type") != "service":
            silent += 1
    if not found:
        what = f"holds no text under {', '.join(TEXT_FIELDS)} in any of its {len(records)} items"
        yield Unreadable(name, what, _WHAT_IS_READ)
    elif silent:
        yield without_text(name, silent, len(records))


def without_text(name: str, silent: int, all_items: int) -> Unreadable:
    """The one line on the items of an export that hold no text."""
    what = f"{silent} of its {all_items} items {'holds' if silent == 1 else 'hold'} no text"
    return Unreadable(name, what, "nothing to do if they are pictures alone; else name the field")


def _post(record: Record, number: int, encoding: str) -> Draft | None:
    if "chat" not in record or "date_unixtime" not in record:
        return draft_of(record, number, POSTS, encoding)
    if record.get("type") == "service":
        return None
    # The seconds say when; the date beside them stands in a zone that nothing names.
    told = {k: v for k, v in record.items() if k not in {"date", "from"} or not v}
    told["date"] = record["date_unixtime"]
    told["channel"] = record["chat"] or record.get("from")
    told["author"] = record.get("forwarded_from") or record.get("from")
    return draft_of(told, number, TELEGRAM, encoding)


def _records(document: object, users: Mapping[str, object], depth: int = 0) -> Iterator[Record]:
    """The objects of the first list of objects that a document holds under a known name."""
    if isinstance(document, list):
        for item in document:
            if isinstance(item, dict):
                yield from _inside(item, users, depth)
        return
    if not isinstance(document, dict) or depth > _DEEPEST:
        return
    if isinstance(document.get("metadata"), dict) and "status" in document:
        yield document
        return
    for key in _LISTS:
        value = document.get(key)
        if isinstance(value, list | dict) and value:
            chat = document.get("name") if key == "messages" else None
            for record in _records(value, users, depth + 1):
                yield {**record, "chat": chat} if key == "messages" else record
            return


def _inside(item: Record, users: Mapping[str, object], depth: int) -> Iterator[Record]:
    """A record as it stands; the messages of a chat where it is a whole chat."""
    if isinstance(item.get("messages"), list):
        yield from _records(item, users, depth + 1)
        return
    author = users.get(str(item.get("author_id", "")))
    yield {**item, "author": author} if author is not None and "author" not in item else item


def _users(document: object) -> dict[str, object]:
    """The users that an answer of X's interface lists beside its posts, by their id."""
    includes = document.get("includes") if isinstance(document, dict) else None
    listed = includes.get("users") if isinstance(includes, dict) else None
    if not isinstance(listed, list):
        return {}
    return {str(user["id"]): user for user in listed if isinstance(user, dict) and "id" in user}
