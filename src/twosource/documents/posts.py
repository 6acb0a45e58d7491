"""JSON lines: one post a line, as exports of channels, feeds and live blogs give them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from twosource.documents.decode import Decoded
from twosource.documents.drafts import JSON_LINES, Draft
from twosource.documents.fields import draft_of
from twosource.model.case import Unreadable

TEXT_FIELDS = ("text", "content", "message", "body")
"""The usual names of the field with the text, to name in a remedy."""


def posts_from(name: str, decoded: Decoded) -> Iterator[Draft | Unreadable]:
    """Read the posts of a JSON-lines file.

    Args:
        name: Name of the file.
        decoded: Its text.

    Yields:
        A draft for each line that holds a post, an ``Unreadable`` for each that does not. Blank
        lines are skipped.
    """
    # JSON may hold other line separators inside strings, so only line feeds part the posts.
    for number, line in enumerate(decoded.text.split("\n"), 1):
        content = line.strip("\ufeff \t\r")
        if content:
            yield _post(f"{name}#{number}", number, content, decoded.encoding)


def _post(name: str, number: int, line: str, encoding: str) -> Draft | Unreadable:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        what = f"line {number} is not JSON: {error.msg} at column {error.colno}"
        return Unreadable(name, what, "mend the line, or take it out")
    except (ValueError, RecursionError):
        what = f"line {number} is not JSON that can be read: nested too deep or a number too long"
        return Unreadable(name, what, "mend the line, or take it out")
    if not isinstance(record, dict):
        what = f"line {number} is a JSON {kind_of_json(record)}, not an object"
        return Unreadable(name, what, "write one object a line, with the post under 'text'")
    draft = draft_of(record, number, JSON_LINES, encoding)
    if draft is None:
        what = f"line {number} holds no text under {', '.join(TEXT_FIELDS)}"
        return Unreadable(name, what, "name the field of the post 'text', or take the line out")
    return draft


def kind_of_json(value: object) -> str:
    """What JSON calls a value."""
    if value is None:
        return "null"
    names = {list: "array", str: "string", bool: "truth value", dict: "object"}
    return names.get(type(value), "number")
