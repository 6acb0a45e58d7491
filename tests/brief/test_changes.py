"""What changed since an earlier brief."""

from __future__ import annotations

from tests.brief.asked import case_with, question
from tests.factory import report

from twosource.brief.changes import NO_CHANGE
from twosource.brief.document import brief_of
from twosource.model.brief import SectionKind
from twosource.model.case import Case
from twosource.model.claim import QuestionKind
from twosource.model.report import Report
from twosource.pipeline.examine import told

POST = report("Nine people were hurt in the fire.", "Post", "a.txt")
WIRE = report("The fire left nine people hurt.", "Wire", "b.txt")


def case(*reports: Report, answer: str = "nine") -> Case:
    given = [(r, "Nine people" if r is POST else "nine people", None) for r in reports]
    asked = question("How many people were hurt?", QuestionKind.HOW_MANY, {answer: given})
    return told(case_with(reports, (), (), (asked,)))


def changed(earlier: Case, now: Case) -> list[str]:
    sections = brief_of(now, earlier).of(SectionKind.CHANGES)
    return [line.text for section in sections for line in section.lines]


def test_a_claim_that_became_known_is_told_first_with_what_it_was() -> None:
    brief = brief_of(case(POST, WIRE), case(POST))
    assert brief.sections[0].kind is SectionKind.CHANGES
    (text,) = changed(case(POST), case(POST, WIRE))
    assert text.startswith("Known, was claimed: How many people were hurt? Nine")


def test_a_new_line_is_told_with_its_standing() -> None:
    (text,) = changed(told(case_with((POST,), (), (), ())), case(POST))
    assert text.startswith("New under claimed: How many people were hurt? Nine")


def test_reports_that_came_or_went_and_lines_that_are_gone_are_named_in_the_notes() -> None:
    notes = " ".join(brief_of(case(POST), case(POST, WIRE)).notes)
    assert "Reports that are gone: Wire (b.txt)." in notes
    assert "Reports that are new" not in notes
    empty = told(case_with((POST, WIRE), (), (), ()))
    notes = " ".join(brief_of(empty, case(POST)).notes)
    assert "No longer told, was claimed: How many people were hurt? Nine" in notes
    assert "Reports that are new: Wire (b.txt)." in notes


def test_where_nothing_changed_the_brief_says_so() -> None:
    brief = brief_of(case(POST), case(POST))
    assert brief.of(SectionKind.CHANGES) == ()
    assert NO_CHANGE in brief.notes


def test_without_an_earlier_case_nothing_is_said_of_changes() -> None:
    brief = brief_of(case(POST))
    assert brief.of(SectionKind.CHANGES) == ()
    assert NO_CHANGE not in brief.notes
