"""Units of measurement as news prints them, with Pint's names, and nouns that end a count."""

from __future__ import annotations

from collections.abc import Mapping

UNITS_OF_MEASURE: Mapping[str, str] = {
    "km": "kilometer",
    "kms": "kilometer",
    "kilometre": "kilometer",
    "kilometer": "kilometer",
    "m": "meter",
    "metre": "meter",
    "meter": "meter",
    "cm": "centimeter",
    "centimetre": "centimeter",
    "centimeter": "centimeter",
    "mm": "millimeter",
    "millimetre": "millimeter",
    "millimeter": "millimeter",
    "mile": "mile",
    "mi": "mile",
    "nautical mile": "nautical_mile",
    "yard": "yard",
    "foot": "foot",
    "feet": "foot",
    "ft": "foot",
    "inch": "inch",
    "kg": "kilogram",
    "kilogram": "kilogram",
    "kilo": "kilogram",
    "gram": "gram",
    "tonne": "metric_ton",
    "ton": "short_ton",
    "pound": "pound",
    "lb": "pound",
    "ounce": "ounce",
    "litre": "liter",
    "liter": "liter",
    "gallon": "gallon",
    "barrel": "oil_barrel",
    "mph": "mile_per_hour",
    "kmh": "kilometer_per_hour",
    "kph": "kilometer_per_hour",
    "km/h": "kilometer_per_hour",
    "knot": "knot",
    "degree": "degree_Celsius",
    "hectare": "hectare",
    "acre": "acre",
    "megawatt": "megawatt",
    "mw": "megawatt",
    "kilowatt": "kilowatt",
    "volt": "volt",
    "hertz": "hertz",
    "bar": "bar",
}
"""Singular forms as printed, to units that Pint knows. "Ton" alone is the short ton of American
print; "tonne" is the metric one. A bare "degree" is one of temperature only beside a scale."""

SPEEDS: Mapping[str, str] = {
    "kilometer": "kilometer_per_hour",
    "mile": "mile_per_hour",
    "nautical_mile": "knot",
}
"""Units of length, to those of speed that "per hour" makes of them."""

TIME_UNITS = frozenset(
    "second minute hour day week month year decade century night morning evening afternoon weekend "
    "sec min hr yr fortnight season time moment".split()
)
"""What makes a number a length of time, or a number of times, and no count of things."""

IDENTIFIED = frozenset(
    "no no. number room flight route highway interstate article section page chapter case unit "
    "apartment apt suite exit gate platform line channel ward district precinct platoon brigade "
    "regiment division chapter paragraph clause resolution model type version phase level grade "
    "category stage row seat box route road bus train runway terminal sector zone block lot "
    "division quay pier berth dock reactor formula area flat count cell".split()
)
"""Nouns after which a number names one of them ("Room 12") and counts nothing."""

STREETS = frozenset(
    "street st avenue ave road rd drive dr lane ln boulevard blvd court ct place pl square way "
    "highway hwy parkway terrace circle block".split()
)
"""What a house number stands before."""
