"""Parts of a case as tables: every row can be looked up, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests import factory

from twosource.engine.examination import examine
from twosource.errors import InvariantError, NotFoundError
from twosource.exchange.spreadsheet import csv_of
from twosource.exchange.tables import PARTS, table_named
from twosource.model.case import Case
from twosource.model.table import Table

PAGE = Path(__file__).parents[2] / "docs/reference/tables.md"


@pytest.mark.parametrize("name", PARTS)
def test_every_row_with_words_names_the_place_where_they_stand(name: str, example: Case) -> None:
    table = table_named(example, name)
    assert table.rows or name == "changes"
    if "quote" not in table.columns:
        return
    texts = {report.file: report.text for report in example.reports}
    columns = ("file", "start", "end", "quote")
    for file, start, end, quote in zip(*(table.column(one) for one in columns), strict=True):
        assert texts[file][start:end] == quote or (file, quote) == ("", "")


def test_a_claim_has_its_bounds_in_columns_of_their_own(tmp_path: Path) -> None:
    texts = {
        "one.txt": "At least nine sailors were hurt on the quay on 4 March 2031, Ilse Varn said.\n",
        "two.txt": "The harbour office said that eleven sailors were hurt on the quay.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    table = table_named(examine(tmp_path).case, "claims")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    counts = {
        (row["low"], row["high"], row["speaker"]) for row in rows if row["kind"] == "how-many"
    }
    assert counts == {(9, None, "Ilse Varn"), (11, 11, "The harbour office")}


def test_a_contradiction_gives_a_row_for_each_place_of_each_side(example: Case) -> None:
    table = table_named(example, "contradictions")
    wanted = sum(len(side.spans) for one in example.contradictions for side in one.sides)
    assert len(table.rows) == wanted
    assert set(table.column("side")) >= {1, 2}


def test_a_finding_is_numbered_as_a_review_names_it(example: Case) -> None:
    table = table_named(example, "findings")
    for number, check in zip(table.column("number"), table.column("check"), strict=True):
        assert isinstance(number, int)
        assert example.findings[number - 1].check == check
    assert table.column("verdict")[0] == "fails"


def test_a_table_that_does_not_exist_is_told_with_those_that_do(example: Case) -> None:
    with pytest.raises(NotFoundError, match="there is no table 'colours'; there are brief, "):
        table_named(example, "colours")


def test_a_cell_of_csv_runs_as_no_formula_and_a_number_stays_a_number(example: Case) -> None:
    hostile = replace(factory.report("x"), publisher='=HYPERLINK("http://a.example")')
    case = replace(example, reports=(hostile,))
    rows = list(csv.DictReader(io.StringIO(csv_of(table_named(case, "reports")))))
    assert rows[0]["publisher"].startswith("'=")
    table = Table("numbers", ("low", "sure", "none"), ((-5.5, True, None),))
    assert csv_of(table) == "low,sure,none\r\n-5.5,true,\r\n"


def test_rows_that_do_not_fit_their_columns_are_refused() -> None:
    with pytest.raises(InvariantError, match="one cell for every column"):
        Table("odd", ("one",), (("a", "b"),))
    with pytest.raises(InvariantError, match="has no column"):
        Table("odd", ("one",), ()).column("two")


def test_every_table_is_documented_with_its_columns(example: Case) -> None:
    rows = dict(
        re.findall(r"^\| `(\w+)` \| .+? \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    )
    place = ["report", "file", "start", "end", "quote"]
    for name in PARTS:
        told = re.findall(r"`(\w+)`|(\*place\*)", rows[name])
        columns = [one for word, mark in told for one in (place if mark else [word])]
        assert columns == list(table_named(example, name).columns), name
