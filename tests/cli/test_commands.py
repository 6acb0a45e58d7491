"""Exit codes, options and output folders of the commands."""

from __future__ import annotations

import json
import os
import sys
from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from twosource import __version__
from twosource.cli.main import app

QUAY = "The harbour master, Ilse Varn, said on Monday that the quay was closed to all ships.\n"


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    file = tmp_path / "quay.txt"
    file.write_text(QUAY, "utf-8")
    return file


def test_the_version_is_one_line() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"twosource {__version__}\n")


@pytest.mark.parametrize("command", [(), ("examine",), ("demo",), ("config",), ("doctor",)])
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("examine",),
        ("examine", "x.txt", "--threads", "0"),
        ("examine", "x.txt", "--threads", "-2"),
        ("examine", "x.txt", "--threads", "many"),
        ("examine", "x.txt", "--colour"),
        ("examine", ""),
        ("examine", "x.txt", "--output", ""),
        ("exmaine", "x.txt"),
    ],
)
def test_a_wrong_call_exits_with_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_brief_goes_to_standard_output_and_nothing_else_does(quay: Path) -> None:
    result = run("examine", quay)
    assert result.exit_code == 0
    assert "Varn" in result.stdout
    assert result.stderr == ""


def test_with_json_standard_output_is_one_document(quay: Path) -> None:
    document = json.loads(run("examine", quay, "--json").stdout)
    assert document["format"] == "twosource-case/1"
    assert [r["file"] for r in document["reports"]] == ["quay.txt"]


