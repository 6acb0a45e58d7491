"""Causes by the words that stand beside them: "due to", "blamed on", "as a result of which".

The effect has to be the main event: what a parade was called off for explains no explosion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.claims.questions.fates import fate_of
from twosource.hypotheses.offer import Offer, cut_phrase, told_by
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.model.report import Report, Span
from twosource.reference.explanations import BLAMED_AFTER, CAUSAL_PHRASES

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
    rf"\b(?:(?:began|started|broke out|occurred|happened|came)\b[^.;:!?\n]{{0,40}}?,? "
    rf"(?:when|after)|(?:died|killed|perished|injured|derailed|collapsed|crashed|exploded"
    rf"|caught fire|sank|capsized)\b[^.;:!?\n]{{0,60}}? after) {_WHAT}",
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
        text = part.quote
        for pattern in (_AFTER, _BEGAN):
            for match in pattern.finditer(text):
                if _is_effect(part, match.start(), one, scene):
                    yield from cut_phrase(part, match.span("what"), report, one)
        for match in _BEFORE.finditer(text):
            rest = re.split(r"[.;:!?,\n]", text[match.end() :], maxsplit=1)[0]
            if not rest.strip() or scene.is_named_in(rest):
                yield from cut_phrase(part, match.span("what"), report, one, from_end=True)
        for match in _RESULT.finditer(text):
            without = text[: match.start()].rstrip().endswith("without")
            if scene.is_named_in(match["effect"]) and not without:
                yield from _clause_at(one, part.start + match.start())


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
