from __future__ import annotations

import pytest

from twosource.reference.lexicon import same_family, same_sense


@pytest.mark.parametrize(
    ("one", "other"), [("put out", "exclude"), ("request", "demand"), ("sack", "dismiss")]
)
def test_newspapers_write_some_verbs_for_one_another(one: str, other: str) -> None:
    assert same_family(one, other)
    assert same_family(other, one)


@pytest.mark.parametrize(("one", "other"), [("buy", "purchase"), ("throw away", "discard")])
def test_verbs_that_share_a_common_sense_may_name_one_deed(one: str, other: str) -> None:
    assert same_sense(one, other)


@pytest.mark.parametrize(("one", "other"), [("buy", "sell"), ("open", "close"), ("eat", "drive")])
def test_opposites_and_strangers_name_no_one_deed(one: str, other: str) -> None:
    assert not same_sense(one, other)
    assert not same_family(one, other)
