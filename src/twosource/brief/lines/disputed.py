"""Lines for what is disputed: versions that cannot hold together, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import (
    answer_words,
    in_words,
    is_polar,
    listed,
    normalised,
    voices_of,
)
from twosource.brief.material import Material
from twosource.brief.wording import ACCORDING, AND, INSIDE, sentence
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
    sides = [tuple(claims[id_] for id_ in side.claims if id_ in claims) for side in found.sides]
    given = [tuple(a for claim in side for a in claim.given) for side in sides]
    versions = tuple(
        _version(side, told, found.question, material)
        for side, told in zip(found.sides, sides, strict=True)
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


def _version(side: Side, claims: Sequence[Claim], asked: str, material: Material) -> Version:
    """One side: each answer on it with those who give it, so that none is given another's."""
    texts: list[str] = []
    shown: list[Span] = []
    voices: list[Span] = []
    for answers, given in _shared(_answers(side, claims), material):
        here = tuple(a for a in given if a.span in side.spans) or given
        who = voices_of(here, material)
        named = f", {ACCORDING} {listed(who)}" if who else ""
        spans, words = in_words(answers[0], here, asked, material) if here else ((), "")
        told = (answer_words(one, leads=not texts and not n) for n, one in enumerate(answers))
        texts.append(f"{AND.join(told)}{named}{words}")
        shown += spans
        voices += [span for voice in who for span in voice.spans]
    return Version("; ".join(texts), tuple(dict.fromkeys((*side.spans, *shown, *voices))))


def _shared(
    answers: dict[str, tuple[Answer, ...]], material: Material
) -> list[tuple[tuple[str, ...], tuple[Answer, ...]]]:
    """Two answers that the same voices give, told with those once: one hour in two zones."""
    found: list[tuple[tuple[str, ...], tuple[Answer, ...]]] = []
    for answer, given in answers.items():
        last, before = found[-1] if found else ((), ())
        alike = before and listed(voices_of(before, material)) == listed(voices_of(given, material))
        if len(last) == 1 and alike and not is_polar(answer):
            found[-1] = ((*last, answer), (*before, *given))
        else:
            found.append(((answer,), given))
    return found


def _answers(side: Side, claims: Sequence[Claim]) -> dict[str, tuple[Answer, ...]]:
    """Who gives each answer of a side; yes in whatever words is one answer."""
    found: dict[str, tuple[Answer, ...]] = {}
    for claim in claims:
        lead = claim.answer.partition(": ")[0] if is_polar(claim.answer) else claim.answer
        key = next((one for one in found if one.casefold() == lead.casefold()), lead)
        found[key] = (*found.get(key, ()), *claim.given)
    return found or {side.answer: ()}


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
