"""Quotations against the statement that they are from."""

from __future__ import annotations

from tests.factory import report, speaker, statement

from twosource.checks.quotation import quotations_of
from twosource.model.finding import Finding, Verdict
from twosource.model.report import Report
from twosource.model.statement import StatementKind

RELEASE = report(
    "The Tern Line regrets the accident.\n\nNo passenger was told to stay below deck at any time. "
    "Our crew acted as the rules demand and helped until the last boat had left.",
    "The Tern Line",
    "release.txt",
)


def checked(quote: str, kind: StatementKind = StatementKind.DIRECT) -> list[Finding]:
    told = report(f"A spokesman of the line said: {quote} He gave no name.", "Post", "post.txt")
    said = statement(told, speaker(told, "A spokesman of the line"), "said", quote, kind=kind)
    return found(told, said)


def found(told: Report, *said) -> list[Finding]:
    reports = {RELEASE.id: RELEASE, told.id: told}
    return list(quotations_of(said, reports, {RELEASE.id: "The Tern Line"}))


def test_a_quotation_in_the_words_of_the_statement_holds() -> None:
    (finding,) = checked("“No passenger was told to stay below deck at any time.”")
    assert finding.verdict is Verdict.HOLDS
    assert finding.spans[1].quote == "No passenger was told to stay below deck at any time"


def test_a_changed_word_fails_with_the_words_of_the_statement() -> None:
    (finding,) = checked("“Every passenger was told to stay below deck at any time.”")
    assert finding.verdict is Verdict.FAILS
    assert "“no” for “every”" in finding.reason
    assert finding.suggestion == "“No passenger was told to stay below deck at any time”"


def test_marks_capitals_brackets_and_what_is_left_out_are_no_change() -> None:
    for quote in (
        '"no passenger was told to stay below deck at any time"',
        "“No passenger [on the ship] was told to stay below deck at any time”",
        "“Our crew acted as the rules demand ... and helped until the last boat had left”",
    ):
        assert {one.verdict for one in checked(quote)} == {Verdict.HOLDS}


def test_other_words_and_short_ones_give_no_finding() -> None:
    assert checked("“We have nothing to add to what the harbour master said today.”") == []
    assert checked("“No passenger was told.”") == []


def test_indirect_speech_is_not_held_to_the_words() -> None:
    quote = "that no passenger was told to stay below deck"
    assert checked(quote, StatementKind.INDIRECT) == []


def test_a_statement_is_not_held_against_itself() -> None:
    said = statement(
        RELEASE, None, None, "No passenger was told to stay below deck", kind=StatementKind.DIRECT
    )
    assert found(report("Nothing.", "Post"), said) == []
