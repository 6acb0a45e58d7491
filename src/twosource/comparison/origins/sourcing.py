"""Where each claim comes from: through speakers, relayers and lineage down to its roots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.comparison.voices import one_voice, stems
from twosource.model.claim import Answer, Claim, Question
from twosource.model.identity import EntityId, OriginId, ReportId, StatementId, content_id
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.relation import Origin, RootKind, Sourcing
from twosource.model.report import Report, Span
from twosource.model.statement import SourceKind, Speaker, Statement

_ROOTS = {
    SourceKind.PERSON: RootKind.PARTICIPANT,
    SourceKind.ORGANISATION: RootKind.OFFICIAL,
    SourceKind.PLACE: RootKind.OFFICIAL,
    SourceKind.OUTLET: RootKind.OUTLET,
    SourceKind.DOCUMENT: RootKind.DOCUMENT,
    SourceKind.ANONYMOUS: RootKind.UNKNOWN,
    SourceKind.GROUP: RootKind.WITNESS,
    SourceKind.UNKNOWN: RootKind.UNKNOWN,
}
_FOOTAGE = frozenset("video footage photograph photo image picture clip recording cctv".split())
_TEXT_KINDS = frozenset({LineageKind.COPIES, LineageKind.PARAPHRASES, LineageKind.COMMON_ORIGIN})


@dataclass(frozen=True, slots=True)
class Sources:
    """The origins of a case, and where each of its claims comes from."""

    origins: tuple[Origin, ...]
    sourcing: tuple[Sourcing, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """What origins are looked up in; ``above`` gives the text edges that end in a report."""

    reports: Mapping[ReportId, Report]
    statements: Mapping[StatementId, Statement]
    names: Mapping[EntityId, str]
    above: Mapping[ReportId, Sequence[LineageEdge]]


def sources_of(
    questions: Sequence[Question],
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
    edges: Sequence[LineageEdge],
) -> Sources:
    """Lead every claim back to its origins and count the independent ones.

    A speaker is an origin. A report's own voice is one too, unless the report descends from
    another that gives the same claim, whose origins then count, or shares its text with one, when
    both count as one unknown origin. Names that are one voice are one origin. Origins without a
    name count once together, since nothing shows that they are two.

    Args:
        questions: The questions with their claims.
        reports: The reports by id.
        statements: The statements by id.
        names: Names of the entities.
        edges: The lineage.
    """
    above: dict[ReportId, list[LineageEdge]] = {}
    for edge in edges:
        if edge.kind in _TEXT_KINDS:
            above.setdefault(edge.target, []).append(edge)
            if edge.direction is Direction.UNKNOWN and edge.source in reports:
                above.setdefault(ReportId(edge.source), []).append(edge)
    case = _Case(reports, statements, names, above)
    found: dict[OriginId, Origin] = {}
    sourcing: list[Sourcing] = []
    for question in questions:
        for claim in question.claims:
            roots = _merged(_roots_of(claim, question, case))
            for origin in roots:
                known = found.setdefault(origin.id, origin)
                if known is not origin:
                    found[origin.id] = _together(known, origin)
            sourcing.append(_counted(claim, roots))
    return Sources(
        tuple(sorted(found.values(), key=lambda o: (o.name.casefold(), o.id))), tuple(sourcing)
    )


def _together(a: Origin, b: Origin) -> Origin:
    spans = tuple(dict.fromkeys((*a.spans, *b.spans)))
    return replace(a, spans=spans, interested=a.interested or b.interested)


def _roots_of(claim: Claim, question: Question, case: _Case) -> list[Origin]:
    given = {answer.report: answer for answer in reversed(claim.given)}
    roots: list[Origin] = []
    for answer in claim.given:
        roots += _roots(answer, question, case, given, frozenset())
    return roots


def _roots(
    answer: Answer,
    question: Question,
    case: _Case,
    given: Mapping[ReportId, Answer],
    seen: frozenset[ReportId],
) -> Iterator[Origin]:
    statement = None if answer.statement is None else case.statements.get(answer.statement)
    if statement is not None and statement.speaker is not None:
        yield _speaker(statement.speaker, answer, question, case)
        return
    for edge in case.above.get(answer.report, ()):
        other = ReportId(edge.source if edge.target == answer.report else edge.target)
        if other not in given or other in seen:
            continue
        if edge.direction is Direction.KNOWN:
            yield from _roots(given[other], question, case, given, seen | {answer.report})
        else:
            yield _shared(edge, answer.span, case)
        return
    report = case.reports[answer.report]
    yield Origin(
        OriginId(content_id("or", "report", report.id)),
        report.name,
        RootKind.OUTLET,
        interested=False,
        spans=(answer.span,),
    )


def _speaker(speaker: Speaker, answer: Answer, question: Question, case: _Case) -> Origin:
    name = case.names.get(speaker.entity, "") if speaker.entity is not None else ""
    printed = " ".join(speaker.span.quote.split())
    key = speaker.entity or content_id("sp", answer.report, printed.casefold())
    kind = _ROOTS[speaker.kind]
    if kind is RootKind.DOCUMENT and _FOOTAGE & set(printed.casefold().split()):
        kind = RootKind.FOOTAGE
    about = stems(question.text, answer.span.quote)
    return Origin(
        OriginId(content_id("or", "speaker", key)),
        name or printed,
        kind,
        interested=bool(stems(name or printed) & about),
        spans=(speaker.span,),
    )


def _shared(edge: LineageEdge, span: Span, case: _Case) -> Origin:
    """The unknown text behind two reports that share theirs."""
    ends = sorted((case.reports[ReportId(edge.source)].name, case.reports[edge.target].name))
    return Origin(
        OriginId(content_id("or", "shared", *sorted((edge.source, edge.target)))),
        f"a text behind {ends[0]} and {ends[1]}",
        RootKind.UNKNOWN,
        interested=False,
        spans=(span,),
    )


def _merged(roots: Sequence[Origin]) -> list[Origin]:
    """One origin for each id and each voice."""
    kept: list[Origin] = []
    for root in roots:
        for position, known in enumerate(kept):
            if known.id == root.id or _one(known, root):
                kept[position] = _together(known, root)
                break
        else:
            kept.append(root)
    return kept


def _one(a: Origin, b: Origin) -> bool:
    """Whether two speakers are one voice; persons who share a name only are not."""
    speaking = {RootKind.OFFICIAL, RootKind.PARTICIPANT}
    bodies = RootKind.OFFICIAL in {a.kind, b.kind}
    return {a.kind, b.kind} <= speaking and bodies and one_voice(a.name, b.name)


def _counted(claim: Claim, roots: Sequence[Origin]) -> Sourcing:
    unnamed = [root for root in roots if root.kind is RootKind.UNKNOWN]
    named = len(roots) - len(unnamed)
    independent = named if named else min(1, len(unnamed))
    reports = len({answer.report for answer in claim.given})
    told = ", ".join(root.name for root in roots[:4]) + (" and others" if len(roots) > 4 else "")
    reason = f"{_number(reports, 'report')}, {_number(len(roots), 'origin')}: {told}"
    if unnamed and named:
        reason += "; who is not named may be one of those who are"
    if any(root.interested for root in roots):
        reason += "; a party speaks about itself"
    return Sourcing(claim.id, tuple(sorted(root.id for root in roots)), independent, reason)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
