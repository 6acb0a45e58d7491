from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.statements.quotes import quotations


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The pier shook,” she said.", ["The pier shook,"]),
        ('"Run," he said. "Run now."', ["Run,", "Run now."]),
        ("«Nothing moved», said the pilot.", ["Nothing moved"]),
        ("'Nobody was told,' a porter said.", ["Nobody was told,"]),
        ("The crews' boats and the owner's shed burned.", []),
        ("It’s the harbour’s fault, they’d say.", []),
    ],
)
def test_marks_of_every_common_kind_are_paired(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_a_missing_closing_mark_costs_only_its_own_quotation() -> None:
    text = "He “saw smoke. Then he left. The guard “heard a bang,” he said."
    assert inner(text) == ["saw smoke.", "heard a bang,"]


def test_a_missing_opening_mark_lets_the_quotation_begin_with_its_paragraph() -> None:
    text = "One line.\n\nAll was calm,” Reyes said. “Then it was not.”"
    assert inner(text) == ["All was calm,", "Then it was not."]


def test_a_quotation_never_reaches_over_a_paragraph() -> None:
    text = "“First part of it.\n\n“Second part,” she said."
    assert inner(text) == ["First part of it.", "Second part,"]


@given(st.text(alphabet="ab ,.“”\"'‘’\n", max_size=60))
def test_quotations_are_ordered_and_apart_whatever_the_marks(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)
