"""Two counts, measures or distances for one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from twosource.claims.quantities import amounts_compatible, quantities_compatible
from twosource.comparison.relations.verdict import Given, Verdict, came_before
from twosource.model.relation import Matter, RelationKind
from twosource.model.report import Report
from twosource.model.statement import Stance
from twosource.model.value import Amount, DistanceValue, QuantityKind, QuantityValue

TOLLS = frozenset({"kill", "injure", "miss", "detain", "hospitalise", "evacuate", "rescue"})
"""What befalls people as an event goes on, so that a later figure may be higher and both right."""
IN_FLUX = frozenset({"hospitalise", "miss", "detain", "evacuate"})
"""Of these, people leave as well as come, so that a later figure may be lower too."""
GROWTH, FEW = 1.5, 2
FLUX_GROWTH, FLUX_FEW = 2.0, 5
LATER = (
    (timedelta(hours=12), 2.5, 6),
    (timedelta(hours=4), 1.75, 4),
    (timedelta(0), GROWTH, FEW),
)
"""A later toll up to half as high again, or up to two more, is told as a revision; beyond, figures
of different speakers are set against each other, with the growth among the readings tried. Parties
to a dispute give tolls far apart on one day, and a reader has to see both. Where people leave as
well as come, figures move further, and so do those of reports that lie hours apart."""

TELLING_APART = frozenset(
    "first second third fourth fifth last other another more further additional new northern "
    "southern eastern western female male young elderly old severe serious critical".split()
)
"""What narrows a count to another body of things."""

_QUARTER, _TEN = 90.0, 10


def relate_quantities(a: QuantityValue, b: QuantityValue, left: Given, right: Given) -> Verdict:
    """Compare two amounts of one thing: scope first, then bounds, then time of writing."""
    if a.part != b.part or _is_apart(a, b):
        return _verdict(RelationKind.APART, f"{_both(a, b)} count different things")
    if not _other_limits(a, b) and (quantities_compatible(a, b) or _round_to_tens(a, b)):
        return _compatible(a.amount, b.amount, _both(a, b))
    revision = _revision(a, b, left, right)
    if revision is not None:
        return revision
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.COUNT,
        f"{left.voice} has {a.span.quote}, {right.voice} {b.span.quote}: both cannot hold",
        ("bounds and rounding of each", "what each counts", "growth from one report to the next"),
    )


def _is_apart(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether what narrows two counts tells them apart; of the harmed, one may be told plainly."""
    if a.scope == b.scope:
        return False
    if not a.status or (a.scope and b.scope):
        return True
    words = {*a.scope, *b.scope}
    return bool(words & TELLING_APART) or any(word[:1].isupper() for word in words)


