"""The commands for cases that are kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from twosource.cli.main import app

QUAY = "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("kept")
    (home / "quay.txt").write_text(QUAY, "utf-8")
    assert run("new", home / "case", "--actor", "Ines").exit_code == 0
    assert run("add", home / "case", home / "quay.txt", "--actor", "Ines").exit_code == 0
    assert run("update", home / "case", "--actor", "Bo").exit_code == 0
    return home / "case"


@pytest.mark.parametrize(
    "command", ["brief", "claims", "contradictions", "findings", "lineage", "timeline"]
)
def test_commands_that_show_a_case_read_one_that_is_kept(command: str, case: Path) -> None:
    assert run(command, case).exit_code == 0


def test_a_kept_case_leaves_as_a_file_that_says_the_same(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    assert run("export", case, "--format", "json", "--output", file).exit_code == 0
    assert run("brief", file).stdout == run("brief", case).stdout


def test_the_log_names_who_acted(case: Path) -> None:
    entries = json.loads(run("log", case, "--json").stdout)["log"]
    assert [entry["actor"] for entry in entries] == ["Ines", "Ines", "Bo"]
    assert "examined" in run("log", case).stdout


def test_a_search_shows_where_the_words_stand(case: Path) -> None:
    assert "S1 " in run("search", case, "sailors").stdout
    hits = json.loads(run("search", case, "sailors", "--json").stdout)["hits"]
    assert all("sailors" in hit["words"] for hit in hits)
    assert "Nothing was found" in run("search", case, "submarine").stdout


def test_verify_exits_with_0_where_all_holds_and_with_1_where_not(
    case: Path, tmp_path: Path
) -> None:
    assert run("verify", case).exit_code == 0
    copy = tmp_path / "copy"
    shutil.copytree(case, copy)
    (original,) = (copy / "originals").iterdir()
    original.write_bytes(b"other")
    result = run("verify", copy, "--json")
    assert result.exit_code == 1
    assert not json.loads(result.stdout)["ok"]


def test_a_case_that_is_there_is_not_made_again(case: Path) -> None:
    assert run("new", case).exit_code == 2


@pytest.mark.parametrize("command", ["add", "update", "search", "log", "verify"])
def test_a_case_that_is_not_there_exits_with_3(command: str, tmp_path: Path) -> None:
    further = {"add": [tmp_path], "search": ["word"]}.get(command, [])
    assert run(command, tmp_path / "none", *further).exit_code == 3


def test_adding_nothing_exits_with_3(case: Path, tmp_path: Path) -> None:
    assert run("add", case, tmp_path / "none.txt").exit_code == 3


def test_changes_shows_what_became_of_a_report_with_the_words_of_both_editions(
    tmp_path: Path,
) -> None:
    home, file = tmp_path / "case", tmp_path / "quay.txt"
    run("new", home)
    for text in (QUAY, QUAY.replace("nine", "eleven")):
        file.write_text(text, "utf-8")
        run("add", home, file)
    run("update", home)
    shown = run("changes", home).stdout
    assert "does not say so" in shown
    assert "“nine”" in shown
    assert "“eleven”" in shown
    told = json.loads(run("changes", home, "--json").stdout)
    assert [one["disclosure"] for one in told["editions"]] == ["silent"]
    assert [one["text"] for one in told["superseded"]] == [QUAY]


def test_changes_says_where_no_report_was_changed(case: Path) -> None:
    assert "No report has a later edition" in run("changes", case).stdout
