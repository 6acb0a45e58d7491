"""Hypotheses of a case: offers gathered, evidence sorted to each, the best supported first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from twosource.claims.facts import ReportFacts
from twosource.comparison.voices import STEM
from twosource.hypotheses.ascribing import Ascription
from twosource.hypotheses.bodies import is_part
from twosource.hypotheses.evidence import (
    Bearing,
    Profile,
    bears_on,
    bears_out,
    goes_on,
    read_as,
    tells_of_talk,
    turns_on,
)
from twosource.hypotheses.grouping import Group, grouped, is_rumour
from twosource.hypotheses.offer import Offer, names_in, shown
from twosource.hypotheses.offers import offers_in
from twosource.hypotheses.rating import rated
from twosource.hypotheses.scene import Scene, scene_of
from twosource.hypotheses.sides import side_of
from twosource.hypotheses.testimony import Testimony, testimonies_of
from twosource.language.meaning import Meaning
from twosource.model.claim import NO, YES, Question, QuestionKind
from twosource.model.entity import Entity
from twosource.model.finding import Finding
from twosource.model.hypothesis import Evidence, Hypothesis, HypothesisKind
from twosource.model.identity import EntityId, HypothesisId, content_id
from twosource.model.report import Span
from twosource.model.statement import Stance
from twosource.reference.explanations import SAME_INCIDENT

MOST = 7
"""Explanations that are shown: more than a person weighs at once (Miller 1956)."""

MOST_AIMS = 2
"""Aims among them."""

COMMON = 0.15
"""A word in more than this share of what is said tells no explanation from another."""

_FEWEST_VOICES = 2
_BOTH = 2

# Explanations that words name as such, so that one voice is enough.
_OUTRIGHT = frozenset(
    {
        "actor",
        "absent",
        "denied-kind",
        "cause",
        "excluded",
        "inquiry",
        "listed",
        "rumour",
        "staged",
        "guess",
    }
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a case gives to find explanations in.

    Attributes:
        facts: What each report prints.
        entities: Who and what the reports name.
        questions: The questions of the case.
        findings: What checks of printed details gave.
        ascription: Whom words count for.
        terms: Lemmas that name the event.
    """

    facts: Sequence[ReportFacts]
    entities: Sequence[Entity]
    questions: Sequence[Question]
    findings: Sequence[Finding] = ()
    ascription: Ascription = field(default_factory=Ascription)
    terms: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    group: Group
    hypothesis: Hypothesis


def hypotheses_of(ground: Ground, meaning: Meaning) -> tuple[Hypothesis, ...]:
    """Find which explanations the reports offer, and what speaks for and against each.

    Args:
        ground: What the case gives.
        meaning: Tells how near short texts are in meaning.

    Returns:
        At most :data:`MOST`, those with most voices on either side first. An explanation that is
        not named as one, and that only one voice speaks of, is left out.
    """
    names = {entity.id: entity.name for entity in ground.entities}
    reports = {one.report.id: one.report for one in ground.facts}
    scene = scene_of(ground.facts, ground.terms)
    testimonies = testimonies_of(ground.facts, names, ground.ascription)
    offers = offers_in(ground.questions, testimonies, reports, scene)
    if not offers:
        return ()
    vectors = meaning.vectors([read_as(one) for one in testimonies])
    sides = _known_sides(ground.questions)
    found: list[_Found] = []
    for group in grouped(offers, meaning):
        profile = _profile(group, testimonies, sides, scene)
        bearings = _bearings(profile, testimonies, (vectors @ group.vectors.T).max(axis=1))
        made = _hypothesis(group, bearings, ground.findings, scene)
        found += [_Found(group, made)] if made is not None else []
    return _related(_kept(_without_doubles(found)))


def _without_doubles(found: Sequence[_Found]) -> list[_Found]:
    """Leave out what rests on no more than another explanation does: it is that one.

    An aim stays where a cause rests on the same words, and the cause goes.
    """
    kept: list[_Found] = []
    for number, one in enumerate(found):
        own = _spans(one.hypothesis)
        others = [other for other in found if other is not one]
        inside = [
            other
            for other in others
            if one.group.kind is not HypothesisKind.ACTOR
            and other.group.kind is not HypothesisKind.ACTOR
            and own <= _spans(other.hypothesis)
        ]
        same = [other for other in inside if own == _spans(other.hypothesis)]
        first = all(found.index(other) > number for other in same)
        if not inside or (len(same) == len(inside) and first):
            kept.append(one)
    return kept


