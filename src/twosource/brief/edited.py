"""Editions for terminals: what changed in a report after it was kept, with the words of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.brief.lines.editions import changed_words, counts_of, dates_of
from twosource.brief.marks import report_label
from twosource.brief.wording import sentence, shortened
from twosource.model.case import Case
from twosource.model.edition import Disclosure, Edition, Said, StatementChange
from twosource.model.identity import ReportId
from twosource.model.report import Span

_NOTHING = "No report has a later edition whose text differs."
_EDITS = {"put-in": "put in", "taken-out": "taken out", "replaced": "became", "moved": "moved"}


def editions_view(case: Case) -> RenderableType:
    """Each edition: whether it says that it was changed, its figures, statements and words."""
    labels = {report.id: report_label(n) for n, report in enumerate(case.brief.reports)}
    texts = {report.id: report for report in case.brief.reports}
    parts: list[RenderableType] = []
    for one in case.editions:
        later = texts[one.later]
        ends = f"{labels[one.earlier]} to {labels[one.later]}"
        told = f"{inert(later.name)} ({inert(later.file)}) {changed_words(one)}"
        parts += [Rule(ends, align="left"), Text(told, style="bold")]
        parts.append(Text(sentence(counts_of(one)), style="dim"))
        if one.redated is not None:
            parts.append(Text(f"  {dates_of(one)}"))
        parts += [Text(f"  {_words(span, labels)}") for span in one.notices]
        parts += [_table(one, labels), Text("")]
    return Group(*parts) if parts else Text(_NOTHING)


def _table(edition: Edition, labels: Mapping[ReportId, str]) -> Table:
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("What", "Before", "After", "In its notice"):
        table.add_column(heading)
    noticed = edition.disclosure is Disclosure.TOLD
    for what, before, after, told in _rows(edition, labels):
        mark = "" if told is None or not noticed else "yes" if told else "no"
        table.add_row(what, before, after, mark)
    return table


def _rows(
    edition: Edition, labels: Mapping[ReportId, str]
) -> Iterator[tuple[str, str, str, bool | None]]:
    """What changed, the words before and after, and whether a notice speaks of it."""
    for figure in edition.figures:
        yield figure.sort, _words(figure.before, labels), _words(figure.after, labels), figure.told
    for one in edition.statements:
        yield _what(one), _said(one.before, labels), _said(one.after, labels), None
    for edit in edition.edits:
        before, after = (_words(span, labels) for span in (edit.before, edit.after))
        yield _EDITS[edit.kind], before, after, edit.told


def _what(change: StatementChange) -> str:
    if change.before is None or change.after is None:
        return "statement new" if change.before is None else "statement gone"
    return f"statement: {', '.join(change.differs)}"


def _said(said: Said | None, labels: Mapping[ReportId, str]) -> str:
    if said is None:
        return ""
    who = (
        "in its own voice" if said.speaker is None else inert(" ".join(said.speaker.quote.split()))
    )
    return f"{who}, {said.stance.value}: {_words(said.content, labels)}"


def _words(span: Span | None, labels: Mapping[ReportId, str]) -> str:
    if span is None:
        return ""
    words = inert(shortened(" ".join(span.quote.split())))
    return f"{labels[span.report]} {span.start}–{span.end} “{words}”"
