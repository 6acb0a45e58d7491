from __future__ import annotations

import pytest
from tests.factory import report

from twosource.language.embedded import load_embedded
from twosource.model.report import readable
from twosource.model.statement import Stance
from twosource.statements.extract import statements_in

READER = load_embedded()


def stances(text: str) -> list[Stance]:
    item = report(text)
    return [s.stance for s in statements_in(item, READER.read(readable(item))).statements]


@pytest.mark.parametrize(
    "said",
    [
        "Inspector Hanne Voll said it was too early to name a cause.",
        '"It is too early to speculate about the cause," Inspector Hanne Voll said.',
        "Inspector Hanne Voll said it would be premature to draw conclusions.",
    ],
)
def test_an_answer_that_is_put_off_is_none(said: str) -> None:
    assert stances(said) == [Stance.DECLINES]


def test_what_is_too_early_for_a_deed_puts_no_answer_off() -> None:
    said = "Inspector Hanne Voll said it was too early for the ferry to sail."
    assert stances(said) == [Stance.ASSERTS]
