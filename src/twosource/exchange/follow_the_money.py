"""A case as entities of FollowTheMoney, one JSON object to a line, as Aleph and OpenAleph read it.

Schemata and properties are those of the model of FollowTheMoney 3.8; times are UTC there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.exchange.names import content_words, is_web_address, json_bytes, told, urn
from twosource.model.case import Case
from twosource.model.entity import Entity, EntityKind, MentionForm
from twosource.model.event import EventFrame
from twosource.model.identity import EntityId, ReportId, content_id
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.time import TimeInterval

SCHEMATA = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Address",
}
"""The schema of an entity by its kind; other kinds have none."""

_LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "ru": "rus", "uk": "ukr"}
"""ISO 639-3 for the ISO 639-1 codes met most; other languages are left out."""

Properties = dict[str, list[str]]
Node = dict[str, object]


def ftm(case: Case) -> bytes:
    """Write reports, entities, mentions, the event, and each statement as a note."""
    reports = {report.id: report for report in case.reports}
    entities = {entity.id: entity for entity in case.entities}
    lines = [_article(report) for report in case.reports]
    lines += _entities(case.entities)
    if case.event is not None:
        lines += _event(case.event, case.reports)
    lines += [_note(one, reports, entities) for one in case.statements]
    return b"".join(json_bytes(line, indent=None) for line in lines)


def _article(report: Report) -> Node:
    properties: Properties = {
        "title": _given(report.title),
        "author": _given(report.byline),
        "publisher": _given(report.publisher),
        "publishedAt": _day(report.published.interval) if report.published else [],
        "language": _given(_LANGUAGES.get(report.language or "")),
        "fileName": [report.file],
        "bodyText": [report.text] if report.text else [],
        "notes": [f"SHA-256 of the original: {report.sha256}"],
    }
    if report.url and is_web_address(report.url):
        properties["sourceUrl"] = [report.url]
    elif report.url:
        # The model drops what is no address of the web without a word.
        properties["notes"] += [f"Address as it was given: {report.url}"]
    return _entity(report.id, "Article", properties)


def _entities(entities: tuple[Entity, ...]) -> Iterator[Node]:
    for entity in entities:
        schema = SCHEMATA.get(entity.kind)
        if schema is None:
            continue
        named = [m.span for m in entity.mentions if m.form is MentionForm.NAME]
        printed = {" ".join(span.quote.split()) for span in named} - {entity.name}
        yield _entity(entity.id, schema, {"name": [entity.name], "weakAlias": sorted(printed)})
        for report in dict.fromkeys(span.report for span in named):
            here = {" ".join(s.quote.split()) for s in named if s.report == report}
            properties: Properties = {
                "document": [report],
                "resolved": [entity.id],
                "name": sorted(here),
                "detectedSchema": [schema],
            }
            yield _entity(content_id("mn", entity.id, report), "Mention", properties)


def _event(event: EventFrame, reports: tuple[Report, ...]) -> Iterator[Node]:
    name = " ".join(event.terms[:3])
    if not name:
        return
    properties: Properties = {
        "name": [name],
        "date": [day.isoformat() for day in event.days],
        "location": _given(None if event.place is None else event.place.name),
        "country": _given(None if event.place is None else event.place.country.lower()),
        "summary": list(event.reasons),
    }
    yield _entity(content_id("ev", *(report.id for report in reports)), "Event", properties)


def _note(
    statement: Statement,
    reports: Mapping[ReportId, Report],
    entities: Mapping[EntityId, Entity],
) -> Node:
    report = reports[statement.report]
    who = None if statement.speaker is None else statement.speaker.entity
    speaking = None if who is None else entities.get(who)
    kept = speaking is not None and speaking.kind in SCHEMATA
    line = f"{told(statement, entities, report)}: {content_words(statement)}"
    properties: Properties = {
        "description": [line],
        "entity": [*([str(who)] if kept else []), report.id],
        "notes": [urn(statement.id)],
    }
    return _entity(statement.id, "Note", properties)


def _entity(ident: str, schema: str, properties: Properties) -> Node:
    kept = {name: values for name, values in properties.items() if values}
    return {"id": ident, "schema": schema, "properties": kept}


def _given(value: str | None) -> list[str]:
    return [value] if value else []


def _day(interval: TimeInterval) -> list[str]:
    """The day in the middle of an interval, where it is no longer than a day in every zone."""
    middle = interval.start + (interval.end - interval.start) / 2
    days = (interval.end - interval.start).total_seconds() / 86400.0
    return [middle.date().isoformat()] if days <= _ONE_DAY_ANYWHERE else []


_ONE_DAY_ANYWHERE = 2.1
"""Days that one calendar day lasts over all zones in civil use (50 hours), with some slack."""
