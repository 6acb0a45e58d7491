from __future__ import annotations

import pytest

from twosource.hypotheses.bodies import body_of, country_of, is_doer, is_part, same_body


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norway", "the Norwegian army", True),
        ("Oslo", "Norwegian forces", True),
        ("the Oslo government", "Norway", True),
        ("Norway", "Norwegian partisans", False),
        ("the king's opponents", "local resistance forces", True),
        ("Norway", "Sweden", False),
        ("the Free Coast Movement", "Free Coast", True),
        ("policemen", "the police", True),
        ("guards hired by the mine's owner", "gunmen hired by the owner of the mine", True),
        ("Sudria", "Norland", False),
    ],
)
def test_a_country_and_what_acts_for_it_are_one_and_its_rebels_are_not(
    one: str, other: str, same: bool
) -> None:
    assert same_body(body_of(one), body_of(other)) is same
    assert same_body(body_of(other), body_of(one)) is same


def test_officers_of_a_country_act_within_it_and_its_rebels_do_not() -> None:
    country = body_of("Norway")
    assert is_part(body_of("Norwegian security officers"), country)
    assert not is_part(body_of("Norwegian rebels"), country)
    assert not is_part(body_of("Swedish officers"), country)


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("Norway", True),
        ("three masked gunmen", True),
        ("the ministry", True),
        ("Speeding train", False),
        ("They", False),
        ("a drone", False),
        ("the Norwegian accusations", False),
    ],
)
def test_weapons_vehicles_pronouns_and_words_do_nothing_themselves(words: str, doer: bool) -> None:
    assert is_doer(words) is doer


def test_a_capital_stands_for_the_government_that_sits_there() -> None:
    assert country_of("Oslo") == "norway"
    assert country_of("Bergen") == ""
