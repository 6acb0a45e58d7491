"""How the brief names who speaks: by a name that a span prints, else by the printed words."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.brief.evidence import words_of
from twosource.model.entity import Entity, MentionForm
from twosource.model.identity import EntityId
from twosource.model.report import Span
from twosource.model.statement import Speaker


def is_named(entity: Entity) -> bool:
    """Whether a report prints a name for the entity, not only a role or a pronoun."""
    return any(mention.form is MentionForm.NAME for mention in entity.mentions)


def naming_span(entities: Mapping[EntityId, Entity], voice: Speaker) -> Span | None:
    """The mention that prints the entity's name, in the same report if there is one."""
    entity = None if voice.entity is None else entities.get(voice.entity)
    if entity is None or words_of(entity.name) <= words_of(voice.span.quote):
        return None
    wanted = words_of(entity.name)
    named = [m.span for m in entity.mentions if wanted <= words_of(m.span.quote)]
    here = [span for span in named if span.report == voice.span.report]
    return next(iter((*here, *named)), None)


def shown_name(entities: Mapping[EntityId, Entity], voice: Speaker) -> str:
    """The entity's name where a span prints it, else the printed words."""
    entity = None if voice.entity is None else entities.get(voice.entity)
    printed = " ".join(voice.span.quote.split())
    if entity is None:
        return printed
    spelled_out = words_of(entity.name) <= words_of(printed)
    named = spelled_out or naming_span(entities, voice) is not None
    return entity.name if named else printed
