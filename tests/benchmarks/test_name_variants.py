"""Matches are counted by the set's own scheme, and cannot-tell is no match."""

from __future__ import annotations

from benchmarks.quality.name_variants import Pair, best_threshold, ours, ratios, scores


def test_precision_and_recall_are_those_of_the_matches() -> None:
    found = scores([True, True, False, False], [True, False, True, False])
    assert found == {"f": 50.0, "p": 50.0, "r": 50.0}


def test_cannot_tell_is_no_match() -> None:
    assert not ours(Pair("Person", "Harlan", "Peter Harlan", True))
    assert ours(Pair("Company", "Alder Ltd", "Alder Limited", True))


def test_the_naive_peer_has_the_threshold_that_suits_it_best() -> None:
    pairs = [Pair("Person", "Ana Sol", "Ana Soll", True), Pair("Person", "Ana Sol", "Bo Ek", False)]
    threshold = best_threshold(pairs, ratios(pairs))
    assert scores([p.same for p in pairs], [r >= threshold for r in ratios(pairs)])["f"] == 100.0
