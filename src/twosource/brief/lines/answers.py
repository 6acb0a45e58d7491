"""Lines for what is known and what is claimed: one answer to one question, and who gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from twosource.brief.ground import Draft
from twosource.brief.material import Material, Voice, sentence_of, voice_of
from twosource.brief.standing import Support, support_of
from twosource.brief.wording import (
    ACCORDING,
    AND,
    IN_OWN_VOICE,
    inner_words,
    sentence,
    shortened,
)
from twosource.model.brief import Standing
from twosource.model.claim import NO, POSSIBLY, YES, Answer, Claim, Question
from twosource.model.identity import ClaimId
from twosource.model.relation import RelationKind
from twosource.model.report import Span
from twosource.model.value import TimeValue


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
            told |= set(claim.spans)
            support = support_of(claim, question, material)
            draft = _draft(claim, question, support, material)
            (known if support.standing is Standing.KNOWN else claimed).append(draft)
    return known, claimed


def _draft(claim: Claim, question: Question, support: Support, material: Material) -> Draft:
    voices = voices_of(claim.given, material)
    text = f"{question.text} {answer_words(claim.answer)}, {ACCORDING} {listed(voices)}"
    shown = in_words(claim.answer, claim.spans[0], material)
    return Draft(
        standing=support.standing,
        text="".join((text, *(f": {quoted(span)}" for span in shown))),
        spans=(*claim.spans, *shown, *(span for voice in voices for span in voice.spans)),
        statements=claim.statements,
        reason=" ".join((support.reason, *_revisions(claim, material))),
        stated=(*question.topic, *normalised(claim.given)),
    )


def _revisions(claim: Claim, material: Material) -> Iterator[str]:
    """How the claim stands to a figure that was given earlier or later, the first such."""
    for relation in material.case.relations:
        if relation.kind is RelationKind.REVISION and claim.id in (relation.left, relation.right):
            yield sentence(relation.reason)
            return


def answer_words(answer: str) -> str:
    """The answer as a line prints it: yes, no or possibly alone, else the words of the value."""
    lead, colon, words = answer.partition(": ")
    if is_polar(answer):
        return lead.capitalize()
    if colon:
        return f"{lead.capitalize()}: {shortened(words)}"
    return shortened(answer[:1].upper() + answer[1:])


def in_words(answer: str, span: Span, material: Material) -> tuple[Span, ...]:
    """The passage that an answer of yes or no is quoted by: its words, or their sentence."""
    if not is_polar(answer):
        return ()
    if len(span.quote.split()) >= _TELLING:
        return (span,)
    return (sentence_of(span, material) or span,)


_TELLING = 4
"""Words by which a passage can be understood alone; a shorter one is quoted with its sentence."""


def is_polar(answer: str) -> bool:
    """Whether an answer is yes, no or possibly, so that its words stand beside it."""
    return answer.partition(": ")[0] in {YES, NO, POSSIBLY}


def quoted(span: Span) -> str:
    """The words of a span between quotation marks, on one line."""
    return f"“{shortened(' '.join(inner_words(span.quote).split()))}”"


def normalised(given: Sequence[Answer]) -> Iterator[str]:
    """What the values of answers state beyond the printed words: the calendar day."""
    for answer in given:
        if isinstance(answer.value, TimeValue) and answer.value.day is not None:
            day = answer.value.day
            yield f"{day.day} {day:%B} {day.year}"


def voices_of(given: Sequence[Answer], material: Material) -> tuple[Voice, ...]:
    """Who gives the answers, each once, in order of report and offset."""
    voices: dict[tuple[str, bool], Voice] = {}
    for answer in given:
        voice = voice_of(answer, material)
        key = (voice.name, voice.own)
        spans = voices[key].spans if key in voices else ()
        merged = tuple(dict.fromkeys((*spans, *voice.spans)))
        voices[key] = Voice(voice.name, voice.own, merged)
    return tuple(voices.values())


def listed(voices: Sequence[Voice]) -> str:
    """Who gives an answer, in words."""
    names = [f"{v.name} {IN_OWN_VOICE}" if v.own else v.name for v in voices]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{AND}{names[-1]}"
