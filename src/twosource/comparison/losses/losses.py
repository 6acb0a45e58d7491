"""Where a report says more, or says it more firmly, than what it descends from or another shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from twosource.comparison.losses.by_claim import unattributed_claims
from twosource.comparison.losses.compare import loss_between
from twosource.comparison.wordings.join import candidate_pairs, shared
from twosource.comparison.wordings.utterance import Utterance
from twosource.model.claim import Question
from twosource.model.identity import ReportId, StatementId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.relation import AttributionLoss
from twosource.model.report import Report
from twosource.model.statement import Statement

_TEXT_KINDS = frozenset({LineageKind.COPIES, LineageKind.PARAPHRASES, LineageKind.COMMON_ORIGIN})


def losses_of(
    questions: Sequence[Question],
    utterances: Sequence[Utterance],
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    edges: Sequence[LineageEdge],
    parties: Collection[ReportId] = (),
) -> tuple[AttributionLoss, ...]:
    """Find what reports lost of what they pass on.

    Sentences are compared across the edges of the lineage, and claims across all reports: what one
    report states itself while every other report that has it says who said so. A report is never
    taken to have lost what a later report added.

    Args:
        questions: The questions with their claims.
        utterances: What every report gives, its own voice included.
        reports: The reports by id.
        statements: The statements by id.
        edges: The lineage.
        parties: Reports that are a party's own statement.

    Returns:
        One loss at most for each stretch of a report, in order of report and offset.
    """
    tied = _tied(edges)
    found = [
        *_by_sentence(utterances, tied),
        *unattributed_claims(questions, reports, statements, parties),
    ]
    kept: list[AttributionLoss] = []
    for loss in found:
        if not any(_overlap(loss, other) for other in kept):
            kept.append(loss)
    files = {id_: report.file for id_, report in reports.items()}
    return tuple(sorted(kept, key=lambda loss: (files[loss.span.report], loss.span.start)))


def _tied(edges: Iterable[LineageEdge]) -> dict[tuple[str, str], bool]:
    """Pairs of source and target that text ties, and whether the order is known."""
    tied: dict[tuple[str, str], bool] = {}
    for edge in edges:
        if edge.kind not in _TEXT_KINDS:
            continue
        known = edge.direction is Direction.KNOWN
        tied[edge.source, edge.target] = known
        if not known:
            tied[edge.target, edge.source] = False
    return tied


def _by_sentence(
    utterances: Sequence[Utterance], tied: Mapping[tuple[str, str], bool]
) -> list[AttributionLoss]:
    """Losses between sentences of reports that text ties, the best match of each first."""
    scored: list[tuple[float, int, int]] = []
    for i, j in candidate_pairs(utterances):
        for source, target in ((i, j), (j, i)):
            a, b = utterances[source], utterances[target]
            if (a.span.report, b.span.report) in tied:
                weight, share = shared(a, b)
                scored.append((weight * share, source, target))
    best: dict[int, tuple[float, int]] = {}
    for score, source, target in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        best.setdefault(target, (score, source))
    found: list[AttributionLoss] = []
    for target in sorted(best, key=lambda t: (-best[t][0], t)):
        a, b = utterances[best[target][1]], utterances[target]
        loss = loss_between(a, b, ordered=tied[a.span.report, b.span.report])
        if loss is not None:
            found.append(loss)
    return found


def _overlap(a: AttributionLoss, b: AttributionLoss) -> bool:
    return (
        a.span.report == b.span.report and a.span.start < b.span.end and b.span.start < a.span.end
    )
