"""The noun for a phrase that describes somebody or something without being a mere name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.report import Span


class DescriptionKind(StrEnum):
    """What a description describes.

    A loose name is a proper noun that was not read as a name. The kinds after it are short forms,
    which mean something only beside a longer name: a capitalised word after "the", a name after
    "at", a name with its number, a distinctive name of one word, a run of capitalised words, and
    the publisher in a report's head.
    """

    OFFICE_HOLDER = "office-holder"
    BODY = "body"
    SITE = "site"
    LOOSE_NAME = "loose-name"
    DEFINITE = "definite"
    SPOT = "spot"
    NUMBERED = "numbered"
    LEAD = "lead"
    RUN = "run"
    PUBLISHER = "publisher"


SHORT_FORMS = frozenset(
    {
        DescriptionKind.DEFINITE,
        DescriptionKind.SPOT,
        DescriptionKind.NUMBERED,
        DescriptionKind.LEAD,
        DescriptionKind.RUN,
        DescriptionKind.PUBLISHER,
    }
)
"""Kinds that are joined to a longer name or dropped."""


@dataclass(frozen=True, slots=True)
class Description:
    """One phrase, with what it says.

    Attributes:
        span: The whole phrase without its article, holder's name included.
        core: The words that describe; mentions that touch them belong to what is described.
        kind: Whether a person in office, the body around an office, or a site is described.
        what: The office, or the sort of site.
        owner: Whose office it is, normalised (a country for its adjective), or the words that tell
            the site from others; empty where the phrase does not say.
        person: The person whose office speaks, where a name stands in the owner's place.
        holder: The name of the holder printed in the phrase or beside it.
    """

    span: Span
    core: Span
    kind: DescriptionKind
    what: str
    owner: str
    person: Span | None = None
    holder: Span | None = None
