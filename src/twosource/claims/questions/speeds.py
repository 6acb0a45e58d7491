"""Speeds: what goes how fast, and what limit there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from twosource.claims.questions.context import Found
from twosource.claims.questions.sameness import argument, is_pronoun
from twosource.model.proposition import ArgumentRole
from twosource.model.value import QuantityKind, QuantityValue

SPEED = "speed"
"""Kind of a question about a speed, in whatever unit."""

_PER_TIME = ("_per_hour", "_per_second", "knot")
_LIMITING = frozenset("restrict limit cap confine set".split())
"""Verbs that say how fast something may go: "speed is restricted to 6 knots"."""
_OWN = frozenset({"speed", "velocity", "pace"})

Key = TypeVar("Key", bound=tuple[object, ...])


def is_speed(value: QuantityValue) -> bool:
    """Whether a measure is one of speed, by its unit."""
    return value.kind is QuantityKind.MEASURE and value.unit.endswith(_PER_TIME)


def mover(one: Found) -> str:
    """What moves at a speed: the head of its clause's subject; ``""`` where it is not told.

    "The recorder shows a speed of" names no mover; of a speed limit, the limit is asked for.
    """
    value = one.answer.value
    if not isinstance(value, QuantityValue) or not is_speed(value) or one.clause is None:
        return ""
    agent = argument(one.clause, ArgumentRole.AGENT)
    patient = argument(one.clause, ArgumentRole.PATIENT)
    heads = [part.lemma.split()[-1].lower() for part in (patient, agent) if part is not None]
    own = next((head for head in heads if head in _OWN), "")
    if own and one.clause.lemma in _LIMITING:
        return "limit"
    if own or agent is None:
        return own
    return SPEED if is_pronoun(agent) else agent.lemma.split()[-1].lower()


def of_one_mover(groups: Mapping[Key, list[Found]]) -> dict[Key, list[Found]]:
    """Lay speeds that name no mover to the one thing whose speed a case tells, if there is one."""
    speeds = [key for key in groups if key[0] == SPEED]
    unnamed = [key for key in speeds if key[2] in _OWN]
    named = [key for key in speeds if key[2] not in {*_OWN, "limit"}]
    joined = {key: list(group) for key, group in groups.items()}
    if len(named) == 1:
        for key in unnamed:
            joined[named[0]] += joined.pop(key)
    return joined
