"""Hypotheses of a case: offers gathered, evidence sorted to each, the best supported first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from twosource.claims.facts import ReportFacts
from twosource.comparison.voices import STEM, one_voice
from twosource.hypotheses.evidence import Bearing, Profile, bears_on, goes_on, is_rumour, rated
from twosource.hypotheses.offers import Offer, offers_in
from twosource.hypotheses.testimony import Testimony, testimonies_of
from twosource.language.meaning import Meaning
from twosource.model.claim import NO, Question
from twosource.model.entity import Entity
from twosource.model.hypothesis import Hypothesis, HypothesisKind
from twosource.model.identity import EntityId, HypothesisId, content_id
from twosource.model.report import Span
from twosource.model.statement import Stance
from twosource.reference.explanations import BODIES

MOST = 7
"""Explanations that are shown: more than a person weighs at once (Miller 1956)."""

ONE_EXPLANATION = 0.5
"""Cosine of two labels that name one thing, from which they are one explanation."""

COMMON = 0.15
"""A word in more than this share of what is said tells no explanation from another."""

_FEWEST_VOICES = 2

# Explanations that words name as such, so that one voice is enough.
_OUTRIGHT = frozenset({"actor", "cause", "rumour", "staged"})


@dataclass(frozen=True, slots=True)
class _Group:
    offers: tuple[Offer, ...]
    vector: NDArray[np.float32]


def hypotheses_of(
    facts: Sequence[ReportFacts],
    entities: Sequence[Entity],
    questions: Sequence[Question],
    meaning: Meaning,
    terms: Sequence[str] = (),
) -> tuple[Hypothesis, ...]:
    """Find which explanations the reports offer, and what speaks for and against each.

    Args:
        facts: What each report prints.
        entities: Who and what the reports name.
        questions: The questions of the case.
        meaning: Tells how near short texts are in meaning.
        terms: Lemmas that name the event; they tell no explanation from another.

    Returns:
        At most :data:`MOST`, those with most voices on either side first. Hypotheses that nobody
        but one voice speaks of are left out.
    """
    names = {entity.id: entity.name for entity in entities}
    reports = {one.report.id: one.report for one in facts}
    testimonies = testimonies_of(facts, names)
    offers = offers_in(questions, testimonies, reports, terms)
    if not offers:
        return ()
    groups = _grouped(offers, meaning)
    vectors = meaning.vectors([one.words for one in testimonies])
    sides = _known_sides(questions)
    found = [
        (_tier(group), one)
        for group in groups
        if (one := _hypothesis(group, testimonies, vectors, sides, frozenset(terms))) is not None
    ]
    kept = sorted(found, key=lambda pair: (pair[0], _rank(pair[1])))[:MOST]
    return tuple(_overlapping([one for _, one in kept]))


def _tier(group: _Group) -> int:
    """Whom the event is laid to comes first, then what words name as its cause, then disputes."""
    keys = {offer.key[0] for offer in group.offers}
    if keys & {"actor", "staged"}:
        return 0
    return 1 if keys & {"cause", "doer", "rumour", "guess"} else 2


def _known_sides(questions: Sequence[Question]) -> Mapping[str, dict[Span, bool]]:
    """Which answers to a question say yes, by question."""
    return {
        question.id: {
            answer.span: not claim.answer.startswith(NO)
            for claim in question.claims
            for answer in claim.given
        }
        for question in questions
    }


def _grouped(offers: Sequence[Offer], meaning: Meaning) -> list[_Group]:
    """Offers with one key, or with labels near in meaning and of one kind, are one explanation."""
    by_key: dict[tuple[str, ...], list[Offer]] = {}
    for offer in offers:
        by_key.setdefault(offer.key, []).append(offer)
    keyed = list(by_key.values())
    vectors = meaning.vectors([group[0].label for group in keyed])
    merged: list[tuple[list[Offer], NDArray[np.float32]]] = []
    for group, vector in zip(keyed, vectors, strict=True):
        near = [
            (float(vector @ other), known)
            for known, other in merged
            if _may_merge(known[0], group[0])
        ]
        best = max(near, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= _least(best[1][0], group[0]):
            best[1].extend(group)
        else:
            merged.append((list(group), vector))
    return [_Group(tuple(group), vector) for group, vector in merged]


def _least(one: Offer, other: Offer) -> float:
    """The cosine from which two offers are one; lower where one names nothing but the other's."""
    if one.agent and other.agent and "actor" in {one.key[0], other.key[0]}:
        return -1.0
    smaller, larger = sorted((one.themes, other.themes), key=len)
    return (
        ONE_EXPLANATION / 2
        if smaller <= larger and len(smaller) < len(larger) + 2
        else (ONE_EXPLANATION)
    )


