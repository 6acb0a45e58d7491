"""Lines for what is unknown: who gave no answer, and what a report asks without telling."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.asked import case_with
from tests.factory import report, statement

from twosource.brief.document import brief_of
from twosource.model.brief import SectionKind, Standing
from twosource.model.report import Report
from twosource.model.statement import Stance, Statement


def told(given: Report, *statements: Statement) -> list[str]:
    sections = brief_of(case_with((given,), (), statements, ())).of(SectionKind.UNKNOWN)
    assert {line.standing for s in sections for line in s.lines} <= {Standing.UNKNOWN}
    return [line.text for section in sections for line in section.lines]


def test_a_refusal_names_who_refused_and_what_was_asked() -> None:
    post = report("The coast guard declined to say who had the helm.", "Post")
    refusal = statement(
        post, "The coast guard", "declined to say", "who had the helm", Stance.DECLINES
    )
    assert told(post, refusal) == [
        "The coast guard (in Post) gave no answer (declined to say), in the report's words: "
        "who had the helm"
    ]


def test_a_question_in_running_text_is_unknown_and_a_heading_is_not() -> None:
    inline = report("Who had the helm that night? Nobody at the quay could tell.", "Post")
    assert told(inline) == ["Asked in Post: “Who had the helm that night?”"]
    heading = report("Who had the helm that night?\nThe mate had it.", "Post")
    assert told(heading) == []


def test_a_question_of_a_word_or_two_asks_nothing_that_can_be_told_alone() -> None:
    assert told(report("The lamp was out. Why so? The oil was gone.", "Post")) == []


def test_an_answer_is_not_unknown() -> None:
    post = report("The coast guard said the mate had the helm.", "Post")
    assert told(post, statement(post, "The coast guard", "said", "the mate had the helm")) == []


def test_who_tells_of_anothers_refusal_refuses_nothing() -> None:
    post = report("Ana said the consulate would not give her the name of the captain.", "Post")
    outer = statement(
        post,
        "Ana",
        "said",
        "the consulate would not give her the name of the captain",
        Stance.DECLINES,
    )
    inner = statement(
        post, "the consulate", "would not give", "the name of the captain", Stance.DECLINES
    )
    assert told(post, outer, replace(inner, parent=outer.id)) == [
        "the consulate (in Post) gave no answer (would not give), in the report's words: "
        "the name of the captain"
    ]
