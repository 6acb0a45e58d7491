"""Decisions on statements: taken out, cut anew, given another speaker, stance or circumstance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from twosource.model.case import Case
from twosource.model.claim import Claim, Question
from twosource.model.entity import EntityKind
from twosource.model.hypothesis import Evidence
from twosource.model.identity import StatementId
from twosource.model.relation import Wording
from twosource.model.report import Span
from twosource.model.review import Decision, Part
from twosource.model.statement import (
    Resolution,
    SourceKind,
    Speaker,
    Stance,
    Statement,
    StatementKind,
    statement_id,
)
from twosource.reviews.locate import ENOUGH, UnfitError, overlap

_SOURCES = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.PLACE,
}


RULE = "review-1"
"""The rule that a statement names which a person found."""
_QUOTES = frozenset('"“”„«»‘’')

OWN_VOICE = "own voice"
"""What stands for a speaker where the report itself speaks."""


def statement_at(case: Case, span: Span, speaker: str) -> Statement | None:
    """The statement whose content is at a span, told apart by its speaker's words.

    Where ``speaker`` is empty or nobody there bears it, the words alone decide.

    Raises:
        UnfitError: If several fit alike.
    """
    here = [one for one in case.statements if one.report == span.report]
    nearness = {one.id: max(overlap(part, span) for part in one.parts) for one in here}
    best = max(nearness.values(), default=0.0)
    if best < ENOUGH:
        return None
    found = [one for one in here if nearness[one.id] == best]
    if speaker:
        named = [one for one in found if speaker_words(one) == speaker]
        found = named or found
    if len(found) > 1:
        raise UnfitError(f"{len(found)} statements stand at {span.quote[:60]!r} alike")
    return found[0]


def speaker_words(statement: Statement) -> str:
    """The words of a statement's speaker, by which it is told apart from others at its words."""
    return OWN_VOICE if statement.speaker is None else statement.speaker.span.quote


def corrected(
    case: Case,
    statement: Statement,
    decision: Decision,
    words: Span | None,
    hedges: Sequence[Span] = (),
) -> tuple[Case, StatementId]:
    """The case with a part of a statement as a person corrects it, and the statement's id there.

    Args:
        case: The case.
        statement: The statement.
        decision: The correction.
        words: The words that it puts in, where they were found.
        hedges: The hedges that it puts in, where it corrects those.

    Raises:
        UnfitError: If the stance is unknown, the words stand in another report, or a statement has
            no such part.
    """
    if any(one.report != statement.report for one in (*hedges, *([words] if words else ()))):
        raise UnfitError("the words that are put in stand in another report")
    if decision.part is Part.STANCE:
        if decision.word not in set(Stance):
            raise UnfitError(f"there is no stance {decision.word!r}")
        return _replaced(case, statement, replace(statement, stance=Stance(decision.word)))
    if decision.part is Part.SPEAKER:
        speaker = None if words is None else _speaker(case, words)
        cue = statement.cue if speaker is not None else None
        return _replaced(case, statement, replace(statement, speaker=speaker, cue=cue))
    if decision.part is Part.BOUNDARIES and words is not None:
        return _replaced(case, statement, replace(statement, content=words, more=()))
    if decision.part is Part.HEDGES:
        told = tuple(sorted(set(hedges), key=lambda one: (one.start, one.end)))
        return _replaced(case, statement, replace(statement, hedges=told))
    if decision.part is Part.SAID_AT:
        return _replaced(case, statement, replace(statement, said_at=words))
    if decision.part is Part.VENUE:
        return _replaced(case, statement, replace(statement, venue=words))
    raise UnfitError(f"a statement has no {decision.part or 'part'} to correct in this way")


def stated(case: Case, decision: Decision, content: Span, words: Span | None) -> Case:
    """The case with a statement that a person found, in its place in its report.

    Args:
        case: The case.
        decision: The decision; its word is the stance.
        content: What is said.
        words: The words of the speaker; none where the report's own voice speaks.

    Raises:
        UnfitError: If the speaker stands in another report, the stance is unknown, or the
            statement is there already.
    """
    if decision.word not in set(Stance):
        raise UnfitError(f"there is no stance {decision.word!r}")
    if words is not None and words.report != content.report:
        raise UnfitError("the speaker is named in another report")
    speaker = None if words is None else _speaker(case, words)
    ident = statement_id(content.report, (content,), words, None)
    if any(one.id == ident for one in case.statements):
        raise UnfitError("this statement is there already")
    made = Statement(
        id=ident,
        report=content.report,
        speaker=speaker,
        via=(),
        cue=None,
        content=content,
        more=(),
        kind=_kind(content, speaker),
        stance=Stance(decision.word),
        hedges=(),
        said_at=None,
        venue=None,
        parent=None,
        rule=RULE,
    )
    order = {report.id: number for number, report in enumerate(case.reports)}
    told = sorted((*case.statements, made), key=lambda one: (order[one.report], one.content.start))
    return replace(case, statements=tuple(told))


