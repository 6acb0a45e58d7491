"""Entities joined over reports: for now, equal names only.

Two reports that print the same full name mean the same entity; spellings, titles and acronyms
across reports are not compared yet, and somebody known only by description ("an official") stays
in his or her report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.model.entity import Entity, EntityKind, Mention, MentionForm
from twosource.model.identity import EntityId, content_id
from twosource.model.statement import Speaker, Statement
from twosource.statements.extract import Attributions


def join_entities(
    attributions: Sequence[Attributions],
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Join equal names over reports and point the statements at the joined entities.

    Returns:
        The entities, sorted by name and id, and the statements in the order given.
    """
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for attribution in attributions:
        for entity in attribution.entities:
            groups[_key(entity)].append(entity)
    joined: dict[EntityId, EntityId] = {}
    entities: list[Entity] = []
    for key, members in groups.items():
        whole = _joined(key, members)
        entities.append(whole)
        joined.update({member.id: whole.id for member in members})
    statements = tuple(
        _pointed(statement, joined)
        for attribution in attributions
        for statement in attribution.statements
    )
    return tuple(sorted(entities, key=lambda e: (e.name.casefold(), e.id))), statements


def _key(entity: Entity) -> tuple[str, str]:
    """What makes two entities one: the folded name; for the unnamed also the report."""
    named = any(mention.form is MentionForm.NAME for mention in entity.mentions)
    return (entity.name.casefold(), "" if named else entity.id)


def _joined(key: tuple[str, str], members: list[Entity]) -> Entity:
    mentions: tuple[Mention, ...] = tuple(m for e in members for m in e.mentions)
    kinds: Counter[EntityKind] = Counter(m.kind for m in mentions)
    reasons = dict.fromkeys(r for e in members for r in e.reasons)
    if len(members) > 1:
        reasons[f"“{members[0].name}” is printed alike in {len(members)} reports"] = None
    return Entity(
        id=EntityId(content_id("en", *key)),
        name=members[0].name,
        kind=kinds.most_common(1)[0][0],
        mentions=mentions,
        reasons=tuple(reasons),
    )


def _pointed(statement: Statement, joined: dict[EntityId, EntityId]) -> Statement:
    speaker = None if statement.speaker is None else _repointed(statement.speaker, joined)
    return replace(
        statement,
        speaker=speaker,
        via=tuple(_repointed(relayer, joined) for relayer in statement.via),
    )


def _repointed(speaker: Speaker, joined: dict[EntityId, EntityId]) -> Speaker:
    if speaker.entity is None:
        return speaker
    return replace(speaker, entity=joined.get(speaker.entity))