def _may_merge(one: Offer, other: Offer) -> bool:
    """Bodies are told apart by name, and nothing is merged with what was staged."""
    if "staged" in {one.key[0], other.key[0]}:
        return False
    if one.agent and other.agent and "actor" in {one.key[0], other.key[0]}:
        return _one_body(one.agent, other.agent)
    if one.kind is not other.kind:
        return False
    if one.key[0] == "doer" == other.key[0] or is_rumour(one.label) != is_rumour(other.label):
        return False
    return bool(one.themes & other.themes)


def _one_body(one: str, other: str) -> bool:
    """Whether two names are one body: a country and its army are, and its partisans are not."""
    heads = {name.split()[-1].casefold().strip(".") for name in (one, other)}
    named = {head[:STEM] for head in heads if head not in BODIES}
    return one_voice(one, other) and len(named) < 2


def _hypothesis(
    group: _Group,
    testimonies: Sequence[Testimony],
    vectors: NDArray[np.float32],
    sides: Mapping[str, Mapping[Span, bool]],
    terms: frozenset[str],
) -> Hypothesis | None:
    first = group.offers[0]
    themes = frozenset(t for offer in group.offers for t in offer.themes) - terms
    known: dict[Span, bool] = {}
    for offer in group.offers:
        if offer.key[0] == "whether":
            known |= sides.get(offer.key[1], {})
        elif offer.side is not None:
            known[offer.raised] = offer.side
    staging = first.key == ("staged",)
    profile = Profile(
        first.kind is HypothesisKind.ACTOR,
        themes if first.key[0] == "actor" or staging else _telling(themes, testimonies),
        known,
        terms,
        staging,
    )
    nearness = vectors @ group.vector
    bearings: list[Bearing] = []
    before: Bearing | None = None
    for testimony, near in zip(testimonies, nearness, strict=True):
        # That there was talk of a thing does not say that it was so.
        if is_rumour(testimony.words) and not is_rumour(first.label):
            continue
        one = bears_on(testimony, profile, float(near))
        if one is None and before is not None and goes_on(testimony, before.testimony):
            one = replace(before, testimony=testimony, reason=f"{before.reason}; these words go on")
        before = one
        if one is not None:
            bearings.append(one)
    voices = {one.testimony.voice.casefold() for one in bearings}
    outright = any(offer.key[0] in _OUTRIGHT for offer in group.offers)
    if not bearings or (len(voices) < _FEWEST_VOICES and not outright):
        return None
    supporting, opposing = rated(bearings)
    raised = tuple(dict.fromkeys(offer.raised for offer in group.offers))
    return Hypothesis(
        id=HypothesisId(content_id("hy", first.kind.value, *_places(raised))),
        kind=first.kind,
        label=min((offer.label for offer in group.offers), key=_label_order),
        raised=raised,
        proponents=_speakers(bearings, is_for=True),
        deniers=_speakers(bearings, is_for=False),
        supporting=supporting,
        opposing=opposing,
        overlaps=(),
        reason=f"{len(group.offers)} place(s) offer it; {len(voices)} voices bear on it",
    )


def _telling(themes: frozenset[str], testimonies: Sequence[Testimony]) -> frozenset[str]:
    """The themes that few testimonies name; all of them where every one is common."""
    most = max(4.0, COMMON * len(testimonies))
    rare = {t for t in themes if sum(t in one.words for one in testimonies) <= most}
    return frozenset(rare) or themes


def _label_order(label: str) -> tuple[object, ...]:
    """Labels that are whole come first, then those of two to eight words, then the shortest."""
    size = len(label.split())
    return (label.endswith("[…]"), not 2 <= size <= 8, size, label)


def _places(spans: Sequence[Span]) -> list[str | int | None]:
    fields: list[str | int | None] = []
    for span in spans:
        fields += [span.report, span.start, span.end]
    return fields


def _speakers(bearings: Sequence[Bearing], *, is_for: bool) -> tuple[EntityId, ...]:
    """Who says it, or denies it: those who speak of it themselves, each once."""
    acts = {Stance.ASSERTS, Stance.ACCUSES, Stance.HEDGES} if is_for else {Stance.DENIES}
    found = [
        one.testimony.speaker.entity
        for one in bearings
        if one.is_for is is_for
        and one.testimony.stance in acts
        and one.testimony.speaker is not None
        and one.testimony.speaker.entity is not None
    ]
    return tuple(dict.fromkeys(found))


def _rank(one: Hypothesis) -> tuple[object, ...]:
    counted = sum(item.counted for item in (*one.supporting, *one.opposing))
    contested = bool(one.supporting) and bool(one.opposing)
    return (not contested, -counted, one.label, one.id)


def _overlapping(found: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Explanations that rest on the same words can be true together."""
    told: list[Hypothesis] = []
    for one in found:
        own = {item.span for item in one.supporting}
        others = tuple(
            other.id
            for other in found
            if other is not one and own & {item.span for item in other.supporting}
        )
        told.append(replace(one, overlaps=others))
    return told
