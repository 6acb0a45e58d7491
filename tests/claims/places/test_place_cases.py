"""Where names of places lead, on a table of small reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.claims.places import PlaceName, located
from twosource.model.value import Place
from twosource.reference.gazetteer import entry_of

CASES = json.loads((Path(__file__).parents[2] / "cases" / "places.json").read_text("utf-8"))


def region(place: Place) -> str:
    entry = entry_of(place.key)
    around = entry_of(entry.region or place.key) if entry else None
    return around.place.name if around else ""


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_name_leads_to_the_place_that_its_report_means(
    case: dict[str, object], names: Callable[..., tuple[PlaceName, ...]]
) -> None:
    printed = names(case["text"])
    values = zip(printed, located(printed), strict=True)
    found = [(name, value) for name, value in values if name.form == case["name"]]
    if case.get("absent"):
        assert found == []
        return
    assert found
    name, value = found[-1] if case.get("last") else found[0]
    assert value.span == name.span
    assert value.reason
    if case.get("unknown"):
        assert value.candidates == ()
        assert not value.certain
        return
    if case.get("certain") is False:
        assert not value.certain
        return
    best = value.candidates[0]
    assert value.certain
    assert best.country == case["country"]
    assert "kind" not in case or best.kind == case["kind"]
    assert "region" not in case or region(best) == case["region"]
