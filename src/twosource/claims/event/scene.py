"""Scenes: what each sentence of a report offers for telling whose event it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from twosource.claims.propositions.carriers import carriers_of
from twosource.claims.propositions.commitment import tense_of
from twosource.claims.propositions.predicates import Predicate, PredicateKind, predicates_in
from twosource.language.interface import NameKind, Reading, Sentence
from twosource.language.tree import base, runs, sentence_range, subtree
from twosource.model.proposition import Tense
from twosource.model.report import RegionKind, Report, Span, cut
from twosource.model.value import PlaceValue, TimeValue
from twosource.reference.cues import VERBS
from twosource.reference.happenings import (
    ANAPHORIC_OPENINGS,
    EARLIER_PHRASES,
    FORESEEN_PHRASES,
    HAPPENING_VERBS,
    INCIDENT_NOUNS,
    NOMINALISATIONS,
    PARALLEL_PHRASES,
    PROGNOSIS_PHRASES,
    RETURNING_PHRASES,
)

LEAD_SENTENCES = 3
"""How many sentences after the headline set the scene: who, what, when, where."""
_ASIDES = frozenset({"acl", "acl:relcl", "advcl:relcl", "appos"})
_NAMING = frozenset(NameKind) - {NameKind.MISCELLANEOUS}


class CueKind(StrEnum):
    """What a discourse cue does."""

    EARLIER = "earlier"
    PARALLEL = "parallel"
    FORESEEN = "foreseen"
    RETURNING = "returning"
    GOING_ON = "going-on"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tie a sentence to another time, another event or the sentence before."""

    kind: CueKind
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence.

    Attributes:
        span: The sentence.
        number: Its number in the reading.
        paragraph: Number of its paragraph.
        lead: Whether it stands in the headline or among the first sentences after it.
        opening: Whether it is of the headline or the very first sentence.
        terms: Lemmas of its happenings, verbs, in order of text.
        nouns: Lemmas of the nouns that name incidents, in order of text.
        names: Names of persons, bodies and places in lower case, in order of text.
        places: Those of them that name places.
        things: Lemmas of other nouns.
        cues: Its discourse cues, in order of text.
        asides: Runs of the text that only qualify a noun: relative clauses, appositions.
        subordinate: Runs of adverbial clauses.
        tense: Tense of its main predicate that is no reporting verb.
        pluperfect: Whether that predicate is in the past perfect.
    """

    span: Span
    number: int
    paragraph: int
    lead: bool
    opening: bool
    terms: tuple[str, ...]
    nouns: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    cues: tuple[Cue, ...]
    asides: tuple[tuple[int, int], ...]
    subordinate: tuple[tuple[int, int], ...]
    tense: Tense
    pluperfect: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What one report gives towards the frame of the case."""

    report: Report
    scenes: tuple[Scene, ...]
    times: tuple[TimeValue, ...]
    places: tuple[PlaceValue, ...]


_CUES: tuple[tuple[CueKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE))
    for kind, patterns in (
        (CueKind.EARLIER, EARLIER_PHRASES),
        (CueKind.PARALLEL, PARALLEL_PHRASES),
        (CueKind.FORESEEN, FORESEEN_PHRASES),
        (CueKind.RETURNING, RETURNING_PHRASES),
    )
)
_PROGNOSIS = re.compile("|".join(PROGNOSIS_PHRASES), re.IGNORECASE)
_GOING_ON = re.compile(rf"[\"“'‘]?(?:{'|'.join(ANAPHORIC_OPENINGS)})", re.IGNORECASE)


def scenes_in(report: Report, reading: Reading) -> tuple[Scene, ...]:
    """Describe each sentence of a report for the layering of its event.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of ``readable(report)``, so that offsets agree.
    """
    predicates: dict[int, list[Predicate]] = {}
    for predicate in predicates_in(reading, ()):
        predicates.setdefault(reading.tokens[predicate.token].sentence, []).append(predicate)
    places = _leads(report, reading)
    return tuple(
        _scene(report, reading, number, predicates.get(number, []), places.get(number))
        for number in range(len(reading.sentences))
    )


def _leads(report: Report, reading: Reading) -> dict[int, int]:
    """Place of each opening sentence, of the first story: 0 in the headline, then counted on."""
    titles = [r for r in report.regions if r.kind is RegionKind.TITLE]
    ends = report.sections[1] if len(report.sections) > 1 else len(report.text)
    found: dict[int, int] = {}
    body = 0
    for number, sentence in enumerate(reading.sentences):
        start = reading.tokens[sentence.first].start
        if any(r.start <= start < r.end for r in titles):
            found[number] = 0
        elif body < LEAD_SENTENCES and start < ends:
            body += 1
            found[number] = body
    return found


