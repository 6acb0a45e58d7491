"""Scores of aligned propositions: thresholds from one part, figures from the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality.superpal import Pairs, best_f1, by_tf_idf, f1_at, read_pairs

HEADER = "topic,summarySpanText,docSpanText\n"


def test_every_proposition_of_a_topic_is_paired_and_only_the_given_pairs_are_right(
    tmp_path: Path,
) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(HEADER + "one,a,x\none,b,y\ntwo,c,z\n", "utf-8")
    pairs = read_pairs(file)
    found = dict(zip(zip(pairs.left, pairs.right, strict=True), pairs.aligned, strict=True))
    assert found == {
        ("a", "x"): True,
        ("a", "y"): False,
        ("b", "x"): False,
        ("b", "y"): True,
        ("c", "z"): True,
    }


def test_the_best_threshold_is_the_one_with_the_highest_f1() -> None:
    assert best_f1([0.9, 0.8, 0.1], [True, True, False]) == (100.0, 0.8)
    value, threshold = best_f1([0.9, 0.8, 0.7], [False, True, True])
    assert (value, threshold) == (pytest.approx(80.0), 0.7)


def test_f1_counts_what_reaches_a_threshold() -> None:
    assert f1_at(0.5, [0.9, 0.4], [True, True]) == pytest.approx(200 / 3)
    assert f1_at(0.95, [0.9, 0.4], [True, True]) == 0.0


def test_texts_with_rare_words_in_common_are_nearer() -> None:
    pairs = Pairs(
        ("the kiln burst", "the kiln burst", "the dog ran"),
        ("a kiln burst", "the road was wet", "the cat ran"),
        (True, False, False),
    )
    near, far, _ = by_tf_idf(pairs)
    assert near > far
