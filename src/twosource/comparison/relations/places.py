"""Two places for one happening."""

from __future__ import annotations

from twosource.claims.places import distance_km, places_compatible
from twosource.comparison.relations.verdict import Given, Verdict
from twosource.model.relation import Matter, RelationKind
from twosource.model.value import Place, PlaceKind, PlaceValue


def relate_places(a: PlaceValue, b: PlaceValue, left: Given, right: Given) -> Verdict:
    """Compare two places: one place, one inside or beside the other, or two that lie apart."""
    both = f"“{a.span.quote}” and “{b.span.quote}”"
    if not (a.certain and b.certain):
        return Verdict(
            RelationKind.OPEN, Matter.PLACE, f"{both}: where one of them lies is not certain"
        )
    one, other = a.candidates[0], b.candidates[0]
    if one.key == other.key:
        return Verdict(RelationKind.AGREEMENT, Matter.PLACE, f"{both} are {one.name}")
    if any(places_compatible(p, q) for p in _extents(a) for q in _extents(b)):
        return Verdict(
            RelationKind.REFINEMENT,
            Matter.PLACE,
            f"{both} can both hold: one holds or touches the other",
        )
    return Verdict(
        RelationKind.CONTRADICTION,
        Matter.PLACE,
        f"{left.voice} has {one.name}, {right.voice} {other.name}, "
        f"{distance_km(one, other):.0f} km apart",
        ("other places of each name", "one place inside the other", "the extent of each"),
    )


def _extents(value: PlaceValue) -> tuple[Place, ...]:
    """The likeliest place, with the divisions of its name that hold it ("Samara")."""
    best = value.candidates[0]
    around = (p for p in value.candidates[1:] if p.kind is PlaceKind.REGION)
    return (best, *(p for p in around if places_compatible(p, best)))