def _spans(one: Hypothesis) -> frozenset[Span]:
    return frozenset(item.span for item in (*one.supporting, *one.opposing))


def _known_sides(questions: Sequence[Question]) -> Mapping[str, dict[Span, bool]]:
    """Which answers to a question that is answered both ways say yes, by question."""
    return {
        question.id: {
            answer.span: not claim.answer.startswith(NO)
            for claim in question.claims
            for answer in claim.given
        }
        for question in questions
        if question.kind is QuestionKind.WHETHER
        and len({claim.answer.startswith(NO) for claim in question.claims}) == _BOTH
    }


def _profile(
    group: Group,
    testimonies: Sequence[Testimony],
    sides: Mapping[str, Mapping[Span, bool]],
    scene: Scene,
) -> Profile:
    themes = frozenset(t for offer in group.offers for t in offer.themes)
    themes -= scene.terms | SAME_INCIDENT
    known: dict[Span, bool] = {}
    if group.kind is HypothesisKind.ACTOR:
        known |= _answered(group, sides)
    for offer in group.offers:
        if offer.key[0] == "whether":
            yes = offer.key[2] == YES
            known |= {span: side is yes for span, side in sides.get(offer.key[1], {}).items()}
    return Profile(
        kind=group.kind,
        themes=themes if group.kind is HypothesisKind.ACTOR else _telling(themes, testimonies),
        offers=group.offers,
        bodies=group.bodies,
        known=known,
        is_staging=group.is_staging,
        is_talk=is_rumour(group.offers[0].label),
    )


def _answered(group: Group, sides: Mapping[str, Mapping[Span, bool]]) -> dict[Span, bool]:
    """What answers a question that the words on a doer answer too, in words that name him."""
    raising = [offer.by for offer in group.offers if offer.by is not None and offer.side is None]
    stems = frozenset(stem for body in group.bodies for stem in body.stems)
    found: dict[Span, bool] = {}
    for answers in sides.values():
        yes = [span for span, side in answers.items() if side and _names(span, stems)]
        if any(_within(span, by) for span in yes for by in raising):
            found |= answers
    return found


def _names(span: Span, stems: frozenset[str]) -> bool:
    words = {word[:STEM] for word in names_in(span.quote)}
    return len(words & stems) >= min(2, len(stems)) > 0


def _within(inner: Span, outer: Span) -> bool:
    return inner.report == outer.report and outer.start <= inner.start and inner.end <= outer.end


def _bearings(
    profile: Profile, testimonies: Sequence[Testimony], nearness: NDArray[np.float32]
) -> list[Bearing]:
    found: list[Bearing] = []
    before: Bearing | None = None
    for one, near in zip(testimonies, nearness, strict=True):
        if tells_of_talk(one) and not profile.is_talk:
            before = None
            continue
        bearing = bears_on(one, profile, float(near))
        if bearing is None and before is not None and goes_on(one, before, profile, float(near)):
            side = side_of(one, (), whole=True)
            if side is not None:
                same = side if turns_on(one) else before.is_for
                reason = f"{before.reason}; these words go on"
                bearing = replace(before, testimony=one, is_for=same, reason=reason, raises=False)
        if bearing is None and before is not None and bears_out(one, before):
            reason = f"{before.reason}; these words are given for it"
            bearing = replace(before, testimony=one, reason=reason, raises=False)
        before = bearing
        found += [bearing] if bearing is not None else []
    return found


def _hypothesis(
    group: Group, bearings: Sequence[Bearing], findings: Sequence[Finding], scene: Scene
) -> Hypothesis | None:
    voices = {one.testimony.origin for one in bearings}
    if group.sources == {"cleared"}:
        return None
    outright = bool(group.sources & _OUTRIGHT)
    if not bearings or (len(voices) < _FEWEST_VOICES and not outright):
        return None
    if group.kind is HypothesisKind.AIM and len(voices) < _FEWEST_VOICES:
        return None
    supporting, opposing = rated(bearings, findings)
    raised = tuple(dict.fromkeys(offer.raised for offer in group.offers))
    return Hypothesis(
        id=HypothesisId(content_id("hy", group.kind.value, *_places(raised))),
        kind=group.kind,
        label=_label(group, scene, supporting),
        raised=raised,
        proponents=_speakers(bearings, is_for=True),
        deniers=_speakers(bearings, is_for=False),
        supporting=supporting,
        opposing=opposing,
        overlaps=(),
        reason=f"{_number(len(raised), 'place')} {_verb(len(raised), 'raise')} it; "
        f"{_number(len(voices), 'origin')} {_verb(len(voices), 'bear')} on it",
    )


