"""Rules of the wordings: what is one utterance in several coats, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from tests.factory import report

from twosource.claims.entities import join_entities
from twosource.comparison.wordings.join import wordings_of
from twosource.comparison.wordings.utterance import Utterance, utterances_in
from twosource.engine.loaded import embedded
from twosource.language.meaning import load_meaning
from twosource.model.relation import Wording
from twosource.model.report import Report, readable
from twosource.statements.extract import statements_in


def told(*texts: str) -> list[Report]:
    return [report(text, f"Paper {n}", f"{n}.txt") for n, text in enumerate(texts)]


def wordings(reports: Sequence[Report]) -> tuple[Wording, ...]:
    annotator = embedded(1)
    readings = {r.id: annotator.read(readable(r)) for r in reports}
    entities, statements = join_entities([statements_in(r, readings[r.id]) for r in reports])
    utterances: list[Utterance] = []
    for r in reports:
        own = [s for s in statements if s.report == r.id]
        utterances += utterances_in(r, readings[r.id], own)
    return wordings_of(utterances, {e.id: e.name for e in entities}, load_meaning(1))


def test_two_translations_of_one_sentence_are_one_wording() -> None:
    reports = told(
        'The ministry said: "The dam was damaged by a planned act of sabotage on its gates."',
        'Minister Ilse Roth called it "a planned act of sabotage against the gates of the dam".',
    )
    (wording,) = wordings(reports)
    assert {span.report for span in wording.spans} == {r.id for r in reports}
    assert all(span.quote in r.text for span, r in zip(wording.spans, reports, strict=True))


def test_what_differs_is_named_by_kind() -> None:
    reports = told(
        'Ilse Roth said: "We will repair the broken gates before winter."',
        'Ilse Roth said: "We will mend the broken gates before winter comes."',
    )
    (wording,) = wordings(reports)
    assert "word choice: “repair” / “mend”" in wording.differences
    assert any(difference.startswith("addition") for difference in wording.differences)


def test_the_same_words_in_another_form_are_a_difference_of_form() -> None:
    reports = told(
        'Ilse Roth said: "The gates are leaking badly near the old lock."',
        'Ilse Roth said: "The gates leaked badly near the old lock."',
    )
    (wording,) = wordings(reports)
    assert any(difference.startswith("form") for difference in wording.differences)


def test_a_statement_and_its_denial_are_not_one_wording() -> None:
    reports = told(
        'Ilse Roth said: "The inspectors opened the broken gates before winter."',
        'Ilse Roth said: "The inspectors did not open the broken gates before winter."',
    )
    assert wordings(reports) == ()


def test_one_topic_in_two_mouths_is_not_one_wording() -> None:
    reports = told(
        'Ilse Roth said: "The gates were old and nobody cared to grease them."',
        'Piet Vos said: "The gates held for a century and will hold again."',
    )
    assert wordings(reports) == ()


def test_one_report_alone_makes_no_wording() -> None:
    text = (
        'Ilse Roth said: "We will repair the broken gates before winter." '
        'She repeated: "We will repair the broken gates before winter."'
    )
    assert wordings(told(text)) == ()


def test_the_order_of_the_reports_does_not_change_who_is_joined() -> None:
    reports = told(
        'The ministry said: "The dam was damaged by a planned act of sabotage on its gates."',
        'Minister Ilse Roth called it "a planned act of sabotage against the gates of the dam".',
        'Ilse Roth said: "We will repair the broken gates before winter."',
    )
    forth, back = wordings(reports), wordings(list(reversed(reports)))
    assert {frozenset(w.spans) for w in forth} == {frozenset(w.spans) for w in back}
