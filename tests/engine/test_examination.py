"""Files in, case out: the composition root and the Python interface."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest

import twosource
from twosource.engine.examination import examine, read_reports

QUAY = "The harbour master, Ilse Varn, said on Monday that the quay was closed to all ships.\n"
COUNCIL = "“Nobody was hurt at the quay,” said Tomas Reke, the mayor of Ostrel, on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "quay.txt").write_text(QUAY, "utf-8")
    (reports / "council.txt").write_text(COUNCIL, "utf-8")
    return reports


def test_the_package_offers_examine_and_read_reports(folder: Path) -> None:
    examined = twosource.examine([str(folder)])
    assert [r.file for r in examined.case.reports] == ["council.txt", "quay.txt"]
    assert examined.unreadable == ()
    assert [r.file for r in twosource.read_reports(folder / "quay.txt").reports] == ["quay.txt"]


def test_one_path_need_not_stand_in_a_list(folder: Path) -> None:
    assert examine(folder).case == examine([folder]).case == examine(str(folder)).case


def test_files_and_reports_read_before_give_the_same_case(folder: Path) -> None:
    reports = read_reports([folder]).reports
    assert examine(reports).case == examine(folder).case
    assert examine([reports[0], folder / reports[1].file]).case == examine(folder).case


def test_the_number_of_threads_does_not_change_the_case(folder: Path) -> None:
    assert examine(folder, threads=1).case == examine(folder, threads=2).case


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    gathered = read_reports([folder, folder / "nowhere.txt"])
    assert len(gathered.reports) == 2
    assert sorted(Path(item.name).name for item in gathered.unreadable) == [
        "empty.txt",
        "nowhere.txt",
    ]
    assert all(item.what and item.remedy for item in gathered.unreadable)


def test_equal_bytes_are_one_report_and_the_copy_is_named(folder: Path) -> None:
    (folder / "a-copy.txt").write_text(QUAY, "utf-8")
    gathered = read_reports([folder, folder / "council.txt"])
    assert [r.file for r in gathered.reports] == ["a-copy.txt", "council.txt"]
    assert {str(r) for r in gathered.repeated} == {
        "council.txt: given more than once; counted once",
        "quay.txt: the same bytes as a-copy.txt; counted once",
    }


def test_a_stream_is_read_as_one_more_file(folder: Path) -> None:
    gathered = read_reports([folder / "quay.txt"], io.BytesIO(COUNCIL.encode()))
    assert [r.file for r in gathered.reports] == ["quay.txt", "standard-input.txt"]


def test_a_report_in_another_language_is_in_the_case_and_among_the_unread(folder: Path) -> None:
    text = "Мэр города сказал в понедельник, что причал закрыт для всех кораблей. " * 5
    (folder / "vestnik.txt").write_text(text, "utf-8")
    examined = examine(folder)
    assert [r.file for r in examined.case.reports] == ["council.txt", "quay.txt", "vestnik.txt"]
    assert [(u.name, "Russian" in u.what) for u in examined.unreadable] == [("vestnik.txt", True)]


def test_several_threads_may_examine_at_once(folder: Path) -> None:
    cases: list[object] = []
    workers = [threading.Thread(target=lambda: cases.append(examine(folder).case)) for _ in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert cases[0] == cases[1]
