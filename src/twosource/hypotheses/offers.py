"""Every place of a case where an explanation is offered, and on whose side its speakers are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.claims.questions.fates import fate_of
from twosource.hypotheses.actors import actors_in, is_staged
from twosource.hypotheses.aims import aims_in
from twosource.hypotheses.bodies import Body, body_of
from twosource.hypotheses.causes import causes_in
from twosource.hypotheses.common_causes import common_in
from twosource.hypotheses.offer import STOP, Offer, places_of, shown, themes_of
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.claim import NO, YES, Answer, Claim, Question, QuestionKind
from twosource.model.hypothesis import HypothesisKind
from twosource.model.identity import ReportId
from twosource.model.proposition import ArgumentRole, Modality, Proposition, Tense
from twosource.model.report import Report
from twosource.reference.contraries import CONTRARIES
from twosource.reference.cues import VERBS
from twosource.reference.explanations import AFTERMATH, PRESENCE

_OPEN = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.INTENDED})
# The pairs of states of which the first is that of a thing in order.
_SOUND = frozenset({CONTRARIES[word][0] for word in ("work", "hold")})
_ASKING = re.compile(r"(?:who|what|why|how|whether|where|when)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{3,4} ?(?:hours|hrs)|\d+[.:]\d\d|\d ?[ap]\.?m\b")
# Whose office somebody holds who speaks of "her country" or "our forces".
_OFFICE = re.compile(
    r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s? (?:\w+ ){0,2}(?:president|minister|ambassador|envoy"
    r"|government|army|navy|spokes\w+|chancellor|king|queen|commander|general)\b"
)
_SUBJECTS = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})


def offers_in(
    questions: Sequence[Question],
    testimonies: Sequence[Testimony],
    reports: Mapping[ReportId, Report],
    scene: Scene,
) -> list[Offer]:
    """Every place of a case where an explanation is offered, in a fixed order.

    Args:
        questions: The questions of the case.
        testimonies: What is said in it.
        reports: Its reports by id, to cut spans from.
        scene: The event.
    """
    own = own_bodies(testimonies)
    found: list[Offer] = []
    for one in testimonies:
        here = [
            *actors_in(one, scene, reports, own.get(one.origin)),
            *causes_in(one, scene, reports),
            *aims_in(one, scene),
            *common_in(one, scene, reports),
        ]
        # Words that name who did it name no further cause by the same clause.
        named = any(offer.kind is HypothesisKind.ACTOR for offer in here)
        here = [offer for offer in here if not (named and offer.key[0] == "guess")]
        found += [replace(offer, by=one.span) for offer in here]
    return [*found, *(offer for question in questions for offer in _disputed(question, scene))]


def own_bodies(testimonies: Sequence[Testimony]) -> dict[str, Body]:
    """The body that each speaker belongs to or is, by origin.

    It is read off the words that present the speaker: "Sudria's president", "a police spokesman".
    """
    votes: dict[str, Counter[Body]] = {}
    for one in testimonies:
        if one.speaker is None:
            continue
        presented = f"{_presenting(one)} {one.speaker.span.quote} {one.voice}"
        body = body_of(presented)
        office = _OFFICE.search(presented)
        if body.country or body.sort:
            plain = Body(one.voice, body.country, body.sort, body_of(one.voice).stems)
        elif office is not None:
            plain = body_of(office[1])
        elif one.voice[:1].isupper():
            plain = body_of(one.voice)
        else:
            continue
        votes.setdefault(one.origin, Counter())[plain] += 1
    return {origin: _most_telling(found) for origin, found in votes.items()}


def _most_telling(votes: Counter[Body]) -> Body:
    """The body named most, of those that are presented with a country or by their sort if any."""
    telling = {body: votes[body] for body in votes if body.country or body.sort} or votes
    return max(telling, key=lambda body: (telling[body], body.words))


def _presenting(one: Testimony) -> str:
    """The words of a testimony that stand before or after what is said."""
    part = one.parts[0]
    before = one.span.quote[: max(0, part.start - one.span.start)]
    after = one.span.quote[max(0, part.end - one.span.start) :]
    # Names in a long presentation are mostly those of others.
    return " ".join(before.split()[-12:] or after.split()[:8])


def _disputed(question: Question, scene: Scene) -> Iterable[Offer]:
    """A happening that one voice tells and another denies, if it can have led to the event."""
    if question.kind is not QuestionKind.WHETHER or question.topic[:1] in {("any",), ("behind",)}:
        return
    answers = {claim.answer.partition(":")[0] for claim in question.claims}
    if NO not in answers or len(answers) < 2:
        return
    yes = [claim for claim in question.claims if not claim.answer.startswith(NO)]
    if any(_holds_good(a) for claim in yes for a in claim.given):
        yes = [claim for claim in question.claims if claim.answer.startswith(NO)]
        yes = [claim for claim in yes if not any(_holds_good(a) for a in claim.given)]
    told = [a for claim in yes for a in claim.given if _can_lead(a, scene)]
    # Amounts are results, and no causes.
    if any(any(c.isdigit() for c in _subject(a.value)) for a in told):
        return
    told = [a for a in told if not _ASKING.match(a.span.quote) and not _CLOCK.search(a.span.quote)]
    if not told or any(_is_the_event(a, scene) for a in told):
        return
    flipped = told[0] in [a for c in question.claims if c.answer.startswith(NO) for a in c.given]
    first = min(told, key=lambda a: (len(a.span.quote), a.span.report, a.span.start))
    clause = first.value if isinstance(first.value, Proposition) else None
    yield Offer(
        HypothesisKind.CAUSE,
        ("whether", question.id, NO if flipped else YES),
        shown(first.span.quote),
        first.span,
        _themes(question.claims),
        clause=clause,
    )


def _subject(clause: object) -> str:
    if not isinstance(clause, Proposition):
        return ""
    return next((a.span.quote for a in clause.arguments if a.role in _SUBJECTS), "")


def _is_the_event(answer: Answer, scene: Scene) -> bool:
    clause = answer.value
    return isinstance(clause, Proposition) and scene.is_itself(clause)


def _holds_good(answer: Answer) -> bool:
    """Whether an answer says that a thing held, worked or was whole: what explains no event."""
    clause = answer.value
    if not isinstance(clause, Proposition):
        return False
    return CONTRARIES.get(clause.lemma, ("", False))[1] is clause.positive and (
        clause.lemma in CONTRARIES and CONTRARIES[clause.lemma][0] in _SOUND
    )


def _themes(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(
        lemma
        for claim in claims
        for answer in claim.given
        if isinstance(answer.value, Proposition)
        for lemma in (*themes_of(answer.value), *places_of(answer.value))
        if lemma not in STOP
    )


def _can_lead(answer: Answer, scene: Scene) -> bool:
    """Whether an answer tells something past that can have led to the event, or to its harm.

    Counts of the harmed, what was done afterwards, and speech cannot.
    """
    clause = answer.value
    if not isinstance(clause, Proposition) or clause.modality in _OPEN:
        return False
    if clause.predicate.start < answer.span.start or clause.predicate.end > answer.span.end:
        return False
    if clause.nominal and not clause.positive:
        return False
    # "She heard a blast" tells of the blast by a noun, which has no tense.
    if clause.tense is not Tense.PAST and not (clause.nominal and not clause.arguments):
        return False
    if any(argument.preposition == "behind" for argument in clause.arguments):
        return False
    # Whom somebody hired is a matter of who did it.
    if clause.lemma in PRESENCE:
        return False
    lemma = clause.lemma.split()[0]
    if lemma in AFTERMATH or lemma in VERBS or is_staged(clause, answer.span):
        return False
    return not fate_of(clause.lemma)
