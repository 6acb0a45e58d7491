"""The review sheet: filled in a spreadsheet, read back as decisions, conflicts listed."""

from __future__ import annotations

import csv
import io

import pytest
from tests.brief.ferry import ferry_case
from tests.brief.writers.test_pages import hostile_case
from tests.reviews.test_apply import ACTION, STAMP, applied, pointed

from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.model.review import Decision, Part, Reviewed
from twosource.model.statement import Stance
from twosource.reviews.chain import decided, head
from twosource.reviews.sheet import COLUMNS, decided_on, read_review_sheet, review_sheet
from twosource.reviews.statements import OWN_VOICE, speaker_words


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


def test_a_row_that_somebody_decided_on_since_the_sheet_was_made_is_a_conflict() -> None:
    case = ferry_case()
    old = rows(case)
    told = case.statements[5]
    accept = Decision(
        ACTION.ACCEPT, Reviewed.STATEMENT, pointed(case, told.content), speaker_words(told)
    )
    chain = decided((), [accept], STAMP, head(()))
    assert isinstance(chain, tuple)
    now = decided_on(case, chain)
    assert now == {told.id: "accept by Ada Voss (review 1)"}
    old[5]["decision"] = "reject"
    old[6]["decision"] = "accept"
    read = read_review_sheet(table(old), case, now)
    assert [one.action for one in read.decisions] == [ACTION.ACCEPT]
    assert len(read.conflicts) == 1
    assert "row 7: somebody decided on it since" in read.conflicts[0]
    assert "then: nothing; now: accept by Ada Voss (review 1)" in read.conflicts[0]
    fresh = list(csv.DictReader(io.StringIO(review_sheet(case, now))))
    fresh[5]["decision"] = "reject"
    assert read_review_sheet(table(fresh), case, now).conflicts == ()


def test_a_sheet_that_was_cut_off_is_told() -> None:
    case = ferry_case()
    filled = rows(case)
    total = len(filled)
    filled[0]["decision"] = "accept"
    short = read_review_sheet(table(filled[:4]), case)
    assert len(short.decisions) == 1
    assert short.conflicts == (
        f"{total - 4} of the {total} rows are not in the sheet; nothing is there after row 4. "
        "Nothing is decided on them; if they were not taken out by hand, the sheet was cut off: "
        "export it again",
    )
    torn = table(filled).rstrip()[:-20]
    assert any("it is cut off before its last column" in one for one in (
        read_review_sheet(torn, case).conflicts
    ))  # fmt: skip
    middle = read_review_sheet(table([filled[0], *filled[2:]]), case)
    assert middle.conflicts[0].startswith(f"1 of the {total} rows are not in the sheet. Nothing")


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


def test_hedges_time_venue_and_content_go_through_the_sheet_and_back() -> None:
    case = ferry_case()
    shown = rows(case)
    hedged = next(n for n, one in enumerate(case.statements) if one.hedges)
    dated = next(n for n, one in enumerate(case.statements) if one.said_at is not None)
    placed = next(n for n, one in enumerate(case.statements) if one.venue is not None)
    assert shown[hedged]["hedges"] == "may"
    assert shown[dated]["said_at"] == "on Wednesday"
    assert shown[placed]["venue"] == "Radio Ness"
    shown[hedged] |= {"new_hedges": "may | have been", "new_content": "recording may have been"}
    shown[dated]["new_said_at"] = "Wednesday"
    shown[placed] |= {"new_venue": "-", "new_hedges": "-"}
    read = read_review_sheet(table(shown), case)
    assert read.conflicts == ()
    found = applied(case, *read.decisions)
    assert found.unfit == ()
    after = rows(found.case)
    assert after[hedged]["hedges"] == "may | have been"
    assert after[hedged]["content"] == "recording may have been"
    assert after[dated]["said_at"] == "Wednesday"
    assert after[placed]["venue"] == after[placed]["hedges"] == ""


def test_a_sheet_of_an_earlier_version_without_the_later_columns_is_read() -> None:
    case = ferry_case()
    later = {"hedges", "said_at", "venue", "new_content"}
    later |= {"new_hedges", "new_said_at", "new_venue"}
    filled = rows(case)
    filled[5]["new_stance"] = "asserts"
    old = [{name: cell for name, cell in row.items() if name not in later} for row in filled]
    out = io.StringIO()
    writer = csv.DictWriter(out, old[0])
    writer.writeheader()
    writer.writerows(old)
    read = read_review_sheet(out.getvalue(), case)
    assert read.conflicts == ()
    assert [one.word for one in read.decisions] == ["asserts"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"decision": "maybe"}, "'maybe' is not accept or reject"),
        ({"new_stance": "shouts"}, "no stance 'shouts'"),
        ({"new_speaker": "Nobody Here"}, "does not print 'Nobody Here'"),
        ({"new_hedges": "may | perhaps so"}, "does not print 'perhaps so'"),
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
