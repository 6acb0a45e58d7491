"""How far a content reaches: another voice beside it is the report's, and nobody relays it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Rebels in Varn said they had sunk a boat, but the harbour office said it had struck "
            "a rock.",
            "it had struck a rock",
        ),
        (
            "The ferrymen claimed the quay had been sold, and the council said it had been let.",
            "it had been let",
        ),
        (
            "Port clerks claim the crew cut the cable and have vowed to sue, while a senior union "
            "official denies any part in it.",
            "any part in it",
        ),
        (
            "Officials have denied the charge, with treasurer Ana Sol on Monday saying it was "
            '"untrue" throughout. "Brandt is inventing it, plain and simple," Sol said.',
            "the charge",
        ),
        (
            "The governor told the board to report, even as the union said it would strike.",
            "it would strike",
        ),
    ],
)
def test_another_voice_beside_a_content_is_relayed_by_nobody(
    told: Tell, text: str, content: str
) -> None:
    said = told(text).of(content)
    assert said.via == ()
    assert said.parent is None


def test_words_before_the_telling_stay_inside_it(told: Tell) -> None:
    said = told("Sol said the chief was ill, and the owner had told him to sail.")
    assert [relay.span.quote for relay in said.of("to sail").via] == ["Sol"]


@pytest.mark.parametrize("aside", ["a charge that Brandt denies", "a copy of which we hold"])
def test_a_noun_that_takes_up_what_is_told_ends_the_content(told: Tell, aside: str) -> None:
    said = told(f"The notice stated that the plant lacked an alarm, {aside}.")
    assert said.of("the plant lacked an alarm")


def test_what_goes_on_in_the_tense_of_what_is_told_belongs_to_it(told: Tell) -> None:
    said = told("The mission said it was aware of the letters and was seeking an answer.")
    assert said.of("it was aware of the letters and was seeking an answer")


def test_a_question_that_opens_the_sentence_is_not_what_is_answered(told: Tell) -> None:
    said = told("Asked what he meant by that, Mr Brandt said he had sold the digger in May.")
    assert said.of("he had sold the digger in May")


def test_a_report_that_ends_right_behind_a_listed_noun_is_read(told: Tell) -> None:
    said = told(
        "Police said 14 people had been hurt in Turku on Wednesday, among them four children."
    )
    assert "14 people had been hurt" in said.all()[0].content.quote


@pytest.mark.parametrize("text", ["Varn:", "Varn police:", "Sol: he"])
def test_a_report_that_ends_with_a_colon_is_read(told: Tell, text: str) -> None:
    assert all(one.content.quote for one in told(text).all())
