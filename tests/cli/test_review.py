"""The commands by which people decide."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import typer
from tests.cli.test_kept import run

from twosource.cli.decided import Deciding, decided
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


def test_hedges_time_and_venue_of_a_statement_are_corrected_by_places(case: Path) -> None:
    first = statements(case)[0]
    ident, report = str(first["id"]), QUAY

    def place(words: str) -> str:
        start = report.index(words)
        return f"S1:{start}-{start + len(words)}"

    def corrected(part: str, to: str) -> None:
        assert run("review", "correct", case, ident, "--part", part, "--to", to).exit_code == 0

    def quotes(field: str) -> list[str]:
        found = statements(case)[0][field]
        nodes = found if isinstance(found, list) else [found]
        return [str(one["quote"]) for one in nodes if isinstance(one, dict)]

    corrected("said-at", place("Monday"))
    corrected("venue", place("on the quay"))
    corrected("hedges", f"{place('nine')} {place('were')}")
    assert quotes("said_at") == ["Monday"]
    assert quotes("venue") == ["on the quay"]
    assert quotes("hedges") == ["nine", "were"]
    for part in ("said-at", "venue", "hedges"):
        corrected(part, "-")
    assert [quotes(field) for field in ("said_at", "venue", "hedges")] == [[], [], []]
    assert run("review", "undo", case, "6").exit_code == 0
    assert quotes("hedges") == ["nine", "were"]


def test_a_note_is_printed_in_the_brief_and_the_list_shows_its_words(case: Path) -> None:
    assert run("review", "note", case, "S1:0-18", "Ask her.", "--actor", "Ines").exit_code == 0
    assert "Ask her." in run("brief", case).stdout
    shown = run("review", "list", case).stdout
    assert "Ask her." in shown
    assert "The harbour master" in shown


def test_an_answer_is_corrected_from_the_shell_and_the_brief_says_so(case: Path) -> None:
    claims = json.loads(run("claims", case, "--json").stdout)["claims"]
    count = next(one for one in claims if "nine" in one["answer"].lower())
    made = run("review", "correct", case, count["id"], "--part", "value", "--to", "at least 11")
    assert made.exit_code == 0
    again = json.loads(run("claims", case, "--json").stdout)["claims"]
    assert "at least 11" in [one["answer"] for one in again]
    assert "at least 11" in " ".join(run("brief", case).stdout.lower().split())
    wrong = run("review", "correct", case, count["id"], "--part", "value", "--to", "some", "--json")
    assert json.loads(wrong.stderr)["error"]["code"] == 2


def test_two_answers_are_related_and_two_reports_tied_from_the_shell(case: Path) -> None:
    (case.parent / "other.txt").write_text(QUAY.replace("nine", "eleven"), "utf-8")
    assert run("add", case, case.parent / "other.txt", "-q").exit_code == 0
    assert run("update", case, "-q").exit_code == 0
    claims = json.loads(run("claims", case, "--json").stdout)["claims"]
    two = [one["id"] for one in claims if "How many" in one["question"]][:2]
    apart = ("--as", "apart", "--why", "two tallies")
    assert run("review", "relate", case, *two, *apart).exit_code == 0
    places = ("S1:0-20", "S2:0-20")
    assert run("review", "relate", case, *places, "--as", "copies", "-q").output == ""
    ties = json.loads(run("lineage", case, "--json").stdout)["lineage"]
    assert [one["kind"] for one in ties] == ["copies"]
    assert run("review", "reject", case, "lineage-1").exit_code == 0
    assert json.loads(run("lineage", case, "--json").stdout)["lineage"] == []
    assert run("review", "relate", case, *two, "--as", "cousins").exit_code == 2


def test_an_accepted_thing_is_listed_as_accepted(case: Path) -> None:
    assert run("review", "accept", case, str(statements(case)[0]["id"])).exit_code == 0
    assert [one["state"] for one in listed(case)] == ["accepted"]


@pytest.mark.parametrize(
    ("command", "exit_code"),
    [
        (("accept", "st-none"), 3),
        (("note", "S9:0-4", "why"), 2),
        (("rate", "hy-none", "S1:0-4", "CC"), 3),
        (("absent", "hy-none", "a trace"), 3),
        (("relate", "cl-none", "cl-other", "--as", "apart"), 3),
        (("correct", "cl-none", "--part", "value", "--to", "9"), 3),
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


def test_an_old_sheet_does_not_decide_over_what_was_decided_since(
    case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "statements.csv"
    assert run("export", case, "--format", "review-csv", "--output", file).exit_code == 0
    assert run("review", "accept", case, str(statements(case)[0]["id"]), "-q").exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0]["decision"] = "reject"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    told = run("review", "import", case, file, "--json")
    conflict = json.loads(told.stderr.splitlines()[0])["conflict"]["what"]
    assert "somebody decided on it since" in conflict
    assert len(listed(case)) == 1
    again = run("export", case, "--format", "review-csv")
    assert "accept by " in again.stdout


def test_who_decides_between_anothers_reading_and_writing_is_not_overwritten(case: Path) -> None:
    ref = str(statements(case)[0]["id"])

    def made(found: Case, _: object) -> list[Decision]:
        assert run("review", "accept", case, ref, "--actor", "Ines").exit_code == 0
        return judging(found, ref, ReviewAction.REJECT, "")

    with pytest.raises((SystemExit, typer.Exit)):
        decided(Deciding(str(case), "Bo", False), made)
    assert [one["actor"] for one in listed(case)] == ["Ines"]
