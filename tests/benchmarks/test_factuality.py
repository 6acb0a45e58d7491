"""The benchmark of factuality counts what it says it counts."""

from __future__ import annotations

from benchmarks.quality.factuality import judged


def test_word_numbers_become_runs_of_characters() -> None:
    sentence = judged("The dam broke .", [([2, 3], 2.5), ([0, 2], -1.0)])
    assert [sentence.text[v.start : v.end] for v in sentence.verbs] == ["broke", "The dam"]
    assert [v.happened for v in sentence.verbs] == [True, False]
