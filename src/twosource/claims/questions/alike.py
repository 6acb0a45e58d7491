"""Counts of one thing under several words: men and inmates, a total and its parts told alike."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.questions.context import Found
from twosource.claims.questions.fates import OF_PERSONS
from twosource.model.value import QuantityKind, QuantityValue
from twosource.reference.statuses import PERSONS

Key = tuple[str, str, str, tuple[str, ...]]
"""Kind and unit of a quantity, what befell the counted, their noun, and what tells them apart."""

_SORTS = PERSONS - frozenset("person people man woman child other member".split())


def value_of(one: Found) -> QuantityValue:
    """The quantity that a possible answer to a question of how many gives."""
    value = one.answer.value
    assert isinstance(value, QuantityValue)  # noqa: S101 - only quantities come here
    return value


def is_summand(one: Found) -> bool:
    """Whether a count is added to another: "seven pupils and a teacher died"."""
    value = value_of(one)
    if one.clause is None or not value.noun:
        return False
    held = [a for a in one.clause.arguments if a.span.start <= value.span.start < a.span.end]
    if not held or held[0].preposition:
        return False
    beside = [a for a in one.clause.arguments if a.role is held[0].role and a is not held[0]]
    others = [v for v in one.context.facts.quantities if v.status == value.status and v.noun]
    return any(
        a.span.start <= v.span.start < a.span.end and v.span != value.span
        for a in beside
        for v in others
    )


def join_totals(groups: dict[Key, list[Found]]) -> None:
    """Count men with everybody where their number is a report's only one, and lies among totals.

    Where all who were there are men, a report says "men" for people.
    """
    for key in [key for key in groups if key[1] in OF_PERSONS and key[2:] == ("man", ())]:
        general = groups.get((*key[:2], "", ()), [])
        known = {one.answer.report for one in general}
        figures = [low for one in general if (low := value_of(one).amount.low) is not None]
        for one in list(groups[key]) if figures else ():
            low = value_of(one).amount.low
            # More men than people cannot be: then both count the same, or one of them is wrong.
            among = low is not None and min(figures) <= low
            if among and one.answer.report not in known:
                groups[key].remove(one)
                general.append(one)
        if not groups[key]:
            del groups[key]


def join_general(groups: dict[Key, list[Found]]) -> None:
    """Count "men" and "people" who were there with the one sort of people that is counted so.

    "148 men were held", "the wing housed 112 inmates". Not where a report counts both.
    """
    for general in ("man", "person"):
        key: Key = (QuantityKind.COUNT.value, "", general, ())
        told = groups.get(key, [])
        known = {one.answer.report for one in told}
        special = [
            other
            for other in groups
            if other[0] == key[0] and not other[1] and not other[3] and other[2] in _SORTS
        ]
        if (
            not told
            or len(special) != 1
            or not known.isdisjoint({one.answer.report for one in groups[special[0]]})
        ):
            continue
        groups[special[0]] += groups.pop(key)


_MANY_REPORTS = 3
"""Reports that count one thing alike, whatever they say of it, so that it is one thing."""


def join_agreeing(groups: dict[Key, list[Found]]) -> None:
    """Put counts of one noun together where many reports give them and no two of them collide.

    "Two drones were downed", "two drones had crashed", "targeted by two drones".
    """
    by_base: dict[Key, list[Key]] = {}
    for key in groups:
        if key[0] == QuantityKind.COUNT.value and not key[1]:
            base = (*key[:3], tuple(word for word in key[3] if not word.startswith("said ")))
            by_base.setdefault(base, []).append(key)
    for base, keys in by_base.items():
        every = [one for key in keys for one in groups[key]]
        reports = {one.answer.report for one in every}
        if len(keys) > 1 and len(reports) >= _MANY_REPORTS and _agree(every):
            for key in keys:
                del groups[key]
            groups[base] = every


def _agree(everyone: Sequence[Found]) -> bool:
    """Whether one number fits all of several counts."""
    amounts = [value_of(one).amount for one in everyone]
    low = max((a.low for a in amounts if a.low is not None), default=0.0)
    high = min((a.high for a in amounts if a.high is not None), default=float("inf"))
    return low <= high
