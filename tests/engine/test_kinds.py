"""Every kind of original goes the whole way: into a case, through an examination, out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.faults.mutations import WORDS, sound_originals

from twosource.engine.cases import add_files, new_case, update_case, verify_case
from twosource.engine.examination import examine, read_reports
from twosource.model.custody import Stamp
from twosource.store.case_file import case_json, read_case

NOW = Stamp("ada", "2026-01-01T00:00:00+00:00")
ONE_REPORT = {".txt", ".md", ".html", ".pdf", ".docx", ".eml"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kinds")
    for name, data in sound_originals().items():
        (place / name).write_bytes(data)
    return place


def test_a_folder_of_every_kind_is_examined_and_read_back(folder: Path) -> None:
    result = examine(folder)
    files = {report.container or report.file for report in result.case.reports}
    assert files == set(sound_originals())
    assert {str(item).partition(":")[0] for item in result.unreadable} <= {
        "a.eml",
        "a.eml#1 (a.pdf)",
    }
    assert all(report.language == "en" for report in result.case.reports)
    said = {
        statement.content.quote.strip(".")
        for statement in result.case.statements
        if statement.speaker is not None
    }
    assert any("the ferry had left the quay" in words for words in said)
    assert read_case(case_json(result.case)) == result.case


@pytest.mark.parametrize("name", sorted(sound_originals()))
def test_each_kind_gives_the_words_that_were_written(folder: Path, name: str) -> None:
    reports = read_reports(folder / name).reports
    assert (len(reports) == 1) == (Path(name).suffix in ONE_REPORT)
    text = " ".join(" ".join(report.text.split()) for report in reports)
    assert all(word in text for word in WORDS[0].split())
    assert WORDS[2].split(" (")[0] in text


def test_a_kept_case_of_every_kind_verifies(folder: Path, tmp_path: Path) -> None:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    assert len(add_files(home, [folder], NOW).added) == len(sound_originals())
    update_case(home, NOW)
    assert verify_case(home) == ()
