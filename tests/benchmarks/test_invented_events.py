"""The invented events: their answers quote their reports and ask every kind of question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.engine.examination import read_reports
from twosource.model.report import Report
from twosource.model.statement import Stance, StatementKind

FOLDERS = sorted(
    gold.parent
    for gold in (Path(__file__).parents[2] / "benchmarks/quality/events").rglob("gold.json")
)
KINDS = (
    "entities",
    "statements",
    "conflicts",
    "non_conflicts",
    "derivations",
    "laundered",
    "checks",
    "quote_variants",
    "hypotheses",
)
VERDICTS = {"fail", "flag", "pass", "open"}

pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def answers(folder: Path) -> dict[str, list[dict[str, object]]]:
    return json.loads((folder / "gold.json").read_text("utf-8"))


def printed(folder: Path) -> dict[str, str]:
    """The text of each report file, by its number; a file of posts is its posts."""
    texts: dict[str, list[str]] = {}
    for path in sorted(folder.glob("[0-9]*")):
        gathered = read_reports(path)
        assert gathered.unreadable == ()
        texts.setdefault(path.name[0], []).extend(one.text for one in gathered.reports)
    return {number: "\n".join(parts) for number, parts in texts.items()}


def reports(folder: Path) -> list[Report]:
    return [one for path in folder.glob("[0-9]*") for one in read_reports(path).reports]


def fragments(gold: dict[str, list[dict[str, object]]]) -> Iterator[tuple[str, str]]:
    """Every fragment of the answers, with the number of the report that it must stand in."""
    for statement in gold["statements"]:
        yield str(statement["doc"]), str(statement["contains"])
    for part, key in (("conflicts", "values"), ("non_conflicts", "values")):
        for entry in gold[part]:
            yield from ((str(value["doc"]), value["text"]) for value in entry[key])  # type: ignore[attr-defined]
    for entry in (*gold["laundered"], *gold["checks"]):
        yield str(entry["doc"]), str(entry["text"])
    for entry in gold["quote_variants"]:
        yield from ((str(text["doc"]), text["text"]) for text in entry["texts"])  # type: ignore[attr-defined]


def test_every_fragment_of_the_answers_stands_once_in_its_report(folder: Path) -> None:
    texts = printed(folder)
    wrong = [
        (number, words)
        for number, words in fragments(answers(folder))
        if texts[number].count(words) != 1
    ]
    assert wrong == []


def test_names_and_evidence_of_the_answers_are_printed(folder: Path) -> None:
    gold = answers(folder)
    text = "\n".join(printed(folder).values())
    names = [name for entity in gold["entities"] for name in entity["variants"]]  # type: ignore[attr-defined]
    evidence = [
        words
        for explanation in gold["hypotheses"]
        for side in ("for", "against")
        for words in explanation[side]  # type: ignore[attr-defined]
    ]
    assert [words for words in (*names, *evidence) if words not in text] == []


def test_the_answers_cover_every_kind_of_question(folder: Path) -> None:
    gold = answers(folder)
    assert [kind for kind in KINDS if not gold[kind]] == []
    assert {"fail", "pass"} <= {check["verdict"] for check in gold["checks"]} <= VERDICTS


def test_the_answers_name_only_acts_and_kinds_that_exist(folder: Path) -> None:
    for statement in answers(folder)["statements"]:
        stance = statement["stance"]
        acts = {stance} if isinstance(stance, str) else set(stance)  # type: ignore[call-overload]
        assert acts <= set(Stance)
        assert statement.get("type", "direct") in set(StatementKind)


def test_an_event_says_that_it_is_invented_and_has_four_reports_or_more(folder: Path) -> None:
    assert "invented" in (folder / "README.md").read_text("utf-8")
    assert "(invented)" in json.loads((folder / "gold.json").read_text("utf-8"))["event"]
    assert len(reports(folder)) >= 4