def _scene(
    report: Report, reading: Reading, number: int, predicates: list[Predicate], place: int | None
) -> Scene:
    sentence = reading.sentences[number]
    tokens = reading.tokens[sentence.first : sentence.last]
    span = cut(report, tokens[0].start, tokens[-1].end)
    main = _main(reading, predicates)
    return Scene(
        span=span,
        number=number,
        paragraph=sentence.paragraph,
        lead=place is not None,
        opening=place is not None and place <= 1,
        terms=tuple(dict.fromkeys(_terms(predicates))),
        nouns=tuple(dict.fromkeys(_nouns(reading, sentence))),
        names=tuple(dict.fromkeys(_names(reading, number, _NAMING))),
        places=tuple(dict.fromkeys(_names(reading, number, frozenset({NameKind.PLACE})))),
        things=tuple(dict.fromkeys(_things(reading, sentence))),
        cues=tuple(_cues(span)),
        asides=tuple(_runs(reading, sentence, _ASIDES)),
        subordinate=tuple(_runs(reading, sentence, frozenset({"advcl"}))),
        tense=Tense.NONE if main is None else _tense(reading, main, span),
        pluperfect=main is not None and _pluperfect(reading, main.token),
    )


def _terms(predicates: list[Predicate]) -> Iterator[str]:
    for predicate in predicates:
        if predicate.kind is PredicateKind.NOUN or predicate.lemma in HAPPENING_VERBS:
            yield predicate.lemma


def _nouns(reading: Reading, sentence: Sentence) -> Iterator[str]:
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.upos == "NOUN" and token.lemma.lower() in INCIDENT_NOUNS:
            yield token.lemma.lower()


def _names(reading: Reading, number: int, kinds: frozenset[NameKind]) -> Iterator[str]:
    for name in reading.names:
        first = reading.tokens[name.first]
        if first.sentence == number and name.kind in kinds:
            last = reading.tokens[name.last - 1]
            yield " ".join(reading.text[first.start : last.end].lower().split())


def _things(reading: Reading, sentence: Sentence) -> Iterator[str]:
    for token in reading.tokens[sentence.first : sentence.last]:
        lemma = token.lemma.lower()
        if token.upos == "NOUN" and lemma not in NOMINALISATIONS and len(lemma) > 2:
            yield lemma


def _cues(sentence: Span) -> list[Cue]:
    found: list[Cue] = []
    for kind, pattern in _CUES:
        for match in pattern.finditer(sentence.quote):
            start = sentence.start + match.start()
            found.append(Cue(kind, start, sentence.start + match.end(), match[0]))
    opening = _GOING_ON.match(sentence.quote)
    if opening:
        end = sentence.start + opening.end()
        found.append(Cue(CueKind.GOING_ON, sentence.start, end, opening[0]))
    return sorted(found, key=lambda cue: (cue.start, cue.end, cue.kind))


def _runs(
    reading: Reading, sentence: Sentence, relations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.relation in relations:
            for first, last in runs(subtree(reading, token.index)):
                yield reading.tokens[first].start, reading.tokens[last - 1].end


def _main(reading: Reading, predicates: list[Predicate]) -> Predicate | None:
    """The predicate nearest to the root that is no reporting verb and no noun."""
    clauses = [
        p
        for p in predicates
        if p.kind is not PredicateKind.NOUN
        and p.kind is not PredicateKind.MODIFIER
        and p.lemma not in VERBS
    ]
    return min(clauses, key=lambda p: (_depth(reading, p.token), p.token), default=None)


def _depth(reading: Reading, token: int) -> int:
    """How many arcs part a token from the root, a reported clause counting as its verb's own."""
    depth = 0
    while reading.tokens[token].head != token:
        relation = base(reading.tokens[token].relation)
        depth += 0 if relation in {"ccomp", "xcomp", "conj"} else 1
        token = reading.tokens[token].head
    return depth


def _tense(reading: Reading, predicate: Predicate, sentence: Span) -> Tense:
    """Tense of a predicate; "would" is a future only where somebody is said to have told it."""
    if _PROGNOSIS.search(sentence.quote):
        return Tense.PRESENT
    tense = tense_of(reading, predicate, carriers_of(reading, predicate.token), headline=False)
    supposed = any(
        reading.tokens[c].lemma.lower() in {"would", "'d", "’d"}
        for c in reading.children[predicate.token]
    )
    if tense is not Tense.FUTURE or not supposed:
        return tense
    first, last = sentence_range(reading, predicate.token)
    told = any(reading.tokens[t].lemma.lower() in VERBS for t in range(first, last))
    return Tense.FUTURE if told else Tense.NONE


def _pluperfect(reading: Reading, verb: int) -> bool:
    helpers = [
        reading.tokens[c]
        for c in reading.children[verb]
        if base(reading.tokens[c].relation) in {"aux", "cop"}
    ]
    return any(h.lemma.lower() == "have" and h.xpos == "VBD" for h in helpers)
