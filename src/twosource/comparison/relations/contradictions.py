"""From relations to contradictions: the versions of one thing, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.comparison.relations.relate import by_pair
from twosource.model.claim import Claim, Question
from twosource.model.identity import ContradictionId, StatementId, content_id
from twosource.model.relation import Contradiction, Relation, RelationKind, Side
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement

_TOGETHER = frozenset({RelationKind.AGREEMENT, RelationKind.REFINEMENT, RelationKind.REVISION})


def contradiction_of(
    question: Question,
    relations: Sequence[Relation],
    statements: Mapping[StatementId, Statement],
) -> Contradiction | None:
    """The versions of a question's answer that cannot hold together, or ``None``.

    Claims that can hold together stand on one side, a figure with its revision too. Claims that
    contradict nobody stand on none. Where somebody accuses or denies, the words by which he or
    she does stand beside the words of the answer.

    Args:
        question: The question.
        relations: How its claims stand to each other.
        statements: The statements of the case by id.
    """
    pairs = by_pair(relations)
    against = [r for r in relations if r.kind is RelationKind.CONTRADICTION]
    if not against:
        return None
    involved = {id_ for relation in against for id_ in (relation.left, relation.right)}
    sides: list[list[Claim]] = []
    for claim in question.claims:
        if claim.id in involved:
            _placed(claim, sides, pairs)
    told = tuple(_side(side, statements) for side in sides)
    first_two = {claim.id for side in sides[:2] for claim in side}
    main = min(against, key=lambda r: (not {r.left, r.right} <= first_two, r.left, r.right))
    reports = {span.report for side in told for span in side.spans}
    return Contradiction(
        id=ContradictionId(content_id("co", question.id, *sorted(involved))),
        question=question.text,
        kind=main.matter,
        sides=told,
        readings=main.readings,
        reason=main.reason,
        within=next(iter(reports)) if len(reports) == 1 else None,
    )


def _placed(claim: Claim, sides: list[list[Claim]], pairs: dict[frozenset[str], Relation]) -> None:
    """Put a claim with the first side that it can hold together with; else on one of its own."""
    for side in sides:
        kinds = [pairs[frozenset((claim.id, other.id))].kind for other in side]
        if RelationKind.CONTRADICTION not in kinds and any(kind in _TOGETHER for kind in kinds):
            side.append(claim)
            return
    sides.append([claim])


def _side(claims: Sequence[Claim], statements: Mapping[StatementId, Statement]) -> Side:
    spans = [span for claim in claims for span in claim.spans]
    acts = [
        span for claim in claims for id_ in claim.statements for span in _act(statements.get(id_))
    ]
    return Side(
        answer="; ".join(dict.fromkeys(claim.answer for claim in claims)),
        claims=tuple(claim.id for claim in claims),
        spans=tuple(dict.fromkeys([*spans, *acts])),
    )


def _act(statement: Statement | None) -> tuple[Span, ...]:
    """Who accuses or denies, and the word for it."""
    if statement is None or statement.stance not in {Stance.ACCUSES, Stance.DENIES}:
        return ()
    speaker = () if statement.speaker is None else (statement.speaker.span,)
    return speaker if statement.cue is None else (*speaker, statement.cue)
