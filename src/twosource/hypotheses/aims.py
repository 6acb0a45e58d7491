"""What the event is said to have been done for, kept apart from who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.hypotheses.offer import STOP, Offer, shown, themes_of
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.hypothesis import HypothesisKind
from twosource.model.proposition import ArgumentRole, Modality, Proposition, Tense
from twosource.reference.explanations import BRINGING, STAGING

_ASIDE = frozenset({Layer.BACKGROUND, Layer.PARALLEL, Layer.FORESEEN})
_LONGEST = 14
_END = re.compile(r"[.,;:!?—–“”\"]|\b(?:or|and|but) (?:to|that)\b")
# Infinitives behind these verbs are what is planned or able to be done, no aim of a deed.
_LIGHT = frozenset("be have do go come say tell make take continue work relocate".split())


def aims_in(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """Every aim that a testimony ascribes to whoever did it.

    Args:
        one: What is said.
        scene: The event.
    """
    if one.layer in _ASIDE:
        return
    for number, clause in enumerate(one.clauses):
        if clause.modality is not Modality.INTENDED or clause.nominal:
            continue
        gerund = clause.predicate.quote.casefold().endswith("ing")
        if clause.tense is Tense.FUTURE or clause.lemma in _LIGHT or gerund:
            continue
        before = one.clauses[:number]
        if _is_of_the_event(clause, before, scene) and _has_object(clause):
            yield Offer(
                HypothesisKind.AIM,
                ("aim", clause.lemma, *sorted(themes_of(clause))),
                f"to {shown(_from_verb(clause, one))}",
                clause.span,
                frozenset(_about(clause)),
                side=clause.positive,
                clause=clause,
            )


def _is_of_the_event(clause: Proposition, before: Iterable[Proposition], scene: Scene) -> bool:
    """Whether the clause before an aim tells the event, or its subject is the event."""
    if any(
        argument.role is ArgumentRole.AGENT and scene.is_named_by(argument.lemma)
        for argument in clause.arguments
    ):
        return True
    for one in before:
        brought = one.lemma.replace(" ", "_") in BRINGING | STAGING
        here = one.sentence == clause.sentence and one.modality is not Modality.INTENDED
        if here and (scene.is_deed(one) or (brought and scene.is_told_by(one))):
            return True
    return False


def _has_object(clause: Proposition) -> bool:
    return any(
        argument.role in {ArgumentRole.PATIENT, ArgumentRole.RECIPIENT}
        for argument in clause.arguments
    ) or clause.lemma in {"demonstrate", "show", "prove"}


def _from_verb(clause: Proposition, one: Testimony) -> str:
    """The words from an aim's verb to where the thought ends."""
    part = next((p for p in one.parts if p.start <= clause.predicate.start < p.end), clause.span)
    words = part.quote[max(0, clause.predicate.start - part.start) :]
    whole = _END.split(words, maxsplit=1)[0]
    return " ".join(whole.split()[:_LONGEST]).removeprefix("to ")


def _about(clause: Proposition) -> list[str]:
    """What an aim is recognised by: its verb and the heads of its objects, names included."""
    heads = [
        argument.lemma.casefold().split()[-1]
        for argument in clause.arguments
        if argument.role is not ArgumentRole.AGENT and argument.lemma
    ]
    return [word for word in (clause.lemma, *heads) if word not in STOP]
