"""JSON lines: one post a line, as exports of channels, feeds and live blogs give them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from twosource.documents.dateline import from_epoch, publication
from twosource.documents.decode import Decoded
from twosource.documents.drafts import JSON_LINES, RULES_VERSION, Draft, titled
from twosource.model.case import Unreadable
from twosource.model.report import Publication, PublicationBasis

_TEXT = ("text", "content", "message", "body")
_PUBLISHER = ("channel", "publisher", "author", "source", "from")
_TIME = ("date", "published", "created_at", "timestamp")
"""Fields in order of preference: the first that holds something is taken."""


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
        what = f"line {number} is a JSON {_kind(record)}, not an object"
        return Unreadable(name, what, "write one object a line, with the post under 'text'")
    body = next((text for key in _TEXT if (text := _joined(record.get(key))).strip()), None)
    if body is None:
        what = f"line {number} holds no text under {', '.join(_TEXT)}"
        return Unreadable(name, what, "name the field of the post 'text', or take the line out")
    title, text = titled(_string(record.get("title")), body)
    publisher = next((p for key in _PUBLISHER if (p := _string(record.get(key)))), None)
    author = _string(record.get("author")) or _string(record.get("byline"))
    return Draft(
        text,
        JSON_LINES,
        RULES_VERSION,
        encoding,
        line=number,
        title=title,
        publisher=publisher,
        byline=author if author != publisher else None,
        url=_string(record.get("url")),
        published=_published(record),
    )


def _joined(value: object) -> str:
    """A text, also where it is a list of plain and of formatted pieces."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _string(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    # Half a surrogate pair, which JSON can write, cannot be written to any file.
    return value.encode("utf-8", "replace").decode("utf-8").strip() or None


def _published(record: Mapping[str, object]) -> Publication | None:
    for key in _TIME:
        value = record.get(key)
        found = None
        if isinstance(value, str):
            digits = value.strip().removesuffix(".0")
            epoch = digits.isascii() and digits.isdigit() and 9 <= len(digits) <= 13
            metadata = PublicationBasis.METADATA
            found = from_epoch(int(digits), metadata) if epoch else publication(value, metadata)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found = from_epoch(value, PublicationBasis.METADATA)
        if found is not None:
            return found
    return None


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names = {list: "array", str: "string", bool: "truth value"}
    return names.get(type(value), "number")
