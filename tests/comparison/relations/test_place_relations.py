"""How two places for one happening stand to each other."""

from __future__ import annotations

import pytest
from tests.factory import report, span

from twosource.comparison.relations.places import relate_places
from twosource.comparison.relations.verdict import Given
from twosource.model.claim import Answer
from twosource.model.relation import Matter, RelationKind
from twosource.model.value import PlaceValue
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
