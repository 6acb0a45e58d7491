from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report

from twosource.errors import InvariantError
from twosource.hypotheses.analysis import WEIGHTS, analysed
from twosource.model.hypothesis import (
    Evidence,
    EvidenceKind,
    Hypothesis,
    HypothesisKind,
    Rating,
)
from twosource.model.identity import HypothesisId
from twosource.model.report import Span, cut

TEXT = report("abcdefghijklmnopqrstuvwxyz")
RATINGS = {"+": Rating.FOR, "-": Rating.AGAINST}


def span(number: int) -> Span:
    return cut(TEXT, number, number + 1)


def evidence(number: int, rating: Rating, origin: str = "", counted: bool = True) -> Evidence:
    return Evidence(
        span(number), None, rating, EvidenceKind.ASSERTION, origin or f"o{number}", counted, "said"
    )


def hypothesis(label: str, items: list[Evidence]) -> Hypothesis:
    return Hypothesis(
        id=HypothesisId(f"hy-{label}"),
        kind=HypothesisKind.CAUSE,
        label=label,
        raised=(span(25),),
        proponents=(),
        deniers=(),
        supporting=tuple(i for i in items if WEIGHTS[i.rating] > 0),
        opposing=tuple(i for i in items if WEIGHTS[i.rating] < 0),
        overlaps=(),
        reason="by hand",
    )


# Heuer, Psychology of Intelligence Analysis (CIA, 1999), figure 15: will Iraq retaliate for the
# bombing of its intelligence headquarters? A work of the US government, taken over by the US Army
# (TC 2-33.4, 2009, figure 2-1), whose paragraph 2-55 gives the order that the test expects: minor
# actions, then a major attack, then none. Three items speak against the last, two against the
# second.
RETALIATION = {
    "will not retaliate": "+++---",
    "minor terrorist actions": "++++++",
    "a major terrorist attack": "+--+++",
}


def retaliation() -> list[Hypothesis]:
    return [
        hypothesis(label, [evidence(n, RATINGS[mark]) for n, mark in enumerate(marks)])
        for label, marks in RETALIATION.items()
    ]


def test_the_published_example_ranks_as_its_author_ranks_it() -> None:
    ranking = analysed(retaliation()).ranking
    assert [(one.hypothesis, one.against) for one in ranking] == [
        ("hy-minor terrorist actions", 0),
        ("hy-a major terrorist attack", 2),
        ("hy-will not retaliate", 3),
        (None, 0),
    ]


def test_what_fits_every_hypothesis_tells_none_apart() -> None:
    items = {one.span: one.diagnosticity for one in analysed(retaliation()).items}
    assert items[span(0)] == 0
    assert all(items[span(number)] > 0 for number in range(1, 6))


def test_none_of_these_always_closes_the_list() -> None:
    assert [one.hypothesis for one in analysed(()).ranking] == [None]
    assert analysed(retaliation()).ranking[-1].hypothesis is None


def test_items_that_do_not_count_for_their_origin_weigh_nothing() -> None:
    once = [hypothesis("a", [evidence(1, Rating.AGAINST, "x")])]
    twice = [
        hypothesis(
            "a", [evidence(1, Rating.AGAINST, "x"), evidence(2, Rating.AGAINST, "x", counted=False)]
        )
    ]
    assert analysed(once).ranking == analysed(twice).ranking


def test_an_origin_that_the_order_hangs_on_is_named() -> None:
    support = [evidence(n, Rating.FOR, f"z{n}") for n in (4, 5)]
    found = analysed(
        [
            hypothesis(
                "a",
                [
                    *support,
                    evidence(1, Rating.AGAINST, "x"),
                    evidence(2, Rating.AGAINST, "x"),
                    evidence(6, Rating.AGAINST, "y"),
                ],
            ),
            hypothesis(
                "b", [*support, evidence(3, Rating.AGAINST, "y"), evidence(7, Rating.AGAINST, "w")]
            ),
        ]
    )
    assert found.ranking[0].hypothesis == "hy-b"
    assert found.deciding_origins == ("x",)


def test_the_order_of_hypotheses_changes_nothing() -> None:
    found = {repr(analysed(list(order))) for order in permutations(retaliation())}
    assert len(found) == 1


def test_what_nobody_argues_against_is_untested_and_stands_behind_what_is_tested() -> None:
    found = analysed(
        [
            hypothesis("alone", [evidence(n, Rating.FOR) for n in range(1, 5)]),
            hypothesis("contested", [evidence(6, Rating.FOR), evidence(7, Rating.AGAINST)]),
            hypothesis("denied", [evidence(8, Rating.STRONGLY_AGAINST)]),
        ]
    )
    assert [(one.hypothesis, one.tested) for one in found.ranking] == [
        ("hy-contested", True),
        ("hy-alone", False),
        ("hy-denied", False),
        (None, False),
    ]


def test_an_item_that_shuts_another_out_tests_the_hypothesis_that_it_is_for() -> None:
    found = analysed(
        [
            hypothesis("a", [evidence(1, Rating.FOR)]),
            hypothesis("b", [evidence(1, Rating.AGAINST), evidence(2, Rating.FOR)]),
        ]
    )
    assert [(one.hypothesis, one.tested) for one in found.ranking[:2]] == [
        ("hy-a", True),
        ("hy-b", True),
    ]


@given(st.lists(st.sampled_from(list(Rating)), min_size=1, max_size=8))
def test_what_speaks_for_a_hypothesis_never_lowers_it(ratings: list[Rating]) -> None:
    items = [evidence(n, r) for n, r in enumerate(ratings) if r is not Rating.NEITHER]
    before = analysed([hypothesis("a", items)]).ranking[0]
    after = analysed([hypothesis("a", [*items, evidence(20, Rating.FOR)])]).ranking[0]
    assert after.against == before.against
    assert after.supported > before.supported


def test_evidence_on_the_wrong_side_is_refused() -> None:
    good = hypothesis("a", [evidence(1, Rating.FOR)])
    with pytest.raises(InvariantError, match="evidence against"):
        Hypothesis(
            good.id, good.kind, good.label, good.raised, (), (), (), good.supporting, (), "by hand"
        )
