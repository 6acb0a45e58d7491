"""The toll that one report gives of its own event: how many were killed, how many injured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.quantities.counted import status_by_verb
from twosource.language.interface import Name, NameKind, Reading
from twosource.model.report import Span
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.statuses import STATUSES

LEAD_SENTENCES = 5
"""Sentences, the headline first, in which a report gives the toll of its own event; further down
stand earlier incidents and yearly totals."""
_SHUT_OUT = frozenset({"kill", "injure"})
_INCIDENTS = frozenset(
    "shooting attack incident crash accident fire homicide murder killing robbery case".split()
)


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
    if _is_round_up(quantities, reading, limit):
        return None
    own = [q for q in lead if q.status == status and not q.part]
    if own:
        best = max(own, key=lambda q: (q.amount.low or 0.0, -q.span.start))
        return Toll(best.amount, (best.span,), f"“{best.span.quote}” is the most in the lead")
    if status in _SHUT_OUT and (told := _of_the_shot(lead, reading, status)) is not None:
        return told
    named = _named(reading, limit, status)
    if named:
        return Toll(Amount(float(len(named)), float(len(named))), (), f"named: {', '.join(named)}")
    if any(STATUSES.get(token.lemma.lower()) == status for token in reading.tokens):
        return None
    other = next((q for q in lead if q.status in _SHUT_OUT and q.status != status), None)
    if other is None or status not in _SHUT_OUT:
        return None
    why = f"“{other.span.quote}” tells of others, and no word of the text of this"
    return Toll(Amount(0.0, 0.0), (), why)


def _is_round_up(quantities: Sequence[QuantityValue], reading: Reading, limit: int) -> bool:
    """Whether the lead tells of several incidents at once, so that its sums are of none of them."""
    if any(
        q.noun in _INCIDENTS and (q.amount.low or 0.0) > 1 and q.span.start < limit
        for q in quantities
    ):
        return True
    return any(
        token.xpos == "NNS" and token.lemma.lower() in _INCIDENTS
        for token in reading.tokens
        if token.start < limit
    )


def _named(reading: Reading, limit: int, status: str) -> list[str]:
    """Surnames of those whom the lead names as having come to harm, each once."""
    found: dict[str, None] = {}
    for name in reading.names:
        last = reading.tokens[name.last - 1]
        if name.kind is not NameKind.PERSON or last.start >= limit:
            continue
        head = next(
            (t for t in range(name.first, name.last) if not _within(reading, t, name)), name.first
        )
        token = reading.tokens[head]
        role = token.relation
        if not role.startswith("nsubj") and role.partition(":")[0] != "obj":
            continue
        if status_by_verb(reading, reading.tokens[token.head], role) == status:
            found.setdefault(last.text)
    return list(found)


def _within(reading: Reading, token: int, name: Name) -> bool:
    """Whether a token hangs on another of its name."""
    return reading.tokens[token].head != token and (
        name.first <= reading.tokens[token].head < name.last
    )


def _of_the_shot(lead: Sequence[QuantityValue], reading: Reading, status: str) -> Toll | None:
    """Killed or injured among those who were shot: the rest of them, or one alone.

    Who was shot was killed or injured. Where the killed are counted too, the others were injured;
    where one person was shot, words of death anywhere in the text settle which.
    """
    if len({q.noun for q in lead if q.status == "shoot" and q.amount.high == 1}) > 1:
        return None
    shot = max(
        (q for q in lead if q.status == "shoot" and not q.part),
        key=lambda q: q.amount.low or 0.0,
        default=None,
    )
    if shot is None or shot.amount.low is None or shot.amount.low != shot.amount.high:
        return None
    killed = [q for q in lead if q.status == "kill" and q.amount.low == q.amount.high]
    if status == "injure" and killed:
        most = max(q.amount.low or 0.0 for q in killed)
        rest = shot.amount.low - most
        if rest < 0:
            return None
        why = f"“{shot.span.quote}” were shot, and {most:g} of them killed"
        return Toll(Amount(rest, rest), (shot.span,), why)
    deadly = any(STATUSES.get(token.lemma.lower()) == "kill" for token in reading.tokens)
    if shot.amount.low != 1:
        count = 0.0 if status == "kill" else shot.amount.low
        return None if deadly else Toll(Amount(count, count), (shot.span,), "no word of death")
    count = float((status == "kill") == deadly)
    why = "words of death in the text" if deadly else "no word of death in the text"
    return Toll(Amount(count, count), (shot.span,), f"“{shot.span.quote}” was shot; {why}")


def _is_toll(quantity: QuantityValue) -> bool:
    return quantity.kind is QuantityKind.COUNT and bool(quantity.status)


def _end_of_lead(reading: Reading) -> int:
    sentences = reading.sentences[:LEAD_SENTENCES]
    return reading.tokens[sentences[-1].last - 1].end if sentences else 0
