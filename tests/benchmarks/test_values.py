"""An answer of the values benchmark is an exact number, and abstaining costs coverage only."""

from __future__ import annotations

from benchmarks.quality.values import (
    Article,
    Reading,
    _by_pattern,
    _by_wide_pattern,
    _ours,
    _rows,
)

from twosource.engine.loaded import embedded


def article(text: str, killed: int, injured: int) -> tuple[Article, Reading]:
    return Article(True, text, killed, injured), embedded(1).read(text)


def test_an_answer_left_open_costs_coverage_and_no_accuracy() -> None:
    found = [
        article("Two men were killed in a crash near Ostrel.", 2, 0),
        article("The road to Ostrel is open again.", 1, 0),
    ]
    assert _rows("killed", found, "killed", _ours) == {
        "killed.accuracy": 100.0,
        "killed.coverage": 50.0,
    }


def test_a_bound_is_no_answer() -> None:
    assert _ours(*article("At least four people were killed in Ostrel.", 4, 0), "killed") is None


def test_the_naive_pattern_takes_the_first_number_before_the_word() -> None:
    one, reading = article("Two killed, 5 injured as tram leaves rails", 2, 5)
    assert _by_pattern(one, reading, "killed") == 2
    assert _by_pattern(one, reading, "injured") == 5


def test_the_wide_pattern_takes_an_article_for_one() -> None:
    one, reading = article("A farmer was later found dead.", 1, 0)
    assert _by_pattern(one, reading, "killed") is None
    assert _by_wide_pattern(one, reading, "killed") == 1
