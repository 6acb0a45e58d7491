"""What a search of a kept case found, its log and its reviews, for terminals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.brief.marks import report_label
from twosource.model.case import Case
from twosource.model.custody import CustodyEntry
from twosource.model.hit import Hit
from twosource.model.review import Review

_NOTHING = "Nothing was found."
_LONGEST = 60


def hits_view(hits: Sequence[Hit], case: Case) -> RenderableType:
    """Hits with what they are and where they stand."""
    if not hits:
        return Text(_NOTHING)
    labels = {report.id: report_label(n) for n, report in enumerate(case.brief.reports)}
    parts: list[RenderableType] = [
        Text(f"{labels[report.id]}  {inert(report.name)}", style="dim")
        for report in case.brief.reports
    ]
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("What", "Where", "Words"):
        table.add_column(heading)
    for hit in hits:
        where = f"{labels.get(hit.span.report, '?')} {hit.span.start}–{hit.span.end}"
        table.add_row(hit.kind.value, where, Text(inert(" ".join(hit.words.split()))))
    return Group(*parts, Text(""), table)


def log_view(entries: Sequence[CustodyEntry]) -> RenderableType:
    """The log, one row an entry."""
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("", "When", "Who", "What", "Object", "SHA-256"):
        table.add_column(heading)
    for entry in entries:
        table.add_row(
            str(entry.seq),
            entry.at,
            Text(inert(entry.actor)),
            entry.action.value,
            Text(inert(entry.name)),
            entry.object[:16],
        )
    return table


def reviews_view(reviews: Sequence[Review], states: Mapping[int, str]) -> RenderableType:
    """What people decided, with the words, the reason, and what became of it."""
    if not reviews:
        return Text("Nothing was decided.")
    shown: list[RenderableType] = []
    for one in reviews:
        decision = one.decision
        state = inert(states.get(one.seq, "not in force"))
        did = f"{decision.action.value} {decision.about.value}"
        shown.append(
            Text.assemble(
                f"{one.seq:>3}  ",
                (did, "bold"),
                f" · {inert(one.stamp.actor)} · ",
                f"{inert(one.stamp.at)} · {state}",
            )
        )
        printed = " ".join(decision.pointers[0].quote.split()) if decision.pointers else ""
        quoted = f"“{printed[:_LONGEST]}{' […]' if len(printed) > _LONGEST else ''}”"
        words = [part for part in (printed and quoted, decision.why) if part]
        shown += [Padding(Text(inert(part)), (0, 0, 0, 5)) for part in words]
    return Group(*shown)
