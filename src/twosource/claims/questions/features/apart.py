"""Whether two figures of one feature are too far apart to be one figure, roughly told."""

from __future__ import annotations

from twosource.claims.questions.features.figures import Figure
from twosource.claims.times import times_compatible
from twosource.model.value import Amount, ClockTime, DurationValue, QuantityValue, TimeValue
from twosource.reference.features import Sort
from twosource.reference.measures import factor

_HEDGE = 0.15
_MINUTES, _DAY = 9, 24 * 60


def are_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot be one, by the tolerance of their feature.

    Args:
        one: A figure.
        other: Another of the same feature.
    """
    first, second = one.found.answer.value, other.found.answer.value
    least = one.feature.factor
    if isinstance(first, TimeValue) and isinstance(second, TimeValue):
        recurs = one.feature.recurs and not _are_last(one, other, first, second)
        return not recurs and _times_apart(first, second)
    if isinstance(first, DurationValue) and isinstance(second, DurationValue):
        return _far(first.seconds, second.seconds, least)
    if isinstance(first, QuantityValue) and isinstance(second, QuantityValue):
        theirs = _in_unit(second, first)
        if not _of_one_body(one, other, first.amount, second.amount):
            return False
        if theirs is None or not _far(first.amount, theirs, least):
            return False
        return not (one.feature.grows and _may_have_grown(one, other, first.amount, theirs))
    return False


def _are_last(one: Figure, other: Figure, first: TimeValue, second: TimeValue) -> bool:
    """Whether both are told as the last time, or one is and the other lies after it."""
    if one.last and other.last:
        return True
    if not (one.last or other.last) or not first.readings or not second.readings:
        return False
    last, plain = (first, second) if one.last else (second, first)
    return plain.readings[0].start >= last.readings[0].end


def _of_one_body(one: Figure, other: Figure, first: Amount, second: Amount) -> bool:
    """Whether what two figures count may be one: twelve pupils may be among 90 people.

    Ninety pupils are not among twelve people.
    """
    if one.noun == other.noun or Sort.COUNT is not one.feature.sort:
        return True
    general = [not each.noun or each.noun in _GENERAL for each in (one, other)]
    if one.feature.alike or all(general):
        return True
    if not any(general):
        return False
    some, everyone = (second, first) if general[0] else (first, second)
    return (some.low or 0.0) > (everyone.high or float("inf"))


_GENERAL = frozenset("person people man soul passenger guest worker employee staff".split())


def _in_unit(value: QuantityValue, like: QuantityValue) -> Amount | None:
    """An amount in the unit of another; ``None`` where it has none such."""
    if value.unit == like.unit:
        return value.amount
    ratio = factor(value.unit, like.unit) if value.kind is like.kind else None
    if not ratio:
        return None
    low, high = value.amount.low, value.amount.high
    return Amount(
        None if low is None else low * ratio,
        None if high is None else high * ratio,
        value.amount.approximate,
    )


def _far(a: Amount, b: Amount, least: float) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a > high_b * least or low_b > high_a * least


def _bounds(amount: Amount) -> tuple[float, float]:
    slack = _HEDGE if amount.approximate else 0.0
    low = 0.0 if amount.low is None else amount.low * (1 - slack)
    high = float("inf") if amount.high is None else amount.high * (1 + slack)
    return low, high


def _may_have_grown(one: Figure, other: Figure, first: Amount, second: Amount) -> bool:
    """Whether the higher figure stands in a report that appeared later."""
    earlier, later = one, other
    if (first.low or 0.0) > (second.low or 0.0):
        earlier, later = other, one
    before = earlier.found.context.facts.report.published
    after = later.found.context.facts.report.published
    if before is None or after is None:
        return True
    return before.interval.start < after.interval.start


def _times_apart(a: TimeValue, b: TimeValue) -> bool:
    if times_compatible(a, b):
        return False
    if a.clock is None or b.clock is None:
        return True
    return _minutes_apart(a.clock, b.clock) > _MINUTES or bool(
        a.readings and b.readings and _readings_apart(a, b) > _MINUTES
    )


def _minutes_apart(a: ClockTime, b: ClockTime) -> float:
    apart = abs(a.hour * 60 + (a.minute or 0) - b.hour * 60 - (b.minute or 0))
    return min(apart, _DAY - apart)


def _readings_apart(a: TimeValue, b: TimeValue) -> float:
    return min(
        abs((x.start - y.start).total_seconds()) / 60 for x in a.readings for y in b.readings
    )
