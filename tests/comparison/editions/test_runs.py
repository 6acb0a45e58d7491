"""The words that differ between two texts, as a reader would mark them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.comparison.editions import runs
from twosource.comparison.editions.runs import Difference, difference

TEXTS = st.lists(st.sampled_from("quay crane nine eleven the a . said\n hurt 7.30".split(" "))).map(
    " ".join
)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [
        (before[slice(*run.before)], after[slice(*run.after)])
        for run in difference(before, after).runs
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Nine were hurt at 7 p.m.", "Ten were hurt at 7 p.m.", [("Nine", "Ten")]),
        ("The quay was shut.", "The quay was not shut.", [("", "not")]),
        ("The old quay was shut.", "The quay was shut.", [("old", "")]),
        ("It cost 1,200 crowns.", "It cost 1,250 crowns.", [("1,200", "1,250")]),
        ("“No,” he said – twice.", '"No," he said - twice.', []),
        ("One  two\n\nthree", "One two three", []),
        ("", "Three were hurt.", [("", "Three were hurt.")]),
        ("", "", []),
    ],
)
def test_what_differs_is_told_and_nothing_else(
    before: str, after: str, wanted: list[tuple[str, str]]
) -> None:
    assert told(before, after) == wanted


def test_a_sentence_that_was_put_in_is_told_whole() -> None:
    before = "The crane fell, the mayor said. The quay was shut."
    put_in = "The owner was warned, the mayor said."
    assert told(before, before.replace("The quay", f"{put_in} The quay")) == [("", put_in)]


def test_a_sentence_behind_a_change_is_a_change_of_its_own() -> None:
    before = "It was checked in March."
    after = "It was checked in April. The owner said so."
    assert told(before, after) == [("March", "April"), ("", "The owner said so.")]
    assert told(after, before) == [("April", "March"), ("The owner said so.", "")]


def test_words_that_are_equal_by_chance_do_not_cut_a_change_into_pieces() -> None:
    before = "He blamed the owner of the crane. Two ships were damaged."
    after = "The owner denied any fault. Two ships were damaged."
    assert told(before, after) == [
        ("He blamed the owner of the crane", "The owner denied any fault")
    ]


def test_a_paragraph_that_stands_elsewhere_was_moved() -> None:
    moved = "The harbour office had warned of the old crane in the spring."
    rest = "Nine people were hurt on the quay by the crane that fell.\n\nTwo ships sank."
    before, after = f"{moved}\n\n{rest}", f"{rest}\n\n{moved}"
    found = difference(before, after)
    assert found.runs == ()
    ((gone, come),) = found.moved
    assert before[slice(*gone.before)] == moved == after[slice(*come.after)]


def check(before: str, after: str, found: Difference) -> None:
    """What lies outside the runs is the same in both texts, and nothing is told twice."""
    gone = [r.before for r in found.runs] + [one.before for one, _ in found.moved]
    come = [r.after for r in found.runs] + [other.after for _, other in found.moved]
    left = []
    for text, cuts in ((before, gone), (after, come)):
        ordered = sorted(cuts)
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))
        rest = list(text)
        for start, end in ordered:
            rest[start:end] = " " * (end - start)
        left.append(re.findall(r"\S", "".join(rest)))
    assert left[0] == left[1]
    for start, there, length, length_there in found.same:
        assert before[start : start + length] == after[there : there + length_there]


@given(TEXTS, TEXTS)
def test_the_runs_and_what_is_the_same_make_up_both_texts(before: str, after: str) -> None:
    check(before, after, difference(before, after))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text).runs == difference(text, text).moved == ()


@pytest.mark.parametrize("most", [0, 10])
def test_texts_too_long_for_words_are_told_in_larger_runs(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_MOST_PAIRS", most)
    before = "A first line.\n\nNine were hurt.\n\nA last line."
    after = "A first line.\n\nTen were hurt.\n\nA last line."
    assert told(before, after) == [("Nine were hurt.", "Ten were hurt.")]
