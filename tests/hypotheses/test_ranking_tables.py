"""The browser ranks explanations while they are edited: both rankings are held to one file.

The file holds tables with what `analysed` makes of them; the tests in `frontend/tests/figures` read
the same file. ``pytest --regenerate-golden`` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.factory import report

from twosource.hypotheses.analysis import WEIGHTS, analysed
from twosource.model.hypothesis import Evidence, EvidenceKind, Hypothesis, HypothesisKind, Rating
from twosource.model.identity import HypothesisId
from twosource.model.report import cut
from twosource.store.hypothesis_nodes import hypothesis_node

FIXTURE = Path(__file__).parents[2] / "frontend" / "tests" / "figures" / "fixtures" / "ranking.json"
TEXT = report("abcdefghijklmnopqrstuvwxyz")
RATINGS = {"D": "CC", "+": "C", "-": "I", "X": "II"}
TABLES: dict[str, dict[str, str]] = {
    "nothing": {},
    "no evidence": {"a gust": ".", "a rope": "."},
    "strong and weak": {"a gust": "D+-.X", "a rope": "+.X-+", "a crane": "..-++"},
    "one side only": {"a gust": "++D", "a rope": "...", "a crane": "-.."},
    "support breaks the tie": {"zinc": "-+D", "oak": "-++"},
    "labels beyond the plane": {"\U0001f6a2 adrift": "-+", "｡ship": "-+", "ship": "-+"},
    "not all counted": {"a gust": "+-(+)(-)", "a rope": "(X)+-."},
}
"""Ratings by explanation; a pair of brackets holds an item that does not count for its origin."""
ORIGINS = ("pilot", "owner", "pilot", "crew", "owner", "mate")


def hypothesis(label: str, marks: str) -> Hypothesis:
    """An explanation with an item for each mark; every mark is about the letter at its place."""
    items = list(_items(marks))
    return Hypothesis(
        id=HypothesisId(f"hy-{label}"),
        kind=HypothesisKind.CAUSE,
        label=label,
        raised=(cut(TEXT, 25, 26),),
        proponents=(),
        deniers=(),
        supporting=tuple(one for one in items if WEIGHTS[one.rating] > 0),
        opposing=tuple(one for one in items if WEIGHTS[one.rating] < 0),
        overlaps=(),
        reason="by hand",
    )


def _items(marks: str) -> list[Evidence]:
    found, place, counted = [], 0, True
    for mark in marks:
        if mark in "()":
            counted = mark == ")"
            continue
        if mark in RATINGS:
            found.append(
                Evidence(
                    cut(TEXT, place, place + 1),
                    None,
                    Rating(RATINGS[mark]),
                    EvidenceKind.ASSERTION,
                    ORIGINS[place],
                    counted,
                    "said",
                )
            )
        place += 1
    return found


def told(name: str, rows: dict[str, str]) -> dict[str, object]:
    """A table with what comes of it, as an object of JSON."""
    table = [hypothesis(label, marks) for label, marks in rows.items()]
    found = analysed(table)
    return {
        "name": name,
        "hypotheses": [hypothesis_node(one) for one in table],
        "ranking": [
            [one.hypothesis, one.against, one.supported, one.tested] for one in found.ranking
        ],
        "items": [
            [one.span.start, one.origin, one.diagnosticity, one.decides] for one in found.items
        ],
        "decidingOrigins": list(found.deciding_origins),
    }


def test_the_browser_is_tested_on_what_the_ranking_gives(pytestconfig: pytest.Config) -> None:
    now = [told(name, rows) for name, rows in TABLES.items()]
    text = json.dumps(now, ensure_ascii=False, indent=1) + "\n"
    if pytestconfig.getoption("--regenerate-golden"):
        FIXTURE.parent.mkdir(exist_ok=True)
        FIXTURE.write_text(text, "utf-8")
    assert FIXTURE.read_text("utf-8") == text


def test_the_tables_try_every_outcome() -> None:
    found = [analysed([hypothesis(*row) for row in rows.items()]) for rows in TABLES.values()]
    assert any(one.decides for each in found for one in each.items)
    assert any(each.deciding_origins for each in found)
    assert {one.tested for each in found for one in each.ranking} == {True, False}
