from __future__ import annotations

import pytest

from twosource.errors import InvariantError
from twosource.hypotheses.likelihood import kept_apart, mixed_sentences, sentences_of


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


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. envoy is likely to go. There is high confidence in that.", 2),
        ("It took 3.5 hours. Nobody spoke.", 2),
        ("Dr. E. Lund was there, at 5 p.m. sharp.", 1),
        ("“It is over.” The mayor left.", 2),
        ("No full stop at all", 1),
        ("", 0),
    ],
)
def test_a_full_stop_inside_a_word_ends_no_sentence(text: str, sentences: int) -> None:
    assert len(sentences_of(text)) == sentences


def test_a_sentence_of_the_programs_own_that_mixes_the_two_is_refused() -> None:
    assert kept_apart("A leak is likely. That is held with high confidence.")
    with pytest.raises(InvariantError, match="make it two"):
        kept_apart("A leak, at 3.5 bar, is likely with high confidence.")
