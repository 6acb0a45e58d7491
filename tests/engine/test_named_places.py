"""Places that answer no question are told with where they lie, or with why that cannot be told."""

from __future__ import annotations

import pytest
from tests.examining import case_of

from twosource.engine.named_places import NamedPlace, places_without_question
from twosource.model.value import PlaceValue

REPORT = (
    "A barge sank off Valletta in Malta on Tuesday, the harbour office said. Its crew had come "
    "from Zirkelwik, the office said. The barge was built in Rotterdam in the Netherlands, its "
    "owner said. Rotterdam sends two inspectors, its owner said."
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, NamedPlace]:
    case = case_of(tmp_path_factory.mktemp("barge"), REPORT)
    answered = {
        given.span.quote
        for question in case.questions
        for claim in question.claims
        for given in claim.given
        if isinstance(given.value, PlaceValue)
    }
    places = places_without_question(case)
    assert not {one.name for one in places} & answered
    return {one.name: one for one in places}


def test_a_place_whose_name_leaves_no_doubt_is_put_on_the_ground(
    found: dict[str, NamedPlace],
) -> None:
    one = found["Rotterdam"]
    assert one.place is not None
    assert (one.place.country, one.mentioned) == ("NL", 2)
    assert [span.quote for span in one.spans] == ["Rotterdam", "Rotterdam"]


def test_a_place_that_no_gazetteer_has_is_told_with_the_reason(
    found: dict[str, NamedPlace],
) -> None:
    one = found["Zirkelwik"]
    assert one.place is None
    assert "no such place" in one.reason
