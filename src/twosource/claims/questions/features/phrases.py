"""Figures in phrases that say nearly the same, under no row of a table.

"The goods train of 22 wagons" and "the freight train consisted of 31 wagons" answer one question
that no list foresaw. Each figure is read with the words right around it, itself taken out, and two
figures of one sort collide where those words are near in meaning. Whole sentences are of no use
here: they are near wherever they tell of one event.

Thresholds: on invented events of eight sorts and on the development events, pairs of phrases that
told of one thing lay above them and pairs that did not lay below, but for what the further tests
leave out: totals beside their parts, what a thing may hold, other names, other orders.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.claims.questions.context import (
    Context,
    Found,
    found,
    holds,
    reports_in,
    sentence_at,
)
from twosource.claims.questions.features.apart import are_apart
from twosource.claims.questions.features.figures import Figure, plain, values_in
from twosource.claims.questions.features.groups import MOST, differing
from twosource.claims.questions.features.near import is_stated
from twosource.claims.questions.features.told import normal_of, words_of
from twosource.claims.questions.kin import TELLING_APART
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.room import is_of_room
from twosource.claims.questions.sameness import argument, is_pronoun
from twosource.claims.questions.telling import Topic, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import Question, QuestionKind
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole
from twosource.model.report import Span
from twosource.model.value import QuantityKind, QuantityValue, Value
from twosource.reference.cues import PERSON_ROLES
from twosource.reference.features import Feature, Sort
from twosource.reference.statuses import PERSONS

NEAR = {
    Sort.LENGTH: 0.57,
    Sort.CLOCK: 0.6,
    Sort.COUNT: 0.6,
    Sort.MONEY: 0.58,
    Sort.WEIGHT: 0.6,
    Sort.VOLUME: 0.6,
    Sort.METRES: 0.7,
    Sort.MEASURE: 0.6,
}
"""Cosine of two phrases from which their figures answer one question, by sort."""
_NEAR_PEOPLE, _SURE = 0.78, 0.75
_PEOPLE = PERSONS | PERSON_ROLES
"""Of people several counts are told in like words: those who slept, those who lived there."""
ALONE = {
    Sort.COUNT: 0.3,
    Sort.MONEY: 0.42,
    Sort.WEIGHT: 0.35,
    Sort.VOLUME: 0.35,
    Sort.METRES: 0.3,
    Sort.MEASURE: 0.3,
}
"""The same where each of two reports has one figure alone of that noun or unit, which it then
mostly tells of the one thing that there is; people are of many sorts and need more."""
_ALONE_PEOPLE = 0.6
_FACTOR = 1.15
_FEWEST, _MOST_WORDS = 4, 30
_PARTING = re.compile(r"[;:.!?,]| and (?!a half)| but | when | while | because ")
_PART = re.compile(
    r"(?i)\b(?:"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|all|none|half) of …|"
    r"of (?:the|its|his|her|their|them|whom|which|these|those)|among|including|remaining|"
    r"other|another|more|further|extra|additional|some|last (?:week|month|year))\b"
)
_ALLOWED = re.compile(
    r"(?i)\b(?:permit\w*|licen[cs]\w*|capacity|limit\w*|allow\w*|approv\w*|plan\w*|should|rule\w*|"
    r"require\w*|maxim\w+|minim\w+|roster|normal\w*|usual\w*|ago|later|earlier|average|expected|scheduled|due)\b"
)
_NAME = re.compile(r"(?<=\w )[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A figure with the words around it.

    Attributes:
        figure: The figure.
        words: The words around it, ``…`` for the figure.
        noun: What it counts.
        layer: How its sentence stands to the event.
        sentence: Its sentence.
        alone: Whether its report has no other figure of that noun or unit.
    """

    figure: Figure
    words: str
    noun: str
    layer: Layer | None
    sentence: Span
    alone: bool

    @property
    def found(self) -> Found:
        """Where the figure stands."""
        return self.figure.found


