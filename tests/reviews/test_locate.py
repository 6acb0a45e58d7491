"""Words are found again where they moved, and never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report, span

from twosource.reviews.locate import UnfitError, locate, overlap, pointer_to

TEXT = "The crane stood still. The barge sank at dusk. Later the barge sank again, wrote Bo."


def test_words_stand_at_their_offset_as_long_as_they_do() -> None:
    one = report(TEXT)
    for near in (0, 60):
        words = span(one, "barge sank", near)
        assert locate(pointer_to(words, one), [one]) == words


def test_in_a_later_version_the_place_with_the_most_context_is_taken() -> None:
    one = report(TEXT)
    later = report("Corrected on Monday. " + TEXT.replace("dusk", "dawn"))
    assert later.id != one.id
    pointer = pointer_to(span(one, "barge sank", 60), one)
    found = locate(pointer, [later])
    assert (found.report, found.start) == (later.id, span(later, "barge sank", 70).start)


def test_two_places_alike_are_refused() -> None:
    one = report(TEXT)
    pointer = replace(pointer_to(span(one, "barge sank"), one), prefix="", suffix="")
    with pytest.raises(UnfitError, match="2 places alike"):
        locate(replace(pointer, start=3), [one])
    with pytest.raises(UnfitError, match="does not print"):
        locate(replace(pointer, quote="barge rose"), [one])
    with pytest.raises(UnfitError, match="not in the case"):
        locate(pointer, [report(TEXT, file="b.txt")])


@given(st.text(max_size=40), st.data())
def test_a_pointer_finds_its_words_whatever_is_put_before_them(
    lead: str, data: st.DataObject
) -> None:
    one = report(TEXT)
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    words = span(one, TEXT[start:end], start)
    later = report(lead + TEXT)
    try:
        found = locate(pointer_to(words, one), [later])
    except UnfitError:
        assert (lead + TEXT).count(words.quote) != 1
        return
    assert found.quote == words.quote


def test_overlap_is_a_share_of_both() -> None:
    one, other = report(TEXT), report(TEXT, file="b.txt")
    a, b = span(one, "The crane stood"), span(one, "crane stood still")
    assert overlap(a, a) == 1.0
    assert overlap(a, b) == overlap(b, a) == pytest.approx(11 / 21)
    assert overlap(a, span(other, "The crane stood")) == 0.0
    assert overlap(a, span(one, "sank")) == 0.0
