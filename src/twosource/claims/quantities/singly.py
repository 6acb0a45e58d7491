"""The toll of a report that counts nobody: one person harmed, and one hurt beside the dead."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.quantities.telling import is_open, tells_death, tells_survival
from twosource.claims.quantities.told import Told, Toll, described, is_one_person, none, one_person
from twosource.claims.quantities.victims import Victim
from twosource.language.interface import Reading
from twosource.language.tree import dependents
from twosource.model.value import Amount
from twosource.reference.statuses import OTHERS, PERSONS

_SEVERAL = frozenset("both survivor victims".split())
_FURTHER = frozenset("second third 2nd 3rd".split())
_YOUNGER = frozenset(
    "son daughter brother sister cousin nephew niece friend boyfriend girlfriend".split()
)


def of_one_person(told: Told, status: str) -> Toll | None:
    """One person alone, killed or injured; with the one who is told of as hurt beside the dead."""
    lead = told.lead_victims
    if not lead or _tells_of_several(told) or any(v.many for v in lead):
        return None
    if any(v.status == "kill" for v in told.victims):
        return _of_the_dead(told, status)
    if tells_death(told.reading, told.limit) or is_open(told.reading):
        return None
    if (several := _together(told)) > 1 and len({v.key for v in lead if v.named}) <= several:
        why = f"{several} people are told of as harmed in one phrase, and no word there of a death"
        return (
            Toll(Amount(float(several), float(several)), (), why)
            if status == "injure"
            else none(why)
        )
    if not is_one_person(lead) or all(v.implied for v in lead):
        return None
    why = f"one person is told of as harmed, and no word there of a death: {described(told, lead)}"
    return none(why) if status == "kill" else one_person(why)


def _of_the_dead(told: Told, status: str) -> Toll | None:
    """One dead, where the lead tells of no other or the text of one who was hurt beside."""
    lead = told.lead_victims
    dead = [v for v in lead if v.status == "kill"]
    beside = _beside_the_dead(told)
    hurt = [v for v in beside if v.status in {"injure", "hospitalise"}]
    is_one_hurt = bool(hurt) and _may_be_one(beside)
    if all(_may_be_the_dead(v, told) for v in hurt):
        is_one_hurt = False
    if all(v.implied for v in dead or lead):
        return None
    if not is_one_person(lead) and not (dead and is_one_person(dead) and is_one_hurt):
        return None
    who = described(told, dead or lead)
    if status == "kill":
        return one_person(f"one person is told of as killed: {who}")
    if any((q.amount.low or 0.0) > 1 for q in told.counts) or any(v.many for v in told.victims):
        return None
    if beside:
        return one_person(f"hurt beside the dead: {described(told, hurt)}") if is_one_hurt else None
    if tells_survival(told.reading):
        return None
    return none(f"one person is told of as killed, and nobody else as hurt: {who}")


def _tells_of_several(told: Told) -> bool:
    tokens = told.reading.tokens
    return any(
        t.start < told.limit
        and (
            t.text.lower() in _SEVERAL
            or (t.lemma.lower() == "victim" and tokens[t.index - 1].text.lower() in _FURTHER)
        )
        for t in tokens
    )


def _may_be_the_dead(victim: Victim, told: Told) -> bool:
    """Whether a child, a brother or a friend taken to hospital may be the one who died there."""
    sexes = {v.sex for v in told.victims if v.status == "kill"} - {""}
    clash = victim.sex and sexes and victim.sex not in sexes
    return victim.key in _YOUNGER and not victim.named and not clash


def _may_be_one(victims: Sequence[Victim]) -> bool:
    """Whether mentions may be of one: a name and a noun at most, of no two sexes."""
    keys = [{v.key for v in victims if v.named is named} for named in (True, False)]
    return all(len(side) <= 1 for side in keys) and is_one_person(victims)


def _beside_the_dead(told: Told) -> list[Victim]:
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
        # "Shot his sister" beside "the girl died" tells of the girl.
        and not (v.status == "shoot" and v.sex and sexes == {v.sex} and not v.named)
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


def _together(told: Told) -> int:
    """How many single people one phrase of the lead tells of as harmed: "a woman and a child"."""
    lead = {v.token: v for v in told.lead_victims if v.key}
    groups = [
        {at, *(child for child in dependents(told.reading, at, "conj") if child in lead)}
        for at in lead
    ]
    return max(
        (len({lead[at].key for at in group}) for group in groups if len(group) > 1), default=1
    )
