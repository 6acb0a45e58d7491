"""Figures that tell a feature of the event, whatever clause they stand in.

A report that says "the first engine was there in eight minutes" and a witness who "waited half an
hour for the brigade" answer one question in no common word but the help that came. So figures are
laid under a feature by the words near them in their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.claims.questions.bare_numbers import with_nouns
from twosource.claims.questions.context import Context, Found, found, holds
from twosource.claims.questions.features.lengths import since, standing_for
from twosource.claims.questions.features.near import (
    BLANK,
    anchor_of,
    anchored,
    beside_of,
    has_form,
    is_near,
    is_stated,
    kind_at,
    part_around,
    unless_of,
)
from twosource.model.event import Layer, LayeredSentence
from twosource.model.value import (
    DurationValue,
    Precision,
    QuantityKind,
    QuantityValue,
    TimeRelation,
    TimeValue,
    Value,
)
from twosource.reference.features import FEATURES, Feature, Sort
from twosource.reference.measures import factor

_ALLOWING = frozenset({"capacity", "load limit", "compensation"})
_NEGATIVE_TOO = frozenset({"arrival", "inspected", "valid", "capacity", "experience", "at work"})
"""Features of which a negative clause tells as well: "no engine came for an hour"."""
_DATES = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR}
)
_CLOCKS = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR})
_SORTS = {
    Sort.METRES: "meter",
    Sort.WEIGHT: "kilogram",
    Sort.VOLUME: "liter",
    Sort.SPEED: "kilometer_per_hour",
}
_SHORT = 90
"""Characters of a sentence that may be the answer to the question before it."""
# "MR ADE:" in a line of its own.
_LABEL = re.compile(r"[A-Z][\w.’' -]{0,40}:")
_WINDOW = 110


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that tells a feature.

    Attributes:
        found: The figure with its place; what narrowed it down is taken off.
        feature: What it tells.
        kind: Of which kind, as the feature has them.
        noun: What it counts.
        scope: What narrowed it down in its own clause.
        last: Whether it is said to be the last time.
    """

    found: Found
    feature: Feature
    kind: str
    noun: str = ""
    scope: tuple[str, ...] = ()
    last: bool = False


def figures_in(context: Context) -> Iterator[Figure]:
    """The figures of a report that tell a feature, in order of offset.

    Args:
        context: The report.
    """
    values = values_in(context)
    at, asked = 0, ""
    for sentence in context.facts.sentences:
        inside: list[tuple[Sort, Value]] = []
        while at < len(values) and values[at][1].span.start < sentence.span.end:
            if values[at][1].span.start >= sentence.span.start:
                inside.append(values[at])
            at += 1
        quote = sentence.span.quote.strip()
        if inside and sentence.layer is not Layer.PARALLEL:
            yield from _in_sentence(context, sentence, inside, asked)
        if not _LABEL.fullmatch(quote):
            asked = f"{_lower(quote[:-1])} ~ " if quote.endswith("?") else ""


def values_in(context: Context) -> list[tuple[Sort, Value]]:
    """The figures of a report by sort, in order of offset."""
    told: list[tuple[Sort, Value]] = []
    for value in with_nouns(context):
        sort = _sort_of(value)
        if sort is not None and not _speaks(context, value):
            told.append((sort, value))
    for time in context.facts.times:
        if time.clock is not None and time.precision in _CLOCKS:
            told.append((Sort.CLOCK, time))
        elif time.precision in _DATES:
            told.append((Sort.DATE, time))
    told += [(Sort.LENGTH, value) for value in context.facts.durations]
    return sorted(told, key=lambda pair: (pair[1].span.start, pair[1].span.end))


def _speaks(context: Context, value: Value) -> bool:
    """Whether a number counts those who say something: "three traders said"."""
    return any(
        said.speaker is not None and holds(said.speaker.span, value.span)
        for said in context.facts.statements
    )


def _sort_of(value: QuantityValue) -> Sort | None:
    if value.kind is QuantityKind.COUNT:
        return Sort.COUNT
    if value.kind is QuantityKind.MONEY or value.unit in {"pound", "dollar", "euro"}:
        return Sort.MONEY
    if value.kind is QuantityKind.MEASURE:
        return next((s for s, unit in _SORTS.items() if factor(value.unit, unit)), Sort.MEASURE)
    return None


def _in_sentence(
    context: Context,
    sentence: LayeredSentence,
    values: Sequence[tuple[Sort, Value]],
    asked: str,
) -> Iterator[Figure]:
    """The figures of a sentence; a short one goes on with the question before it."""
    before = asked if len(sentence.span.quote) <= _SHORT else ""
    start = sentence.span.start - len(before)
    words = before + _lower(sentence.span.quote)
    for _, value in values:
        first, last = _start(value) - start, min(_end(value) - start, len(words))
        words = f"{words[:first]}{BLANK * (last - first)}{words[last:]}"
    sorts = {sort for sort, _ in values} | {Sort.LENGTH, Sort.DATE}
    for feature in FEATURES:
        if feature.sort not in sorts:
            continue
        if not feature.forms and not anchor_of(feature).search(words):
            continue
        for sort, value in values:
            fitting = _fitting(context, feature, (sort, value), words, start)
            if fitting is None:
                continue
            told = _told(context, feature, fitting, words, start)
            if told is not None:
                yield told


