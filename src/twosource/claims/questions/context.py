"""Where a value stands in its report: its sentence, its clause, the statement that holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.claims.facts import ReportFacts
from twosource.model.claim import Answer
from twosource.model.entity import Entity
from twosource.model.event import Layer, LayeredSentence
from twosource.model.identity import EntityId, StatementId
from twosource.model.proposition import Modality, Proposition, Tense
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement
from twosource.model.value import QuantityValue, Value

_ANSWERING = frozenset({Layer.EVENT, Layer.UNKNOWN})
_STANDING = frozenset({Layer.BACKGROUND, Layer.FORESEEN})
_WITHHELD = frozenset({Stance.DECLINES, Stance.PREDICTS})


# Beginnings of cues whose content is what is denied.
DENYING = ("deny", "deni", "reject", "refut", "rebut", "dismiss", "disput", "rul")

# A space, a preposition of two letters and a space.
_RIGHT_BEFORE = 4
# A number of a paragraph, a preposition and their spaces.
_FRONT = 12
_ENDS = frozenset(".!?:;”\"'’)")


@dataclass(frozen=True, slots=True)
class Context:
    """The facts of one report with what is needed to look things up in them.

    Attributes:
        facts: The facts.
        starts: Starts of the sentences, in order.
        propositions: The propositions of each sentence, by its number.
        statements: The statements, by id.
        mentions: Start, end and entity of every mention in the report, in order.
    """

    facts: ReportFacts
    starts: tuple[int, ...]
    propositions: Mapping[int, tuple[Proposition, ...]]
    statements: Mapping[StatementId, Statement]
    mentions: tuple[tuple[int, int, EntityId], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A value or proposition that may answer a question.

    Attributes:
        answer: What it gives.
        clause: The proposition that governs it, or itself; ``None`` where no clause holds it.
        context: The report that prints it.
    """

    answer: Answer
    clause: Proposition | None
    context: Context


