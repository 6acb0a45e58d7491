"""What the command on hypotheses shows, and what an analyst notes through it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from twosource.cli.main import app

NOTE = "no scorch marks on the oven"
FIRST = """publisher: Lorvik Post

An explosion destroyed a bakery in Lorvik on Friday, killing two people, the mayor's office said.

Chief inspector Ida Holm ruled out arson. The blast was caused by an oven, the bakers' union said.
"""
SECOND = """publisher: Lorvik Daily

An explosion destroyed a bakery in Lorvik on Friday, killing two people.

The owner, Per Dahl, said that arson could not be excluded.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "160"})


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    out = tmp_path / "out"
    texts = (tmp_path / "first.txt", tmp_path / "second.txt")
    assert run("examine", *texts, "--output", out).exit_code == 0
    return out


def hypotheses(case: Path) -> dict[str, dict[str, object]]:
    text = run("export", case, "--format", "json").stdout
    return {one["label"]: one for one in json.loads(text)["hypotheses"]}


def test_what_nobody_contests_is_shown_as_untested_behind_what_is_tested(case: Path) -> None:
    table = run("hypotheses", case).stdout.split("none of these")[0]
    arson, oven = table.index("arson"), table.index("oven")
    assert arson < oven
    assert "untested" not in table[arson:oven]
    assert "untested" in table[oven:]


def test_what_is_expected_and_absent_is_noted_in_the_case_file_and_taken_back(case: Path) -> None:
    name = next(label for label in hypotheses(case) if "oven" in label)
    which = str(hypotheses(case)[name]["id"])
    shown = run("hypotheses", case, "--absent", which, NOTE)
    assert shown.exit_code == 0
    assert NOTE in shown.stdout
    assert hypotheses(case)[name]["absent"] == [NOTE]
    assert run("hypotheses", case, "--seen", which, NOTE).exit_code == 0
    assert hypotheses(case)[name]["absent"] == []


def test_in_a_kept_case_what_is_absent_is_a_review_that_outlives_another_examination(
    case: Path,
) -> None:
    kept = case.parent / "kept"
    assert run("new", kept, "-q").exit_code == 0
    both = (case.parent / "first.txt", case.parent / "second.txt")
    assert run("add", kept, *both, "-q").exit_code == 0
    assert run("update", kept, "-q").exit_code == 0
    name = next(label for label in hypotheses(kept) if "oven" in label)
    which = str(hypotheses(kept)[name]["id"])
    assert NOTE in run("hypotheses", kept, "--absent", which, NOTE).stdout
    assert run("review", "absent", kept, which, "no broken door", "-q").exit_code == 0
    (case.parent / "second.txt").write_text(SECOND + "\nThis report was corrected.\n", "utf-8")
    assert run("add", kept, case.parent / "second.txt", "-q").exit_code == 0
    assert run("update", kept, "-q").exit_code == 0
    assert hypotheses(kept)[name]["absent"] == [NOTE, "no broken door"]
    assert NOTE not in run("hypotheses", kept, "--seen", which, NOTE).stdout
    assert run("hypotheses", kept, "--seen", which, "never noted").exit_code == 3


def test_a_note_on_a_hypothesis_that_is_not_there_is_refused(case: Path) -> None:
    result = run("hypotheses", case, "--absent", "hy-none", NOTE)
    assert result.exit_code == 3
    assert "hy-none" in result.stderr
