"""The fields of a post, whatever its export calls them: text, publisher, time, address.

Names are compared without case and punctuation, so that ``createdAt``, ``created_at`` and
``Created At`` are one. A post that an export wraps in another object is taken out of it first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.documents.drafts import RULES_VERSION, Draft, titled
from twosource.documents.fragments import is_markup, words_of_markup
from twosource.documents.moments import moment_of
from twosource.model.report import Publication

_TEXT = tuple(
    "text content message body fulltext contenttext textcontent textualcontent contenthtml selftext"
    " posttext caption articletext maintext summary description".split()
)
_MARKED_UP = frozenset({"content", "contenthtml", "body", "summary", "description"})
"""Fields that some exports fill with HTML."""
_PUBLISHER = tuple(
    "channel publisher author source from user account channelname chat chattitle pagename page"
    " postowner groupname accountname displayname username userscreenname screenname handle"
    " attributedto subreddit sitename site outlet authors".split()
)
_AUTHOR = ("author", "byline", "creator", "forwardedfrom", "authors")
_TIME = tuple(
    "date published createdat timestamp dateunixtime dateutc publishedat datepublished publishdate"
    " pubdate publicationdate createdtime creationtime createdutc postcreated postcreateddate"
    " datetime uploadtimestamp uploaddate takenat time".split()
)
_TITLE = ("title", "headline", "subject", "uploadtitle", "posttitle")
_LANGUAGE = ("language", "lang", "langs")
_URL = tuple(
    "url posturl permalink permalinkurl permalinkuri link originalurl expandedurl uri weburl"
    " shareurl posturi".split()
)
"""Names of fields in order of preference: the first that holds something is taken."""

_WRAPPERS = ("tweet", "data", "post", "object", "record", "metadata", "result", "legacy", "source")
"""Fields that may hold the post itself."""
_SHARED = ("reblog", "retweetedstatus")
"""Fields that hold a post of somebody else, whose words these are."""
_NAMES = ("name", "displayname", "title", "username", "screenname", "handle", "acct", "login")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DEEPEST = 4


def draft_of(record: Mapping[str, object], number: int, tool: str, encoding: str) -> Draft | None:
    """Read a post.

    Args:
        record: Its fields, as the export gives them.
        number: Which item of its original it is, from 1.
        tool: Name of the format.
        encoding: Encoding of the original.

    Returns:
        The post, or ``None`` where no field holds its text.
    """
    fields = _fields(record)
    body = _body(fields)
    if body is None:
        return None
    title, text = titled(_first(fields, _TITLE), body)
    publisher = _first(fields, _PUBLISHER)
    author = _first(fields, _AUTHOR)
    addresses = (_string(fields.get(key)) for key in _URL)
    return Draft(
        text,
        tool,
        RULES_VERSION,
        encoding,
        number=number,
        title=title,
        publisher=publisher,
        byline=author if author != publisher else None,
        url=next((a for a in addresses if a and a.startswith(("http://", "https://"))), None),
        published=_published(fields),
        language=_first(fields, _LANGUAGE),
    )


def _fields(record: Mapping[str, object]) -> dict[str, object]:
    """The fields of a record and of what it wraps, under their bare names."""
    fields = _bare(record)
    for _ in range(_DEEPEST):
        wrapped = next((v for key in _WRAPPERS if isinstance(v := fields.get(key), dict)), None)
        if wrapped is None or _holds_text(fields):
            break
        inner = _bare(wrapped)
        fields = {key: v for key, v in fields.items() if v is not wrapped} | inner
    shared = next((v for key in _SHARED if isinstance(v := fields.get(key), dict)), None)
    return fields | _bare(shared) if shared is not None else fields


def _holds_text(fields: Mapping[str, object]) -> bool:
    return any(_joined(fields.get(key)).strip() for key in _TEXT)


def _bare(record: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in record.items():
        name = _NOT_WORD.sub("", key.lower())
        if name and found.get(name) in (None, ""):
            found[name] = value
    return found


def _body(fields: Mapping[str, object]) -> str | None:
    for key in _TEXT:
        text = _joined(fields.get(key))
        if key in _MARKED_UP and is_markup(text):
            text = words_of_markup(text)
        if text.strip():
            return text
    return None


def _joined(value: object) -> str:
    """A text, also where it is a list of plain and of formatted pieces."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _first(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((found for key in keys if (found := _string(fields.get(key)))), None)


def _string(value: object) -> str | None:
    """A short text: as it stands, or the name of the person or place that an object describes."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        inner = _bare(value)
        value = next((inner[key] for key in _NAMES if inner.get(key)), None)
    if not isinstance(value, str) or value.lstrip().startswith("<"):
        return None
    # Half a surrogate pair, which JSON can write, cannot be written to any file.
    return value.encode("utf-8", "replace").decode("utf-8").strip() or None


def _published(fields: Mapping[str, object]) -> Publication | None:
    found = (moment_of(fields.get(key)) for key in _TIME)
    return next((moment for moment in found if moment is not None), None)
