"""The bundled example: its answers quote its reports to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from twosource.engine.examination import read_reports
from twosource.model.report import PublicationBasis, Report
from twosource.model.statement import Stance, StatementKind

EXAMPLE = Path(str(files("twosource.cli") / "example"))


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    gathered = read_reports(EXAMPLE / "reports")
    assert gathered.unreadable == ()
    return gathered.reports


@pytest.fixture(scope="module")
def gold() -> dict[str, object]:
    return json.loads((EXAMPLE / "gold.json").read_text("utf-8"))


def fragments(gold: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Every fragment of the answers, with the key of the document that it must stand in."""
    for statement in gold["statements"]:
        yield str(statement["doc"]), statement["contains"]
    for part in ("conflicts", "non_conflicts"):
        for entry in gold[part]:
            yield from ((str(value["doc"]), value["text"]) for value in entry["values"])
    for entry in (*gold["laundered"], *gold["checks"]):
        yield str(entry["doc"]), entry["text"]
    for entry in gold["quote_variants"]:
        yield from ((str(text["doc"]), text["text"]) for text in entry["texts"])


def test_every_fragment_of_the_answers_stands_once_in_its_document(
    reports: tuple[Report, ...], gold: dict[str, object]
) -> None:
    texts = {
        key: "\n".join(r.text for r in reports if document["file"] in (r.file, r.container))
        for key, document in gold["documents"].items()
    }
    wrong = [(key, words) for key, words in fragments(gold) if texts[key].count(words) != 1]
    assert wrong == []


def test_the_answers_name_only_acts_and_kinds_that_exist(gold: dict[str, object]) -> None:
    for statement in gold["statements"]:
        stances = statement["stance"]
        assert set([stances] if isinstance(stances, str) else stances) <= set(Stance)
        assert statement.get("type", "direct") in set(StatementKind)


def test_names_and_explanations_of_the_answers_are_printed(
    reports: tuple[Report, ...], gold: dict[str, object]
) -> None:
    printed = "\n".join(report.text for report in reports)
    names = [name for entity in gold["entities"] for name in entity["variants"]]
    evidence = [text for h in gold["hypotheses"] for side in ("for", "against") for text in h[side]]
    assert [words for words in (*names, *evidence) if words not in printed] == []


def test_every_report_of_the_example_says_when_it_appeared(reports: tuple[Report, ...]) -> None:
    assert len(reports) == 11
    bases = {report.published.basis if report.published else None for report in reports}
    assert bases == {PublicationBasis.HEADER, PublicationBasis.METADATA}


def test_no_menu_script_or_advert_of_the_page_is_in_its_report(reports: tuple[Report, ...]) -> None:
    (page,) = (report for report in reports if report.file.endswith(".html"))
    furniture = ("newsletter", "captain said nothing", "Most read", "Cookie", "Subscribe")
    assert [words for words in furniture if words in page.text] == []
