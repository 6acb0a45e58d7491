"""Laws of comparison over whole cases: order, company and direction change nothing."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource import examine
from twosource.comparison.relations.amounts import relate_distances
from twosource.model.case import Case
from twosource.model.lineage import Direction
from twosource.model.relation import RelationKind
from twosource.model.report import Span
from twosource.model.value import Amount, DistanceValue

TEXTS = (
    "A ferry sank off Dalona on Friday. The owner said all ropes had held. The radio worked.",
    "A ferry sank off Dalona on Friday. A rope had snapped, a sailor said. The radio was off.",
    "A ferry sank off Dalona on Friday. The captain said he was not warned of the storm.",
    "A ferry sank off Dalona on Friday. The captain had been warned of the storm, the port said.",
)


def told(folder: Path, texts: tuple[str, ...]) -> set[tuple[str, frozenset[frozenset[str]]]]:
    """The contradictions of a case, by question and by the words of their sides."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    case = examine(sorted(folder.glob("*.txt"))).case
    return {
        (one.question, frozenset(frozenset(s.quote for s in side.spans) for side in one.sides))
        for one in case.contradictions
    }


def test_the_order_of_the_reports_changes_no_contradiction(tmp_path: Path) -> None:
    orders = list(permutations(TEXTS))[::7]
    found = [told(tmp_path / str(number), order) for number, order in enumerate(orders)]
    assert len(found[0]) > 1
    assert all(one == found[0] for one in found)


def test_an_unrelated_report_changes_no_contradiction(tmp_path: Path) -> None:
    other = "The museum of Tavi opens a show of clocks in May. Entry is free for pupils."
    assert told(tmp_path / "with", (*TEXTS, other)) == told(tmp_path / "without", TEXTS)


@pytest.fixture(scope="module")
def example() -> Case:
    folder = Path(__file__).parents[2] / "src/twosource/cli/example/reports"
    return examine(sorted(folder.iterdir())).case


def test_descent_is_antisymmetric(example: Case) -> None:
    known = {
        (edge.source, edge.target) for edge in example.lineage if edge.direction is Direction.KNOWN
    }
    assert known
    assert not any((target, source) in known for source, target in known)


def test_no_side_of_a_contradiction_holds_words_of_another(example: Case) -> None:
    for one in example.contradictions:
        spans = [span for side in one.sides for claim in side.claims for span in (claim,)]
        assert len(spans) == len(set(spans))


bearings = st.sampled_from((0.0, 45.0, 90.0, 180.0, 270.0)) | st.none()


@given(st.integers(1, 500), st.integers(1, 500), bearings, bearings)
def test_collision_of_distances_is_symmetric(
    a: int, b: int, first: float | None, second: float | None
) -> None:
    one, other = distance(a, first), distance(b, second)
    assert relate_distances(one, other).kind is relate_distances(other, one).kind
    assert relate_distances(one, one).kind is RelationKind.AGREEMENT


def distance(kilometres: int, bearing: float | None) -> DistanceValue:
    words = f"{kilometres} km away"
    span = Span("rp-1", 0, len(words), words)
    return DistanceValue(span, Amount(float(kilometres), float(kilometres)), bearing, None, None)
