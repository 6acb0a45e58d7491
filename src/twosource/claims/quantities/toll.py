"""The toll that one report gives of its own event: how many were killed, how many injured."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.quantities.singly import of_one_person
from twosource.claims.quantities.telling import (
    attacker_died,
    counts_attacker,
    is_open,
    is_round_up,
    tells_death,
    tells_hurt,
)
from twosource.claims.quantities.told import Told, Toll, described, is_one_person, none, one_person
from twosource.claims.quantities.victims import HARMS, harm_of, victims_in
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.statuses import PERSONS

LEAD_SENTENCES = 6
"""Sentences, the headline first, in which a report gives the toll of its own event; further down
stand earlier incidents and yearly totals."""
_NO_PEOPLE = frozenset("shot gunshot survivor time bullet round wound news".split())
_GRAVELY = frozenset("critically seriously gravely severely".split())
_STAFF = frozenset("officer deputy agent trooper policeman marshal soldier employee".split())
_ATTEMPTED = frozenset("attempt attempted".split())
_REACH = 6


def toll(quantities: Sequence[QuantityValue], reading: Reading, status: str) -> Toll | None:
    """The toll of one sort that a report gives of its own event.

    Where the lead counts the harmed, the counts decide. Counts joined by "and" are added up, and
    the largest sum stands. Of those shot, the ones that are not said to be killed were injured.
    A report without any word of death says that none was killed.

    Where the lead counts nobody and tells of one person harmed, that person is killed if the text
    says so and injured if it has no word of death; nobody else is either, unless it tells of
    survivors. It cannot be told where a life hangs in the balance, where several people are told
    of one by one, or where a report rounds up several incidents.

    Args:
        quantities: The quantities of the report, in order.
        reading: The reading that they were read from.
        status: ``kill`` or ``injure``.

    Returns:
        The toll, or ``None`` where the report does not tell.
    """
    sentences = reading.sentences[:LEAD_SENTENCES]
    limit = reading.tokens[sentences[-1].last - 1].end if sentences else 0
    if not sentences or is_round_up(quantities, reading, limit):
        return None
    counts = tuple(q for q in quantities if _counts_harmed(q))
    told = Told(reading, limit, counts, victims_in(reading))
    if _has_counts(told):
        return _killed_by_count(told) if status == "kill" else _injured_by_count(told)
    return of_one_person(told, status)


def _counts_harmed(quantity: QuantityValue) -> bool:
    return (
        quantity.kind is QuantityKind.COUNT
        and quantity.status in HARMS
        and not quantity.part
        and quantity.noun not in _NO_PEOPLE
        and _ATTEMPTED.isdisjoint(quantity.scope)
        and quantity.amount.low != 0
        # A count of one without a number is a person, not a count.
        and quantity.counted != quantity.span
        and quantity.span.quote.lower() not in {"a", "an", "another"}
    )


def _has_counts(told: Told) -> bool:
    return any(
        q.status in {"kill", "injure"} or (q.amount.low or 0.0) > 1 for q in told.lead_counts
    )


def _killed_by_count(told: Told) -> Toll | None:
    killed = _most(told, "kill")
    if killed is not None:
        if attacker_died(told.reading, told.limit) and not counts_attacker(told.reading):
            return None
        return _counted(told, killed)
    if not tells_death(told.reading):
        counted = next(q for q in told.lead_counts if q.status in HARMS)
        return none(f"“{counted.span.quote}” are counted, and no word tells of a death")
    dead = [v for v in told.lead_victims if v.status == "kill"]
    if not dead or not is_one_person(dead):
        return None
    return one_person(f"one person is told of as killed: {described(told, dead)}")


def _injured_by_count(told: Told) -> Toll | None:
    shot = _shot_and_lived(told)
    injured, hospitalised = _most(told, "injure"), _most(told, "hospitalise")
    if injured is not None:
        if injured.noun in _STAFF:
            # Members of one service are counted apart from the other injured.
            return None
        if shot is not None and shot.amount.low and shot.amount.low > (injured.amount.low or 0.0):
            return shot
        if _is_fewer(told, injured, hospitalised) and not tells_death(told.reading):
            # Those in hospital were hurt, and the injured counted are a part of them.
            return _counted(told, hospitalised or injured)
        if injured.noun == "other" and not tells_death(told.reading):
            return _with_the_other(told, injured)
        return _counted(told, injured)
    if shot is not None:
        return shot
    if hospitalised is not None:
        return _counted(told, hospitalised)
    killed = _most(told, "kill")
    hurt = [v for v in told.lead_victims if v.status in {"injure", "hospitalise"}]
    if killed is not None and hurt and _most(told, "shoot") is None and is_one_person(hurt):
        return one_person(f"hurt beside “{killed.span.quote}”: {described(told, hurt)}")
    if killed is None or tells_hurt(told.reading) or _most(told, "shoot") is not None:
        return None
    return none(f"“{killed.span.quote}” are counted as killed, and no word tells of anybody hurt")


def _with_the_other(told: Told, others: QuantityValue) -> Toll | None:
    """Others injured, with the one beside them: "one is critical, three others are hurt"."""
    one = is_open(told.reading) or bool(told.lead_victims)
    total = _sum(told, others)
    if not one or not _is_exact(total) or total.low is None:
        return None
    why = f"“{others.span.quote}” others were injured beside one who is told of"
    return Toll(Amount(total.low + 1, total.low + 1), (others.span,), why)


def _is_fewer(told: Told, injured: QuantityValue, others: QuantityValue | None) -> bool:
    """Whether exactly so many are counted as injured, and exactly more with another fate."""
    if others is None or not _is_exact(injured.amount) or not _is_exact(others.amount):
        return False
    return (_sum(told, injured).low or 0.0) < (_sum(told, others).low or 0.0)


def _shot_and_lived(told: Told) -> Toll | None:
    """Those shot, without those killed; "others" are not among the killed."""
    shot, killed = _most(told, "shoot"), _most(told, "kill")
    if shot is None or not _is_exact(shot.amount):
        return None
    dead = _dead_among(told, shot, killed)
    total = _sum(told, shot).low
    if dead is None or total is None or total <= 1 or dead >= total:
        return None
    why = f"“{shot.span.quote}” were shot" + (f", and {dead:g} of them killed" if dead else "")
    return Toll(Amount(total - dead, total - dead), (shot.span,), why)


def _dead_among(told: Told, shot: QuantityValue, killed: QuantityValue | None) -> float | None:
    """How many of those shot were killed; ``None`` where it cannot be told."""
    if shot.noun == "other":
        return 0.0
    if killed is not None:
        return _sum(told, killed).low
    reach = None if any(v.status == "kill" for v in told.victims) else told.limit
    if not tells_death(told.reading, reach):
        return 0.0
    dead = [v for v in told.lead_victims if v.status == "kill"]
    alone = bool(dead) and is_one_person(dead) and not any(v.implied for v in dead)
    if not alone or attacker_died(told.reading, told.limit):
        return None
    tokens = told.reading.tokens
    at = tokens[_head(told.reading, shot)].sentence
    # Somebody dead who is told of elsewhere may have died before: "a vigil for a man killed".
    return 1.0 if any(tokens[v.token].sentence - at in {0, 1} for v in dead) else None


def _most(told: Told, status: str) -> QuantityValue | None:
    """The largest count of the lead with a status, exact ones before others."""
    found = [
        q
        for q in told.lead_counts
        if q.status == status and not (status == "injure" and _is_grave(told.reading, q))
    ]
    exact = [q for q in found if _is_exact(q.amount)]
    most = max(
        exact or found,
        key=lambda q: (_sum(told, q).low or 0.0, -q.span.start),
        default=None,
    )
    # A headline drops the hedge: "35 wounded" above "at least 35 people were wounded".
    number = None if most is None else most.amount.low
    hedged = [q for q in found if q not in exact and number in {q.amount.low, q.amount.high}]
    return hedged[0] if number is not None and hedged else most


def _is_exact(amount: Amount) -> bool:
    return amount.low is not None and amount.low == amount.high


def _is_grave(reading: Reading, quantity: QuantityValue) -> bool:
    """Whether only the gravely injured are counted, who are a part of the injured."""
    at = _head(reading, quantity)
    near = reading.tokens[at + 1 : at + _REACH]
    return any(
        t.text.lower() in _GRAVELY for t in near if t.sentence == reading.tokens[at].sentence
    )


def _head(reading: Reading, quantity: QuantityValue) -> int:
    """The last token of what is counted."""
    end = (quantity.counted or quantity.span).end
    return next((t.index for t in reading.tokens if t.start < end <= t.end), 0)


def _sum(told: Told, quantity: QuantityValue) -> Amount:
    """A count with those joined to it: "six children and two adults", "his wife and two sons"."""
    if not _is_exact(quantity.amount):
        return quantity.amount
    reading, total = told.reading, quantity.amount.low or 0.0
    head = reading.tokens[_head(reading, quantity)]
    heads = {_head(reading, q): q for q in told.lead_counts if q.status == quantity.status}
    for child in dependents(reading, head.index, "conj"):
        other = heads.get(child)
        if other is not None and other.noun != "other":
            total += other.amount.low or 0.0
    above = reading.tokens[head.head]
    alone = above.xpos == "NN" and above.lemma.lower() in PERSONS - {"people", "family"}
    if (
        base(head.relation) == "conj"
        and alone
        and harm_of(reading, above.index) in {"", quantity.status}
        and above.index not in heads
        and head.index - above.index < _REACH
        and not dependents(reading, above.index, "nummod")
    ):
        total += 1
    return Amount(total, total, quantity.amount.approximate)


def _counted(told: Told, quantity: QuantityValue) -> Toll:
    total = _sum(told, quantity)
    return Toll(total, (quantity.span,), f"“{quantity.span.quote}” is the most in the lead")
