from __future__ import annotations

import pytest

from twosource.claims.names.spelling import folded, key, likeness


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tscherenkow", "Cherenkov"),
        ("Zhdan", "Ždan"),
        ("Tsepin", "Cepin"),
        ("Yuliia", "Julia"),
        ("Khomenko", "Homenko"),
        ("Smirnoff", "Smirnov"),
        ("Aleksei", "Alexey"),
    ],
)
def test_romanisations_of_one_name_share_a_key(left: str, right: str) -> None:
    assert likeness(left, right).score > 0.9, (key(left), key(right))


@pytest.mark.parametrize(("left", "right"), [("Maria", "Mario"), ("Paul", "Paula"), ("Jan", "Jun")])
def test_given_names_of_two_persons_are_not_misspellings(left: str, right: str) -> None:
    assert likeness(left, right).score == 0.0


def test_marks_and_scripts_are_folded_to_latin_letters() -> None:
    assert folded("Łódź") == "lodz"
    assert folded("Жук") == "zhuk"


def test_short_words_are_never_one_word_misspelt() -> None:
    assert likeness("Tamm", "Tarm").score == 0.0
    assert likeness("Tammela", "Tamnela").score > 0.75
