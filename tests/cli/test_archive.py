"""``twosource archive`` from the shell."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from twosource.cli.main import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["archive", *map(str, arguments)])


def test_reports_go_in_and_a_case_comes_out(tmp_path: Path) -> None:
    for number, day in enumerate(("2031-04-07", "2031-04-08")):
        (tmp_path / f"{number}.txt").write_text(
            f"title: Ferry Alda Marie aground off Skarholm\npublished: {day}\n\n"
            "The ferry Alda Marie ran onto rocks off Skarholm, Nils Orrey said.\n",
            "utf-8",
        )
    news, case = tmp_path / "news", tmp_path / "case"
    added = run("add", news, tmp_path / "0.txt", tmp_path / "1.txt", "--workers", "1")
    assert (added.exit_code, added.stdout) == (0, "")
    assert added.stderr == "taken in: 2 originals, 2 reports\n"
    (event,) = json.loads(run("events", news, "--json").stdout)["events"]
    assert event["title"] == "Ferry Alda Marie aground off Skarholm"
    assert "2031-04-07" in run("events", news).stdout
    hits = json.loads(run("search", news, "orrey", "--json").stdout)["reports"]
    assert [hit["span"]["quote"] for hit in hits] == ["Orrey", "Orrey"]
    assert {hit["event"] for hit in hits} == {event["id"]}
    assert "Orrey" in run("search", news, "orrey").stdout
    assert json.loads(run("status", news, "--json").stdout)["counts"]["reports"] == 2
    assert "reports" in run("status", news).stdout
    cut = run("case", news, event["id"], case, "--actor", "Ines", "--quiet")
    assert cut.exit_code == 0
    assert "Orrey" in cut.stdout
    assert (case / "case.db").is_file()


def test_an_archive_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    for command in (["events"], ["status"], ["add"], ["search"]):
        words = ["words"] if command == ["search"] else []
        missing = run(*command, tmp_path / "none", *words)
        assert missing.exit_code == 3
        assert missing.stderr.count("\n") == 1
        assert "there is no archive here" in missing.stderr
