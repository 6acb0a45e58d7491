"""The toll that one report gives of its own event: how many were killed, how many injured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.model.report import Span
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.statuses import STATUSES

LEAD_SENTENCES = 5
"""Sentences, the headline first, in which a report gives the toll of its own event; further down
stand earlier incidents and yearly totals."""
_SHUT_OUT = frozenset({"kill", "injure"})


@dataclass(frozen=True, slots=True)
class Toll:
    """How many a report says were killed, or injured.

    Attributes:
        amount: The number with its bounds.
        spans: The words that give it; empty where it rests on silence.
        reason: One sentence.
    """

    amount: Amount
    spans: tuple[Span, ...]
    reason: str


def toll(quantities: Sequence[QuantityValue], reading: Reading, status: str) -> Toll | None:
    """The toll of one sort that a report gives of its own event.

    The largest number of the lead counts, since a lead names victims one by one and together; a
    part of a total never does. A report that counts the injured without any word of death says
    that none was killed, and the other way about.

    Args:
        quantities: The quantities of the report, in order.
        reading: The reading that they were read from.
        status: ``kill`` or ``injure``.

    Returns:
        The toll, or ``None`` where the report does not tell.
    """
    limit = _end_of_lead(reading)
    lead = [q for q in quantities if q.span.start < limit and _is_toll(q)]
    own = [q for q in lead if q.status == status and not q.part]
    if own:
        best = max(own, key=lambda q: (q.amount.low or 0.0, -q.span.start))
        return Toll(best.amount, (best.span,), f"“{best.span.quote}” is the most in the lead")
    if any(STATUSES.get(token.lemma.lower()) == status for token in reading.tokens):
        return None
    other = next((q for q in lead if q.status in _SHUT_OUT and q.status != status), None)
    if other is None or status not in _SHUT_OUT:
        return None
    why = f"“{other.span.quote}” tells of others, and no word of the text of this"
    return Toll(Amount(0.0, 0.0), (), why)


def _is_toll(quantity: QuantityValue) -> bool:
    return quantity.kind is QuantityKind.COUNT and bool(quantity.status)


def _end_of_lead(reading: Reading) -> int:
    sentences = reading.sentences[:LEAD_SENTENCES]
    return reading.tokens[sentences[-1].last - 1].end if sentences else 0
