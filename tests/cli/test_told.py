"""The commands that tell a case as a whole: brief, timeline, export."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from twosource.cli.main import app
from twosource.engine.formats import FORMATS, format_named
from twosource.store.case_file import read_case

QUAY = "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay.\n"
LATER = "Eleven sailors were hurt on the quay on Monday, said the coast guard's Bo Marsh.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("case")
    (home / "quay.txt").write_text(QUAY, "utf-8")
    (home / "later.txt").write_text(LATER, "utf-8")
    assert run("examine", home / "quay.txt", "--output", home / "first", "-q").exit_code == 0
    both = (home / "quay.txt", home / "later.txt")
    assert run("examine", *both, "--output", home / "second", "-q").exit_code == 0
    return home


def test_the_brief_of_a_case_file_is_the_one_that_examine_told(folder: Path) -> None:
    shown = run("brief", folder / "first")
    assert shown.exit_code == 0
    assert "Ilse Varn" in shown.stdout
    again = run("examine", folder / "quay.txt", "-q")
    assert shown.stdout == again.stdout


def test_since_tells_what_is_new_and_names_the_new_report(folder: Path) -> None:
    shown = run("brief", folder / "second", "--since", folder / "first")
    assert shown.exit_code == 0
    assert "Reports that are new: later.txt (later.txt)." in " ".join(shown.stdout.split())
    told = json.loads(run("brief", folder / "second", "--since", folder / "first", "--json").stdout)
    kinds = [section["kind"] for section in told["brief"]["sections"]]
    assert kinds.count("changes") <= 1


def test_the_timeline_names_the_publication_of_every_report(folder: Path) -> None:
    shown = run("timeline", folder / "second")
    assert shown.exit_code == 0
    assert "no date printed" in shown.stdout
    told = json.loads(run("timeline", folder / "second", "--json").stdout)
    assert len(told["reports"]) == 2
    assert all(question["kind"] == "when" for question in told["questions"])


@pytest.mark.parametrize("name", [one.name for one in FORMATS if one.signed is None])
def test_a_case_leaves_in_every_format(name: str, folder: Path, tmp_path: Path) -> None:
    if name == "pdf":
        pytest.importorskip("typst", reason="the extra pdf is not installed")
    file = tmp_path / f"out.{name}"
    assert run("export", folder / "first", "--format", name, "--output", file).exit_code == 0
    leads = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html>", "json": b"{"}
    assert file.read_bytes().startswith(leads.get(name, b""))
    assert file.stat().st_size > (30 if name == "geojson" else 200)


@pytest.mark.parametrize(
    "name", [one.name for one in FORMATS if one.cannot_hold and not one.signed]
)
def test_a_format_says_what_of_the_case_it_cannot_hold(name: str, folder: Path) -> None:
    wanted = format_named(name)
    told = run("export", folder / "first", "--format", name).stderr
    squeezed = " ".join(told.split())
    assert all(f"{name} cannot hold: {part}" in squeezed for part in wanted.cannot_hold)
    lines = run("export", folder / "first", "--format", name, "--json").stderr.splitlines()
    parts = [json.loads(line)["cannot_hold"]["part"] for line in lines]
    assert tuple(parts) == wanted.cannot_hold


def test_an_exported_case_reads_back_as_it_was(folder: Path) -> None:
    written = run("export", folder / "second", "--format", "json")
    assert written.exit_code == 0
    text = (folder / "second" / "case.json").read_text("utf-8")
    assert written.stdout == text
    assert read_case(written.stdout) == read_case(text)


def test_an_unknown_format_exits_with_2_and_lists_those_that_there_are(folder: Path) -> None:
    result = run("export", folder / "first", "--format", "odt")
    assert result.exit_code == 2
    assert all(one.name in result.output for one in FORMATS)


def test_a_missing_extra_exits_with_4_and_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("export", folder / "first", "--format", "pdf")
    assert result.exit_code == 4
    assert "twosource[pdf]" in result.output


@pytest.mark.parametrize("command", ["brief", "timeline", "export"])
def test_a_case_that_is_not_there_exits_with_3(command: str, tmp_path: Path) -> None:
    assert run(command, tmp_path / "none").exit_code == 3


def test_an_earlier_case_that_is_not_there_exits_with_3(folder: Path, tmp_path: Path) -> None:
    result = run("brief", folder / "first", "--since", tmp_path / "none")
    assert result.exit_code == 3