def _other_limits(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether two "up to" name limits that are not one: "up to 4 metres", "up to 40 feet"."""
    if not all(v.span.quote.lower().startswith("up to ") for v in (a, b)):
        return False
    highs = [
        replace(v, amount=Amount(v.amount.high, v.amount.high, approximate=True)) for v in (a, b)
    ]
    return not quantities_compatible(highs[0], highs[1])


def relate_distances(a: DistanceValue, b: DistanceValue) -> Verdict:
    """Compare two distances between the same places."""
    both = f"“{a.span.quote}” and “{b.span.quote}”"
    if a.kilometres is None or b.kilometres is None:
        return Verdict(RelationKind.OPEN, Matter.PLACE, f"{both}: one gives no distance")
    if _opposite(a.bearing, b.bearing):
        return Verdict(
            RelationKind.CONTRADICTION,
            Matter.PLACE,
            f"{both} point in directions that cannot both be right",
            ("which of the two places is measured from",),
        )
    if amounts_compatible(a.kilometres, b.kilometres):
        found = _compatible(a.kilometres, b.kilometres, both)
        return Verdict(found.kind, Matter.PLACE, found.reason)
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.PLACE,
        f"{both} cannot be one distance",
        ("units", "bounds and rounding of each"),
    )


def _opposite(a: float | None, b: float | None) -> bool:
    """Whether two bearings lie more than a quarter of the compass apart, each being rough."""
    if a is None or b is None:
        return False
    apart = abs(a - b) % 360
    return min(apart, 360 - apart) > _QUARTER


def _compatible(a: Amount, b: Amount, both: str) -> Verdict:
    if (a.low, a.high) == (b.low, b.high):
        return _verdict(RelationKind.AGREEMENT, f"{both} are one figure")
    if a.approximate or b.approximate or (a.low == a.high and b.low == b.high):
        return _verdict(RelationKind.AGREEMENT, f"{both} are one figure, rounding allowed for")
    return _verdict(RelationKind.REFINEMENT, f"{both} can both hold; one bounds the other")


def _round_to_tens(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether one measure is the other, rounded to a ten: 80 for 78."""
    pair = [v.amount.low for v in (a, b) if v.amount.low == v.amount.high]
    if a.kind is not QuantityKind.MEASURE or a.unit != b.unit or len(pair) != len((a, b)):
        return False
    one, other = (low or 0.0 for low in pair)
    is_round = one % _TEN == 0 or other % _TEN == 0
    return is_round and abs(one - other) <= _TEN / 2 and max(one, other) >= _TEN * 2


def _revision(a: QuantityValue, b: QuantityValue, left: Given, right: Given) -> Verdict | None:
    """A figure that the same speaker moved, or a toll that moved between two publications.

    A toll that may have moved, where nothing shows which report came first, is left open.
    """
    ordered = True
    if came_before(right.report, left.report):
        a, b, left, right = b, a, right, left
    elif not came_before(left.report, right.report):
        ordered = False
        if (a.amount.low or 0.0) > (b.amount.low or 0.0):
            a, b, left, right = b, a, right, left
    told = f"{right.voice} has {b.span.quote} after {left.voice} had {a.span.quote}"
    if ordered and left.speaker is not None and left.speaker == right.speaker:
        return _verdict(RelationKind.REVISION, f"{told}: the same speaker moved the figure")
    apart = _apart(left.report, right.report) if ordered else timedelta(0)
    if a.status not in TOLLS or not _may_be_moved(a, b, apart) or _is_charge(left, right):
        return None
    if ordered:
        return _verdict(RelationKind.REVISION, f"{told}: a toll that moved in the meantime")
    if _dated(left.report, right.report):
        return None
    return _verdict(RelationKind.OPEN, f"{_both(a, b)} may be one toll at two moments")


def _apart(first: Report, second: Report) -> timedelta:
    """The time between two reports' publication; none where one of them has none."""
    if first.published is None or second.published is None:
        return timedelta(0)
    return second.published.interval.start - first.published.interval.start


def _may_be_moved(a: QuantityValue, b: QuantityValue, apart: timedelta) -> bool:
    """Whether the second figure may be the first at a later moment: not too far from it.

    Args:
        a: The earlier figure.
        b: The later one.
        apart: The time between the reports that give them.
    """
    if a.amount.high is None or b.amount.low is None:
        return False
    lower, higher = a.amount.high, b.amount.low
    if a.status in IN_FLUX and higher < lower:
        lower, higher = higher, lower
    in_flux = a.status in IN_FLUX
    growth, few = next((g, f) for hours, g, f in LATER if apart >= hours)
    if in_flux:
        growth, few = FLUX_GROWTH, FLUX_FEW
    return lower < higher <= max(growth * lower, lower + few)


def _is_charge(left: Given, right: Given) -> bool:
    """Whether one figure is part of an accusation: it then stands against the other."""
    said = (left.statement, right.statement)
    return any(one is not None and one.stance is Stance.ACCUSES for one in said)


def _dated(left: Report, right: Report) -> bool:
    """Whether both reports print when they were published, at what may be one time."""
    return left.published is not None and right.published is not None


def _verdict(kind: RelationKind, reason: str) -> Verdict:
    return Verdict(kind, Matter.COUNT, reason)


def _both(a: QuantityValue, b: QuantityValue) -> str:
    return f"“{a.span.quote}” and “{b.span.quote}”"
