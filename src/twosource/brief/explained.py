"""Competing explanations for terminals: rows of hypotheses, the evidence of each under it."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.brief.marks import report_label
from twosource.hypotheses.analysis import Analysis, Item, analysed
from twosource.model.case import Case
from twosource.model.hypothesis import Evidence, Hypothesis
from twosource.model.identity import HypothesisId, ReportId

_NOTHING = "The reports offer no explanation that this version can find."
_PROPOSED = (
    "Ratings are proposed by rule; a person decides. What has least against it stands first. Items "
    "of one origin count once; those in brackets do not count."
)
_LONGEST = 300
_MOST_ITEMS = 5


def hypotheses_view(case: Case) -> RenderableType:
    """The explanations that compete, with what speaks for and against each."""
    if not case.hypotheses:
        return Text(_NOTHING)
    labels = {report.id: report_label(number) for number, report in enumerate(case.brief.reports)}
    analysis = analysed(case.hypotheses)
    by_id = {one.id: one for one in case.hypotheses}
    parts: list[RenderableType] = [_ranking(analysis, by_id), Text(_PROPOSED, style="dim")]
    names = {entity.id: entity.name for entity in case.entities}
    for standing in analysis.ranking:
        if standing.hypothesis is None:
            continue
        one = by_id[standing.hypothesis]
        parts.append(Rule(f"{inert(one.label)} ({one.kind})", align="left", style="dim"))
        said = [inert(names[e]) for e in one.proponents if e in names]
        denied = [inert(names[e]) for e in one.deniers if e in names]
        parts += [Text(f"  said by {', '.join(said)}")] if said else []
        parts += [Text(f"  denied by {', '.join(denied)}")] if denied else []
        parts += [_item("for", item, labels) for item in one.supporting]
        parts += [_item("against", item, labels) for item in one.opposing]
    return Group(*parts, *_what_tells_apart(analysis, labels))


def _ranking(analysis: Analysis, by_id: Mapping[HypothesisId, Hypothesis]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    table.add_column("explanation")
    table.add_column("against", justify="right")
    table.add_column("for", justify="right")
    for standing in analysis.ranking:
        if standing.hypothesis is None:
            table.add_row(Text("none of these", style="italic"), "", "")
            continue
        label = inert(by_id[standing.hypothesis].label)
        table.add_row(Text(label), str(standing.against), str(standing.supported))
    return table


def _item(side: str, item: Evidence, labels: Mapping[ReportId, str]) -> Text:
    words = inert(" ".join(item.span.quote.split()))
    shown = words if len(words) <= _LONGEST else words[:_LONGEST] + " […]"
    where = f"{labels[item.span.report]} {item.span.start}–{item.span.end}"
    rated = item.rating if item.counted else f"[{item.rating}]"
    return Text(f"  {side:8}{rated:5} {where}  {shown}")


def _what_tells_apart(analysis: Analysis, labels: Mapping[ReportId, str]) -> list[RenderableType]:
    telling = [item for item in analysis.items if item.diagnosticity > 0][:_MOST_ITEMS]
    if not telling:
        return []
    parts: list[RenderableType] = [Rule("what tells them apart most", align="left", style="dim")]
    parts += [Text(_telling(item, labels)) for item in telling]
    if analysis.deciding_origins:
        names = ", ".join(inert(name) for name in analysis.deciding_origins)
        parts.append(Text(f"  Another explanation would stand first without: {names}"))
    return parts


def _telling(item: Item, labels: Mapping[ReportId, str]) -> str:
    where = f"{labels[item.span.report]} {item.span.start}–{item.span.end}"
    return f"  {item.diagnosticity:.2f}  {where}  {inert(' '.join(item.span.quote.split()))[:120]}"
