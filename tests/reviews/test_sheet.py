"""The review sheet: filled in a spreadsheet, read back as decisions, conflicts listed."""

from __future__ import annotations

import csv
import io

import pytest
from tests.brief.ferry import ferry_case
from tests.brief.writers.test_pages import hostile_case
from tests.reviews.test_apply import ACTION, applied

from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.model.review import Part
from twosource.model.statement import Stance
from twosource.reviews.sheet import COLUMNS, read_review_sheet, review_sheet
from twosource.reviews.statements import OWN_VOICE


def rows(case: Case) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(review_sheet(case))))


def table(filled: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(filled)
    return out.getvalue()


@pytest.mark.parametrize("case", [ferry_case(), hostile_case()], ids=["ferry", "hostile"])
def test_every_statement_has_a_row_and_every_row_finds_it_again(case: Case) -> None:
    filled = rows(case)
    assert len(filled) == len(case.statements)
    for row in filled:
        row["decision"] = "Accept"
    for text in (table(filled), "\ufeff" + table(filled[::-1], ";")):
        read = read_review_sheet(text, case)
        assert read.conflicts == ()
        assert {one.pointers[0].start for one in read.decisions} == {
            one.content.start for one in case.statements
        }
        assert len(applied(case, *read.decisions).remarks) == len(case.statements)


def test_an_empty_sheet_decides_nothing() -> None:
    case = ferry_case()
    assert read_review_sheet(review_sheet(case), case).decisions == ()


def test_what_is_filled_in_takes_effect() -> None:
    case = ferry_case()
    filled = rows(case)
    filled[5] |= {"new_stance": "asserts", "new_speaker": "Tobias Renn", "note": "Heard it."}
    filled[6]["decision"] = "reject"
    filled[7]["new_speaker"] = OWN_VOICE
    filled[8]["note"] = "Ask again."
    read = read_review_sheet(table(filled), case)
    assert read.conflicts == ()
    assert [(one.action, one.part) for one in read.decisions] == [
        (ACTION.CORRECT, Part.STANCE),
        (ACTION.CORRECT, Part.SPEAKER),
        (ACTION.REJECT, None),
        (ACTION.CORRECT, Part.SPEAKER),
        (ACTION.NOTE, None),
    ]
    found = applied(case, *read.decisions)
    assert found.unfit == ()
    assert len(found.case.statements) == len(case.statements) - 1
    changed = found.case.statements[5]
    assert changed.stance is Stance.ASSERTS
    assert changed.speaker is not None
    assert changed.speaker.span.quote == "Tobias Renn"
    assert found.case.statements[6].speaker is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"decision": "maybe"}, "'maybe' is not accept or reject"),
        ({"new_stance": "shouts"}, "no stance 'shouts'"),
        ({"new_speaker": "Nobody Here"}, "does not print the speaker"),
        ({"decision": "reject", "new_stance": "denies"}, "rejected and corrected at once"),
        ({"note": "x", "content": "Something else"}, "does not print 'Something else' there"),
        ({"note": "x", "start": "1e3"}, "not whole numbers"),
        ({"note": "x", "start": "99999"}, "does not print"),
        ({"note": "x", "sha256": "00"}, "this version of 'harbour-post.txt' is not in the case"),
        ({"note": "x", "speaker": "Someone"}, "0 statements of that speaker"),
    ],
)
def test_a_row_that_does_not_fit_is_listed_by_its_number(
    change: dict[str, str], reason: str
) -> None:
    case = ferry_case()
    filled = rows(case)
    filled[3] |= change
    read = read_review_sheet(table(filled), case)
    assert read.decisions == ()
    assert len(read.conflicts) == 1
    assert read.conflicts[0].startswith("row 5: ")
    assert reason in read.conflicts[0]


@pytest.mark.parametrize("text", ["", "a,b\r\n1,2\r\n", '"'])
def test_another_table_is_one_clear_error(text: str) -> None:
    with pytest.raises(MaterialError):
        read_review_sheet(text, ferry_case())
