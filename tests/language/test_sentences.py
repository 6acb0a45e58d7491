"""Quotation marks stay with the sentence that they belong to."""

from __future__ import annotations

import pytest

from twosource.language.sentences import moved_to_quotation_marks
from twosource.language.tokenize import tokens_in


@pytest.mark.parametrize(
    ("text", "begins", "moved"),
    [
        ("“It is late.” They left.", [0, 5], [0, 6]),
        ('"It is late." They left.', [0, 5], [0, 6]),
        ("'It is late.' They left.", [0, 5], [0, 6]),
        ("They left. “It is late.”", [0, 4], [0, 3]),
        ('They left. "It is late."', [0, 4], [0, 3]),
        ("(They left.) It is late.", [0, 4], [0, 5]),
        ("They left. It is late.”", [0, 3, 7], [0, 3]),
        ("“They left.” “It is late.”", [0, 5], [0, 5]),
    ],
)
def test_boundaries_move_to_the_marks(text: str, begins: list[int], moved: list[int]) -> None:
    assert moved_to_quotation_marks(text, tokens_in(text), begins) == moved
