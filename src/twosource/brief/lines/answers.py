"""Lines for what is known and what is claimed: one answer to one question, and who gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from twosource.brief.evidence import words_of
from twosource.brief.ground import FRAMES, Draft
from twosource.brief.material import Material, Voice, layer_of, sentence_of, voice_of
from twosource.brief.standing import Support, support_of
from twosource.brief.wording import (
    ACCORDING,
    AND,
    DENIED,
    DENYING,
    IN_OWN_VOICE,
    OTHERWISE,
    inner_words,
    sentence,
    shortened,
)
from twosource.model.brief import Standing
from twosource.model.claim import NO, POSSIBLY, YES, Answer, Claim, Question, QuestionKind
from twosource.model.event import Layer
from twosource.model.identity import ClaimId
from twosource.model.proposition import Proposition, Tense
from twosource.model.relation import RelationKind
from twosource.model.report import Span, cut
from twosource.model.statement import Stance
from twosource.model.value import PlaceKind, PlaceValue, TimeValue
from twosource.reference.cues import BASELESS


def answer_drafts(
    material: Material, disputed: AbstractSet[ClaimId]
) -> tuple[list[Draft], list[Draft]]:
    """What is known and what is claimed, in the order of the questions.

    Args:
        material: The case.
        disputed: Claims that stand on a side of a contradiction; they are told there.

    Returns:
        The known, and the claimed. Words that answer two questions are told under the first.
    """
    known: list[Draft] = []
    claimed: list[Draft] = []
    told: set[Span] = set()
    for question in material.case.questions:
        for claim in question.claims:
            if claim.id in disputed or set(claim.spans) <= told:
                continue
            if is_coarser(claim, question) or _is_setting(question, material):
                continue
            twins = _twins(claim, question, disputed)
            told |= {span for twin in twins for span in twin.spans}
            if _is_repeated(claim, question, material):
                continue
            support = support_of(claim, question, material)
            draft = _draft(twins, question, support, material)
            (known if support.standing is Standing.KNOWN else claimed).append(draft)
    return known, claimed


def _is_repeated(claim: Claim, question: Question, material: Material) -> bool:
    """Whether an earlier claim gives the same answer by all the same voices, as a part of it."""
    ours = {(v.name, v.own) for v in voices_of(claim.given, material)}
    earlier = question.claims[: question.claims.index(claim)]
    return any(
        one.answer.casefold() == claim.answer.casefold()
        and ours <= {(v.name, v.own) for v in voices_of(one.given, material)}
        for one in earlier
    )


def _twins(claim: Claim, question: Question, disputed: AbstractSet[ClaimId]) -> tuple[Claim, ...]:
    """A claim with those that the same statements give beside it: one hour in two zones."""
    if question.kind is not QuestionKind.WHEN or not claim.statements:
        return (claim,)
    return tuple(
        one
        for one in question.claims
        if one.id not in disputed and one.statements == claim.statements
    )


def is_coarser(claim: Claim, question: Question) -> bool:
    """Whether another answer says the same more closely: a town of the country, an hour of the day.

    The line-up of reports and answers shows the coarser one all the same.
    """
    ours = claim.given[0].value
    others = [other.given[0].value for other in question.claims if other is not claim]
    if isinstance(ours, TimeValue) and ours.readings:
        return any(isinstance(v, TimeValue) and _within(v, ours) for v in others)
    if isinstance(ours, PlaceValue) and ours.candidates:
        return any(isinstance(v, PlaceValue) and _lies_in(v, ours) for v in others)
    return False


def _within(closer: TimeValue, wider: TimeValue) -> bool:
    """Whether one time lies in another that is longer."""
    if not closer.readings or closer.relation is not wider.relation:
        return False
    inner, outer = closer.readings[0], wider.readings[0]
    if not outer.start <= inner.start or not inner.end <= outer.end:
        return False
    return inner.end - inner.start < outer.end - outer.start


def _lies_in(closer: PlaceValue, wider: PlaceValue) -> bool:
    """Whether a place is one of a country that another answer names as a whole."""
    if not closer.candidates or wider.candidates[0].kind is not PlaceKind.COUNTRY:
        return False
    inner = closer.candidates[0]
    return inner.kind is not PlaceKind.COUNTRY and inner.country == wider.candidates[0].country


def _is_setting(question: Question, material: Material) -> bool:
    """Whether reports only say by the way that something is so, in no sentence about the event.

    Nobody is made to say it and nobody doubts it: it answers nothing that a reader would ask.
    """
    given = [answer for claim in question.claims for answer in claim.given]
    if question.kind is not QuestionKind.WHETHER or any(c.answer != YES for c in question.claims):
        return False
    return not any(_is_spoken(answer, material) or _happened(answer, material) for answer in given)


def _happened(answer: Answer, material: Material) -> bool:
    """Whether a report tells something of the event as done, not as it always is."""
    value = answer.value
    done = not isinstance(value, Proposition) or value.tense is Tense.PAST
    return done and layer_of(answer.span, material) is Layer.EVENT


def _is_spoken(answer: Answer, material: Material) -> bool:
    said = None if answer.statement is None else material.statements.get(answer.statement)
    return said is not None and said.speaker is not None


def _draft(
    claims: Sequence[Claim], question: Question, support: Support, material: Material
) -> Draft:
    """The line of a claim, or of several that the same statements give."""
    claim = claims[0]
    given = [answer for one in claims for answer in one.given]
    voices = voices_of(given, material)
    answers = "; ".join(answer_words(one.answer) for one in claims)
    shown, words = in_words(claim.answer, claim.given, question.text, material)
    return Draft(
        standing=support.standing,
        text=f"{question.text} {answers}, {ACCORDING} {listed(voices)}{words}",
        spans=(
            *(span for one in claims for span in one.spans),
            *shown,
            *(span for voice in voices for span in voice.spans),
        ),
        statements=claim.statements,
        reason=" ".join((support.reason, *_revisions(claim, material))),
        stated=(*question.topic, *normalised(given)),
    )


def _revisions(claim: Claim, material: Material) -> Iterator[str]:
    """How the claim stands to a figure that was given earlier or later, the first such."""
    for relation in material.case.relations:
        if relation.kind is RelationKind.REVISION and claim.id in (relation.left, relation.right):
            yield sentence(relation.reason)
            return


def answer_words(answer: str, *, leads: bool = True) -> str:
    """The answer as a line prints it: yes, no or possibly alone, else the words of the value.

    Args:
        answer: The answer.
        leads: Whether it stands first, and so begins with a capital.
    """
    lead, colon, words = answer.partition(": ")
    first = lead.capitalize() if leads else lead
    if is_polar(answer):
        return first
    if colon:
        return f"{first}: {shortened(words)}"
    return shortened(answer[:1].upper() + answer[1:] if leads else answer)


def in_words(
    answer: str, given: Sequence[Answer], asked: str, material: Material
) -> tuple[tuple[Span, ...], str]:
    """The passage that an answer of yes or no is quoted by, and how a line goes on with it.

    Args:
        answer: The answer.
        given: Who gives it and where, the first being quoted.
        asked: The question in words.
        material: The case.

    Returns:
        The words of the first who gives it, or their sentence where they say too little alone;
        nothing where the answer is no yes or no. Words that are only what somebody denies are told
        as denied, so that they are not taken for his; words that come to yes or no without those
        of the question are told as other words.
    """
    if not is_polar(answer):
        return (), ""
    first = given[0]
    span = first.span
    words = span.quote.lower().split()
    if len(words) < _TELLING or words[0] in _HANGING:
        span = sentence_of(span, material) or span
    if span == first.span and _is_what_is_denied(answer, first, material):
        denied = _up_to_colon(span, material)
        return (denied,), f"{DENIED}{quoted(denied)}"
    mark = OTHERWISE if _in_other_words(first, asked, material) else ": "
    return (span,), f"{mark}{quoted(span)}"


def _in_other_words(first: Answer, asked: str, material: Material) -> bool:
    """Whether the sentence of an answer lacks a word that the question asks by."""
    value, said = first.value, sentence_of(first.span, material) or first.span
    forms = words_of(f"{first.span.quote} {said.quote}")
    if isinstance(value, Proposition):
        forms |= words_of(value.lemma)
    stems = {form[:_STEM] for form in forms}
    return any(word[:_STEM] not in stems for word in words_of(asked) - FRAMES)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _up_to_colon(span: Span, material: Material) -> Span:
    """What is denied, without what is said instead: "it ever burned: only grass did"."""
    words = span.quote.partition(": ")[0].rstrip()
    return cut(material.reports[span.report], span.start, span.start + len(words))


def _is_what_is_denied(answer: str, first: Answer, material: Material) -> bool:
    """Whether the words of an answer say the contrary, and somebody denies them."""
    said = None if first.statement is None else material.statements.get(first.statement)
    value = first.value
    if not isinstance(value, Proposition) or value.span != first.span:
        return False
    if not value.positive and not any(_holds(value.span, word) for word in value.negations):
        # "Reports that it was out of order are untrue": only words outside it deny it.
        return bool(value.negations)
    if said is None or said.stance is not Stance.DENIES:
        return False
    if answer.startswith(NO):
        return value.positive
    # Who denies that it was out of order says that it worked.
    return said.cue is not None and any(
        word.startswith(DENYING) or word in BASELESS for word in said.cue.quote.casefold().split()
    )


_STEM = 4
"""Letters in which forms of one word agree ("injured", "injuries"); shorter words agree whole."""

_TELLING = 4
"""Words by which a passage can be understood alone; a shorter one is quoted with its sentence."""


_HANGING = frozenset("to of about that which who whom whose when as on for".split())
"""First words of a passage that says nothing without what it hangs on."""


def is_polar(answer: str) -> bool:
    """Whether an answer is yes, no or possibly, so that its words stand beside it."""
    return answer.partition(": ")[0] in {YES, NO, POSSIBLY}


def quoted(span: Span) -> str:
    """The words of a span between quotation marks, on one line."""
    return f"“{shortened(' '.join(inner_words(span.quote).split()))}”"


def normalised(given: Sequence[Answer]) -> Iterator[str]:
    """What the values of answers state beyond the printed words: a calendar day, a verb's base."""
    for answer in given:
        if isinstance(answer.value, TimeValue) and answer.value.day is not None:
            day = answer.value.day
            yield f"{day.day} {day:%B} {day.year}"
        elif isinstance(answer.value, Proposition):
            predicate = answer.value.predicate
            if answer.span.start <= predicate.start and predicate.end <= answer.span.end:
                yield answer.value.lemma


def voices_of(given: Sequence[Answer], material: Material) -> tuple[Voice, ...]:
    """Who gives the answers, each once, in order of report and offset."""
    voices: dict[tuple[str, bool], Voice] = {}
    for answer in given:
        voice = voice_of(answer, material)
        key = (voice.name.casefold(), voice.own)
        known = voices.get(key, voice)
        merged = tuple(dict.fromkeys((*known.spans, *voice.spans)))
        voices[key] = Voice(known.name, voice.own, merged)
    return tuple(voices.values())


def listed(voices: Sequence[Voice]) -> str:
    """Who gives an answer, in words."""
    names = [f"{v.name} {IN_OWN_VOICE}" if v.own else v.name for v in voices]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{AND}{names[-1]}"
