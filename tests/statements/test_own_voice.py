from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

from twosource.model.statement import Stance

Tell = Callable[[str], Told]


def own(found: Told) -> list[str]:
    return [s.content.quote for s in found.all() if s.speaker is None]


def test_a_clause_that_nobody_says_is_the_reports_own(told: Tell) -> None:
    found = told("The dyke broke at noon. Ana Sol said the valley was dry.")
    assert own(found) == ["The dyke broke at noon."]


def test_clauses_side_by_side_are_told_one_by_one(told: Tell) -> None:
    assert own(told("The dyke broke at noon, and the fields were flooded by dusk.")) == [
        "The dyke broke at noon",
        "the fields were flooded by dusk",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Who opened the gate?",
        "Stay away from the gate.",
        "The valley in spring",
        "“The dyke broke at noon,” Ana Sol said.",
        "According to the water board, the dyke broke at noon.",
    ],
)
def test_questions_commands_headings_and_words_of_others_are_not_own_voice(
    told: Tell, text: str
) -> None:
    assert own(told(text)) == []


def test_a_quotation_without_a_speaker_is_nobodys(told: Tell) -> None:
    assert own(told("“The dyke broke at noon.”")) == []


def test_an_own_clause_says_whether_it_hedges_or_judges(told: Tell) -> None:
    (hedged,) = told("The dyke may have broken at noon.").all()
    (judged,) = told("The delay was outrageous.").all()
    assert (hedged.stance, hedged.judgement) == (Stance.HEDGES, False)
    assert (judged.stance, judged.judgement) == (Stance.ASSERTS, True)
