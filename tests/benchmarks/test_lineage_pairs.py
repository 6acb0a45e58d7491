"""The pairs of the lineage benchmark are what they say they are."""

from __future__ import annotations

import pytest
from benchmarks.quality.lineage.independent import independent_pair
from benchmarks.quality.lineage.measuring import CORPUS, run_edges, shingle_edges
from benchmarks.quality.lineage.pairs import Item, Pair, pairs

needs_corpus = pytest.mark.skipif(
    not all(path.is_file() for path in CORPUS),
    reason="needs UD GUM in ../shared/data/language, which is not part of the project",
)


def test_independent_reports_share_no_sentence() -> None:
    for seed in range(60):
        first, second = (set(text.split("\n\n")) for text in independent_pair(seed))
        assert not first & second


def test_the_same_seed_gives_the_same_reports() -> None:
    assert independent_pair(7) == independent_pair(7)
    assert independent_pair(7) != independent_pair(8)


def test_a_baseline_finds_a_verbatim_copy_and_leaves_strangers_alone() -> None:
    text = " ".join(f"word{n}" for n in range(80))
    other = " ".join(f"term{n}" for n in range(80))
    same = Pair("verbatim", (Item(text, None, "A"), Item(text, None, "B")), ())
    apart = Pair("independent", (Item(text, None, "A"), Item(other, None, "B")), ())
    for edges in (run_edges, shingle_edges):
        assert len(list(edges(same))) == 1
        assert list(edges(apart)) == []


@needs_corpus
def test_no_document_of_dev_is_in_test() -> None:
    dev = {item.text for pair in pairs("dev") for item in pair.items if pair.edit == "verbatim"}
    test = {item.text for pair in pairs("test") for item in pair.items if pair.edit == "verbatim"}
    assert dev
    assert not dev & test


@needs_corpus
def test_every_edge_names_two_texts_of_its_pair() -> None:
    for pair in pairs("dev"):
        for source, target, _, _ in pair.edges:
            assert source != target
            assert max(source, target) < len(pair.items)
