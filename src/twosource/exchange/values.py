"""Values as cells of a table: bounds, times and places in columns of their own."""

from __future__ import annotations

from twosource.model.proposition import Proposition
from twosource.model.table import Cell
from twosource.model.value import (
    Amount,
    DistanceValue,
    DurationValue,
    PlaceValue,
    QuantityValue,
    TimeValue,
    Value,
)

VALUE_COLUMNS = ("low", "high", "unit", "from", "to", "place", "latitude", "longitude")
"""Bounds of a number with its unit, a stretch of time in UTC, a place on the ground."""

_NOTHING: tuple[Cell, ...] = (None,) * len(VALUE_COLUMNS)


def value_cells(value: Value | Proposition) -> tuple[Cell, ...]:
    """The cells of ``VALUE_COLUMNS``; empty where a value has nothing of the sort.

    Lengths of time are in seconds, distances in kilometres, times in UTC with the end excluded.
    Of several readings and candidates the likeliest is told.
    """
    if isinstance(value, QuantityValue):
        return _bounds(value.amount, value.unit)
    if isinstance(value, DurationValue):
        return _bounds(value.seconds, "second")
    if isinstance(value, DistanceValue) and value.kilometres is not None:
        return _bounds(value.kilometres, "kilometre")
    if isinstance(value, TimeValue) and value.readings:
        first = value.readings[0]
        return (None, None, None, first.start.isoformat(), first.end.isoformat(), None, None, None)
    if isinstance(value, PlaceValue) and value.candidates:
        place = value.candidates[0]
        return (*_NOTHING[:5], place.name, place.latitude, place.longitude)
    return _NOTHING


def _bounds(amount: Amount, unit: str) -> tuple[Cell, ...]:
    return (amount.low, amount.high, unit or None, *_NOTHING[3:])