def phrase_questions(
    cases: Sequence[Context], meaning: Meaning, known: Sequence[set[Span]]
) -> Iterator[Question]:
    """Ask for what figures tell in phrases that are near in meaning, where they differ.

    Args:
        cases: The reports.
        meaning: Tells which phrases are near in meaning.
        known: The places that questions hold together already.
    """
    near = Nearness(meaning)
    groups: dict[tuple[Sort, str], list[_Phrase]] = {}
    for context in cases:
        for sort, one in _phrases(context):
            groups.setdefault((sort, one.noun), []).append(one)
    for (sort, _), group in sorted(groups.items()):
        reports = {one.found.answer.report for one in group}
        if len(reports) < 2:
            continue
        kept = group[:MOST]
        near.read([one.words for one in kept])
        yield from _questions(kept, sort, near, known)


def _phrases(context: Context) -> Iterator[tuple[Sort, _Phrase]]:
    figures = Counter(_of_what(value) for value in context.facts.quantities)
    for sort, value in values_in(context):
        alone = isinstance(value, QuantityValue) and figures[_of_what(value)] <= 1
        one = _phrase(context, sort, value, alone)
        if one is not None:
            yield sort, one


def _of_what(value: QuantityValue) -> tuple[str, str]:
    return value.noun.lower() if value.kind is QuantityKind.COUNT else "", value.unit


def _phrase(context: Context, sort: Sort, value: Value, alone: bool) -> _Phrase | None:
    one, sentence = found(context, value, standing=True), sentence_at(context, value.span)
    if one is None or sentence is None or sort not in NEAR:
        return None
    noun = ""
    if isinstance(value, QuantityValue) and sort is Sort.COUNT:
        noun = value.noun.lower()
        if not noun or value.status or value.part or is_of_room(one):
            return None
        if value.counted is not None and _NARROWED.search(value.counted.quote):
            return None
    if any(holds(far.span, value.span) for far in context.facts.distances):
        # What a distance is measured from is compared with it.
        return None
    start, text = sentence.span.start, sentence.span.quote.replace("\n", " ")
    left, right = _around(text[: value.span.start - start], text[value.span.end - start :])
    if not is_stated(left.lower()) or _ALLOWED.search(f"{left} {value.span.quote} {right}"):
        return None
    if sort is Sort.COUNT and _PART.search(f"{left[-_CLOSE:]} … {right[:_CLOSE]}"):
        return None
    words = " ".join(f"{left} {_GAP} {right}".split()[:_MOST_WORDS])
    placed = replace(one, answer=replace(one.answer, value=plain(value)))
    return _Phrase(
        Figure(placed, _FEATURES[sort], ""), words, noun, sentence.layer, sentence.span, alone
    )


def _around(before: str, after: str) -> tuple[str, str]:
    """The words around a figure in its part of the sentence, with the next part if they are few."""
    starts = [match.end() for match in _PARTING.finditer(before)]
    ends = [match.start() for match in _PARTING.finditer(after)]
    left, right = before, after
    for back, on in ((1, 1), (2, 1), (2, 2)):
        left = before[starts[-back] if len(starts) >= back else 0 :]
        right = after[: ends[on - 1] if len(ends) >= on else len(after)]
        if len(f"{left} {right}".split()) >= _FEWEST:
            break
    return left.strip(), right.strip()


def _collide(one: _Phrase, other: _Phrase, near: Nearness) -> bool:
    """Whether two phrases tell of one thing, and their figures cannot be one."""
    if not are_apart(one.figure, other.figure) or not _one_setting(one, other):
        return False
    sort = one.figure.feature.sort
    vectors = near.matrix([one.words, other.words])
    cosine = float(vectors[0] @ vectors[1])
    if sort is Sort.CLOCK and cosine < _SURE and not _one_deed(one, other, near):
        return False
    if one.noun in _PEOPLE and not _one_state(one, other, near):
        return False
    least = _NEAR_PEOPLE if one.noun in _PEOPLE else NEAR[sort]
    if one.alone and other.alone and _one_unit(one, other):
        least = _ALONE_PEOPLE if one.noun in _PEOPLE else ALONE[sort]
    return cosine >= least


def _one_unit(one: _Phrase, other: _Phrase) -> bool:
    """Whether two figures are printed in one unit, or count."""
    first, second = one.found.answer.value, other.found.answer.value
    both = isinstance(first, QuantityValue) and isinstance(second, QuantityValue)
    return both and first.unit == second.unit  # type: ignore[union-attr]


