"""The whole flow on small invented reports."""

from __future__ import annotations

from dataclasses import replace

from tests.factory import report

from twosource.engine.loaded import embedded, meaning
from twosource.model.case import Case
from twosource.model.report import Report
from twosource.pipeline.examine import examine
from twosource.pipeline.progress import SILENT

QUAY = report(
    "The harbour master, Ilse Varn, said on Monday that the quay was closed.", file="quay.txt"
)
COUNCIL = report(
    "“Nobody was hurt,” said Tomas Reke, the mayor of Ostrel.", "Ostrel Post", "council.txt"
)
FOREIGN = replace(
    report("Мэр сказал, что причал закрыт.", "Ostrel Vestnik", "vestnik.txt"), language="ru"
)


class Steps:
    """Progress that keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int, int]] = []

    def advance(self, stage: str, done: int, total: int) -> None:
        self.told.append((stage, done, total))


def examined(*reports: Report) -> Case:
    return examine(reports, embedded(), meaning(), SILENT)


def test_each_report_yields_who_says_what() -> None:
    case = examined(QUAY, COUNCIL)
    names = {entity.id: entity.name for entity in case.entities}
    told = {
        (names[s.speaker.entity], s.content.quote)
        for s in case.statements
        if s.speaker and s.speaker.entity
    }
    assert told >= {("Ilse Varn", "the quay was closed"), ("Tomas Reke", "“Nobody was hurt,”")}


def test_every_span_reads_back_from_its_report() -> None:
    case = examined(QUAY, COUNCIL)
    texts = {r.id: r.text for r in case.reports}
    spans = [part for s in case.statements for part in s.parts]
    spans += [m.span for e in case.entities for m in e.mentions]
    spans += [span for line in case.brief.lines for span in line.spans]
    assert spans
    assert [s for s in spans if texts[s.report][s.start : s.end] != s.quote] == []


def test_reports_come_sorted_by_file_whatever_their_order() -> None:
    assert [r.file for r in examined(QUAY, COUNCIL).reports] == ["council.txt", "quay.txt"]
    assert examined(QUAY, COUNCIL) == examined(COUNCIL, QUAY)


def test_a_report_in_another_language_is_kept_and_named_but_not_read() -> None:
    case = examined(QUAY, FOREIGN)
    assert FOREIGN in case.reports
    assert all(s.report != FOREIGN.id for s in case.statements)
    assert any("S2 (vestnik.txt) is in Russian (ru)" in note for note in case.brief.notes)


def test_an_unrelated_report_changes_no_statement_of_another() -> None:
    alone, together = examined(QUAY), examined(QUAY, COUNCIL)
    assert [(s.content, s.stance) for s in alone.statements] == [
        (s.content, s.stance) for s in together.statements if s.report == QUAY.id
    ]


def test_no_reports_give_an_empty_case() -> None:
    case = examined()
    assert (case.reports, case.entities, case.statements) == ((), (), ())
    assert case.brief.lines == ()


def test_progress_is_told_of_each_report_that_is_read() -> None:
    steps = Steps()
    examine((QUAY, COUNCIL, FOREIGN), embedded(), meaning(), steps)
    assert steps.told == [
        ("reading", 1, 2), ("reading", 2, 2), ("comparing", 0, 1), ("comparing", 1, 1)
    ]  # fmt: skip
