"""Parts of a case for terminals: claims, contradictions, lineage, timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.brief.collisions import MATTERS, cards_of, findings_of, losses_of
from twosource.brief.descent import descent_of
from twosource.brief.grid import grid_of
from twosource.brief.inert import inert
from twosource.brief.lines.answers import listed, voices_of
from twosource.brief.lines.timeline import dated
from twosource.brief.marks import publication_words, report_label
from twosource.brief.material import material_of
from twosource.model.case import Case
from twosource.model.identity import ReportId
from twosource.model.time import TimeInterval

_NOTHING = "Nothing was found."


def claims_view(case: Case) -> RenderableType:
    """The questions of a case, each with its answers, who gives them and from how many origins."""
    labels = _labels(case)
    origins = {one.claim: one for one in case.sourcing}
    parts: list[RenderableType] = [*_sources(case, labels)]
    for row in grid_of(case, labels):
        parts.append(Rule(inert(row.question.text), align="left", style="dim"))
        table = Table.grid(padding=(0, 2))
        for claim in row.question.claims:
            where = ", ".join(dict.fromkeys(labels[answer.report] for answer in claim.given))
            sourcing = origins.get(claim.id)
            told = "" if sourcing is None else inert(sourcing.reason)
            table.add_row(
                Text(inert(claim.answer), style="bold"),
                where,
                Text(told, style="dim"),
                Text(claim.id, style="dim"),
            )
        parts.append(Padding(table, (0, 0, 1, 2)))
    return Group(*parts) if case.questions else Text(_NOTHING)


def contradictions_view(case: Case) -> RenderableType:
    """The contradictions of a case, version by version, with what was tried to reconcile them."""
    labels = _labels(case)
    parts: list[RenderableType] = [*_sources(case, labels)]
    for number, card in enumerate(cards_of(case, labels), start=1):
        found = card.contradiction
        inside = f", inside {card.within}" if card.within else ""
        parts.append(
            Rule(f"{number}. {inert(found.question)} ({MATTERS[found.kind]}{inside})", align="left")
        )
        for version in card.versions:
            parts.append(Text(f"  {inert(version.answer)}", style="bold"))
            parts += [
                Text(f"    {quote.label} {quote.offsets}  {inert(quote.words)}")
                for quote in version.quotes
            ]
            if version.further:
                parts.append(Text(f"    and {version.further} more", style="dim"))
        parts.append(Text(f"  {inert(found.reason)}."))
        parts.append(Text(f"  {found.id}", style="dim"))
        if found.readings:
            tried = "; ".join(found.readings)
            parts.append(Text(f"  Tried first: {inert(tried)}.", style="dim"))
        parts.append(Text(""))
    return Group(*parts) if case.contradictions else Text(_NOTHING)


def findings_view(case: Case) -> RenderableType:
    """What checking gave, the failures first, each with the words that were checked."""
    labels = _labels(case)
    parts: list[RenderableType] = [*_sources(case, labels)]
    numbers = {id(one): number for number, one in enumerate(case.findings, start=1)}
    for card in findings_of(case, labels):
        found = card.finding
        name = f"finding-{numbers[id(found)]}"
        heading = (f"{card.glyph} {found.check}: {card.word}", "bold")
        parts.append(Text.assemble(heading, (f"  {name}", "dim")))
        parts += [Text(f"    {q.label} {q.offsets}  {inert(q.words)}") for q in card.quotes]
        parts.append(Text(f"    {inert(found.reason)}"))
        if found.suggestion:
            parts.append(Text(f"    It would hold with: {inert(found.suggestion)}", style="dim"))
    return Group(*parts) if case.findings else Text(_NOTHING)


def lineage_view(case: Case) -> RenderableType:
    """The lineage of a case as a table, and what was lost on the way."""
    labels = _labels(case)
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("Report", "What ties it", "Shared", "Why", ""):
        table.add_column(heading)
    for row in descent_of(case, labels).rows:
        what = inert(f"{row.word} {row.source}")
        table.add_row(row.target, what, row.share, inert(row.reason), Text(row.name, style="dim"))
    parts: list[RenderableType] = [*_sources(case, labels)]
    parts.append(table if case.lineage else Text(_NOTHING))
    if case.losses:
        parts.append(Text(""))
        parts.append(Rule("Lost on the way", align="left"))
    for number, card in enumerate(losses_of(case, labels), start=1):
        words = f"  {card.here.label} {card.what}: {inert(card.here.words)}"
        parts.append(Text.assemble(words, (f"  loss-{number}", "dim")))
        there = f"    {card.there.label} {card.there.offsets}  {inert(card.there.words)}"
        parts.append(Text(f"{there}; {inert(card.loss.changed)}", style="dim"))
    return Group(*parts)


def timeline_view(case: Case) -> RenderableType:
    """What the reports date, in the order of the times, then when they were published."""
    labels = _labels(case)
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("When (UTC)", "As printed", "What", "Who says so", "Where"):
        table.add_column(heading)
    material = material_of(case)
    for one in dated(material):
        where = ", ".join(dict.fromkeys(labels[answer.report] for answer in one.claim.given))
        who = listed(voices_of(one.claim.given, material))
        table.add_row(
            "cannot be told" if one.interval is None else _hours(one.interval),
            inert(one.claim.answer),
            inert(one.question.text),
            inert(who),
            where,
        )
    published = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("Published", "Report"):
        published.add_column(heading)
    for report in case.reports:
        name = f"{labels[report.id]} {inert(report.name)}"
        published.add_row(publication_words(report.published), name)
    return Group(table if table.row_count else Text(_NOTHING), Text(""), published)


def _hours(interval: TimeInterval) -> str:
    start, end = interval.start, interval.end
    return f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"


def _labels(case: Case) -> Mapping[ReportId, str]:
    return {report.id: report_label(n) for n, report in enumerate(case.brief.reports)}


def _sources(case: Case, labels: Mapping[ReportId, str]) -> Iterator[RenderableType]:
    """Which report each label stands for."""
    for report in case.brief.reports:
        yield Text(f"{labels[report.id]}  {inert(report.name)}", style="dim")
    yield Text("")
