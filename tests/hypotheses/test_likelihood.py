from __future__ import annotations

import pytest

from twosource.hypotheses.likelihood import mixed_sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A leak is likely, with high confidence.", 1),
        ("A leak is likely. Confidence in this is high confidence.", 0),
        ("It was very unlikely, and moderate confidence is held! A fire is probable.", 1),
        ("There is high confidence in the times.", 0),
        ("", 0),
    ],
)
def test_likelihood_and_confidence_stand_in_sentences_of_their_own(text: str, found: int) -> None:
    assert len(mixed_sentences(text)) == found
