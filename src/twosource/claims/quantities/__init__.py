"""Quantities: how many and how much, with bounds, with what is counted and what befell it."""

from twosource.claims.quantities.compatible import amounts_compatible, quantities_compatible
from twosource.claims.quantities.reading import quantities_in
from twosource.claims.quantities.storeys import PARTS
from twosource.claims.quantities.told import Toll
from twosource.claims.quantities.toll import toll

__all__ = ["PARTS", "Toll", "amounts_compatible", "quantities_compatible", "quantities_in", "toll"]
