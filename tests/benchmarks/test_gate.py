"""Floors hold, rise with what is measured, and fall only on purpose."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.gate import Floor, corpus_hash, floors_of, updated


def test_a_floor_is_the_least_allowed() -> None:
    assert Floor(86.0).holds(86.0)
    assert not Floor(86.0).holds(85.98)


def test_a_rate_of_errors_has_a_ceiling() -> None:
    ceiling = floors_of({"wrong": {"at_most": 5.0}})["wrong"]
    assert ceiling.holds(4.2)
    assert not ceiling.holds(5.1)


def test_floors_rise_with_what_is_measured_less_a_margin() -> None:
    moved, lowered = updated({"las": {"at_least": 86.0}}, {"las": 88.0, "new": 70.0}, False)
    assert moved == {"las": {"at_least": 87.5}, "new": {"at_least": 69.5}}
    assert lowered == []


def test_a_floor_that_holds_does_not_fall() -> None:
    moved, _ = updated({"las": {"at_least": 86.0}}, {"las": 86.1}, True)
    assert moved == {"las": {"at_least": 86.0}}


def test_a_floor_falls_only_with_leave() -> None:
    kept, asked = updated({"las": {"at_least": 86.0}}, {"las": 84.0}, False)
    moved, lowered = updated({"las": {"at_least": 86.0}}, {"las": 84.0}, True)
    assert (kept, asked) == ({"las": {"at_least": 86.0}}, ["las"])
    assert (moved, lowered) == ({"las": {"at_least": 83.5}}, ["las"])


def test_a_ceiling_falls_towards_what_is_measured() -> None:
    moved, _ = updated({"wrong": {"at_most": 5.0}}, {"wrong": 3.0}, False)
    assert moved == {"wrong": {"at_most": 3.5}}


def test_a_new_rate_of_errors_gets_a_ceiling_and_a_peer_gets_no_floor() -> None:
    moved, _ = updated({}, {"set.wrong_source": 3.0, "peer.set.f": 20.0, "via": 0.0}, False)
    assert moved == {"set.wrong_source": {"at_most": 3.5}, "via": {"at_least": 0.0}}


def test_an_absent_corpus_has_no_hash(tmp_path: Path) -> None:
    present = tmp_path / "present"
    present.write_text("x", encoding="utf-8")
    assert corpus_hash((present, tmp_path / "absent")) is None
    assert corpus_hash((present,)) is not None
