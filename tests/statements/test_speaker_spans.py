"""How far the words that name a speaker reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The drill was useless, according to curator Elaine Sol.", "curator Elaine Sol"),
        (
            "According to Afghan Ambassador to Norway Hamid Sol, the dam leaked.",
            "Afghan Ambassador to Norway Hamid Sol",
        ),
        (
            "Executive director of the chapter of the Council on Harbours Alia Sol said it fell.",
            "Executive director of the chapter of the Council on Harbours Alia Sol",
        ),
        ("A letter seen by the board says the dam leaked.", "A letter seen by the board"),
        ("People who live near the dam said it leaked.", "People who live near the dam"),
        ("Officials close to the talks said the dam leaked.", "Officials close to the talks"),
        ("An officer quoted by the Gazette said the dam leaked.", "An officer"),
        ("A nurse, who lives nearby, said the dam leaked.", "A nurse"),
        ("Ana Sol, a baker from Ostmere, said the dam leaked.", "Ana Sol"),
    ],
)
def test_a_role_keeps_its_name_and_a_group_the_clause_that_tells_which(
    told: Tell, text: str, speaker: str
) -> None:
    (said,) = told(text).all()
    assert said.speaker is not None
    assert said.speaker.span.quote == speaker


def test_a_clause_that_tells_which_lends_its_names_to_nobody(told: Tell) -> None:
    found = told("A letter seen by Radio Ostmere says the dam leaked.")
    assert found.who(found.all()[0]) != "Radio Ostmere"


def test_a_name_behind_a_role_is_no_part_of_what_is_said(told: Tell) -> None:
    (said,) = told("According to Afghan Ambassador to Norway Hamid Sol, the dam leaked.").all()
    assert said.content.quote.rstrip(".") == "the dam leaked"
