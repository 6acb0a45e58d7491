"""What can be evidence: who says what, with the clauses that it says it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.claims.facts import ReportFacts
from twosource.model.event import Layer
from twosource.model.identity import EntityId
from twosource.model.proposition import Proposition
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Speaker, Stance, Statement

MOST_CHARACTERS = 420
"""Longest run of words that one item of evidence quotes, in code points; of what is longer only
the content stands."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement as evidence, or a sentence in which nobody is made to speak.

    Attributes:
        statement: The statement; ``None`` for a sentence outside all statements.
        span: From who says it to the end of what is said, where one run of words holds both.
        parts: What is said.
        words: What is said, on one line, in lower case.
        voice: Whom it comes from, by name; the report's for its own voice.
        clauses: What its clauses say, in order of text.
    """

    statement: Statement | None
    span: Span
    parts: tuple[Span, ...]
    words: str
    voice: str
    clauses: tuple[Proposition, ...]

    @property
    def place(self) -> tuple[str, int]:
        """Report and offset, for sorting."""
        return (self.span.report, self.span.start)

    @property
    def stance(self) -> Stance:
        """The act in which it is said."""
        return Stance.ASSERTS if self.statement is None else self.statement.stance

    @property
    def speaker(self) -> Speaker | None:
        """Who says it; ``None`` for the report's own voice."""
        return None if self.statement is None else self.statement.speaker

    @property
    def is_nested(self) -> bool:
        """Whether it is part of what another statement says."""
        return self.statement is not None and self.statement.parent is not None


def testimonies_of(
    facts: Sequence[ReportFacts], names: Mapping[EntityId, str]
) -> tuple[Testimony, ...]:
    """Everything in the reports that may speak for or against an explanation.

    A refusal to answer, a question and a sentence about what is still to come are neither.

    Args:
        facts: What each report prints.
        names: Names of the case's entities.

    Returns:
        The testimonies, by file, report and offset.
    """
    found: list[Testimony] = []
    for one in sorted(facts, key=lambda f: (f.report.file, f.report.id)):
        foreseen = [s.span for s in one.sentences if s.layer is Layer.FORESEEN]
        own: list[Testimony] = []
        for statement in one.statements:
            if statement.stance is Stance.DECLINES:
                continue
            asks = statement.parts[-1].quote.rstrip("”\"'’ ").endswith("?")
            if not asks and not any(_holds(span, statement.content) for span in foreseen):
                whole = _whole(one.report, statement)
                own.append(_testimony(one, statement, statement.parts, whole, names))
        parts = [part for statement in one.statements for part in statement.parts]
        for sentence in one.sentences:
            asks = sentence.span.quote.rstrip("”\"'’ ").endswith("?")
            if sentence.layer is Layer.FORESEEN or asks:
                continue
            if _is_free(sentence.span, parts):
                own.append(_testimony(one, None, (sentence.span,), sentence.span, names))
        found += sorted(own, key=lambda t: (t.span.start, t.span.end))
    return tuple(found)


def _is_free(sentence: Span, parts: Sequence[Span]) -> bool:
    """Whether a sentence stands outside all statements."""
    return not any(part.start < sentence.end and sentence.start < part.end for part in parts)


def _testimony(
    facts: ReportFacts,
    statement: Statement | None,
    parts: tuple[Span, ...],
    span: Span,
    names: Mapping[EntityId, str],
) -> Testimony:
    clauses = tuple(
        p for p in facts.propositions if any(_holds(part, p.predicate) for part in parts)
    )
    speaker = None if statement is None else statement.speaker
    return Testimony(
        statement=statement,
        span=span,
        parts=parts,
        words=" ".join(" ".join(part.quote.split()) for part in parts).lower(),
        voice=facts.report.name if speaker is None else _voice(speaker, names),
        clauses=clauses,
    )


def _whole(report: Report, statement: Statement) -> Span:
    """Who says it, the cue and the content in one run of words; else the content alone."""
    around = [*statement.parts]
    around += [statement.cue] if statement.cue is not None else []
    around += [statement.speaker.span] if statement.speaker is not None else []
    start = min(span.start for span in around)
    end = max(span.end for span in around)
    # A speaker who stands paragraphs away is no part of the words.
    if end - start > MOST_CHARACTERS or "\n" in report.text[start:end].strip():
        return statement.content
    return cut(report, start, end)


def _voice(speaker: Speaker, names: Mapping[EntityId, str]) -> str:
    known = names.get(speaker.entity, "") if speaker.entity is not None else ""
    return known or " ".join(speaker.span.quote.split())


def _holds(outer: Span, inner: Span) -> bool:
    return outer.report == inner.report and outer.start <= inner.start and inner.end <= outer.end
