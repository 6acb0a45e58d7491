"""Drafts: what the reader of one format found, and the report that is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.documents.dateline import from_url, publication
from twosource.documents.languages import language_of
from twosource.documents.layout import Layout, lay_out
from twosource.documents.offsets import clean, followed
from twosource.model.case import Unreadable
from twosource.model.identity import ReportId, content_id
from twosource.model.original import Original
from twosource.model.report import (
    Extraction,
    OffsetRun,
    Publication,
    PublicationBasis,
    Report,
)

PLAIN_TEXT = "plain-text"
JSON_LINES = "json-lines"
RULES_VERSION = "1"
"""Version of the two extractors above; it goes up when their text for the same bytes changes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One item of an original, as its format gives it.

    Attributes:
        text: The extracted text. Where ``title`` is known, the text begins with it.
        tool, version: The extractor.
        encoding: Encoding of the original, with how it was found.
        number: Which item of the original it is, from 1, for one of several; in JSON lines the
            line that it stands on.
        part: Which item within that one, from 1, where it holds several itself.
        title, publisher, byline, url, published: What the format says apart from the text.
        language: The language code that the format states, believed where the text does not tell.
        loose: Whether the text is laid out as plain text is, so that its title and its header
            lines are looked for.
        runs: Offset map from ``text`` to what the tool gave, where the reader joined lines or
            left some out; ``None`` where the text is the tool's own.
    """

    text: str
    tool: str
    version: str
    encoding: str
    number: int | None = None
    part: int | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Publication | None = None
    language: str | None = None
    loose: bool = False
    runs: tuple[OffsetRun, ...] | None = None


def titled(title: str | None, body: str) -> tuple[str | None, str]:
    """Put a title that is kept apart from its text at the text's start, where it is missing.

    Returns:
        The title on one line, and a text that begins with it; ``None`` and the body where there
        is no title.
    """
    line = clean(" ".join(title.split()))[0].strip() if title else ""
    if not line:
        return None, body
    if body.startswith(line) and not body[len(line) : len(line) + 1].isalnum():
        return line, body
    return line, f"{line}\n\n{body}"


def report_from(original: Original, draft: Draft) -> Report | Unreadable:
    """Make a report of a draft: clean its text, label it, and read what it says about itself."""
    place = tuple(number for number in (draft.number, draft.part) if number is not None)
    name = "#".join([original.name, ".".join(map(str, place))]) if place else original.name
    text, runs = clean(draft.text)
    if draft.runs is not None:
        runs = followed(runs, draft.runs)
    if not text.strip():
        return Unreadable(name, "holds no text", "leave it out, or save the report's text again")
    layout = lay_out(text, draft.title, plain=draft.loose)
    values = layout.header.values
    url = draft.url or layout.url
    return Report(
        id=ReportId(content_id("rp", original.sha256, *(place or (None,)))),
        file=name,
        container=None if draft.number is None else original.name,
        sha256=original.sha256,
        text=text,
        title=draft.title or layout.title,
        publisher=draft.publisher or values.get("publisher"),
        byline=draft.byline or layout.byline,
        url=url,
        language=_declared(values.get("language"))
        or language_of(text[layout.header.end :])
        or _declared(draft.language),
        published=_published(layout, draft, url),
        regions=layout.regions,
        sections=layout.sections,
        extraction=Extraction(draft.tool, draft.version, draft.encoding, runs),
    )


def _published(layout: Layout, draft: Draft, url: str | None) -> Publication | None:
    """The publication time from the first place that gives one."""
    printed = layout.header.values.get("published")
    if printed is not None:
        # A header that cannot be read is not replaced by a guess: somebody meant to say when.
        return publication(printed, PublicationBasis.HEADER)
    found = draft.published or from_url(url)
    if found is None and layout.dated is not None:
        return publication(layout.dated, PublicationBasis.DATELINE)
    return found


def _declared(language: str | None) -> str | None:
    """A two-letter language code as it is stated, ``en-GB`` included."""
    code = language.lower().replace("_", "-").split("-")[0] if language else ""
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
