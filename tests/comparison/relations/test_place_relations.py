"""How two places for one happening stand to each other."""

from __future__ import annotations

import pytest
from tests.factory import report, span

from twosource.comparison.relations.places import relate_places
from twosource.comparison.relations.verdict import Given
from twosource.model.claim import Answer
from twosource.model.relation import Matter, RelationKind
from twosource.model.value import PlaceKind, PlaceValue
from twosource.reference.gazetteer import entries_named

REPORT = report("Nairobi and Mombasa and Kenya and Somewhere.")


def value(name: str, certain: bool = True) -> PlaceValue:
    places = tuple(entry.place for entry in entries_named(name)[:1])
    return PlaceValue(span(REPORT, name), places, certain and bool(places), "as printed")


def given(one: PlaceValue) -> Given:
    return Given(Answer(one, one.span, REPORT.id, None), REPORT, None)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (value("Nairobi"), value("Nairobi"), RelationKind.AGREEMENT),
        (value("Nairobi"), value("Kenya"), RelationKind.REFINEMENT),
        (value("Nairobi"), value("Mombasa"), RelationKind.CONTRADICTION),
        (value("Nairobi"), value("Mombasa", certain=False), RelationKind.OPEN),
        (value("Nairobi"), value("Somewhere"), RelationKind.OPEN),
    ],
)
def test_places_contradict_only_where_both_are_certain_and_lie_apart(
    one: PlaceValue, other: PlaceValue, kind: RelationKind
) -> None:
    for a, b in ((one, other), (other, one)):
        verdict = relate_places(a, b, given(a), given(b))
        assert (verdict.kind, verdict.matter) == (kind, Matter.PLACE)
        assert bool(verdict.readings) == (kind is RelationKind.CONTRADICTION)


def test_a_town_called_like_its_division_contradicts_no_town_in_that_division() -> None:
    item = report("Chihuahua and Ciudad Juarez and Monterrey.")
    town, division = (
        next(e.place for e in entries_named("Chihuahua") if e.place.kind is kind)
        for kind in (PlaceKind.CITY, PlaceKind.REGION)
    )
    shared = PlaceValue(span(item, "Chihuahua"), (town, division), True, "as printed")
    inside, outside = (
        PlaceValue(span(item, name), (entries_named(name)[0].place,), True, "as printed")
        for name in ("Ciudad Juarez", "Monterrey")
    )
    kinds = [relate_places(shared, v, given(shared), given(v)).kind for v in (inside, outside)]
    assert kinds == [RelationKind.REFINEMENT, RelationKind.CONTRADICTION]