def _one_deed(one: _Phrase, other: _Phrase, near: Nearness) -> bool:
    """Whether two clauses say that one thing was done, or happened, to what may be one thing."""
    first, second = one.found.clause, other.found.clause
    if first is None or second is None:
        return False
    if near.of_deeds(first.lemma, second.lemma) < _SAME_DEED:
        return False
    ours, theirs = (
        {
            a.lemma.split()[-1].lower()
            for a in each.arguments
            if a.role in _CORE and not is_pronoun(a)
        }
        for each in (first, second)
    )
    if not ours or not theirs:
        return True
    return max(near.of(a, b) for a in ours for b in theirs) >= _SAME_THING


def _one_state(one: _Phrase, other: _Phrase, near: Nearness) -> bool:
    """Whether one thing is said of two sorts of people: that they did it, or were there."""
    clauses = [each.found.clause for each in (one, other)]
    lemmas = [clause.lemma if clause else "" for clause in clauses]
    in_state = [bool(c) and argument(c, ArgumentRole.ATTRIBUTE) is not None for c in clauses if c]
    if any(in_state):
        # Forty were asleep, of those who lived there.
        return False
    if not all(lemmas) or set(lemmas) <= _BEING:
        return True
    return near.of_deeds(*lemmas) >= _SAME_DEED


_BEING = frozenset("be have hold carry house exist contain work stay live station clock".split())
_SAME_DEED, _SAME_THING = 0.6, 0.6
_CORE = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})


def _one_setting(one: _Phrase, other: _Phrase) -> bool:
    """Whether nothing in two phrases shows that they tell of two things."""
    if one.sentence == other.sentence:
        return False
    if (one.layer is Layer.EVENT) != (other.layer is Layer.EVENT) and Layer.BACKGROUND in {
        one.layer,
        other.layer,
    }:
        return False
    ours, theirs = (set(_NAME.findall(each.words)) for each in (one, other))
    if ours and theirs and not ours & theirs:
        return False
    words = [set(each.words.lower().split()) for each in (one, other)]
    return not TELLING_APART & (words[0] ^ words[1] - _LEADING)


def _questions(
    group: Sequence[_Phrase], sort: Sort, near: Nearness, known: Sequence[set[Span]]
) -> Iterator[Question]:
    """One question for each figure of a group that others collide with, those with it."""

    def collide(one: _Phrase, other: _Phrase) -> bool:
        return _collide(one, other, near)

    left = differing(group, known, collide)
    while left:
        first, *rest = left
        mine = [first, *(other for other in rest if collide(first, other))]
        if len(mine) > 1:
            yield _question(mine, sort)
        left = [other for other in rest if other not in mine]


def _question(group: Sequence[_Phrase], sort: Sort) -> Question:
    told = [one.found for one in group]
    first = group[0]
    kind, word = _KINDS[sort]
    text = f"{word}: “{first.words}”?"
    reason = (
        f"the figures stand in phrases that say nearly the same, in {reports_in(told)} report(s)"
    )
    topic = ("phrase", sort.value, *first.words.lower().split())
    return question_of(Topic(kind, text, topic, reason), told, normal_of, words_of)


_GAP = "…"
# "Punctured wagons" are some of them.
_NARROWED = re.compile(
    r"\b(?!(?:hundred|seven|eleven|dozen|wooden|golden|open|red)\b)\w{3,}(?:ed|en|ing)\s+\w"
)
_CLOSE = 24
_LEADING = frozenset("first last main".split())
_FEATURES = {sort: Feature("phrase", "", sort, "", factor=_FACTOR) for sort in Sort}
_KINDS = {
    Sort.LENGTH: (QuestionKind.HOW_LONG, "How long"),
    Sort.CLOCK: (QuestionKind.WHEN, "When"),
    Sort.COUNT: (QuestionKind.HOW_MANY, "How many"),
    Sort.MONEY: (QuestionKind.HOW_MUCH, "How much"),
    Sort.WEIGHT: (QuestionKind.HOW_MUCH, "How heavy"),
    Sort.VOLUME: (QuestionKind.HOW_MUCH, "How much"),
    Sort.METRES: (QuestionKind.HOW_MUCH, "How far or long"),
    Sort.MEASURE: (QuestionKind.HOW_MUCH, "How much"),
}
