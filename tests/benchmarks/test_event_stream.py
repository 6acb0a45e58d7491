"""Scores of the benchmark on events, on clusters small enough to count by hand."""

from __future__ import annotations

import pytest
from benchmarks.quality.event_stream import scored, site_in


def test_pairs_and_b_cubed_are_counted() -> None:
    found = scored(["a", "a", "a", "b"], ["1", "1", "2", "2"])
    assert found.pair_p == pytest.approx(100 / 3)
    assert found.pair_r == pytest.approx(50)
    assert found.b_p == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found.b_r == pytest.approx(75)


def test_a_part_counts_only_pairs_that_touch_it() -> None:
    found = scored(["a", "a", "b", "b"], ["1", "1", "2", "4"], {"1"})
    assert (found.pair_p, found.pair_r, found.b_p, found.b_r) == (100, 100, 100, 100)


def test_the_site_of_a_page_in_a_web_archive_is_the_site_of_the_page() -> None:
    address = "http://web.archive.org/web/20300101000000/http://www.brant.example:80/a/1"
    assert site_in(address) == "brant.example"
    assert site_in("nothing") == ""