def test_output_names_a_folder_that_is_made_and_filled(quay: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    result = run("examine", quay, "--output", out)
    assert result.exit_code == 0
    assert sorted(p.name for p in out.iterdir()) == ["brief.html", "case.json"]
    assert result.stderr.splitlines() == [
        f"written: {out / 'brief.html'}",
        f"written: {out / 'case.json'}",
    ]
    assert "<html" in (out / "brief.html").read_text("utf-8")
    assert (out / "case.json").read_text("utf-8") == run("examine", quay, "--json").stdout


def test_a_second_run_writes_the_same_bytes_over_the_first(quay: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("examine", quay, "-o", out)
    first = {p.name: p.read_bytes() for p in out.iterdir()}
    run("examine", quay, "-o", out)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == first


def test_quiet_leaves_out_where_files_were_written(quay: Path, tmp_path: Path) -> None:
    assert run("examine", quay, "-o", tmp_path / "out", "--quiet").stderr == ""


def test_standard_input_is_read_where_a_dash_stands(quay: Path) -> None:
    result = run("examine", "-", quay, "--json", stdin="“It rained,” said Tomas Reke.\n")
    files = [report["file"] for report in json.loads(result.stdout)["reports"]]
    assert files == ["quay.txt", "standard-input.txt"]


def test_an_output_that_is_a_file_exits_with_2_and_leaves_it_alone(quay: Path) -> None:
    result = run("examine", quay, "-o", quay)
    assert result.exit_code == 2
    assert f"the output {quay} is a file" in result.stderr
    assert quay.read_text("utf-8") == QUAY


def test_an_output_below_a_file_exits_with_2(quay: Path) -> None:
    result = run("examine", quay, "-o", quay / "out")
    assert result.exit_code == 2
    assert "cannot be written to" in result.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_an_output_without_permission_exits_with_2(quay: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert run("examine", quay, "-o", locked / "out").exit_code == 2


def test_paths_that_are_all_missing_exit_with_3_and_leave_no_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("examine", tmp_path / "a.txt", tmp_path / "b.txt", "-o", out)
    assert result.exit_code == 3
    assert "a.txt" in result.stderr.splitlines()[-1]
    assert result.stdout == ""
    assert not out.exists()


def test_nothing_readable_exits_with_1_and_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "out"
    result = run("examine", tmp_path / "empty.txt", tmp_path / "b.txt", "-o", out)
    assert result.exit_code == 1
    assert "no brief" in result.stderr
    assert result.stdout == ""
    assert not out.exists()


def test_only_reports_in_other_languages_exit_with_1(tmp_path: Path) -> None:
    text = "Мэр города сказал в понедельник, что причал закрыт для всех кораблей. " * 5
    (tmp_path / "vestnik.txt").write_text(text, "utf-8")
    result = run("examine", tmp_path / "vestnik.txt")
    assert result.exit_code == 1
    assert "Russian" in result.stderr


def test_a_report_in_another_language_beside_an_english_one_is_said(
    quay: Path, tmp_path: Path
) -> None:
    text = "Мэр города сказал в понедельник, что причал закрыт для всех кораблей. " * 5
    (tmp_path / "vestnik.txt").write_text(text, "utf-8")
    result = run("examine", quay, tmp_path / "vestnik.txt")
    assert result.exit_code == 0
    assert "vestnik.txt: it is in Russian (ru)" in result.stderr
    assert "Russian" in result.stdout


def test_with_json_every_line_of_standard_error_is_json(quay: Path, tmp_path: Path) -> None:
    missing = run("examine", tmp_path / "nowhere.txt", "--json")
    error = json.loads(missing.stderr.splitlines()[-1])["error"]
    assert missing.exit_code == 3
    assert error["code"] == 3
    assert error["message"]
    assert error["hint"]
    (tmp_path / "empty.txt").write_bytes(b"")
    mixed = run("examine", quay, tmp_path / "empty.txt", "--json", "-o", tmp_path / "out")
    kinds = [next(iter(json.loads(line))) for line in mixed.stderr.splitlines()]
    assert kinds == ["unreadable", "written", "written"]


def test_equal_files_are_one_report_and_said_without_failing_a_strict_run(
    quay: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy.txt").write_text(QUAY, "utf-8")
    result = run("examine", quay, tmp_path / "copy.txt", quay, "--strict")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "repeated: quay.txt: the same bytes as copy.txt; counted once",
        "repeated: quay.txt: the same bytes as copy.txt; counted once",
    ]
    twice = run("examine", quay, quay, "--json")
    assert len(json.loads(twice.stdout)["reports"]) == 1
    assert json.loads(twice.stderr) == {"repeated": {"name": "quay.txt", "same_as": "quay.txt"}}


def test_a_defect_exits_with_70_and_leaves_a_log_instead_of_a_traceback(
    quay: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("twosource.store.case_file.case_json", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = run("examine", quay)
    assert result.exit_code == 70
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    (log,) = tmp_path.glob("twosource-*.log")
    assert str(log) in result.stderr
    assert "ZeroDivisionError: planted" in log.read_text("utf-8")


def test_stopping_from_the_keyboard_exits_with_130(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("twosource.store.case_file.case_json", stopped)
    result = run("examine", quay)
    assert result.exit_code == 130
    assert len(result.stderr.splitlines()) == 1


def test_the_demo_examines_an_invented_event(tmp_path: Path) -> None:
    result = run("demo", "-o", tmp_path / "demo")
    assert result.exit_code == 0
    assert "invented" in result.stderr
    assert str(tmp_path / "demo" / "brief.html") in result.stderr
    assert result.stdout
    assert sorted(p.name for p in (tmp_path / "demo").iterdir()) == ["brief.html", "case.json"]


def test_a_web_archive_without_its_extra_ends_with_exit_code_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("twosource.documents.archives", "twosource.documents.records"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (tmp_path / "pages.warc").write_bytes(b"WARC/1.1\r\n")
    result = run("examine", str(tmp_path))
    assert result.exit_code == 4
    assert "twosource[warc]" in result.stderr


@pytest.mark.parametrize("command", [["examine"], ["add", "case"]])
def test_an_address_is_refused_unless_fetching_was_asked_for(command: list[str]) -> None:
    result = run(*command, "https://news.example/a")
    assert result.exit_code == 2
    assert "nothing is fetched unless asked; add --fetch to fetch it" in result.stderr


def test_an_address_that_may_not_be_fetched_is_one_line_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("The harbour master said on Monday that the quay was closed.")
    result = run("examine", "http://127.0.0.1/a", "http://0x7f.1/", str(tmp_path), "--fetch")
    assert result.exit_code == 0
    assert "not read: http://127.0.0.1/a: leads to 127.0.0.1, which is of this machine" in (
        result.stderr
    )
    assert "not read: http://0x7f.1/: writes a number in an unusual way" in result.stderr
    assert run("examine", "http://127.0.0.1/a", "--fetch").exit_code == 1


def test_editions_of_one_article_are_named(tmp_path: Path) -> None:
    for name, count in (("a.txt", "Nine"), ("b.txt", "Eleven")):
        text = f"{count} sailors were hurt on the quay on Monday, the harbour master said."
        head = "title: Ferry\npublisher: Quay Watch\nurl: https://quay.example/ferry"
        (tmp_path / name).write_text(f"{head}\n\n{text}\n", "utf-8")
    told = "editions: a.txt, b.txt: one article by its address; all read"
    assert told in run("examine", str(tmp_path)).stderr
    lines = run("examine", str(tmp_path), "--json").stderr.splitlines()
    assert {"editions": {"names": "a.txt, b.txt", "known": "address"}} in map(json.loads, lines)


def test_the_doctor_finds_a_sound_installation() -> None:
    result = run("doctor", "--json")
    document = json.loads(result.stdout)
    assert [c for c in document["checks"] if not c["ok"]] == []
    assert result.exit_code == 0


def test_the_doctor_looks_at_extras_settings_the_database_and_the_workbench() -> None:
    checks = {one["name"]: one for one in json.loads(run("doctor", "--json").stdout)["checks"]}
    assert {"settings", "database", "workbench", "model files", "self-test"} <= set(checks)
    offered = metadata.metadata("twosource").get_all("Provides-Extra") or []
    assert {name for name in checks if name.startswith("extra ")} == {f"extra {o}" for o in offered}


def test_the_doctor_asks_the_database_of_a_case(tmp_path: Path) -> None:
    assert run("new", tmp_path / "case", "-q").exit_code == 0
    fit = run("doctor", tmp_path / "case")
    assert fit.exit_code == 0
    assert "0 originals, not examined yet, 0 reviews" in fit.stdout
    (tmp_path / "case" / "case.db").write_bytes(b"no database at all" * 99)
    broken = run("doctor", tmp_path / "case", "--json")
    assert broken.exit_code == 1
    wrong = [one for one in json.loads(broken.stdout)["checks"] if not one["ok"]]
    assert [one["name"] for one in wrong] == ["case"]
    assert run("doctor", tmp_path / "none").exit_code == 1


def test_the_doctor_finds_wrong_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWOSOURCE_THREADS", "many")
    told = run("doctor")
    assert told.exit_code == 1
    assert "TWOSOURCE_THREADS: threads is 'many'" in told.stdout


def test_the_doctor_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def unloadable(*_: object) -> object:
        raise OSError("planted")

    monkeypatch.setattr("twosource.engine.health.embedded", unloadable)
    result = run("doctor")
    assert result.exit_code == 1
    assert "planted" in result.stdout
    assert "Traceback" not in result.output
