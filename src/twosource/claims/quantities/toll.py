"""The toll that one report gives of its own event: how many were killed, how many injured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.quantities.telling import (
    attacker_died,
    counts_attacker,
    is_open,
    is_round_up,
    tells_death,
    tells_hurt,
    tells_survival,
)
from twosource.claims.quantities.victims import HARMS, Victim, victims_in
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.model.report import Span
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.statuses import OTHERS, PERSONS

LEAD_SENTENCES = 6
"""Sentences, the headline first, in which a report gives the toll of its own event; further down
stand earlier incidents and yearly totals."""
_NO_PEOPLE = frozenset("shot gunshot survivor time bullet round wound news".split())
_GRAVELY = frozenset("critically seriously gravely severely".split())
_STAFF = frozenset("officer deputy agent trooper policeman marshal soldier employee".split())
_SEVERAL = frozenset("others both survivor victims".split())
_ATTEMPTED = frozenset("attempt attempted".split())
_FURTHER = frozenset("second third 2nd 3rd".split())
_REACH = 6


@dataclass(frozen=True, slots=True)
class Toll:
    """How many a report says were killed, or injured.

    Attributes:
        amount: The number with its bounds.
        spans: The words that give it; empty where it rests on people told of one by one, or on
            silence.
        reason: One sentence.
    """

    amount: Amount
    spans: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells, the lead and the whole of it.

    Attributes:
        reading: The reading.
        limit: Offset of the end of the lead.
        counts: Counts of the harmed, over the whole text, parts of totals left out.
        victims: Mentions of the harmed, over the whole text.
    """

    reading: Reading
    limit: int
    counts: tuple[QuantityValue, ...]
    victims: tuple[Victim, ...]

    @property
    def lead_counts(self) -> tuple[QuantityValue, ...]:
        return tuple(q for q in self.counts if q.span.start < self.limit)

    @property
    def lead_victims(self) -> tuple[Victim, ...]:
        tokens = self.reading.tokens
        return tuple(v for v in self.victims if tokens[v.token].start < self.limit)


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
    told = _Told(reading, limit, counts, victims_in(reading))
    if _has_counts(told):
        return _killed_by_count(told) if status == "kill" else _injured_by_count(told)
    return _of_one_person(told, status)


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


def _has_counts(told: _Told) -> bool:
    return any(
        q.status in {"kill", "injure"} or (q.amount.low or 0.0) > 1 for q in told.lead_counts
    )


def _killed_by_count(told: _Told) -> Toll | None:
    killed = _most(told, "kill")
    if killed is not None:
        if attacker_died(told.reading, told.limit) and not counts_attacker(told.reading):
            return None
        return _counted(told, killed)
    if not tells_death(told.reading):
        counted = next(q for q in told.lead_counts if q.status in HARMS)
        return _none(f"“{counted.span.quote}” are counted, and no word tells of a death")
    dead = [v for v in told.lead_victims if v.status == "kill"]
    if not dead or not _is_one_person(dead):
        return None
    return _one(f"one person is told of as killed: {_described(told, dead)}")


def _injured_by_count(told: _Told) -> Toll | None:
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
        return _counted(told, injured)
    if shot is not None:
        return shot
    if hospitalised is not None:
        return _counted(told, hospitalised)
    killed = _most(told, "kill")
    if killed is None or tells_hurt(told.reading) or _most(told, "shoot") is not None:
        return None
    return _none(f"“{killed.span.quote}” are counted as killed, and no word tells of anybody hurt")


def _is_fewer(told: _Told, injured: QuantityValue, others: QuantityValue | None) -> bool:
    """Whether exactly so many are counted as injured, and exactly more with another fate."""
    if others is None or not _is_exact(injured.amount) or not _is_exact(others.amount):
        return False
    return (_sum(told, injured).low or 0.0) < (_sum(told, others).low or 0.0)


def _shot_and_lived(told: _Told) -> Toll | None:
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


def _dead_among(told: _Told, shot: QuantityValue, killed: QuantityValue | None) -> float | None:
    """How many of those shot were killed; ``None`` where it cannot be told."""
    if shot.noun == "other":
        return 0.0
    if killed is not None:
        return _sum(told, killed).low
    if not tells_death(told.reading):
        return 0.0
    dead = [v for v in told.victims if v.status == "kill"]
    return 1.0 if dead and _is_one_person(dead) and not attacker_died(*_lead(told)) else None


def _lead(told: _Told) -> tuple[Reading, int]:
    return told.reading, told.limit


