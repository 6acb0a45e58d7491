"""The grid of questions and reports in the page."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.ferry import ferry_case
from tests.factory import span

from twosource.brief.grid import GRID_ROWS, grid_of
from twosource.brief.marks import report_label
from twosource.brief.page import page_of
from twosource.brief.writers.html import html_brief
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId
from twosource.model.value import Amount, QuantityKind, QuantityValue


def asked(case: Case, number: int = 0) -> Question:
    """How many were hurt: one report says so, through a speaker; one in its own voice."""
    id_ = QuestionId(f"qu-{number:016x}")
    given: list[Answer] = []
    for report, words in ((case.reports[1], "eleven people"), (case.reports[0], "a gravel barge")):
        where = span(report, words)
        value = QuantityValue(where, QuantityKind.COUNT, Amount(11, 11), "", None, "person", "hurt")
        holding = [
            s.id
            for s in case.statements
            if s.report == report.id and s.content.start <= where.start < s.content.end
        ]
        given.append(Answer(value, where, report.id, holding[0] if holding else None))
    claim = Claim(ClaimId(f"cl-{number:016x}"), id_, "at least 11 <b>", tuple(given))
    return Question(id_, QuestionKind.HOW_MANY, f"How many? {number}", (), (claim,), "one noun")


def test_a_question_is_a_row_with_a_cell_per_report() -> None:
    case = ferry_case()
    case = replace(case, questions=(asked(case),))
    labels = {r.id: report_label(n) for n, r in enumerate(case.brief.reports)}
    (row,) = grid_of(case, labels)
    assert len(row.cells) == len(case.reports)
    assert sum(bool(cell) for cell in row.cells) == row.reports == 2


def test_an_answer_links_to_its_words_and_says_who_gives_it() -> None:
    case = ferry_case()
    case = replace(case, questions=(asked(case),))
    page = html_brief(case)
    for entry in (e for row in page_of(case).grid for cell in row.cells for e in cell):
        assert f'id="{entry.target}"' in page
        assert f'href="#{entry.target}"' in page
    assert "Coast Guard" in {e.who for cell in page_of(case).grid[0].cells for e in cell}


def test_answers_are_printed_as_text_and_never_as_markup() -> None:
    case = ferry_case()
    page = html_brief(replace(case, questions=(asked(case),)))
    assert "at least 11 &lt;b&gt;" in page
    assert "at least 11 <b>" not in page


def test_many_questions_unfold_below_the_first() -> None:
    case = ferry_case()
    many = tuple(asked(case, n) for n in range(GRID_ROWS + 3))
    page = page_of(replace(case, questions=many))
    assert (len(page.grid), len(page.further_grid)) == (GRID_ROWS, 3)
    assert "3 further questions" in html_brief(replace(case, questions=many))


def test_a_case_without_questions_has_no_grid() -> None:
    assert "What the reports answer" not in html_brief(ferry_case())
