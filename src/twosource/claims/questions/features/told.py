"""A figure as an answer: the form in which two are equal, and its words."""

from __future__ import annotations

from collections.abc import Hashable

from twosource.claims.questions.context import Found
from twosource.model.value import DurationValue, QuantityValue, TimeValue


def normal_of(one: Found) -> Hashable:
    """The form in which two equal figures are equal."""
    value = one.answer.value
    if isinstance(value, DurationValue):
        return (value.seconds.low, value.seconds.high)
    if isinstance(value, QuantityValue):
        return (value.amount.low, value.amount.high, value.unit)
    if isinstance(value, TimeValue) and (value.clock or value.day):
        return (value.clock, value.day, value.precision)
    return one.answer.span.quote.lower()


def words_of(one: Found) -> str:
    """The words of an answer, as printed."""
    return " ".join(one.answer.span.quote.split())
