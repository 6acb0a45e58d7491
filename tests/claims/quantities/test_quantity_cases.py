"""Written sentences with the quantities that a careful reader finds in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.factory import report

from twosource.claims.quantities import quantities_in
from twosource.engine.loaded import embedded

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "quantities.json").read_text(encoding="utf-8")
)


def read(text: str) -> list[list[object]]:
    told = report(text)
    return [
        [
            q.span.quote,
            q.kind.value,
            q.amount.low,
            q.amount.high,
            q.amount.approximate,
            q.unit,
            q.noun,
            q.status,
            q.part,
        ]
        for q in quantities_in(told, embedded(1).read(text))
    ]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"][:50])
def test_a_sentence_gives_its_quantities_and_no_other(case: dict) -> None:
    assert read(case["text"]) == case["quantities"]


@pytest.mark.parametrize("case", CASES["gaps"], ids=lambda case: case["text"][:50])
def test_a_known_gap_is_still_one(case: dict, request: pytest.FixtureRequest) -> None:
    request.applymarker(pytest.mark.xfail(strict=True, reason=case["gap"]))
    assert read(case["text"]) == case["quantities"]


@pytest.mark.parametrize(
    "case", [c for c in CASES["read"] if c["quantities"]][::6], ids=lambda case: case["text"][:40]
)
def test_the_paragraphs_around_a_sentence_change_nothing(case: dict) -> None:
    text = f"Rain fell all week.\n\n{case['text']}\n\nThe road is open again."
    assert read(text) == case["quantities"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("A couple of dozen boats sank.", [(24, 36)]),
        ("A couple of boats sank.", [(2, 3)]),
        ("A pair of drones fell on the hall.", [(2, 2)]),
        ("She, 34, was held on count 4.", []),
    ],
)
def test_vague_words_before_a_scale_and_numbers_that_count_nothing(
    text: str, bounds: list[tuple[float, float]]
) -> None:
    found = quantities_in(report(text), embedded(1).read(text))
    assert [(one.amount.low, one.amount.high) for one in found] == bounds
