"""Questions of where something happened and how far apart things are."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence

from twosource.claims.questions.context import (
    Context,
    Found,
    entity_at,
    found,
    givers_in,
    holds,
    reports_in,
)
from twosource.claims.questions.happenings import EVENT, Happening, happening_of
from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.sameness import Classes, aspect_of, predicate_of
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import ArgumentRole, Modality, Tense
from twosource.model.report import Span
from twosource.model.value import DistanceValue, PlaceValue
from twosource.reference.cues import VERBS

_LOCATING = frozenset("in at near outside inside on over above beside around".split())


def place_questions(
    cases: Sequence[Context], classes: Classes, event: Collection[str]
) -> Iterable[Question]:
    """Ask where, if voices name different places; ask how far, if more than one voice tells."""
    groups: dict[tuple[str, ...], list[tuple[Found, Happening]]] = {}
    distances: dict[tuple[str, str], list[Found]] = {}
    for context in cases:
        for place in context.facts.places:
            one = found(context, place)
            if one is None or not _locates(one):
                continue
            happening = _placed(one, classes, event)
            if happening is not None:
                groups.setdefault(happening.key, []).append((one, happening))
        for distance in context.facts.distances:
            one = found(context, distance)
            if one is not None:
                distances.setdefault(_ends(context, distance), []).append(one)
    for group in groups.values():
        yield from _where(group)
    for ends, values in distances.items():
        if givers_in(values) > 1 and any(ends):
            yield _how_far(ends, values)


def _placed(one: Found, classes: Classes, event: Collection[str]) -> Happening | None:
    """The happening that a clause sets in a place; ``None`` where it only speaks of one.

    A clause sets the event somewhere if it says that the event happened, not if the event leads to
    something there or may do so.
    """
    clause = one.clause
    if clause is None or clause.modality is not Modality.ACTUAL or clause.tense is Tense.FUTURE:
        return None
    happening = happening_of(one.context, clause, classes, event)
    if happening is None or happening.key != (EVENT,):
        return happening
    says_so = predicate_of(clause, classes) in event or aspect_of(clause) is not None
    return happening if says_so else None


def _locates(one: Found) -> bool:
    """Whether a place is said to be where its clause happens: a preposition of place joins it."""
    clause = one.clause
    if clause is None or clause.lemma in VERBS:
        return False
    if any(holds(far.span, one.answer.span) for far in one.context.facts.distances):
        # "45 km west of the capital" is not in the capital.
        return False
    return any(
        argument.role is ArgumentRole.OBLIQUE
        and argument.preposition in _LOCATING
        and holds(argument.span, one.answer.span)
        for argument in clause.arguments
    )


def _where(group: Sequence[tuple[Found, Happening]]) -> Iterable[Question]:
    values = [one for one, _ in group]
    if givers_in(values) < 2 or len({_place(one) for one in values}) < 2:
        return
    happening = group[0][1]
    names = [h.name for _, h in group if h.name]
    if names:
        text: str | None = f"Where did the {commonest(names)} {happening.aspect or 'happen'}?"
    elif happening.key == (EVENT,):
        text = "Where did it happen?"
    else:
        parts = clause_parts([one.clause for one in values if one.clause is not None])
        text = None if parts is None else asked(parts, "where")
    if text is not None:
        what = " ".join(part for part in happening.key if part)
        reason = f"each is where a clause about {what} sets it, in {reports_in(values)} report(s)"
        yield question_of(
            Topic(QuestionKind.WHERE, text, happening.key, reason), values, _place, _told
        )


def _place(one: Found) -> Hashable:
    value = one.answer.value
    if isinstance(value, PlaceValue) and value.candidates:
        return value.candidates[0].key
    return one.answer.span.quote.lower()


def _told(one: Found) -> str:
    return " ".join(one.answer.span.quote.split())


def _ends(context: Context, value: DistanceValue) -> tuple[str, str]:
    """What a distance is measured from and to, by entity or by words."""
    return (_end(context, value.origin), _end(context, value.target))


def _end(context: Context, span: Span | None) -> str:
    if span is None:
        return ""
    return entity_at(context, span) or span.quote.lower()


def _how_far(ends: tuple[str, str], values: Sequence[Found]) -> Question:
    told = [v for one in values if isinstance(v := one.answer.value, DistanceValue)]
    origins = [value.origin.quote for value in told if value.origin is not None]
    targets = [value.target.quote for value in told if value.target is not None]
    origin = commonest(origins) if origins else ""
    target = commonest(targets) if targets else "it"
    text = f"How far is {target} from {origin}?" if origin else f"How far is {target}?"
    reason = f"each is measured between the same ends, in {reports_in(values)} report(s)"
    return question_of(Topic(QuestionKind.HOW_FAR, text, ends, reason), values, _distance, _told)


def _distance(one: Found) -> Hashable:
    value = one.answer.value
    if not isinstance(value, DistanceValue) or value.kilometres is None:
        return one.answer.span.quote.lower()
    return (value.kilometres.low, value.kilometres.high, value.bearing)
