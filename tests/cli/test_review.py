"""The commands by which people decide."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import typer
from tests.cli.test_kept import run

from twosource.cli.review import _decided
from twosource.engine.desk import judging
from twosource.model.case import Case
from twosource.model.review import Decision, ReviewAction

QUAY = (
    "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay. "
    "A union leader, Bo Marsh, said the crane had been reported as broken.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "quay.txt").write_text(QUAY, "utf-8")
    assert run("new", tmp_path / "case").exit_code == 0
    assert run("add", tmp_path / "case", tmp_path / "quay.txt").exit_code == 0
    assert run("update", tmp_path / "case", "--quiet").exit_code == 0
    return tmp_path / "case"


def statements(case: Path) -> list[dict[str, object]]:
    file = case.parent / "now.json"
    assert run("export", case, "--format", "json", "--output", file).exit_code == 0
    found = json.loads(file.read_text("utf-8"))["statements"]
    assert isinstance(found, list)
    return found


def listed(case: Path) -> list[dict[str, object]]:
    found = json.loads(run("review", "list", case, "--json").stdout)["reviews"]
    assert isinstance(found, list)
    return found


def test_a_rejected_statement_is_out_until_it_is_undone(case: Path) -> None:
    first = str(statements(case)[0]["id"])
    made = run("review", "reject", case, first, "--why", "no statement", "--actor", "Ines")
    assert made.exit_code == 0
    assert "review 1: reject statement" in made.stdout + made.stderr
    assert first not in [one["id"] for one in statements(case)]
    assert run("review", "undo", case, "1", "--actor", "Bo").exit_code == 0
    assert first in [one["id"] for one in statements(case)]
    assert [(one["actor"], one["state"]) for one in listed(case)] == [
        ("Ines", "not in force"),
        ("Bo", "not in force"),
    ]
    assert run("review", "redo", case, "1").exit_code == 0
    assert first not in [one["id"] for one in statements(case)]


def test_a_corrected_stance_shows_and_a_name_that_is_no_stance_is_told(case: Path) -> None:
    first = str(statements(case)[0]["id"])
    fit = run("review", "correct", case, first, "--part", "stance", "--to", "hedges")
    assert fit.exit_code == 0
    assert statements(case)[0]["stance"] == "hedges"
    assert run("review", "correct", case, first, "--part", "colour", "--to", "red").exit_code == 2
    wrong = run("review", "correct", case, first, "--part", "stance", "--to", "shouts")
    assert wrong.exit_code == 2


def test_a_note_is_printed_in_the_brief_and_the_list_shows_its_words(case: Path) -> None:
    assert run("review", "note", case, "S1:0-18", "Ask her.", "--actor", "Ines").exit_code == 0
    assert "Ask her." in run("brief", case).stdout
    shown = run("review", "list", case).stdout
    assert "Ask her." in shown
    assert "The harbour master" in shown


@pytest.mark.parametrize(
    ("command", "exit_code"),
    [
        (("accept", "st-none"), 3),
        (("note", "S9:0-4", "why"), 2),
        (("rate", "hy-none", "S1:0-4", "CC"), 3),
        (("undo", "7"), 3),
        (("import", "none.csv"), 2),
    ],
)
def test_what_names_nothing_exits_with_its_code_and_decides_nothing(
    command: tuple[str, ...], exit_code: int, case: Path
) -> None:
    name, *further = command
    assert run("review", name, case, *further).exit_code == exit_code
    assert listed(case) == []


def test_a_case_that_is_not_there_exits_with_3(tmp_path: Path) -> None:
    assert run("review", "list", tmp_path / "none").exit_code == 3


def test_decisions_go_out_and_come_back_as_a_table(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "statements.csv"
    assert run("export", case, "--format", "review-csv", "--output", file).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0]["decision"] = "reject"
    rows[1]["decision"] = "perhaps"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    read = run("review", "import", case, file, "--actor", "Ines")
    assert read.exit_code == 0
    assert "row 3: the decision 'perhaps'" in read.stdout + read.stderr
    assert [one["decision"]["action"] for one in listed(case)] == ["reject"]
    again = run("review", "import", case, file, "--actor", "Ines")
    assert "row 2: 0 statements of that speaker stand there" in again.stdout + again.stderr
    assert len(listed(case)) == 1


def test_who_decides_between_anothers_reading_and_writing_is_not_overwritten(case: Path) -> None:
    ref = str(statements(case)[0]["id"])

    def made(found: Case) -> list[Decision]:
        assert run("review", "accept", case, ref, "--actor", "Ines").exit_code == 0
        return judging(found, ref, ReviewAction.REJECT, "")

    with pytest.raises((SystemExit, typer.Exit)):
        _decided(str(case), "Bo", False, made)
    assert [one["actor"] for one in listed(case)] == ["Ines"]
