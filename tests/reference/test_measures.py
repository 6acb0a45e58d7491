"""Units: the short registry says what Pint's own file says."""

from __future__ import annotations

from itertools import product

import pint
import pytest
from pint.errors import PintError

from twosource.reference.measures import factor
from twosource.reference.units import SPEEDS, UNITS_OF_MEASURE

NAMES = sorted({*UNITS_OF_MEASURE.values(), *SPEEDS.values(), "metric_ton", "long_ton"})


def test_every_factor_is_that_of_the_file_of_pint() -> None:
    full = pint.UnitRegistry()
    for one, other in product(NAMES, repeat=2):
        try:
            wanted = float(full.Quantity(1.0, one).to(other).magnitude)
        except PintError:
            wanted = None
        assert factor(one, other) == (wanted if wanted is None else pytest.approx(wanted))


def test_what_does_not_measure_the_same_has_no_factor() -> None:
    assert factor("kilometer", "kilogram") is None
    assert factor("furlong", "meter") is None
