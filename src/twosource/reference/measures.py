"""Conversion between units, by a registry of Pint that knows the units of news.

Pint's own file of some thousand units takes half a second to read; a test holds every factor
between the units below to those of that file.
"""

from __future__ import annotations

from functools import cache

from pint import UnitRegistry
from pint.errors import PintError

DEFINITIONS: tuple[str, ...] = (
    "meter = [length]",
    "second = [time]",
    "gram = [mass]",
    "ampere = [current]",
    "kelvin = [temperature]",
    "degree_Celsius = kelvin; offset: 273.15",
    "millimeter = 0.001 * meter",
    "centimeter = 0.01 * meter",
    "kilometer = 1000 * meter",
    "inch = 0.0254 * meter",
    "foot = 0.3048 * meter",
    "yard = 0.9144 * meter",
    "mile = 1609.344 * meter",
    "nautical_mile = 1852 * meter",
    "hectare = 10000 * meter ** 2",
    "acre = 4046.872609874252 * meter ** 2",
    "liter = 0.001 * meter ** 3",
    "gallon = 0.003785411784 * meter ** 3",
    "oil_barrel = 0.158987294928 * meter ** 3",
    "kilogram = 1000 * gram",
    "metric_ton = 1000000 * gram",
    "pound = 453.59237 * gram",
    "ounce = 28.349523125 * gram",
    "short_ton = 907184.74 * gram",
    "long_ton = 1016046.9088 * gram",
    "minute = 60 * second",
    "hour = 3600 * second",
    "mile_per_hour = mile / hour",
    "kilometer_per_hour = kilometer / hour",
    "knot = nautical_mile / hour",
    "hertz = 1 / second",
    "watt = 1000 * gram * meter ** 2 / second ** 3",
    "kilowatt = 1000 * watt",
    "megawatt = 1000000 * watt",
    "volt = watt / ampere",
    "bar = 100000000 * gram / meter / second ** 2",
)
"""Units in the notation of Pint, by the exact definitions of NIST Special Publication 811."""


@cache
def load_measures() -> UnitRegistry[float]:
    """The registry of units; made at the first call and kept."""
    registry: UnitRegistry[float] = UnitRegistry(None)
    registry.load_definitions(list(DEFINITIONS))
    return registry


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