def _kind(content: Span, speaker: Speaker | None) -> StatementKind:
    """The speaker's words where they are quoted as a whole, else the report's."""
    quoted = content.quote[:1] in _QUOTES and content.quote[-1:] in _QUOTES
    return StatementKind.DIRECT if speaker is not None and quoted else StatementKind.INDIRECT


def without_statement(case: Case, gone: StatementId) -> Case:
    """The case without a statement, and without what rested on it alone."""

    def claim(one: Claim) -> Claim | None:
        given = tuple(answer for answer in one.given if answer.statement != gone)
        return replace(one, given=given) if given else None

    return replace(
        case,
        statements=tuple(_let_go(one, gone) for one in case.statements if one.id != gone),
        questions=questions_with(case, claim),
        wordings=tuple(
            kept for one in case.wordings if (kept := _wording_without(one, gone)) is not None
        ),
        losses=tuple(one for one in case.losses if one.origin != gone),
        hypotheses=tuple(
            replace(
                one,
                supporting=_evidence_without(one.supporting, gone),
                opposing=_evidence_without(one.opposing, gone),
            )
            for one in case.hypotheses
        ),
    )


def questions_with(case: Case, keep: Callable[[Claim], Claim | None]) -> tuple[Question, ...]:
    """The questions with each claim as ``keep`` gives it; those left without a claim fall."""
    found: list[Question] = []
    for question in case.questions:
        claims = tuple(kept for one in question.claims if (kept := keep(one)) is not None)
        if claims:
            found.append(replace(question, claims=claims))
    return tuple(found)


def _speaker(case: Case, words: Span) -> Speaker:
    """A speaker by words: the entity that they mention, or none."""
    for entity in case.entities:
        for mention in entity.mentions:
            if overlap(mention.span, words) >= ENOUGH:
                kind = _SOURCES.get(entity.kind, SourceKind.UNKNOWN)
                return Speaker(words, entity.id, Resolution.NAME, kind)
    return Speaker(words, None, Resolution.UNRESOLVED)


def _replaced(case: Case, old: Statement, new: Statement) -> tuple[Case, StatementId]:
    """Put a statement in another's place, with the id that its fields give."""
    speaker = None if new.speaker is None else new.speaker.span
    ident = statement_id(new.report, new.parts, speaker, new.cue)
    new = replace(new, id=ident)

    def named(one: StatementId | None) -> StatementId | None:
        return ident if one == old.id else one

    def claim(one: Claim) -> Claim:
        if old.id not in one.statements:
            return one
        given = tuple(replace(a, statement=named(a.statement)) for a in one.given)
        return replace(one, given=given)

    def evidence(items: Sequence[Evidence]) -> tuple[Evidence, ...]:
        return tuple(replace(one, statement=named(one.statement)) for one in items)

    def linked(one: Statement) -> Statement:
        # Most statements are tied to none; making each anew is what a large case would wait for.
        if old.id not in (one.parent, one.continues):
            return one
        return replace(one, parent=named(one.parent), continues=named(one.continues))

    changed = replace(
        case,
        statements=tuple(linked(new if one.id == old.id else one) for one in case.statements),
        questions=questions_with(case, claim),
        wordings=tuple(
            replace(one, statements=tuple(ident if s == old.id else s for s in one.statements))
            for one in case.wordings
        ),
        losses=tuple(replace(one, origin=named(one.origin)) for one in case.losses),
        hypotheses=tuple(
            replace(one, supporting=evidence(one.supporting), opposing=evidence(one.opposing))
            for one in case.hypotheses
        ),
    )
    return changed, ident


def _let_go(statement: Statement, gone: StatementId) -> Statement:
    if gone not in (statement.parent, statement.continues):
        return statement
    parent = None if statement.parent == gone else statement.parent
    continues = None if statement.continues == gone else statement.continues
    return replace(statement, parent=parent, continues=continues)


def _wording_without(wording: Wording, gone: StatementId) -> Wording | None:
    kept = [i for i, one in enumerate(wording.statements) if one != gone]
    if len(kept) == len(wording.statements):
        return wording
    if len(kept) < 2:
        return None
    statements = tuple(wording.statements[i] for i in kept)
    # What differed was told between neighbours, and these have others now.
    spans = tuple(wording.spans[i] for i in kept)
    return replace(wording, statements=statements, spans=spans, differences=())


def _evidence_without(items: Sequence[Evidence], gone: StatementId) -> tuple[Evidence, ...]:
    return tuple(one for one in items if one.statement != gone)
