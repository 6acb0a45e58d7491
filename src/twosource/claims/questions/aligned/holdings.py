"""How many are in or on one thing, whatever they are called: "33 passengers", "53 pupils"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.questions.aligned.pairs import MOST_ALIGNED, same_thing
from twosource.claims.questions.context import Context, Found, holds, reports_in, sentence_at
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.told import Told, is_other_voice
from twosource.claims.questions.wording import plural
from twosource.claims.questions.words import Word
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.event import Layer
from twosource.model.identity import StatementId
from twosource.model.proposition import ArgumentRole, Modality
from twosource.model.value import QuantityKind, QuantityValue
from twosource.reference.cues import PERSON_ROLES
from twosource.reference.statuses import PERSONS

_HOLDING = frozenset(
    "carry hold house contain accommodate transport have include number count list comprise "
    "bring take employ".split()
)
_WITHIN = frozenset("in into inside aboard on onto".split()) | {"on board"}
_BEING = frozenset("be exist hold cram pack crowd keep lock squeeze travel sit live ride".split())
# "A register of 43,810 voters" holds them; a total of them holds nothing.
_OF = re.compile(r"(?i)\b([a-z]{3,}) of (?:about |some |around |nearly |over |more than )?\Z")
_CONTAINERS = frozenset(
    "register list roll electorate crew crowd fleet staff team convoy garrison audience cargo "
    "load class workforce membership queue".split()
)
_LIMITS = frozenset("license licence licensed capacity limit maximum room seat permit".split())
_ON_DUTY = frozenset("crew staff officer guard teacher steward driver pilot conductor".split())
_ANYBODY = (
    PERSONS
    | PERSON_ROLES
    | frozenset("pupil schoolchild schoolchildren name voter elector".split())
) - _ON_DUTY
_GENERAL = frozenset(
    "person people passenger occupant name voter elector inmate prisoner detainee resident".split()
)
_MORE = 1.25
_MANY, _TEN = 1000, 10
_REACH = 40
_NEAR = 0.45


@dataclass(frozen=True, slots=True)
class _Holding:
    """That so many are in one thing."""

    found: Found
    holder: Word
    noun: str


def holding_questions(told: Sequence[Told], near: Nearness) -> Iterator[Question]:
    """Ask how many are in one thing, where voices call those in it by different words.

    Counts that share their noun stand under one question already.

    Args:
        told: The clauses of the case.
        near: Tells which words are near in meaning.
    """
    found = list(_holdings(told))
    blocks: dict[str, list[_Holding]] = {}
    for one in found:
        key = one.holder.entity or one.holder.text.split()[-1]
        blocks.setdefault(key, []).append(one)
    for key in sorted(blocks):
        block = blocks[key][:MOST_ALIGNED]
        held = [
            one
            for one in block
            if any(_one_count(one, other, near) for other in block if other is not one)
        ]
        if held:
            yield _question(held)


def _holdings(told: Sequence[Told]) -> Iterator[_Holding]:
    seen: set[object] = set()
    contexts: dict[str, Context] = {}
    for one in told:
        contexts.setdefault(one.found.answer.report, one.found.context)
        if one.layer in {Layer.FORESEEN, Layer.PARALLEL} or not one.clause.positive:
            continue
        if one.clause.modality is not Modality.ACTUAL:
            continue
        for value in one.found.context.facts.quantities:
            holder = _holder(one, value)
            if holder is not None and value.span not in seen:
                seen.add(value.span)
                yield _Holding(_as_found(one, value), holder, value.noun.lower())
    for report in sorted(contexts):
        context = contexts[report]
        for value in context.facts.quantities:
            named = _of(context, value)
            if named and value.span not in seen:
                word = Word(named, "", ArgumentRole.AGENT)
                answer = Answer(value, value.span, context.facts.report.id, _said(context, value))
                yield _Holding(Found(answer, None, context), word, value.noun.lower())


def _said(context: Context, value: QuantityValue) -> StatementId | None:
    held = [
        statement
        for statement in context.facts.statements
        if any(holds(part, value.span) for part in statement.parts)
    ]
    return held[-1].id if held else None


def _of(context: Context, value: QuantityValue) -> str:
    """What a count is "of": "a register of 43,810 voters"."""
    if not _counts(value):
        return ""
    sentence = sentence_at(context, value.span)
    if sentence is not None and sentence.layer is Layer.PARALLEL:
        return ""
    start = value.span.start
    told = _OF.search(context.facts.report.text[max(0, start - _REACH) : start])
    return told[1].lower() if told and told[1].lower() in _CONTAINERS else ""


def _counts(value: QuantityValue) -> bool:
    return (
        value.kind is QuantityKind.COUNT
        and bool(value.noun)
        and not value.part
        and not value.status
        and value.amount.low is not None
        and value.amount.low > 1
    )


def _holder(one: Told, value: QuantityValue) -> Word | None:
    """What holds the counted, where a clause says so."""
    if not _counts(value) or not holds(one.clause.span, value.span):
        return None
    beside = next((a for a in one.clause.arguments if holds(a.span, value.span)), None)
    if beside is None or beside.role is ArgumentRole.OBLIQUE:
        return None
    if _LIMITS & set(one.clause.span.quote.lower().split()):
        return None
    lemma = one.clause.lemma
    agents = [w for w in one.gist.about if w.role is ArgumentRole.AGENT]
    if beside.role is ArgumentRole.PATIENT and lemma in _HOLDING:
        # "Has" and "takes" hold only what a thing without a will holds.
        return _doer(one) if not agents else agents[0]
    if lemma in _BEING or (beside.role is ArgumentRole.PATIENT and lemma in {"hold", "cram"}):
        return next((w for w in one.gist.around if w.preposition in _WITHIN and not w.named), None)
    return None


def _doer(one: Told) -> Word | None:
    for argument in one.clause.arguments:
        if argument.role is ArgumentRole.AGENT and argument.lemma:
            return Word(argument.lemma.lower(), "", argument.role)
    return None


def _one_count(one: _Holding, other: _Holding, near: Nearness) -> bool:
    """Whether two counts are of those in one thing, under words that may mean the same."""
    if one.noun == other.noun or not is_other_voice(one.found, other.found):
        return False
    if not same_thing(one.holder, other.holder, near):
        return False
    if {one.noun, other.noun} & _ON_DUTY or not _far_apart(one.found, other.found):
        return False
    ours, theirs = one.noun in _GENERAL, other.noun in _GENERAL
    if ours and theirs:
        return True
    if one.noun in _ANYBODY and other.noun in _ANYBODY and ours != theirs:
        # Ten children may be among 60 passengers; 60 children are not among ten.
        some, everyone = (other, one) if ours else (one, other)
        return (_amount(some.found)[0] or 0.0) > (_amount(everyone.found)[1] or 0.0)
    return near.of(one.noun, other.noun) >= _NEAR


def _far_apart(one: Found, other: Found) -> bool:
    """Whether two counts are too far apart for one to leave out a few of those in the other."""
    lows = sorted(low for low, _ in (_amount(one), _amount(other)) if low)
    if len(lows) < len((one, other)):
        return False
    # Who prints 48,310 counts to the last one.
    exact = all(low > _MANY and low % _TEN and low == int(low) for low in lows) or all(
        low > _MANY and low % (_TEN * _TEN) for low in lows
    )
    return lows[1] >= _MORE * lows[0] or (exact and lows[0] != lows[1])


def _as_found(one: Told, value: QuantityValue) -> Found:
    answer = Answer(value, value.span, one.found.answer.report, one.found.answer.statement)
    return Found(answer, one.clause, one.found.context)


def _question(held: Sequence[_Holding]) -> Question:
    found = [one.found for one in held]
    holder = held[0].holder.text
    noun = commonest([plural(one.noun) for one in held])
    key = ("held", held[0].holder.entity or holder.split()[-1])
    reason = f"each counts who or what the {holder} holds, in {reports_in(found)} report(s)"
    return question_of(
        Topic(QuestionKind.HOW_MANY, f"How many {noun} did the {holder} hold?", key, reason),
        found,
        _amount,
        lambda one: one.answer.span.quote.lower(),
    )


def _amount(one: Found) -> tuple[float | None, float | None]:
    value = one.answer.value
    assert isinstance(value, QuantityValue)  # noqa: S101 - only quantities come here
    return value.amount.low, value.amount.high
