"""Hits: what a search of a case finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.report import Span
from twosource.model.shown import Shown


class HitKind(StrEnum):
    """What sort of thing was found."""

    SENTENCE = "sentence"
    STATEMENT = "statement"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Hit(Shown):
    """Something that holds the words searched for.

    Attributes:
        kind: What sort of thing it is.
        ref: Its id; for a sentence, the id of its report.
        words: The words that were searched: the sentence, the content, or question and answer.
        span: Where they stand in a report; for a claim, where its first answer stands.
    """

    kind: HitKind
    ref: str
    words: str
    span: Span
