"""One document in the form that is asked for: text, JSON, or a table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.test_kept import run
from typer.testing import CliRunner

from twosource.cli.main import app

QUAY = (
    "The harbour master, Ilse Varn, said on Monday, 3 March 2031 that nine sailors were hurt on "
    "the quay. A union leader, Bo Marsh, said that eleven sailors were hurt.\n"
)
READING = (
    *("brief", "claims", "contradictions", "findings", "hypotheses", "lineage", "timeline"),
)  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "quay.txt").write_text(QUAY, "utf-8")
    assert run("examine", folder / "quay.txt", "--output", folder / "out", "-q").exit_code == 0
    assert run("new", folder / "kept", "-q").output == ""
    assert run("add", folder / "kept", folder / "quay.txt", "-q").exit_code == 0
    assert run("update", folder / "kept", "-q").exit_code == 0
    return folder


@pytest.mark.parametrize("command", READING)
def test_a_reading_command_gives_the_same_of_a_kept_case_and_of_a_case_file(
    command: str, home: Path
) -> None:
    for form in ((), ("--json",), ("--csv",)):
        kept = run(command, home / "kept", *form)
        assert kept.exit_code == 0
        assert kept.stdout == run(command, home / "out", *form).stdout
        assert kept.stdout == run(command, home / "out" / "case.json", *form).stdout
    json.loads(run(command, home / "kept", "--json").stdout)
    rows = list(csv.reader(io.StringIO(run(command, home / "kept", "--csv").stdout)))
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "command", [*((one,) for one in READING), ("search", "quay"), ("log",), ("review", "list")]
)
def test_two_forms_at_once_are_refused(command: tuple[str, ...], home: Path) -> None:
    name, *words = command
    place = (*words, home / "kept") if name == "review" else (home / "kept", *words)
    refused = run(name, *place, "--csv", "--json")
    assert refused.exit_code == 2
    assert json.loads(refused.stderr)["error"]["code"] == 2


def test_hits_the_log_and_the_reviews_are_tables_too(home: Path) -> None:
    assert run("review", "note", home / "kept", "S1:0-18", "=Ask", "--actor", "Ines").exit_code == 0
    hits = list(csv.DictReader(io.StringIO(run("search", home / "kept", "quay", "--csv").stdout)))
    assert {"report", "quote", "kind"} <= set(hits[0])
    log = list(csv.DictReader(io.StringIO(run("log", home / "kept", "--csv").stdout)))
    assert [row["action"] for row in log] == ["created", "added", "examined"]
    told = run("review", "list", home / "kept", "--csv").stdout
    reviews = list(csv.DictReader(io.StringIO(told)))
    assert (reviews[0]["actor"], reviews[0]["why"], reviews[0]["state"]) == (
        "Ines",
        "'=Ask",
        "remark",
    )


def test_quiet_says_nothing_of_a_file_that_was_written(home: Path) -> None:
    file = home / "brief.md"
    told = run("export", home / "out", "--format", "md", "--output", file, "--quiet")
    assert (told.exit_code, told.output) == (0, "")
    assert file.is_file()


@pytest.mark.parametrize(
    "command",
    [
        *((one, "nowhere") for one in READING),
        *(("export", "nowhere"), ("verify", "nowhere"), ("log", "nowhere"), ("update", "nowhere")),
        *(("add", "nowhere", "x.txt"), ("search", "nowhere", "word"), ("examine", "nowhere")),
        *(("review", "list", "nowhere"), ("review", "accept", "nowhere", "st-1")),
    ],
)
def test_every_command_tells_its_failure_as_json_where_json_is_asked_for(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run(*command, "--json")
    assert told.exit_code == 3
    assert told.stdout == ""
    error = json.loads(told.stderr.splitlines()[-1])["error"]
    assert error["code"] == 3
    assert set(error) == {"code", "message", "hint"}


def completed(words: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    environment = {
        "_TWOSOURCE_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    return CliRunner().invoke(app, [], prog_name="twosource", env=environment).stdout.split()


def test_the_shell_completes_cases_and_what_is_in_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("TWOSOURCE_CASES", str(home))
    assert completed("twosource brief ke") == ["kept"]
    assert completed(f"twosource brief {home}/o") == [f"{home}/out"]
    assert completed("twosource brief out/") == ["out/case.json"]
    offered = completed("twosource review accept kept st-")
    assert offered
    found = json.loads(run("export", home / "kept", "--format", "json").stdout)
    assert set(offered) == {one["id"] for one in found["statements"]}
    assert completed("twosource export kept --format ht") == ["html"]
    monkeypatch.chdir("/")
    assert completed("twosource brief ke") == ["kept"]


def test_completion_offers_no_word_that_a_shell_would_obey(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.loads((home / "out" / "case.json").read_text("utf-8"))
    hostile = "\"';$(touch x)`touch y`\\\n&|<>*"
    document["statements"][0]["id"] = f"st-{hostile}"
    document["statements"][1]["content"]["quote"] = f"a word {hostile} more"
    (tmp_path / "case.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "a$(touch z)").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "touch" not in " ".join(completed("twosource brief a"))
    for shell in ("bash", "zsh", "fish"):
        environment = {
            "_TWOSOURCE_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": "twosource review accept case.json st-",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": "st-",
            "COMP_WORDS": "twosource review accept case.json st-",
            "COMP_CWORD": "4",
        }
        told = CliRunner().invoke(app, [], prog_name="twosource", env=environment).stdout
        assert document["statements"][1]["id"] in told
        assert f"st-{hostile}" not in told
        assert not set(told.replace("_arguments", "")) & set("$`\\&|<>"), shell
        if shell == "zsh":
            assert "a word touch x touch y more" in told


def test_completion_offers_nothing_and_fails_nowhere_where_there_is_no_case() -> None:
    assert completed("twosource review accept nowhere st-") == []
    assert completed("twosource brief /no/such/folder/x") == []


def test_what_is_shown_bears_the_name_by_which_a_review_calls_it(tmp_path: Path) -> None:
    assert run("demo", "--output", tmp_path / "demo", "-q").exit_code == 0
    document = json.loads((tmp_path / "demo/case.json").read_text("utf-8"))
    shown = run("contradictions", tmp_path / "demo").stdout
    assert all(one["id"] in shown for one in document["contradictions"])
    shown = run("findings", tmp_path / "demo").stdout
    assert all(f"finding-{n}" in shown for n in range(1, len(document["findings"]) + 1))
    shown = run("lineage", tmp_path / "demo").stdout
    assert all(f"loss-{n}" in shown for n in range(1, len(document["attribution_losses"]) + 1))
    assert "lineage-1" in "".join(shown.split())