def _fitting(
    context: Context, feature: Feature, sorted_value: tuple[Sort, Value], words: str, start: int
) -> Value | None:
    """A figure in the sort that a feature is told in; ``None``: it is of another."""
    sort, value = sorted_value
    if sort is Sort.DATE and feature.key == "inspected" and _is_of_now(context, value):
        return None
    if isinstance(value, QuantityValue) and feature.nouns:
        if value.noun.lower() not in feature.nouns or value.status:
            return None
        if (value.amount.high or feature.floor) < feature.floor or _is_rate(context, value):
            return None
        if value.part and not _ALL_OF_THEM.match(words[value.span.end - start :]):
            return None
    if sort is feature.sort:
        return value
    published = context.facts.report.published
    if published is None:
        return None
    if feature.key == "experience" and isinstance(value, TimeValue) and sort is Sort.DATE:
        return since(value, published.interval.start) if _JOINED.search(words) else None
    if feature.sort is Sort.DATE and isinstance(value, DurationValue) and _NOT_FOR.search(words):
        return standing_for(value, published.interval.start)
    return None


def _is_rate(context: Context, value: QuantityValue) -> bool:
    """Whether so many are told by time: "1,500 persons an hour"."""
    end = value.span.end
    return _RATE.match(context.facts.report.text[end : end + _CLOSE]) is not None


_CLOSE = 30
_RATE = re.compile(r"\s+(?:\w+\s+)?(?:an?|per|each|every) (?:hour|day|minute|week|month|year)\b")


def _is_of_now(context: Context, value: Value) -> bool:
    """Whether a date is that of the report or the day before: what is inspected afterwards."""
    published = context.facts.report.published
    if published is None or not isinstance(value, TimeValue) or value.day is None:
        return False
    if value.precision is not Precision.DAY:
        return value.span.quote.lower().startswith("this")
    return abs((published.interval.start.date() - value.day).days) <= _RECENT


_RECENT = 3
# "They came singing, four thousand of them by the union's count."
_ALL_OF_THEM = re.compile(r" of (?:them|us)\b(?! (?:were|was|had|have|are))")
_JOINED = re.compile(r"\b(?:joined|hired|taken on|took over|appointed|qualified|started)\b")
_NOT_FOR = re.compile(
    r"\b(?:not|n['’]t|nobody|no one|never|no \w+)\b.*\bfor (?:\w+ )*\x00|\x00 for"
)


def _told(
    context: Context, feature: Feature, value: Value, words: str, start: int
) -> Figure | None:
    """A figure under a feature, where its words stand near it and nothing speaks against it."""
    first, last = _start(value) - start, _end(value) - start
    near = words[max(0, first - _WINDOW) : last + _WINDOW]
    told_of = context.facts.report.text.lower() if feature.wide else near
    if not all(pattern.search(told_of) for pattern in beside_of(feature)):
        return None
    unless = unless_of(feature)
    close = part_around(words, first, last)
    if unless is not None and unless.search(close):
        return None
    if not has_form(feature, words, first) and not is_near(feature, words, first, last):
        return None
    kind = kind_at(feature, words, anchored(feature, words, first, last))
    one = (
        None
        if kind is None
        else found(context, value, standing=feature.standing, promised=feature.key in _ALLOWING)
    )
    if (
        one is None
        or kind is None
        or not is_stated(
            words[:first],
            allowing=feature.key in _ALLOWING,
            negative=feature.key in _NEGATIVE_TOO,
        )
    ):
        return None
    noun, scope = (
        (value.noun.lower(), value.scope) if isinstance(value, QuantityValue) else ("", ())
    )
    placed = replace(one, answer=replace(one.answer, value=plain(value)))
    return Figure(placed, feature, kind, noun, scope, _LAST.search(near) is not None)


def _start(value: Value) -> int:
    """Where the figure itself begins, without the word that ties it on ("within two hours")."""
    tied = _LED.match(value.span.quote) if isinstance(value, DurationValue) else None
    return value.span.start + (0 if tied is None else tied.end())


_LED = re.compile(r"(?i)(?:within|after|in|for)\s+")


def _end(value: Value) -> int:
    """Where the figure itself ends, without the word that ties it on ("two hours before")."""
    tied = _TIED.search(value.span.quote) if isinstance(value, DurationValue) else None
    return value.span.end if tied is None else value.span.start + tied.start()


_TIED = re.compile(r"(?i)\s+(?:before|after|later|earlier)\Z")


_LAST = re.compile(
    r"\b(?:last|latest|most recent|not been|n['’]t been|never|nobody|no one|no \w+ has|since)\b"
    r"(?! (?:month|week|year|night))|took place"
)


def plain(value: Value) -> Value:
    """A figure without what narrowed it down in its own clause."""
    if isinstance(value, QuantityValue):
        return replace(value, counted=None, noun="", status="", scope=(), part=False)
    if isinstance(value, TimeValue) and value.relation in {
        TimeRelation.UNTIL,
        TimeRelation.SINCE,
    }:
        return replace(value, relation=TimeRelation.AT)
    return value


def _lower(text: str) -> str:
    """A text in lower case, as long as it was."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
