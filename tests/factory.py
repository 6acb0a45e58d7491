"""Builders of small real nouns for tests. Spans are cut by quoting; nothing is mocked."""

from __future__ import annotations

import hashlib
from datetime import date

from twosource.model.entity import Entity, EntityKind, Mention, MentionForm
from twosource.model.identity import EntityId, ReportId, content_id
from twosource.model.report import (
    Extraction,
    OffsetRun,
    Publication,
    PublicationBasis,
    Report,
    Span,
    cut,
)
from twosource.model.statement import (
    Resolution,
    Speaker,
    Stance,
    Statement,
    StatementKind,
    statement_id,
)
from twosource.model.time import whole_day


def report(text: str, name: str | None = "Harbour Post", file: str = "a.txt") -> Report:
    """A report whose working copy is ``text``, with nothing else known about it."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    runs = (OffsetRun(0, 0, len(text)),) if text else ()
    return Report(
        id=ReportId(content_id("rp", sha256, file)),
        file=file,
        container=None,
        sha256=sha256,
        text=text,
        title=None,
        publisher=name,
        byline=None,
        url=None,
        language="en",
        published=None,
        regions=(),
        sections=(0,),
        extraction=Extraction("plain-text", "1", "utf-8 (no other fits)", runs),
    )


def published(day: str, basis: PublicationBasis = PublicationBasis.HEADER) -> Publication:
    """A publication day, for ``dataclasses.replace(report, published=published("2031-04-09"))``."""
    return Publication(day, whole_day(date.fromisoformat(day), day), basis)


def span(report: Report, words: str, near: int = 0) -> Span:
    """The occurrence of ``words`` in the report that starts nearest to offset ``near``."""
    starts = [i for i in range(len(report.text)) if report.text.startswith(words, i)]
    assert starts, f"{words!r} does not stand in {report.file}"
    start = min(starts, key=lambda i: abs(i - near))
    return cut(report, start, start + len(words))


def entity(name: str, *spans: Span, kind: EntityKind = EntityKind.PERSON) -> Entity:
    """An entity with one mention per span; a span without a capital letter is a role."""
    forms = [MentionForm.ROLE if s.quote.islower() else MentionForm.NAME for s in spans]
    mentions = tuple(Mention(s, kind, form) for s, form in zip(spans, forms, strict=True))
    return Entity(EntityId(content_id("en", kind.value, name)), name, kind, mentions)


def speaker(report: Report, words: str, leads_to: Entity | None = None, near: int = 0) -> Speaker:
    """A speaker by printed words, unresolved unless they lead to an entity."""
    resolution = Resolution.UNRESOLVED if leads_to is None else Resolution.NAME
    return Speaker(span(report, words, near), leads_to.id if leads_to else None, resolution)


def statement(
    report: Report,
    speaker_words: str | Speaker | None,
    cue_words: str | None,
    content_words: str | tuple[str, ...],
    stance: Stance = Stance.ASSERTS,
    kind: StatementKind = StatementKind.INDIRECT,
) -> Statement:
    """A statement by quoting its parts; words that occur often are taken nearest to the content.

    Pass a ``speaker(...)`` for one that leads to an entity, ``None`` for the report's own voice,
    and several content words for a content that its cue splits.
    """
    wanted = (content_words,) if isinstance(content_words, str) else content_words
    parts = tuple(span(report, words) for words in wanted)
    near = parts[0].start
    who = speaker(report, speaker_words, near=near) if isinstance(speaker_words, str) else None
    who = speaker_words if isinstance(speaker_words, Speaker) else who
    cue = span(report, cue_words, near) if cue_words else None
    return Statement(
        id=statement_id(report.id, parts, who.span if who else None, cue),
        report=report.id,
        speaker=who,
        via=(),
        cue=cue,
        content=parts[0],
        more=parts[1:],
        kind=kind,
        stance=stance,
        hedges=(),
        said_at=None,
        venue=None,
        parent=None,
        rule="by-hand",
    )
