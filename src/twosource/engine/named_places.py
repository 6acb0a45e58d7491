"""Places that reports name and that answer no question: looked up by their names alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.claims.places.name import PlaceName
from twosource.claims.places.rank import located
from twosource.engine.desk import applied_case
from twosource.model.case import Case
from twosource.model.entity import EntityKind, MentionForm
from twosource.model.identity import EntityId
from twosource.model.report import Span
from twosource.model.value import Place, PlaceValue
from twosource.store.kept import open_kept

MOST_PASSAGES = 8
"""Passages that are given for one place; how many there are is told beside them."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that reports name and that answers no question.

    Attributes:
        entity: Id of the entity.
        name: Its fullest name.
        mentioned: How often it is named.
        spans: Passages that name it, the first of each report first.
        place: Where it lies, where its name and the other names of the case leave no doubt.
        reason: What decided that, or why it cannot be told.
    """

    entity: EntityId
    name: str
    mentioned: int
    spans: tuple[Span, ...]
    place: Place | None
    reason: str


def named_places(place: str) -> tuple[NamedPlace, ...]:
    """The places of a kept case that answer no question, those named most first.

    Raises:
        NotFoundError: If there is no such case, or it was not examined yet.
    """
    with open_kept(place) as kept:
        return places_without_question(applied_case(kept).case)


def places_without_question(case: Case) -> tuple[NamedPlace, ...]:
    """The places of a case that answer no question, those named most first.

    All names of places in the case vote on where each lies, as they do when it is examined; what
    stands around a name is not looked at again, so that fewer are certain than among answers.
    """
    entities = [one for one in case.entities if one.kind is EntityKind.PLACE]
    spans = {
        one.id: [m.span for m in one.mentions if m.form is MentionForm.NAME] for one in entities
    }
    names = [
        PlaceName(span, " ".join(span.quote.split())) for all_ in spans.values() for span in all_
    ]
    values = dict(zip((name.span for name in names), located(names), strict=True))
    answered = _answered(case)
    found = [
        NamedPlace(
            entity.id,
            entity.name,
            len(spans[entity.id]),
            _first_of_each(spans[entity.id])[:MOST_PASSAGES],
            *_where(values[span] for span in spans[entity.id]),
        )
        for entity in entities
        if spans[entity.id] and not any(_meets(span, answered) for span in spans[entity.id])
    ]
    return tuple(sorted(found, key=lambda one: (-one.mentioned, one.name, one.entity)))


def _answered(case: Case) -> dict[str, list[Span]]:
    """The words of answers that are places, by report."""
    found: dict[str, list[Span]] = {}
    for question in case.questions:
        for claim in question.claims:
            for given in claim.given:
                if isinstance(given.value, PlaceValue):
                    found.setdefault(given.report, []).append(given.span)
    return found


def _meets(span: Span, answered: dict[str, list[Span]]) -> bool:
    near = answered.get(span.report, ())
    return any(one.start < span.end and span.start < one.end for one in near)


def _first_of_each(spans: Iterable[Span]) -> tuple[Span, ...]:
    all_ = list(spans)
    first = {span.report: span for span in reversed(all_)}
    return tuple(sorted(all_, key=lambda one: first[one.report] != one))


def _where(values: Iterable[PlaceValue]) -> tuple[Place | None, str]:
    """Where a place lies if all its names that are certain say the same."""
    all_ = list(values)
    certain = {one.candidates[0].key: one for one in all_ if one.certain and one.candidates}
    if len(certain) == 1:
        (one,) = certain.values()
        return one.candidates[0], one.reason
    if certain:
        return None, "its names lead to several places"
    return None, all_[0].reason
