"""The grid of the brief's page: one question per row, one report per column, who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.marks import OWN_VOICE, Mark, mark_of
from twosource.brief.segments import Anchor
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question
from twosource.model.identity import EntityId, ReportId, StatementId
from twosource.model.report import Report, Span
from twosource.model.statement import Statement

GRID_ROWS = 12
"""Questions that the grid shows at once; the rest unfold. Twelve rows fill one screen."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in one cell: how it is given, in which words, by whom, and where it stands."""

    mark: Mark
    answer: str
    who: str
    target: str
    offsets: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A question with one cell per report, in the order of the brief's reports."""

    question: Question
    cells: tuple[tuple[Entry, ...], ...]
    reports: int

    @property
    def answers(self) -> int:
        """How many different answers are given."""
        return len(self.question.claims)


def anchor_id(label: str, span: Span) -> str:
    """Id of a span in the page, readable and stable: ``s1-598-636``."""
    return f"{label.lower()}-{span.start}-{span.end}"


def grid_of(case: Case, labels: Mapping[ReportId, str]) -> tuple[GridRow, ...]:
    """Lay the case's questions out over its reports, in the order of the questions."""
    statements = {statement.id: statement for statement in case.statements}
    names = {entity.id: entity.name for entity in case.entities}
    rows: list[GridRow] = []
    for question in case.questions:
        cells = tuple(
            tuple(_entries(question, report, labels, statements, names)) for report in case.reports
        )
        rows.append(GridRow(question, cells, sum(bool(cell) for cell in cells)))
    return tuple(rows)


def answer_spans(rows: Iterable[GridRow]) -> Iterator[tuple[Span, str]]:
    """Every span that an answer of the grid leads to, with what it is."""
    for row in rows:
        for claim in row.question.claims:
            yield from ((span, f"answers: {row.question.text}") for span in claim.spans)


def anchors_of(
    spans: Iterable[tuple[Span, str]], labels: Mapping[ReportId, str]
) -> dict[Span, Anchor]:
    """An anchor for each span that the page leads to beyond its lines, told once."""
    found: dict[Span, Anchor] = {}
    for span, told in spans:
        if span.report in labels:
            found.setdefault(span, _anchor(span, labels[span.report], told))
    return found


def _anchor(span: Span, label: str, told: str) -> Anchor:
    return Anchor(anchor_id(label, span), span.start, span.end, "answer", None, (), told)


def _entries(
    question: Question,
    report: Report,
    labels: Mapping[ReportId, str],
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
) -> list[Entry]:
    """The answers that one report gives, each with each who gives it once."""
    entries: dict[tuple[str, str], Entry] = {}
    for claim in question.claims:
        for given in claim.given:
            if given.report == report.id:
                entry = _entry(claim, given, labels[report.id], statements, names)
                entries.setdefault((entry.answer, entry.who), entry)
    return list(entries.values())


def _entry(
    claim: Claim,
    given: Answer,
    label: str,
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
) -> Entry:
    statement = None if given.statement is None else statements.get(given.statement)
    speaker = None if statement is None else statement.speaker
    stance = None if statement is None else statement.stance
    who = "own voice"
    if speaker is not None:
        who = speaker.span.quote if speaker.entity is None else names[speaker.entity]
    return Entry(
        mark=OWN_VOICE if statement is None else mark_of(stance, own_voice=speaker is None),
        answer=claim.answer,
        who=who,
        target=anchor_id(label, given.span),
        offsets=f"{given.span.start}–{given.span.end}",
    )


def split_rows(rows: Sequence[GridRow]) -> tuple[tuple[GridRow, ...], tuple[GridRow, ...]]:
    """The rows that show at once, and those that unfold."""
    return tuple(rows[:GRID_ROWS]), tuple(rows[GRID_ROWS:])
