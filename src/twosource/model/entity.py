"""Mentions and the entities that they name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.identity import EntityId
from twosource.model.report import Span
from twosource.model.shown import Shown


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
class Mention(Shown):
    """A span that refers to something, with how it refers."""

    span: Span
    kind: EntityKind
    form: MentionForm


class JoinKind(StrEnum):
    """Why two mentions were taken for one entity."""

    SAME_PRINT = "same-print"
    SPELLING = "spelling"
    ACRONYM = "acronym"
    SHORT_NAME = "short-name"
    OFFICE = "office"
    BODY = "body"
    SITE = "site"
    RULING = "ruling"


@dataclass(frozen=True, slots=True)
class Join(Shown):
    """One joining step between two mentions.

    Attributes:
        kind: What sort of step it was.
        left: A mention of the one side.
        right: A mention of the other.
        score: How sure the step is, 0 to 1; not calibrated.
        reason: One sentence, printed to the user.
    """

    kind: JoinKind
    left: Span
    right: Span
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entity(Shown):
    """The person, body, place or thing that mentions name.

    Attributes:
        id: Content id over the kind and the name.
        name: The fullest name printed for it.
        kind: What sort of thing it is.
        mentions: Every mention, in order of report and offset.
        reasons: One sentence per joining step, so that a join can be checked and undone.
        joins: The steps that joined mentions over reports, in the order in which they were taken.
    """

    id: EntityId
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling(Shown):
    """A person's decision that two mentions are one entity, or that they are not."""

    left: Span
    right: Span
    same: bool
