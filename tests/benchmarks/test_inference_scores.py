"""How figures of inference are counted."""

from __future__ import annotations

import pytest
from benchmarks.quality.inference import (
    DATA,
    Row,
    accuracy,
    overlap,
    precision_at_half,
    rows_of,
)

from twosource.comparison.inference import Judgement

ROWS = [Row("a", "b", label) for label in "ccnn"]


def test_precision_is_read_where_half_of_the_contradictions_are_found() -> None:
    assert precision_at_half([0.9, 0.1, 0.8, 0.2], ROWS) == 100.0
    assert precision_at_half([0.7, 0.1, 0.8, 0.2], ROWS) == 50.0


def test_rows_of_one_score_are_taken_together() -> None:
    assert precision_at_half([0.5, 0.5, 0.5, 0.5], ROWS) == 50.0


def test_only_labels_of_the_set_are_chosen() -> None:
    rows = [Row("a", "b", "e"), Row("a", "b", "c")]
    judged = [Judgement(0.3, 0.6, 0.1), Judgement(0.1, 0.6, 0.3)]
    assert accuracy(judged, rows) == 100.0


def test_the_naive_peer_sees_shared_words_and_negation() -> None:
    same, denied, other = overlap(
        [
            ("The mill burned.", "The mill burned."),
            ("The mill burned.", "The mill has not burned."),
            ("The mill burned down.", "The mill opened again"),
        ]
    )
    assert same.entails > 0.5
    assert denied.contradicts > denied.neutral
    assert other.neutral > other.entails


def test_no_training_row_is_measured_on() -> None:
    if not DATA.is_file():
        pytest.skip(f"{DATA} is not there")
    assert len(rows_of("cad")) == 1996
    assert len(rows_of("negnli")) == 1500
    assert len(rows_of("mnli")) == 3929