def _verb(count: int, plural: str) -> str:
    return f"{plural}s" if count == 1 else plural


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _telling(themes: frozenset[str], testimonies: Sequence[Testimony]) -> frozenset[str]:
    """The themes that few testimonies name; all of them where every one is common."""
    most = max(4.0, COMMON * len(testimonies))
    rare = {t for t in themes if sum(t in one.words for one in testimonies) <= most}
    return frozenset(rare) or themes


def _label(group: Group, scene: Scene, supporting: Sequence[Evidence]) -> str:
    """What an explanation is called: its doer and the deed, or the words that name it best."""
    if group.kind is not HypothesisKind.ACTOR:
        saying = {item.span for item in supporting}
        return min(
            group.offers, key=lambda o: (_is_poor(o), o.by not in saying, *_label_order(o))
        ).label
    what = scene.noun
    body = group.body
    if body is None:
        return f"{what} staged"
    return f"{shown(body.words)}: {'staged' if group.is_staging else 'behind'} {what}"


def _is_poor(offer: Offer) -> bool:
    """Whether other words name an explanation better: a sentence's, or one word's alone."""
    return "kind" in offer.key[0] or len(offer.label.split()) == 1


def _label_order(offer: Offer) -> tuple[object, ...]:
    """Labels of words that call it a cause come first, then whole ones, then the shortest."""
    label = offer.label
    size = len(label.split())
    digits = any(c.isdigit() for c in label)
    return (label.endswith("[…]"), digits, not 1 < size <= 8, size, label)


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
        and (one.testimony.stance in acts)
        and (one.raises or not is_for)
        and one.testimony.speaker is not None
        and one.testimony.speaker.entity is not None
    ]
    return tuple(dict.fromkeys(found))


def _kept(found: Sequence[_Found]) -> list[_Found]:
    """The explanations that are shown, in their order."""
    ordered = sorted(found, key=lambda one: (_tier(one), _rank(one.hypothesis)))
    kept: list[_Found] = []
    aims = 0
    for one in ordered:
        is_aim = one.group.kind is HypothesisKind.AIM
        if is_aim and aims == MOST_AIMS:
            continue
        aims += is_aim
        kept.append(one)
    return kept[:MOST]


def _tier(one: _Found) -> int:
    """Who did it comes first, then what words name as its cause, then aims, then disputes."""
    sources = one.group.sources
    if sources & {"actor", "staged"}:
        return 0
    if sources & {"cause", "excluded", "inquiry", "listed", "rumour", "guess"}:
        return 1
    return (
        2
        if sources & {"accused", "aim", "kind", "denied-kind", "warned", "denied", "absent"}
        else 3
    )


def _rank(one: Hypothesis) -> tuple[object, ...]:
    counted = sum(item.counted for item in (*one.supporting, *one.opposing))
    contested = bool(one.supporting) and bool(one.opposing)
    return (not contested, -counted, one.label, one.id)


def _related(found: Sequence[_Found]) -> tuple[Hypothesis, ...]:
    """Explanations with what they lie within and what can be true together with them."""
    told: list[Hypothesis] = []
    for one in found:
        own = {item.span for item in one.hypothesis.supporting}
        others = [other for other in found if other is not one]
        overlaps = tuple(
            other.hypothesis.id
            for other in others
            if own & {item.span for item in other.hypothesis.supporting}
        )
        within = next((o.hypothesis.id for o in others if _is_within(one.group, o.group)), None)
        told.append(replace(one.hypothesis, overlaps=overlaps, within=within))
    return tuple(told)


def _is_within(one: Group, other: Group) -> bool:
    return any(is_part(a, b) for a in one.bodies for b in other.bodies)
