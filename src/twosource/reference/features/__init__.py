"""What reports tell of almost every event in figures, however they word it."""

from twosource.reference.features.amounts import AMOUNTS
from twosource.reference.features.counts import COUNTS
from twosource.reference.features.feature import HELPERS, Feature, Sort
from twosource.reference.features.lengths import LENGTHS
from twosource.reference.features.moments import MOMENTS

FEATURES = (*LENGTHS, *MOMENTS, *COUNTS, *AMOUNTS)
"""The features that are looked for, each told apart by its key."""

__all__ = ["FEATURES", "HELPERS", "Feature", "Sort"]
