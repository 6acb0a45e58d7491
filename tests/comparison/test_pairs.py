"""Pairs of invented one-line reports that contradict each other, or seem to and do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource import examine

CASES = json.loads((Path(__file__).parents[1] / "cases" / "contradictions.json").read_text("utf-8"))


def collides(folder: Path, pair: list[str]) -> bool:
    """Whether a contradiction between the two reports is raised."""
    for number, text in enumerate(pair):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    case = examine(sorted(folder.glob("*.txt"))).case
    return any(found.within is None for found in case.contradictions)


@pytest.mark.parametrize("pair", CASES["conflict"], ids=lambda pair: pair[1][:60])
def test_what_cannot_both_be_true_is_set_side_by_side(tmp_path: Path, pair: list[str]) -> None:
    assert collides(tmp_path, pair)


@pytest.mark.parametrize("pair", CASES["quiet"], ids=lambda pair: pair[1][:60])
def test_what_can_both_be_true_raises_nothing(tmp_path: Path, pair: list[str]) -> None:
    assert not collides(tmp_path, pair)


@pytest.mark.xfail(strict=True, reason="what the pair collides on is not read")
@pytest.mark.parametrize("pair", CASES["missed"], ids=lambda pair: pair[1][:60])
def test_a_known_gap_is_still_missed(tmp_path: Path, pair: list[str]) -> None:
    assert collides(tmp_path, pair)


@pytest.mark.xfail(strict=True, reason="what the pair says is not told apart")
@pytest.mark.parametrize("pair", CASES["false_alarm"], ids=lambda pair: pair[1][:60])
def test_a_known_false_alarm_is_still_raised(tmp_path: Path, pair: list[str]) -> None:
    assert not collides(tmp_path, pair)
