"""What stands near a span: its sentence, and the words between two spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from twosource.claims.facts import ReportFacts
from twosource.model.report import Report, Span


class HasSpan(Protocol):
    """Anything that stands at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Value = TypeVar("Value", bound=HasSpan)


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span of a report lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end


def sentence_around(facts: ReportFacts, span: Span) -> Span | None:
    """The sentence in which a span lies; ``None`` where none does."""
    return next((s.span for s in facts.sentences if holds(s.span, span)), None)


def inside(values: Sequence[Value], outer: Span) -> list[Value]:
    """The values that lie within a span, in order."""
    return [value for value in values if holds(outer, value.span)]


def between(report: Report, first: Span, second: Span) -> str:
    """The words between two spans; empty where they overlap."""
    return report.text[first.end : second.start]


def neighbours(values: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Each value with the next one, in order of text."""
    ordered = sorted(values, key=lambda value: (value.span.start, value.span.end))
    yield from pairwise(ordered)