def _of_one_person(told: _Told, status: str) -> Toll | None:
    """One person alone, killed or injured; with the one who is told of as hurt beside the dead."""
    lead = told.lead_victims
    if not lead or _tells_of_several(told) or any(v.many for v in lead):
        return None
    if any(v.status == "kill" for v in told.victims):
        return _of_the_dead(told, status)
    if tells_death(told.reading) or is_open(told.reading):
        return None
    if (several := _together(told)) > 1 and len({v.key for v in lead if v.named}) <= several:
        why = f"{several} people are told of as harmed in one phrase, and no word of a death"
        return (
            Toll(Amount(float(several), float(several)), (), why)
            if status == "injure"
            else _none(why)
        )
    if not _is_one_person(lead) or all(v.implied for v in lead):
        return None
    why = f"one person is told of as harmed, and no word of a death: {_described(told, lead)}"
    return _none(why) if status == "kill" else _one(why)


def _of_the_dead(told: _Told, status: str) -> Toll | None:
    """One dead, where the lead tells of no other or the text of one who was hurt beside."""
    lead = told.lead_victims
    dead = [v for v in lead if v.status == "kill"]
    beside = _beside_the_dead(told)
    hurt = [v for v in beside if v.status in {"injure", "hospitalise"}]
    is_one_hurt = bool(hurt) and len({v.key for v in beside}) == 1
    if all(v.implied for v in dead or lead):
        return None
    if not _is_one_person(lead) and not (dead and _is_one_person(dead) and is_one_hurt):
        return None
    who = _described(told, dead or lead)
    if status == "kill":
        return _one(f"one person is told of as killed: {who}")
    if any((q.amount.low or 0.0) > 1 for q in told.counts) or any(v.many for v in told.victims):
        return None
    if beside:
        return _one(f"hurt beside the dead: {_described(told, hurt)}") if is_one_hurt else None
    if tells_survival(told.reading):
        return None
    return _none(f"one person is told of as killed, and nobody else as hurt: {who}")


def _tells_of_several(told: _Told) -> bool:
    tokens = told.reading.tokens
    return any(
        t.start < told.limit
        and (
            t.text.lower() in _SEVERAL
            or (t.lemma.lower() == "victim" and tokens[t.index - 1].text.lower() in _FURTHER)
        )
        for t in tokens
    )


def _is_one_person(victims: Sequence[Victim]) -> bool:
    """Whether mentions can all be of one: at most one name, and not both a man and a woman."""
    names = {v.key for v in victims if v.named}
    sexes = {v.sex for v in victims} - {""}
    return len(names) <= 1 and len(sexes) <= 1 and not any(v.many for v in victims)


def _beside_the_dead(told: _Told) -> list[Victim]:
    """Mentions of the living harmed that cannot be of the dead one."""
    victims = told.victims
    dead = [v for v in victims if v.status == "kill"]
    keys, sexes = {v.key for v in dead}, {v.sex for v in dead} - {""}
    named = any(v.named for v in dead)
    return [
        v
        for v in victims
        if v.status != "kill"
        and v.key not in keys
        and (
            v.key in OTHERS
            or (v.named and named)
            or (v.sex and sexes and v.sex not in sexes)
            or any(_told_side_by_side(told.reading, v, one) for one in dead)
        )
    ]


def _told_side_by_side(reading: Reading, one: Victim, other: Victim) -> bool:
    """Whether two people are brought in by one sentence: "a teen died, a child was hurt"."""
    tokens = [reading.tokens[v.token] for v in (one, other)]
    return (
        tokens[0].sentence == tokens[1].sentence
        and not one.named
        and not other.named
        and all(v.key in PERSONS and _is_brought_in(reading, v.token) for v in (one, other))
    )


def _is_brought_in(reading: Reading, at: int) -> bool:
    """Whether a noun has an indefinite article, or none as in a headline."""
    articles = {reading.tokens[t].text.lower() for t in dependents(reading, at, "det")}
    return articles <= {"a", "an", "another"} and not dependents(reading, at, "nmod:poss")


def _together(told: _Told) -> int:
    """How many single people one phrase of the lead tells of as harmed: "a woman and a child"."""
    lead = {v.token: v for v in told.lead_victims if v.key}
    groups = [
        {at, *(child for child in dependents(told.reading, at, "conj") if child in lead)}
        for at in lead
    ]
    return max(
        (len({lead[at].key for at in group}) for group in groups if len(group) > 1), default=1
    )


def _described(told: _Told, victims: Sequence[Victim]) -> str:
    words = dict.fromkeys(told.reading.tokens[v.token].text for v in victims)
    return ", ".join(f"“{word}”" for word in words)


def _most(told: _Told, status: str) -> QuantityValue | None:
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


def _sum(told: _Told, quantity: QuantityValue) -> Amount:
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
        and above.index not in heads
        and head.index - above.index < _REACH
        and not dependents(reading, above.index, "nummod")
    ):
        total += 1
    return Amount(total, total, quantity.amount.approximate)


def _counted(told: _Told, quantity: QuantityValue) -> Toll:
    total = _sum(told, quantity)
    return Toll(total, (quantity.span,), f"“{quantity.span.quote}” is the most in the lead")


def _none(reason: str) -> Toll:
    return Toll(Amount(0.0, 0.0), (), reason)


def _one(reason: str) -> Toll:
    return Toll(Amount(1.0, 1.0), (), reason)
