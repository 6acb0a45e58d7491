"""Lines for what is disputed: versions that cannot hold together, side by side."""

from __future__ import annotations

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import (
    answer_words,
    in_words,
    listed,
    normalised,
    voices_of,
)
from twosource.brief.material import Material
from twosource.brief.wording import ACCORDING, INSIDE, sentence
from twosource.model.brief import Standing, Version
from twosource.model.claim import Answer, Claim
from twosource.model.identity import ClaimId
from twosource.model.relation import Contradiction, Side
from twosource.model.report import Span


def disputed_drafts(material: Material) -> tuple[list[Draft], frozenset[ClaimId]]:
    """One line per contradiction, and the claims that stand on a side of one."""
    claims = {claim.id: claim for q in material.case.questions for claim in q.claims}
    found = material.case.contradictions
    drafts = [_draft(one, claims, material) for one in found]
    return drafts, frozenset(id_ for one in found for side in one.sides for id_ in side.claims)


def _draft(found: Contradiction, claims: dict[ClaimId, Claim], material: Material) -> Draft:
    given = [
        tuple(a for id_ in side.claims if id_ in claims for a in claims[id_].given)
        for side in found.sides
    ]
    versions = tuple(
        _version(side, answers, material) for side, answers in zip(found.sides, given, strict=True)
    )
    statements = (a.statement for answers in given for a in answers if a.statement is not None)
    return Draft(
        standing=Standing.DISPUTED,
        text=f"{found.question} ({INSIDE})" if found.within else found.question,
        spans=(
            *(span for version in versions for span in version.spans),
            *_utterance(found, material),
        ),
        statements=tuple(dict.fromkeys(statements)),
        reason=_reason(found),
        versions=versions,
        stated=(*_topic(found, material), *(d for answers in given for d in normalised(answers))),
    )


def _version(side: Side, given: tuple[Answer, ...], material: Material) -> Version:
    here = tuple(a for a in given if a.span in side.spans) or given
    voices = voices_of(here, material)
    text = answer_words(side.answer)
    if voices:
        text += f", {ACCORDING} {listed(voices)}"
    shown, words = in_words(side.answer, here, material) if here else ((), "")
    text += words
    spans = (*side.spans, *shown, *(span for voice in voices for span in voice.spans))
    return Version(text, tuple(dict.fromkeys(spans)))


def _reason(found: Contradiction) -> str:
    told = sentence(found.reason)
    return f"{told} Tried first: {'; '.join(found.readings)}." if found.readings else told


def _utterance(found: Contradiction, material: Material) -> tuple[Span, ...]:
    """The words whose speaker is disputed, where the question quotes them."""
    words = found.question.partition("“")[2].rpartition("”")[0]
    spans = (span for wording in material.case.wordings for span in wording.spans)
    return tuple(s for s in spans if words and words in " ".join(s.quote.split()))[:1]


def _topic(found: Contradiction, material: Material) -> tuple[str, ...]:
    asked = (q.topic for q in material.case.questions if q.text == found.question)
    return next(asked, ())
