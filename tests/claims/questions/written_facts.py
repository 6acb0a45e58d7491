"""Builders of small facts for questions: every value is cut by quoting the report."""

from __future__ import annotations

from datetime import date

from tests.factory import span

from twosource.claims.facts import ReportFacts
from twosource.model.event import Layer, LayeredSentence
from twosource.model.proposition import Argument, ArgumentRole, Modality, Proposition, Tense
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Statement
from twosource.model.value import (
    Amount,
    AnchorBasis,
    ClockTime,
    Precision,
    QuantityKind,
    QuantityValue,
    TimeRelation,
    TimeValue,
    Value,
)


def facts(
    report: Report,
    *found: Value | Proposition,
    statements: tuple[Statement, ...] = (),
    layers: tuple[Layer, ...] = (),
) -> ReportFacts:
    """The facts of a report whose sentences end at full stops; its first sentences get layers."""
    sentences: list[LayeredSentence] = []
    start = 0
    while start < len(report.text):
        end = report.text.find(".", start)
        end = len(report.text) if end < 0 else end + 1
        number = len(sentences)
        layer = layers[number] if number < len(layers) else Layer.EVENT
        sentences.append(LayeredSentence(cut(report, start, end), number, layer, "by hand"))
        start = end + 1
    ordered = sorted(found, key=lambda one: one.span.start)
    return ReportFacts(
        report=report,
        statements=statements,
        propositions=tuple(p for p in ordered if isinstance(p, Proposition)),
        times=tuple(v for v in ordered if isinstance(v, TimeValue)),
        durations=(),
        quantities=tuple(v for v in ordered if isinstance(v, QuantityValue)),
        places=(),
        distances=(),
        sentences=tuple(sentences),
    )


def count(
    report: Report,
    words: str,
    number: int,
    noun: str,
    status: str = "",
) -> QuantityValue:
    """A count of things, printed in ``words``."""
    at = span(report, words)
    amount = Amount(number, number)
    return QuantityValue(at, QuantityKind.COUNT, amount, "", None, noun, status)


def moment(report: Report, words: str, clock: ClockTime | None, day: date | None) -> TimeValue:
    """A time that is read without doubt."""
    precision = Precision.DAY if clock is None else Precision.MINUTE
    anchor = AnchorBasis.PRINTED
    at = span(report, words)
    return TimeValue(at, (), precision, False, TimeRelation.AT, clock, None, day, anchor, "by hand")


def clause(
    report: Report,
    words: str,
    predicate: str,
    lemma: str,
    *arguments: Argument,
    statement: Statement | None = None,
) -> Proposition:
    """A proposition; its sentence is counted by the full stops before it."""
    at = span(report, words)
    said = span(report, predicate, at.start)
    return Proposition(
        span=at,
        predicate=said,
        lemma=lemma,
        arguments=arguments,
        positive=True,
        modality=Modality.ACTUAL,
        tense=Tense.PAST,
        nominal=False,
        sentence=report.text[: at.start].count("."),
        statement=statement.id if statement else None,
    )


def agent(report: Report, words: str, lemma: str, preposition: str = "") -> Argument:
    """Who does it."""
    return _argument(report, ArgumentRole.AGENT, words, lemma, preposition)


def patient(report: Report, words: str, lemma: str, preposition: str = "") -> Argument:
    """Whom or what it is done to."""
    return _argument(report, ArgumentRole.PATIENT, words, lemma, preposition)


def _argument(
    report: Report, role: ArgumentRole, words: str, lemma: str, preposition: str
) -> Argument:
    whole = span(report, words)
    return Argument(role, preposition, whole, _last_word(report, whole), lemma)


def _last_word(report: Report, whole: Span) -> Span:
    word = whole.quote.split()[-1]
    return cut(report, whole.end - len(word), whole.end)
