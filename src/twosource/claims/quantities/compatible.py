"""Whether two amounts can both be true of one thing at one time."""

from __future__ import annotations

from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.measures import factor

HEDGED_SHARE = 0.15
"""Share by which a hedged number may differ: "about 30" is 26 to 34."""
ROUNDED_SHARE = 0.05
"""The same for an unhedged round measure: distances are printed to one or two digits."""


def amounts_compatible(a: Amount, b: Amount) -> bool:
    """Whether the bounds of two amounts overlap, hedged ones widened by a share.

    Symmetric, reflexive, and never made false by widening a bound.
    """
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def quantities_compatible(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether two quantities can be one; units are converted, unlike kinds never compare.

    Measures in other units are also given the rounding that a conversion needs.
    """
    if a.kind is not b.kind:
        return False
    if a.kind is QuantityKind.MONEY:
        return a.unit == b.unit and amounts_compatible(a.amount, b.amount)
    if a.kind is not QuantityKind.MEASURE or a.unit == b.unit:
        return amounts_compatible(a.amount, b.amount)
    ratio = factor(b.unit, a.unit)
    if ratio is None:
        return False
    return amounts_compatible(_rounded(a.amount), _rounded(_times(b.amount, ratio)))


def _bounds(amount: Amount) -> tuple[float, float]:
    slack = HEDGED_SHARE if amount.approximate else 0.0
    low = 0.0 if amount.low is None else amount.low - abs(amount.low) * slack
    high = float("inf") if amount.high is None else amount.high + abs(amount.high) * slack
    return low, high


def _times(amount: Amount, ratio: float) -> Amount:
    low = None if amount.low is None else amount.low * ratio
    high = None if amount.high is None else amount.high * ratio
    return Amount(low, high, amount.approximate)


def _rounded(amount: Amount) -> Amount:
    low = None if amount.low is None else amount.low * (1 - ROUNDED_SHARE)
    high = None if amount.high is None else amount.high * (1 + ROUNDED_SHARE)
    return Amount(low, high, amount.approximate)
