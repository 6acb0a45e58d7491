"""The utterances of one report: what its statements give as words of their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.model.identity import EntityId, StatementId
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Stance, Statement, StatementKind
from twosource.statements.quotes import quotations

_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "SCONJ"})
_EMPTY = frozenset(
    "be have do say that if as because so very also it this there then not can will would".split()
)
WEIGHT_OF_NAME = 0.5
FEWEST_WORDS = 2
"""Carrying words that an utterance has at least; fewer can be anybody's."""


@dataclass(frozen=True, slots=True)
class UtteredWord:
    """A carrying word: its form, its lemma, its universal part of speech, what sharing it shows."""

    form: str
    lemma: str
    upos: str
    weight: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence, or part of one, that a statement gives as its speaker's words or sense.

    Attributes:
        statement: The statement.
        speaker: The entity that speaks, where it is known.
        called: The words that name the speaker; ``""`` for the report's own voice.
        span: The words.
        quoted: Whether they stand between quotation marks.
        negative: Whether the statement denies them or negates them.
        hedged: Whether the statement holds them possible or likely only.
        words: The carrying words, in order.
    """

    statement: StatementId
    speaker: EntityId | None
    called: str
    span: Span
    quoted: bool
    negative: bool
    hedged: bool
    words: tuple[UtteredWord, ...]

    @property
    def own(self) -> bool:
        """Whether the report says it in its own voice."""
        return not self.called


def utterances_in(
    report: Report, reading: Reading, statements: Sequence[Statement]
) -> tuple[Utterance, ...]:
    """Cut the statements of a report into utterances.

    Args:
        report: The report.
        reading: The reading of its readable text.
        statements: Its statements. Refusals are left out.

    Returns:
        The utterances, those in the report's own voice among them, in order of the statements.
    """
    marks = [(q.inner_start, q.inner_end) for q in quotations(reading.text)]
    found: list[Utterance] = []
    for statement in statements:
        if statement.stance is Stance.DECLINES:
            continue
        speaker = statement.speaker
        for start, end, quoted in _pieces(reading, statement, marks):
            words = _words(reading, start, end)
            if len(words) < FEWEST_WORDS:
                continue
            span = cut(report, start, end)
            negated = _is_negative(reading, start, end) or any(
                start <= word.start < end for word in statement.negations
            )
            found.append(
                Utterance(
                    statement=statement.id,
                    speaker=None if speaker is None else speaker.entity,
                    called="" if speaker is None else speaker.span.quote,
                    span=span,
                    quoted=quoted,
                    negative=negated or (statement.stance is Stance.DENIES and not quoted),
                    hedged=bool(statement.hedges) or statement.stance is Stance.HEDGES,
                    words=words,
                )
            )
    return tuple(found)


_NEGATIVE = frozenset("no not never nobody nothing none neither nor without".split())


def _is_negative(reading: Reading, start: int, end: int) -> bool:
    """Whether words that deny stand in a run; "n't" has the lemma "not"."""
    return any(
        start <= token.start and token.end <= end and token.lemma.lower() in _NEGATIVE
        for token in reading.tokens
    )


def _pieces(
    reading: Reading, statement: Statement, marks: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Quoted runs of a statement by sentence; whole parts where nothing in them is quoted."""
    for part in statement.parts:
        inside = [
            (max(start, part.start), min(end, part.end))
            for start, end in marks
            if start < part.end and end > part.start
        ]
        inside = [(start, end) for start, end in inside if end > start]
        if not inside and statement.kind is not StatementKind.DIRECT:
            for first, last in _clauses(part):
                yield first, last, False
        for start, end in inside:
            for first, last in _sentences(reading, start, end):
                yield first, last, True


_AND_THAT = re.compile(r",?\s+and\s+that\s+")


def _clauses(part: Span) -> Iterator[tuple[int, int]]:
    """The clauses of a reported content that "and that" joins, each an utterance of its own."""
    start = 0
    for joint in _AND_THAT.finditer(part.quote):
        yield part.start + start, part.start + joint.start()
        start = joint.end()
    yield part.start + start, part.end


def _sentences(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a run, each cut to it, from first to last word."""
    bounds: dict[int, tuple[int, int]] = {}
    for token in reading.tokens:
        if start <= token.start and token.end <= end:
            first, _ = bounds.get(token.sentence, (token.start, 0))
            bounds[token.sentence] = (first, token.end)
    yield from bounds.values()


def _words(reading: Reading, start: int, end: int) -> tuple[UtteredWord, ...]:
    named = {t for name in reading.names for t in range(name.first, name.last)}
    return tuple(
        UtteredWord(
            token.text.lower(),
            _root(token.lemma.lower()),
            token.upos,
            WEIGHT_OF_NAME if token.index in named or token.upos == "PROPN" else 1.0,
        )
        for token in reading.tokens
        if start <= token.start
        and token.end <= end
        and token.upos in _CARRYING
        and token.lemma.lower() not in _EMPTY
    )


_ENDING = re.compile(r"(?<=[a-z]{3})(?:ed|ing)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def _root(lemma: str) -> str:
    """A lemma without the ending of a participle, which a reader may take for an adjective."""
    bare = _ENDING.sub("", lemma)
    return lemma if bare == lemma else _DOUBLED.sub(r"\1", bare)
