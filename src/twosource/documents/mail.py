"""Letters as files (.eml): their text, sender, subject and date, and what is attached to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from twosource.documents.decode import decode
from twosource.documents.drafts import RULES_VERSION, Draft, titled
from twosource.documents.fragments import words_of_markup
from twosource.documents.moments import moment_of
from twosource.model.case import Unreadable
from twosource.model.original import Original

MAIL = "mail"
_MOST_PARTS = 1_000
_PLAIN, _PAGE = "text/plain", "text/html"
_QUOTED = re.compile(
    r"^(?:On [^\n]{5,200} wrote:[ \t]*\n\s{0,8})?(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE
)
"""Words of an earlier letter that an answer carries along: the sender does not say them."""
_RAISED = (
    MessageError,
    LookupError,
    ValueError,
    ArithmeticError,
    AttributeError,
    TypeError,
    RecursionError,
)
"""What the standard library raises on hostile headers."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is attached to a letter.

    Attributes:
        number: Which one, from 1.
        name: Its name on one line, as printed.
        kind: Its media type, as printed.
        data: Its bytes.
    """

    number: int
    name: str
    kind: str
    data: bytes


Items = Iterator[Draft | Unreadable | Attached]


def letter_from(original: Original) -> Items:
    """Read a letter.

    The plain part is taken where there is one, else the HTML part reduced to its main text, else
    to its words.

    Yields:
        The letter, and each file that is attached to it; or what is wrong with the letter.
    """
    try:
        yield from _letter(original)
    except _RAISED as error:
        what = f"is a letter that cannot be taken apart ({type(error).__name__})"
        yield Unreadable(original.name, what, "save its text as .txt")


def _letter(original: Original) -> Items:
    message = BytesParser(policy=policy.default).parsebytes(original.data)
    if not any(message[key] for key in ("From", "Subject", "Date", "Received", "Message-ID")):
        what = "has none of the header lines of a letter (From, Subject, Date)"
        yield Unreadable(original.name, what, "save the letter again as .eml, or its text as .txt")
        return
    body: dict[str, tuple[str, str]] = {}
    attached: list[Unreadable | Attached] = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            what = f"has more than {_MOST_PARTS:,} parts"
            attached.append(Unreadable(original.name, what, "save what matters of it apart"))
            break
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if kind in {_PLAIN, _PAGE} and part.get_content_disposition() != "attachment":
            body.setdefault(kind, _decoded(part))
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(_attached(part, kind, len(attached) + 1))
    draft = _draft(message, body)
    if draft is None:
        yield Unreadable(original.name, "is a letter without text", "add what is attached to it")
    else:
        yield draft
    yield from attached


def _draft(message: EmailMessage, body: dict[str, tuple[str, str]]) -> Draft | None:
    text, encoding = body.get(_PLAIN, ("", ""))
    text = _QUOTED.sub("", text)
    if not text.strip():
        page, encoding = body.get(_PAGE, ("", ""))
        text = _words_of_page(page)
    if not text.strip():
        return None
    title, text = titled(_header(message, "Subject"), text)
    name, address = parseaddr(_header(message, "From") or "")
    return Draft(
        text,
        MAIL,
        RULES_VERSION,
        encoding,
        title=title,
        publisher=name or address or None,
        published=moment_of(_header(message, "Date")),
    )


def _words_of_page(page: str) -> str:
    """The main text of an HTML part; all its words where the main text is the lesser part."""
    from twosource.documents.html import story_of  # noqa: PLC0415 - slow to load

    words = words_of_markup(page)
    story = story_of(page)
    return story if 2 * len(story) >= len(words) else words


def _header(message: EmailMessage, key: str) -> str | None:
    """A header on one line, half characters replaced."""
    value = message.get(key)
    words = " ".join(str(value).split()) if value is not None else ""
    return words.encode("utf-8", "replace").decode("utf-8") or None


def _decoded(part: EmailMessage) -> tuple[str, str]:
    """The text of a part, and how its encoding was found."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return "", ""
    found = decode(payload, part.get_content_charset())
    return (found.text, found.encoding) if found else ("", "")


def _attached(part: EmailMessage, kind: str, number: int) -> Attached:
    payload = part.get_payload(decode=True)
    called = " ".join((part.get_filename() or "without a name").split())
    called = called.encode("utf-8", "replace").decode("utf-8")
    return Attached(number, called, kind, payload if isinstance(payload, bytes) else b"")
