"""The toll of a report: counts first, then one person alone, else it cannot be told."""

from __future__ import annotations

import pytest
from tests.factory import report

from twosource.claims.quantities import Toll, quantities_in, toll
from twosource.engine.loaded import embedded


def told(text: str, status: str) -> Toll | None:
    reading = embedded(1).read(text)
    return toll(quantities_in(report(text), reading), reading, status)


def low(text: str, status: str) -> float | None:
    found = told(text, status)
    return None if found is None else found.amount.low


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Six children and two nurses were killed in the fire. Three were hurt.", 8, 3),
        ("A blast killed two and wounded nine near Ostrel.", 2, 9),
        ("Four people were shot in Ostrel. Two were critically injured.", 0, 4),
        ("A woman was killed in Ostrel and three others were shot.", 1, 3),
        ("A 4-year-old was hit by a stray bullet in Ostrel. She is recovering.", 0, 1),
        ("Ada Kerr was shot and killed in Ostrel. Kerr, 41, was a baker.", 1, 0),
        ("A boy was killed in Ostrel. His father was injured.", 1, 1),
        ("A man was shot in the upper body near Ostrel.", 0, 1),
        ("Four women were found shot dead in Ostrel.", 4, 0),
        ("A woman and a child were shot in Ostrel.", 0, 2),
        ("Five men were shot. Boris Kell is charged with attempted first-degree murder.", 0, 5),
        ("Four people sustained gunshot wounds in Ostrel. One man died of them.", 1, 3),
        ("Two men and a woman were injured. Four people were taken to hospital.", 0, 4),
    ],
)
def test_a_report_tells_how_many_were_killed_and_injured(
    text: str, killed: float, injured: float
) -> None:
    assert (low(text, "kill"), low(text, "injure")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A man is in critical condition and three others are injured in Ostrel.", 0, 4),
        ("Three people were killed in Ostrel. A fourth person was injured.", 3, 1),
        ("A blast left a girl dead and two men wounded in Ostrel.", 1, 2),
        ("A girl was killed in Ostrel. A boy had shot his sister by accident.", 1, 0),
        ("A boy was killed in Ostrel. His father was injured. Boris Kell was wounded.", 1, 1),
        ("A boy is recovering in Ostrel after his father shot him.", 0, 1),
        ("Ada Kerr was killed in Ostrel. Kerr is survived by her parents.", 1, 0),
    ],
)
def test_who_is_told_of_beside_a_count_or_beside_the_dead_counts_once(
    text: str, killed: float, injured: float
) -> None:
    assert (low(text, "kill"), low(text, "injure")) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in Ostrel and is in critical condition.",
        "A boy was shot in Ostrel. He is on life support.",
        "A girl was hurt in Ostrel. Police look into the deadly shooting.",
        "Two teens were shot in Ostrel in a span of three days.",
        "The council of Ostrel met on Tuesday.",
        "Four people were killed in three separate attacks in Ostrel.",
        "",
    ],
)
def test_what_a_report_leaves_open_cannot_be_told(text: str) -> None:
    assert told(text, "kill") is None


def test_the_attacker_leaves_the_number_of_the_killed_open_unless_he_is_counted() -> None:
    text = "A gunman killed three clerks in Ostrel before killing himself."
    assert told(text, "kill") is None
    counted = "Four people, including the gunman, were killed in Ostrel. He shot himself."
    assert low(counted, "kill") == 4


def test_who_survived_beside_the_dead_leaves_the_injured_open() -> None:
    assert told("A baker was shot dead in Ostrel. A clerk survived.", "injure") is None


def test_a_toll_shows_its_words_or_says_that_it_rests_on_none() -> None:
    counted = told("Two men were killed in Ostrel.", "kill")
    assert counted is not None
    assert [span.quote for span in counted.spans] == ["Two"]
    silent = told("Two men were injured in Ostrel.", "kill")
    assert silent is not None
    assert silent.spans == ()
    assert "no word" in silent.reason


def test_a_headline_without_the_hedge_of_the_text_is_no_exact_toll() -> None:
    found = told("9 wounded in Ostrel. At least 9 people were wounded in Ostrel.", "injure")
    assert found is not None
    assert (found.amount.low, found.amount.high) == (9, None)


def test_attempted_murders_and_those_who_shoot_are_no_dead_and_no_wounded() -> None:
    assert told("The attempted murders of five boys were planned in Ostrel.", "kill") is None
    assert told("Two boys were shooting at crows near Ostrel.", "injure") is None
