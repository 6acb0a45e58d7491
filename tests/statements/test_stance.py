from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

from twosource.model.statement import Stance

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said the dyke broke at noon.", Stance.ASSERTS),
        ("The ministry accused Ana Sol of flooding the valley.", Stance.ACCUSES),
        ("The ministry claimed that Norway attacked the dyke.", Stance.ACCUSES),
        ("The ministry denied opening the gate.", Stance.DENIES),
        ("The ministry denied any part in the flood.", Stance.DENIES),
        ("“We did not open the gate,” the minister said.", Stance.DENIES),
        ("The company ruled out any leak.", Stance.DENIES),
        ("The ministry called the report baseless.", Stance.DENIES),
        ("The ministry declined to say who opened the gate.", Stance.DECLINES),
        ("The minister said he could not confirm the figure.", Stance.DECLINES),
        ("The minister said he was unable to confirm the figure.", Stance.DECLINES),
        ("The minister said the gate would stay shut until May.", Stance.PREDICTS),
        ("The minister vowed to rebuild the dyke.", Stance.PREDICTS),
        ("The minister said the gate may have been opened by hand.", Stance.HEDGES),
        ("The minister suspects that the gate was opened by hand.", Stance.HEDGES),
    ],
)
def test_stance_is_decided_by_the_act_and_the_main_clause(
    told: Tell, text: str, stance: Stance
) -> None:
    (statement,) = told(text).all()
    assert statement.stance is stance


def test_a_conceded_negative_is_no_denial(told: Tell) -> None:
    (statement,) = told("The minister admitted that the gate had not been locked.").all()
    assert statement.stance is Stance.ASSERTS


def test_could_with_a_verb_of_perception_is_no_hedge(told: Tell) -> None:
    (statement,) = told("Residents said the blast could be heard across the bay.").all()
    assert (statement.stance, statement.hedges) == (Stance.ASSERTS, ())


def test_hedging_words_are_kept_as_spans(told: Tell) -> None:
    (statement,) = told("The minister said the gate may possibly have been left open.").all()
    assert [hedge.quote for hedge in statement.hedges] == ["may", "possibly"]


def test_a_denial_keeps_its_content_positive(told: Tell) -> None:
    (statement,) = told("The ministry denied any part in the flood.").all()
    assert statement.content.quote == "any part in the flood"


def test_what_people_are_told_not_to_do_is_no_denial(told: Tell) -> None:
    (statement,) = told("The board called upon drivers not to use the bridge.").all()
    assert statement.stance is Stance.ASSERTS


def test_who_would_not_say_when_asked_declines_what_was_asked(told: Tell) -> None:
    (statement,) = told("Asked whether the gate had been locked, the pilot would not say.").all()
    assert statement.stance is Stance.DECLINES
    assert statement.content.quote == "whether the gate had been locked"


def test_who_has_not_commented_declines(told: Tell) -> None:
    (statement,) = told("The company has not commented.").all()
    assert statement.stance is Stance.DECLINES
