"""Mentions and the entities that they name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.identity import EntityId
from twosource.model.report import Span


class EntityKind(StrEnum):
    """What sort of thing an entity is. ``UNKNOWN`` is an answer, not a gap."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to something, with how it refers."""

    span: Span
    kind: EntityKind
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """The person, body, place or thing that mentions name.

    Attributes:
        id: Content id over the kind and the name.
        name: The fullest name printed for it.
        kind: What sort of thing it is.
        mentions: Every mention, in order of report and offset.
        reasons: One sentence per joining step, so that a join can be checked and undone.
    """

    id: EntityId
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()
