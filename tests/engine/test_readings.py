"""An update reads what is new and nothing else, and gives what a whole examination gives."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.test_examine import Steps

from twosource.comparison.lineage import edges
from twosource.comparison.lineage.alignment import AlignedSentences
from twosource.comparison.lineage.shared_runs import SharedRun
from twosource.comparison.lineage.shared_text import SharedText
from twosource.engine.cases import add_files, new_case, update_case, verify_case
from twosource.engine.made import key_of, made_by
from twosource.engine.pairs import pairs_body, pairs_kept
from twosource.engine.readings import Shelf, reading_key
from twosource.model.custody import Stamp
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.pipeline.kernels import READING
from twosource.pipeline.reading import ReadReport
from twosource.store.kept import KeptCase, open_kept
from twosource.store.packed import packed, unpacked

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
TOLD = (
    "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay.\n",
    "Eleven sailors were hurt on the quay on Monday, said the coast guard's Bo Marsh.\n",
    "publisher: Ostrel Post\n\n“Nobody was hurt,” said Tomas Reke, the mayor of Ostrel.\n",
    "Ilse Varn denied on Tuesday that the quay had been closed before the crane fell.\n",
    "The crane had stood on the quay since spring without a licence, and the harbour office knew "
    "of it, a union leader, Bo Marsh, said. It was due to be taken down within days.\n",
    "The crane had stood on the quay since spring without a licence, and the harbour office knew "
    "of it. It was due to be dismantled within days, said Tomas Reke.\n",
    "Мэр сказал в понедельник, что на причале никто не пострадал и что он закрыт.\n",
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(("a.txt", "b.txt", "c.txt")), st.sampled_from(TOLD)),
    min_size=2,
    max_size=4,
)


def put(home: str, name: str, text: str, folder: Path) -> None:
    (folder / name).write_text(text, "utf-8")
    add_files(home, [folder / name], NOW)


def read_now(home: str) -> int:
    """How many reports an update read."""
    steps = Steps()
    update_case(home, NOW, steps)
    return sum(stage == READING for stage, _, _ in steps.told)


@pytest.fixture
def place(tmp_path: Path) -> str:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    for number, text in enumerate(TOLD[:3]):
        put(home, f"{number}.txt", text, tmp_path)
    update_case(home, NOW)
    return home


@given(CHANGES)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_updating_step_by_step_gives_the_bytes_of_whole_examinations(
    changes: list[tuple[str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stepwise, whole = f"{folder}/stepwise", f"{folder}/whole"
        for home in (stepwise, whole):
            new_case(home, NOW)
        for name, text in changes:
            for home in (stepwise, whole):
                put(home, name, text, Path(folder))
            with open_kept(whole) as kept:
                kept.drop_readings()
            update_case(stepwise, NOW)
            update_case(whole, NOW)
        with open_kept(stepwise) as one, open_kept(whole) as other:
            assert [r.document for r in one.runs()] == [r.document for r in other.runs()]
        assert verify_case(stepwise) == ()


def test_only_what_is_new_is_read(place: str, tmp_path: Path) -> None:
    put(place, "later.txt", TOLD[3], tmp_path)
    assert read_now(place) == 1


def test_only_pairs_with_what_is_new_are_looked_at(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    whole = edges.shared_text

    def counted(*args: Any) -> SharedText:
        seen.append(1)
        return whole(*args)

    monkeypatch.setattr(edges, "shared_text", counted)
    put(place, "later.txt", TOLD[4], tmp_path)
    update_case(place, NOW)
    assert len(seen) == 3
    put(place, "0.txt", TOLD[5], tmp_path)
    update_case(place, NOW)
    assert len(seen) == 6
    with open_kept(place) as kept:
        reports = Shelf(kept).drawn(kept.originals())
        found = [report for one in reports for report in one.reports]
        shared = Shelf(kept).pairs(found)
        runs = [run.length for both in shared.values() for run in both.runs]
    assert max(runs) > 10
    assert verify_case(place) == ()


def test_a_book_of_pairs_that_is_not_whole_gives_none() -> None:
    assert pairs_kept(b"torn", {}) == {}
    assert pairs_kept(None, {}) == {}
    one, other = ReportId("rp-1"), ReportId("rp-2")
    both = SharedText((SharedRun(0, 3, 5, 2.25),), (AlignedSentences((0, 4), (2, 9), 3.5, 0.6),))
    body = pairs_body({(one, other): both}, {one: "k1", other: "k2"})
    assert pairs_kept(body, {one: "k1", other: "k2"}) == {(one, other): both}
    assert pairs_kept(body, {one: "k1", other: "k3"}) == {}


def test_a_new_version_is_read_and_the_other_reports_are_not(place: str, tmp_path: Path) -> None:
    put(place, "0.txt", TOLD[3], tmp_path)
    assert read_now(place) == 1


def test_where_nothing_came_nothing_is_examined(place: str) -> None:
    steps = Steps()
    updated = update_case(place, NOW, steps)
    assert (updated.fresh, updated.run, steps.told) == (False, 1, [])


def test_without_what_was_kept_all_is_read_again(place: str, tmp_path: Path) -> None:
    put(place, "later.txt", TOLD[3], tmp_path)
    with open_kept(place) as kept:
        kept.drop_readings()
    assert read_now(place) == 4


def test_a_damaged_reading_is_read_anew(place: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(Path(place) / "case.db")) as connection, connection:
        connection.execute("UPDATE reading SET body = x'00'")
    put(place, "later.txt", TOLD[3], tmp_path)
    assert read_now(place) == 4
    assert verify_case(place) == ()


def test_readings_that_nothing_needs_any_more_are_dropped(place: str, tmp_path: Path) -> None:
    with open_kept(place) as kept:
        kept.put_readings({"0" * 64: b"of an earlier version"})
    put(place, "later.txt", TOLD[3], tmp_path)
    update_case(place, NOW)
    with open_kept(place) as kept:
        assert kept.readings(["0" * 64]) == {}


def forge(kept: KeptCase, report: Report) -> None:
    """Put a reading that tells less than the report does where its own reading stands."""
    key = reading_key(report)
    read = unpacked(ReadReport, kept.readings([key])[key], report)
    forged = ReadReport(
        attributions=type(read.attributions)(report.id, (), ()),
        descriptions=(),
        extract=read.extract,
        words=read.words,
        utterances=(),
    )
    kept.put_readings({key: packed(ReadReport, forged, report)})


def test_a_forged_reading_is_found_by_verify_which_reads_the_originals_again(
    place: str, tmp_path: Path
) -> None:
    with open_kept(place) as kept:
        first = next(iter(Shelf(kept).drawn(kept.originals())))
        forge(kept, first.reports[0])
    put(place, "later.txt", TOLD[3], tmp_path)
    update_case(place, NOW)
    assert any("statements come out otherwise" in str(fault) for fault in verify_case(place))


def test_a_key_differs_by_stage_and_subject_and_says_nothing_of_the_clock() -> None:
    keys = {key_of("reading", "ab"), key_of("reading", "a", "b"), key_of("extracting", "ab")}
    assert len(keys) == 3
    assert key_of("reading", "ab") in keys
    assert len(made_by()) == len(hashlib.sha256().hexdigest())