def contexts(facts: Sequence[ReportFacts], entities: Sequence[Entity]) -> tuple[Context, ...]:
    """Prepare the reports of a case, in order of file and id."""
    mentions: dict[str, list[tuple[int, int, EntityId]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            span = mention.span
            mentions.setdefault(span.report, []).append((span.start, span.end, entity.id))
    ordered = sorted(facts, key=lambda one: (one.report.file, one.report.id))
    return tuple(_context(one, mentions.get(one.report.id, [])) for one in ordered)


def _context(facts: ReportFacts, mentions: list[tuple[int, int, EntityId]]) -> Context:
    by_sentence: dict[int, list[Proposition]] = {}
    for proposition in facts.propositions:
        by_sentence.setdefault(proposition.sentence, []).append(proposition)
    return Context(
        facts=facts,
        starts=tuple(sentence.span.start for sentence in facts.sentences),
        propositions={number: tuple(found) for number, found in by_sentence.items()},
        statements={statement.id: statement for statement in facts.statements},
        mentions=tuple(sorted(mentions)),
    )


def sentence_at(context: Context, span: Span) -> LayeredSentence | None:
    """The sentence in which a span begins; ``None`` where none is told."""
    position = bisect_right(context.starts, span.start) - 1
    if position < 0:
        return None
    sentence = context.facts.sentences[position]
    return sentence if span.start < sentence.span.end else None


def answers_here(context: Context, span: Span, *, standing: bool = False) -> bool:
    """Whether words at a span may answer the event's questions: not those of other events.

    Args:
        context: The report.
        span: The words.
        standing: Whether what is so before the event and after it answers as well.
    """
    sentence = sentence_at(context, span)
    if sentence is None or (standing and sentence.layer in _STANDING):
        return True
    return sentence.layer in _ANSWERING


def is_asked(context: Context, span: Span) -> bool:
    """Whether a span stands in a question, which states nothing."""
    sentence = sentence_at(context, span)
    return sentence is not None and sentence.span.quote.rstrip("”\"'’) ").endswith("?")


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span of a report lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end


def clause_of(context: Context, span: Span) -> Proposition | None:
    """The smallest proposition of its sentence that holds a span; the first of equals.

    Where none holds it, the one that ends right before it; for what stands at the front of the
    sentence, the one that comes next.
    """
    sentence = sentence_at(context, span)
    if sentence is None:
        return None
    known = context.propositions.get(sentence.number, ())
    if not known and sentence.span.quote[-1:] not in _ENDS:
        # A fragment that was cut off: what it goes on with is the next clause.
        known = context.propositions.get(sentence.number + 1, ())
    holding = [p for p in known if holds(p.span, span)]
    if not holding:
        holding = [p for p in known if 0 <= span.start - p.span.end <= _RIGHT_BEFORE]
    if not holding and span.start - sentence.span.start <= _FRONT:
        after = [p for p in known if p.span.start >= span.end and not p.nominal]
        return min(after, key=lambda p: p.span.start, default=None)
    return min(holding, key=lambda p: p.span.end - p.span.start, default=None)


def statement_at(context: Context, span: Span) -> Statement | None:
    """The innermost statement whose content holds a span."""
    held = [
        (part.end - part.start, statement)
        for statement in context.facts.statements
        for part in statement.parts
        if holds(part, span)
    ]
    return min(held, key=lambda pair: pair[0])[1] if held else None


def entity_at(context: Context, span: Span) -> EntityId | None:
    """The entity that a mention over the start of a span names; the widest mention wins."""
    over = [
        (end - start, entity)
        for start, end, entity in context.mentions
        if start <= span.start < end
    ]
    return max(over, key=lambda pair: pair[0])[1] if over else None


def found(
    context: Context, value: Value, *, standing: bool = False, promised: bool = False
) -> Found | None:
    """A value as a possible answer; ``None`` where its sentence or statement rules it out.

    Args:
        context: The report that prints it.
        value: The value.
        standing: Whether it may stand in a sentence on what was so before the event.
        promised: Whether it may be what somebody says will be done.
    """
    if not answers_here(context, value.span, standing=standing) or is_asked(context, value.span):
        return None
    statement = statement_at(context, value.span)
    clause = clause_of(context, value.span)
    withheld = statement is not None and _is_withheld(statement, clause)
    if withheld and not (promised and statement and statement.stance is Stance.PREDICTS):
        return None
    if statement is not None and _is_denied(statement, clause):
        return None
    if clause is not None and not _is_signed(value) and _is_turned_from_outside(clause):
        return None
    said = None if statement is None else statement.id
    answer = Answer(value, value.span, context.facts.report.id, said)
    return Found(answer, clause, context)


def _is_withheld(statement: Statement, clause: Proposition | None) -> bool:
    """Whether a statement keeps its values back: it refuses, or tells of what is to come.

    A prediction may name what has happened in a clause of its own ("despite a fire on Monday").
    """
    if statement.stance is not Stance.PREDICTS:
        return statement.stance in _WITHHELD
    if clause is None or clause.tense in {Tense.FUTURE, Tense.PRESENT}:
        return True
    return clause.modality is not Modality.ACTUAL or holds(clause.span, statement.content)


def _is_denied(statement: Statement, clause: Proposition | None) -> bool:
    """Whether a value stands in what is denied ("denied that nine had died").

    Where the clause itself is negative, the denial is told as such and its values are its own. A
    report's own voice has a cue only where it denies what others tell.
    """
    if statement.stance is not Stance.DENIES or statement.cue is None:
        return False
    word = statement.cue.quote.lower().split()
    is_denying = statement.speaker is None or any(part.startswith(DENYING) for part in word)
    own = clause is not None and any(holds(clause.span, word) for word in clause.negations)
    return is_denying and not own


def _is_signed(value: Value) -> bool:
    """Whether a value holds the denial itself: a proposition, or that none were harmed."""
    none = isinstance(value, QuantityValue) and value.amount.high == 0
    return none or isinstance(value, Proposition)


def _is_turned_from_outside(clause: Proposition) -> bool:
    """Whether only words outside a clause deny it: "reports that nine died are untrue".

    Whoever says so gives no figure. A clause with a denial of its own gives what it denies.
    """
    outside = [word for word in clause.negations if not holds(clause.span, word)]
    return not clause.positive and len(outside) == len(clause.negations) > 0


def giver(one: Found) -> tuple[str, str]:
    """Who gives an answer: the report, and the speaker by entity or by words."""
    statement = one.context.statements.get(one.answer.statement) if one.answer.statement else None
    speaker = None if statement is None else statement.speaker
    if speaker is None:
        return (one.answer.report, "")
    return (one.answer.report, speaker.entity or speaker.span.quote.lower())


def voices_in(group: Sequence[Found]) -> int:
    """How many speakers, wherever they are quoted; a report's own voice is one."""
    return len({speaker or report for report, speaker in map(giver, group)})


def reports_in(group: Sequence[Found]) -> int:
    """How many reports a group of possible answers comes from."""
    return len({one.answer.report for one in group})


def givers_in(group: Sequence[Found]) -> int:
    """How many speakers, a report's own voice being one, a group comes from."""
    return len({giver(one) for one in group})
