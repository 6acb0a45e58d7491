"""Causes by the words that stand beside them: "due to", "blamed on", "as a result of which".

The effect has to be the main event: what a parade was called off for explains no explosion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from twosource.claims.questions.fates import fate_of
from twosource.hypotheses.offer import Offer, cut_phrase, kinds_of_cause, of_words, told_by
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.model.report import Report, Span, cut
from twosource.reference.explanations import BLAMED_AFTER, CAUSAL_PHRASES
from twosource.reference.happenings import INCIDENT_NOUNS

_SUBJECTS = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})
# Verbs that only join a cause to its effect.
_JOINING = frozenset(
    "be blame attribute ascribe put cause trigger spark provoke result stem say believe".split()
)
_WHAT = r"(?P<what>[^.;:!?\n]{3,90})"
# The effect stands before these, the cause behind them.
_AFTER = re.compile(
    rf"\b(?:{'|'.join(re.escape(p) for p in CAUSAL_PHRASES)})\s+{_WHAT}", re.IGNORECASE
)
_BEGAN = re.compile(
    rf"\b(?:began|started|broke out|occurred|happened|came)\b[^.;:!?\n]{{0,40}}?,? when {_WHAT}"
    rf"|\bafter (?P<then>[^.;:!?\n]{{3,90}})",
    re.IGNORECASE,
)
# What the event is put down to before it is told: "As a result of a landslide, the dam broke".
_FIRST = re.compile(
    r"(?:^|, |\n)(?:as a result of|because of|due to|owing to|following|in the wake of) "
    r"(?P<what>[^.;:!?,\n]{3,60}), (?P<effect>[^.;:!?\n]{3,120})",
    re.IGNORECASE,
)
_SET_OFF = re.compile(
    r"(?P<what>[^.;:!?,\n]{3,60}?)\s+(?:had |has |have )?(?:set (?:it|this|the [\w ]{3,20}?) off"
    r"|(?:caused|triggered|sparked|started|provoked) (?:it|this)\b)",
    re.IGNORECASE,
)
_DIED_OF = re.compile(
    r"\b(?:died|dead|killed|deaths?|lost their lives|perished|succumbed) (?P<how>of|from|in) "
    r"(?P<what>(?:a|an|the)? ?[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
# The cause stands before these, the effect behind them.
_BEFORE = re.compile(
    rf"(?P<what>[^.;:!?,\n]{{3,60}}?)\s+(?:{'|'.join(re.escape(p) for p in BLAMED_AFTER)})\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r",? (?:as a result of which|which (?:had )?(?:caused|triggered|sparked|ignited|led to|set off)"
    r"|causing|triggering|sparking|igniting|setting off|leading to|resulting in)\s+(?P<effect>"
    r"[^.;:!?\n]{3,80})",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:it|this|that|which)(?: (?:was|is|had|has|been|may|might|could|have|happened|occurred|came"
    r"|all|probably|likely|most|apparently))*\s*$"
)


def beside_causal_words(one: Testimony, scene: Scene, report: Report) -> Iterable[Offer]:
    """What stands beside words that name a cause, where their effect is the event.

    Args:
        one: What is said.
        scene: The event.
        report: The report that prints it, to cut spans from.
    """
    for part in one.parts:
        yield from _behind(part, one, scene, report)
        yield from _ahead(part, one, scene, report)
        yield from _died_of(part, scene, report)
        for match in _RESULT.finditer(part.quote):
            without = part.quote[: match.start()].rstrip().endswith("without")
            if scene.is_named_in(match["effect"]) and not without:
                yield from _clause_at(one, part.start + match.start())


def _behind(part: Span, one: Testimony, scene: Scene, report: Report) -> Iterable[Offer]:
    """Causes behind the words that join them to the event before."""
    for pattern in (_AFTER, _BEGAN):
        for match in pattern.finditer(part.quote):
            if not _is_effect(part, match.start(), one, scene):
                continue
            then = pattern is _BEGAN and match["then"] is not None
            found = cut_phrase(part, match.span("then" if then else "what"), report, one)
            # After what happened something may have come; after a time everything does.
            yield from (o for o in found if o.clause is not None or pattern is _AFTER)


def _ahead(part: Span, one: Testimony, scene: Scene, report: Report) -> Iterable[Offer]:
    """Causes before the words that join them to the event behind."""
    text = part.quote
    for match in _FIRST.finditer(text):
        if scene.is_named_in(match["effect"]) or scene.happening_in(match["effect"]):
            yield from cut_phrase(part, match.span("what"), report, one)
    for match in _SET_OFF.finditer(text):
        if scene.is_named_in(f"{one.before} {one.sentence}") or one.layer is Layer.EVENT:
            for offer in cut_phrase(part, match.span("what"), report, one, from_end=True):
                yield replace(offer, side=True)
    for match in _BEFORE.finditer(text):
        rest = re.split(r"[.;:!?,\n]|\band\b", text[match.end() :], maxsplit=1)[0]
        if not rest.strip() or scene.is_named_in(rest):
            yield from cut_phrase(part, match.span("what"), report, one, from_end=True)


def _died_of(part: Span, scene: Scene, report: Report) -> Iterable[Offer]:
    """What people are said to have died of, or in: a stampede, smoke, burns."""
    for match in _DIED_OF.finditer(part.quote):
        start, end = match.span("what")
        offer = of_words(cut(report, part.start + start, part.start + end), "died")
        head = next(iter(offer.heads), "")
        incident = head in INCIDENT_NOUNS or bool(kinds_of_cause(offer.themes))
        told = incident or match["how"] in {"of", "from"}
        plain = head and not head[:1].isdigit() and offer.label[:1].islower()
        if plain and told and not scene.is_term(head):
            yield offer


def _is_effect(part: Span, at: int, one: Testimony, scene: Scene) -> bool:
    """Whether the words before a cue tell of the event, by name or as "it"."""
    words = _clause_before(part.quote, at).strip("“”\"'’ ,").casefold()
    told = [
        c
        for c in one.clauses
        if not c.nominal
        and c.predicate.end <= part.start + at
        and c.predicate.quote.casefold() in words
        and c.lemma not in _JOINING
    ]
    if told:
        return scene.is_itself(told[-1]) or _befalls(told[-1], scene)
    if scene.is_named_in(words):
        return True
    points_back = _POINTS_BACK.match(words) or not words
    return bool(points_back) and scene.is_named_in(f"{one.before} {one.sentence}")


def _befalls(clause: Proposition, scene: Scene) -> bool:
    """Whether a clause tells what happened in the event, or what the event did."""
    if clause.lemma in scene.opening or fate_of(clause.lemma):
        return True
    subject = next((a for a in clause.arguments if a.role in _SUBJECTS), None)
    return subject is not None and scene.is_named_by(subject.lemma)


def _clause_before(text: str, end: int) -> str:
    """The words of the clause that ends at an offset."""
    return re.split(r"[.;:!?\n]|, (?:and|but|which|who)\b", text[:end])[-1]


def _clause_at(one: Testimony, end: int) -> Iterable[Offer]:
    """The last clause that ends before an offset, as an offer."""
    before = [c for c in one.clauses if not c.nominal and c.predicate.end <= end]
    if before:
        yield told_by(before[-1], "cause")
