"""Competing explanations for terminals: rows of hypotheses, the evidence of each under it.

Every sentence here that is the program's own passes the rule of ICD 203; what a report prints is
quoted as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.brief.marks import report_label
from twosource.hypotheses.analysis import Analysis, Item, Standing, analysed
from twosource.hypotheses.likelihood import kept_apart
from twosource.model.case import Case
from twosource.model.hypothesis import Evidence, Hypothesis
from twosource.model.identity import EntityId, HypothesisId, ReportId

_NOTHING = "The reports offer no explanation that this version can find."
_PROPOSED = (
    "Ratings are proposed by rule; a person decides. What has least against it stands first. Items "
    "of one origin count once; those in brackets do not count."
)
_UNTESTED = (
    "Untested: there is evidence on one side only. That nobody argues against an explanation says "
    "nothing for it, so it stands behind those that were put to a test."
)
_LONGEST = 300
_MOST_ITEMS = 5


def hypotheses_view(case: Case) -> RenderableType:
    """The explanations that compete, with what speaks for and against each."""
    if not case.hypotheses:
        return Text(_NOTHING)
    labels = {report.id: report_label(number) for number, report in enumerate(case.brief.reports)}
    names = {entity.id: inert(entity.name) for entity in case.entities}
    analysis = analysed(case.hypotheses)
    by_id = {one.id: one for one in case.hypotheses}
    ranked = [s for s in analysis.ranking if s.hypothesis is not None]
    parts: list[RenderableType] = [_ranking(analysis, by_id), _own(_PROPOSED)]
    parts += [] if all(s.tested for s in ranked) else [_own(_UNTESTED)]
    for standing in ranked:
        if standing.hypothesis is not None:
            parts += _section(by_id[standing.hypothesis], by_id, names, labels)
    return Group(*parts, *_what_tells_apart(analysis, labels))


def _own(text: str) -> Text:
    """A sentence of the program's own; one that mixes likelihood and confidence is refused."""
    return Text(kept_apart(text), style="dim")


def _ranking(analysis: Analysis, by_id: Mapping[HypothesisId, Hypothesis]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    table.add_column("explanation")
    table.add_column("against", justify="right")
    table.add_column("for", justify="right")
    table.add_column("")
    for standing in analysis.ranking:
        if standing.hypothesis is None:
            table.add_row(Text("none of these", style="italic"), "", "", "")
        else:
            table.add_row(*_row(standing, by_id[standing.hypothesis]))
    return table


def _row(standing: Standing, one: Hypothesis) -> tuple[Text, str, str, str]:
    counts = (str(standing.against), str(standing.supported))
    return (Text(_called(one)), *counts, "" if standing.tested else "untested")


def _called(one: Hypothesis) -> str:
    """A hypothesis by what it explains: who, what caused it, what for."""
    return f"{inert(one.label)} ({one.kind})"


def _section(
    one: Hypothesis,
    by_id: Mapping[HypothesisId, Hypothesis],
    names: Mapping[EntityId, str],
    labels: Mapping[ReportId, str],
) -> Iterator[RenderableType]:
    """The evidence on one hypothesis, and how it lies to the others."""
    yield Rule(f"{_called(one)}  {one.id}", align="left", style="dim")
    for told, who in (("said by", one.proponents), ("denied by", one.deniers)):
        known = [names[entity] for entity in who if entity in names]
        if known:
            yield Text(f"  {told} {', '.join(known)}")
    if one.within is not None and one.within in by_id:
        yield Text(f"  a part of: {_called(by_id[one.within])}")
    together = [_called(by_id[other]) for other in one.overlaps if other in by_id]
    if together:
        yield Text(f"  rests on some of the same words: {'; '.join(together)}")
    yield from (_item("for", item, labels) for item in one.supporting)
    yield from (_item("against", item, labels) for item in one.opposing)
    yield from (Text(f"  absent      {inert(note)}") for note in one.absent)


def _item(side: str, item: Evidence, labels: Mapping[ReportId, str]) -> Text:
    words = inert(" ".join(item.span.quote.split()))
    shown = words if len(words) <= _LONGEST else words[:_LONGEST] + " […]"
    where = f"{labels[item.span.report]} {item.span.start}–{item.span.end}"
    rated = item.rating if item.counted else f"[{item.rating}]"
    kept_apart(item.reason)
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
