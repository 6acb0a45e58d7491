"""What of a group of answers stands apart, voice against voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeVar

from twosource.claims.questions.context import (
    Context,
    Found,
    clause_of,
    giver,
    holds,
    is_asked,
    sentence_at,
    statement_at,
)
from twosource.model.claim import Answer
from twosource.model.event import Layer
from twosource.model.proposition import Modality, Proposition, Tense
from twosource.model.report import Span
from twosource.model.statement import Stance

MOST = 64
"""Answers of one sort that are held against each other, the first by report and offset."""
_WITHHELD = frozenset({Stance.DECLINES, Stance.PREDICTS, Stance.DENIES, Stance.HEDGES})


class Placed(Protocol):
    """Something that one voice gives at a place of its report."""

    @property
    def found(self) -> Found:
        """Where it stands."""
        ...


One = TypeVar("One", bound=Placed)


@dataclass(frozen=True, slots=True)
class Worded:
    """An answer in words.

    Attributes:
        found: Its place.
        words: The answer as printed.
        normal: The form in which two equal answers are equal.
    """

    found: Found
    words: str
    normal: str


def differing(
    group: Sequence[One], known: Sequence[set[Span]], apart: Callable[[One, One], bool]
) -> list[One]:
    """Those of a group that are apart from what another voice gives, each place once.

    A voice that gives two answers that are apart tells of two things, and is left out.

    Args:
        group: Answers of one sort.
        known: The places that questions hold together already; they are not asked for again.
        apart: Whether two answers cannot be one.
    """
    kept = _of_one_mind(group[:MOST], apart)
    involved: dict[Span, One] = {}
    for one, other in combinations(kept, 2):
        if giver(one.found) == giver(other.found) or not apart(one, other):
            continue
        spans = [each.found.answer.span for each in (one, other)]
        if not any(all(_is_held(span, those) for span in spans) for those in known):
            involved |= {each.found.answer.span: each for each in (one, other)}
    return list(involved.values())


def _is_held(span: Span, those: set[Span]) -> bool:
    """Whether a place is one of those, or lies in one of them."""
    return span in those or any(
        other.report == span.report and holds(other, span) for other in those
    )


def _of_one_mind(group: Sequence[One], apart: Callable[[One, One], bool]) -> list[One]:
    by_voice: dict[tuple[str, str], list[One]] = {}
    for one in group:
        by_voice.setdefault(giver(one.found), []).append(one)
    torn = {
        voice
        for voice, own in by_voice.items()
        if any(apart(one, other) for one, other in combinations(own, 2))
    }
    return [one for one in group if giver(one.found) not in torn]


def stated(
    context: Context, span: Span, *, standing: bool = False, negative: bool = False
) -> Found | None:
    """Words at a place as a possible answer, where their clause states outright that it is so.

    Args:
        context: The report.
        span: The words.
        standing: Whether what was so before the event answers as well.
        negative: Whether a clause that denies something else of it answers as well.

    Returns:
        Their clause as the value; ``None`` where nothing states it, or another event does.
    """
    sentence, clause = sentence_at(context, span), clause_of(context, span)
    if sentence is None or clause is None or is_asked(context, span):
        return None
    if sentence.layer in {Layer.PARALLEL, Layer.FORESEEN}:
        return None
    if sentence.layer is Layer.BACKGROUND and not standing:
        return None
    if negative:
        return _at(context, span, clause)
    if clause.tense is Tense.FUTURE or clause.modality is not Modality.ACTUAL or clause.hedges:
        return None
    statement = statement_at(context, span)
    if not clause.positive or (statement is not None and statement.stance in _WITHHELD):
        return None
    return _at(context, span, clause)


def _at(context: Context, span: Span, clause: Proposition) -> Found:
    statement = statement_at(context, span)
    said = None if statement is None else statement.id
    return Found(Answer(clause, span, context.facts.report.id, said), clause, context)
