"""Times and lengths of time: found in a report, anchored to a day, turned into intervals."""

from twosource.claims.times.anchors import anchors_of, times_of
from twosource.claims.times.compatible import durations_compatible, times_compatible
from twosource.claims.times.durations import durations_in
from twosource.claims.times.expression import Anchor, TimeExpression
from twosource.claims.times.grammar import times_in
from twosource.claims.times.resolve import anchored

__all__ = [
    "Anchor",
    "TimeExpression",
    "anchored",
    "anchors_of",
    "durations_compatible",
    "durations_in",
    "times_compatible",
    "times_in",
    "times_of",
]
