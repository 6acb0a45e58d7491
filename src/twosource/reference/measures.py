"""Conversion between units, by Pint's registry."""

from __future__ import annotations

from functools import cache

from pint import UnitRegistry
from pint.errors import PintError


@cache
def load_measures() -> UnitRegistry[float]:
    """Pint's registry of units; read from its files at the first call and kept."""
    return UnitRegistry()


@cache
def factor(unit: str, target: str) -> float | None:
    """By what a number in one unit is multiplied to give it in another.

    Args:
        unit: Name of the one as Pint has it.
        target: Name of the other.

    Returns:
        The factor, or ``None`` where the two do not measure the same thing.
    """
    try:
        return float(load_measures().Quantity(1.0, unit).to(target).magnitude)
    except PintError:
        return None
