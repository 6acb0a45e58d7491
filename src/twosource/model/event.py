"""The event that a case is about, and how each sentence of its reports stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twosource.model.report import Span
from twosource.model.shown import Shown
from twosource.model.value import Place


class Layer(StrEnum):
    """How a sentence stands to the case's event.

    ``BACKGROUND`` is an earlier incident or standing circumstance, ``PARALLEL`` another event near
    in time, ``FORESEEN`` something still to come. Values of these never answer the event's
    questions.
    """

    EVENT = "event"
    BACKGROUND = "background"
    PARALLEL = "parallel"
    FORESEEN = "foreseen"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LayeredSentence(Shown):
    """A sentence with its layer.

    Attributes:
        span: The sentence.
        number: Number of the sentence in its report's reading, from 0.
        layer: How it stands to the event.
        reason: One sentence that says what decided it.
    """

    span: Span
    number: int
    layer: Layer
    reason: str


@dataclass(frozen=True, slots=True)
class EventFrame(Shown):
    """When and where the case's event took place, as far as its reports agree.

    Attributes:
        days: Local calendar days that the reports give for it, the best supported first; empty:
            cannot tell.
        place: The place named most for it, or ``None``.
        zone: IANA name of the zone of that place; ``""`` where none is known.
        terms: Lemmas that name the event, best first ("explosion", "crush").
        reasons: What decided each, one sentence each.
    """

    days: tuple[date, ...]
    place: Place | None
    zone: str
    terms: tuple[str, ...]
    reasons: tuple[str, ...]
