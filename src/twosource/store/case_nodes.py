"""Entities and statements in the case file."""

from __future__ import annotations

from twosource.model.entity import Entity, EntityKind, Join, Mention, MentionForm
from twosource.model.identity import EntityId, ReportId, StatementId
from twosource.model.report import Span
from twosource.model.statement import (
    Resolution,
    SourceKind,
    Speaker,
    Stance,
    Statement,
    StatementKind,
)
from twosource.store.codec import read_as, written
from twosource.store.fields import (
    Node,
    Texts,
    field,
    items,
    kind,
    maybe,
    node_of,
    share_or_none,
    span_from,
    span_node,
    span_or_none,
    spans_from,
    strings,
    truth,
    words,
    words_or_none,
)


def entity_node(entity: Entity) -> Node:
    """Write an entity; a mention is a span with its kind and its form."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "mentions": [
            {**span_node(m.span), "kind": m.kind, "form": m.form} for m in entity.mentions
        ],
        "reasons": list(entity.reasons),
        "joins": written(entity.joins),
    }


def entity_from(node: Node, texts: Texts, place: str) -> Entity:
    """Read an entity."""
    mentions: list[Mention] = []
    for i, found in enumerate(items(node, "mentions", place)):
        inside = f"{place}.mentions[{i}]"
        mentions.append(
            Mention(
                span_from(found, texts, inside),
                kind(EntityKind, found, "kind", inside),
                kind(MentionForm, found, "form", inside),
            )
        )
    return Entity(
        id=EntityId(words(node, "id", place)),
        name=words(node, "name", place),
        kind=kind(EntityKind, node, "kind", place),
        mentions=tuple(mentions),
        reasons=strings(node, "reasons", place),
        joins=read_as(tuple[Join, ...], field(node, "joins", place), texts, f"{place}.joins"),  # type: ignore[arg-type]
    )


def statement_node(statement: Statement) -> Node:
    """Write a statement; the first part of its content in ``content``, the rest in ``more``."""
    return {
        "id": statement.id,
        "report": statement.report,
        "speaker": _speaker_node(statement.speaker),
        "via": [_speaker_node(via) for via in statement.via],
        "cue": _maybe_span(statement.cue),
        "content": span_node(statement.content),
        "more": [span_node(part) for part in statement.more],
        "kind": statement.kind,
        "stance": statement.stance,
        "hedges": [span_node(hedge) for hedge in statement.hedges],
        "said_at": _maybe_span(statement.said_at),
        "venue": _maybe_span(statement.venue),
        "parent": statement.parent,
        "continues": statement.continues,
        "negations": [span_node(word) for word in statement.negations],
        "distancing": [span_node(word) for word in statement.distancing],
        "judgement": statement.judgement,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def statement_from(node: Node, texts: Texts, place: str) -> Statement:
    """Read a statement."""

    def speaker(found: Node, where: str) -> Speaker:
        return _speaker_from(found, texts, where)

    parent = words_or_none(node, "parent", place)
    continues = words_or_none(node, "continues", place)
    content = node_of(field(node, "content", place), f"{place}.content")
    return Statement(
        id=StatementId(words(node, "id", place)),
        report=ReportId(words(node, "report", place)),
        speaker=maybe(speaker, node, "speaker", place),
        via=tuple(
            speaker(found, f"{place}.via[{i}]") for i, found in enumerate(items(node, "via", place))
        ),
        cue=span_or_none(node, "cue", texts, place),
        content=span_from(content, texts, f"{place}.content"),
        more=spans_from(node, "more", texts, place),
        kind=kind(StatementKind, node, "kind", place),
        stance=kind(Stance, node, "stance", place),
        hedges=spans_from(node, "hedges", texts, place),
        said_at=span_or_none(node, "said_at", texts, place),
        venue=span_or_none(node, "venue", texts, place),
        parent=None if parent is None else StatementId(parent),
        rule=words(node, "rule", place),
        continues=None if continues is None else StatementId(continues),
        negations=spans_from(node, "negations", texts, place),
        distancing=spans_from(node, "distancing", texts, place),
        judgement=truth(node, "judgement", place),
        confidence=share_or_none(node, "confidence", place),
    )


def _maybe_span(span: Span | None) -> Node | None:
    return None if span is None else span_node(span)


def _speaker_node(speaker: Speaker | None) -> Node | None:
    if speaker is None:
        return None
    return {
        "entity": speaker.entity,
        **span_node(speaker.span),
        "resolution": speaker.resolution,
        "kind": speaker.kind,
        "closeness": _maybe_span(speaker.closeness),
        "candidates": list(speaker.candidates),
    }


def _speaker_from(node: Node, texts: Texts, place: str) -> Speaker:
    entity = words_or_none(node, "entity", place)
    return Speaker(
        span=span_from(node, texts, place),
        entity=None if entity is None else EntityId(entity),
        resolution=kind(Resolution, node, "resolution", place),
        kind=kind(SourceKind, node, "kind", place),
        closeness=span_or_none(node, "closeness", texts, place),
        candidates=tuple(EntityId(i) for i in strings(node, "candidates", place)),
    )
