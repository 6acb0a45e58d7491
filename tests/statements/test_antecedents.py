"""Whom a pronoun cannot mean, and whom it means although somebody else spoke last."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

Tell = Callable[[str], Told]


def _who(said: Told, words: str) -> str | None:
    return said.who(said.of(words))


def test_nobody_named_in_a_content_says_it(told: Tell) -> None:
    said = told(
        "Ana Sol said the crew was safe. The bosun told the Echo it was cold. "
        "The bosun has not been seen since, she claimed."
    )
    assert _who(said, "The bosun has not been seen since") == "Ana Sol"


def test_whom_the_reporter_turned_to_answers(told: Tell) -> None:
    said = told(
        "A man who gave his name as Orin said the pier was shut. When the Echo reached out to "
        "the harbour master, Dr Hedda Brandt, she said she was in a meeting."
    )
    assert _who(said, "she was in a meeting") == "Hedda Brandt"


def test_whom_the_sentence_is_about_has_the_opinion(told: Tell) -> None:
    said = told(
        "Lena Orin said the well was clean. Chemist Boris Brandt does not agree: in his opinion, "
        "the school should have been closed."
    )
    assert _who(said, "the school should have been closed") in {"Boris Brandt", None}


@pytest.mark.parametrize(
    "words",
    [
        "My neighbour works at the dock, he says that a valve has burst",
        "I called the SDO three times. He told me that a valve has burst",
    ],
)
def test_within_words_that_tell_of_somebody_a_pronoun_leads_to_nobody_outside(
    told: Tell, words: str
) -> None:
    said = told(f'Piet Sol said the dock was safe. "{words}," a welder said.')
    inner = [one for one in said.all() if one.content.quote.strip('",') == "a valve has burst"]
    assert [said.who(one) for one in inner] == [None]


def test_it_is_no_person(told: Tell) -> None:
    said = told('A harbour source said nobody was hurt. It reads: "One more gale and we sink."')
    assert _who(said, "One more gale and we sink") is None


def test_it_is_no_plural(told: Tell) -> None:
    said = told("Documents show that the gate was open. Then it said nobody was missing.")
    assert all(said.who(one) is None for one in said.all() if one.content.quote == "nobody was")


def test_the_name_behind_one_of_several_says_which_one(told: Tell) -> None:
    said = told(
        "Mira Sol said she was tired. One of the bakers, K. Brandt, said the oven burst. "
        '"They told us to wait," she added.'
    )
    assert _who(said, "the oven burst") == "K. Brandt"
    assert _who(said, "They told us to wait") == "K. Brandt"


def test_a_place_before_a_dash_is_where_it_was_filed(told: Tell) -> None:
    said = told(
        "SAN VARN, Bukol — A peasant group on Wednesday maintained that the men were bakers."
    )
    assert _who(said, "the men were bakers") == "peasant group"
