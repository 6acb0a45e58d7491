"""The description of the API is current, and everything that it names is there."""

from __future__ import annotations

import json
from pathlib import Path

from twosource.web.app import described
from twosource.web.openapi import description

FILE = Path(__file__).parents[2] / "frontend" / "openapi.json"


def test_the_description_that_the_front_end_is_typed_by_is_current() -> None:
    assert FILE.read_text("utf-8") == description(), "run: python -m twosource.web.openapi"


def test_every_reference_of_the_description_leads_somewhere() -> None:
    document = described()
    text = json.dumps(document)
    names = {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}
    assert names <= set(document["components"]["schemas"])
    assert "statement" in names


def test_every_route_below_the_api_says_how_it_refuses() -> None:
    for path, methods in described()["paths"].items():
        assert path.startswith("/api/")
        for told in methods.values():
            assert "401" in told["responses"], path
