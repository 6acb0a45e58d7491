"""What is said to have brought the event about: by words that name a cause, by inquiry, by talk.

Only causes of the main event are taken: what a parade was called off for explains no explosion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.phrasing import UNDERGONE
from twosource.hypotheses.bodies import NO_DOERS, is_doer
from twosource.hypotheses.causal_words import beside_causal_words
from twosource.hypotheses.named_causes import called_a_cause, warned_of
from twosource.hypotheses.offer import (
    STOP,
    Offer,
    kinds_of_cause,
    names_in,
    of_words,
    shown,
    told_by,
)
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.hypothesis import HypothesisKind
from twosource.model.identity import ReportId
from twosource.model.proposition import (
    Argument,
    ArgumentRole,
    Modality,
    Proposition,
    Tense,
)
from twosource.model.report import Report, Span
from twosource.model.statement import Stance
from twosource.reference.cues import VERBS
from twosource.reference.explanations import (
    BRINGING,
    CAUSING,
    COMMITTING,
    INQUIRY,
    RUMOURS,
    SAME_INCIDENT,
    THEORY_NOUNS,
)
from twosource.reference.happenings import INCIDENT_NOUNS

EXCLUDING = frozenset({"rule out", "exclude", "discount", "preclude"})
_VAGUE = frozenset(
    "anything nothing everything incident accident event cause causes reason possibility case "
    "investigation matter claim allegation report explanation version theory something it".split()
)
_CAUSES = frozenset("gas storm wind wave shock earthquake quake lightning flood".split())
_BY_WHOM = re.compile(
    r"\b(?:carried out|staged|ordered|organi[sz]ed|committed|launched|perpetrated|planned) by\b"
)
_FROM = frozenset({"inside", "within"})
_TWO = 3
_ASIDE = frozenset({Layer.BACKGROUND, Layer.PARALLEL, Layer.FORESEEN})
_OPEN = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.INTENDED})


def causes_in(one: Testimony, scene: Scene, reports: Mapping[ReportId, Report]) -> Iterable[Offer]:
    """Every cause of the event that a testimony names.

    Args:
        one: What is said.
        scene: The event.
        reports: The reports by id, to cut spans from.
    """
    report = reports[one.span.report]
    if one.layer in _ASIDE:
        yield from warned_of(one, report)
        return
    found = [
        *_by_clause(one, scene),
        *beside_causal_words(one, scene, report),
        *called_a_cause(one, scene, report),
        *warned_of(one, report),
        *_denied_deeds(one, scene),
        *_rumours(one, scene),
        *_guesses(one, scene),
        *_accused(one, scene),
    ]
    seen: set[Span] = set()
    for offer in found:
        fit = offer.raised not in seen and _is_cause(offer, scene)
        seen.add(offer.raised)
        if fit and offer.key[0] != "rumour" and any(w in RUMOURS for w in names_in(offer.label)):
            yield replace(_talk(offer.raised), side=offer.side)
        elif fit:
            yield offer


def _is_cause(offer: Offer, scene: Scene) -> bool:
    """Whether words can name a cause: something other than the event, a time or a person."""
    words = names_in(offer.label)
    telling = [w for w in words if w not in STOP and w not in _VAGUE]
    if not telling or offer.label[:1].isdigit():
        return False
    by_cause = offer.key[0] in {"cause", "killer", "died"}
    if offer.key[0] == "killer" and any(word in scene.opening for word in words):
        return False
    if by_cause and offer.heads and offer.heads <= scene.opening | SAME_INCIDENT:
        return False
    if by_cause and offer.clause is None and is_doer(offer.label):
        return False
    clause = offer.clause
    if _BY_WHOM.search(offer.label) or (clause is not None and _commits(clause, scene)):
        return False
    if clause is not None and (fate_of(clause.lemma) or _is_itself(clause, scene)):
        return False
    return offer.key[0] != "cause" or not all(scene.is_term(word) for word in telling)


def _commits(clause: Proposition, scene: Scene) -> bool:
    """Whether a clause tells who did it, which is no cause."""
    return clause.lemma.replace(" ", "_") in COMMITTING and scene.is_pointed_to(clause)


def _is_itself(clause: Proposition, scene: Scene) -> bool:
    """Whether a clause tells the event itself and nothing of where it came from."""
    return scene.is_itself(clause) and not any(
        a.role is ArgumentRole.OBLIQUE and a.lemma.casefold() in _FROM for a in clause.arguments
    )


def _by_clause(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """The subject of causing, the object of excluding and of inquiry."""
    for clause in one.clauses:
        lemma = clause.lemma.replace(" ", "_")
        if lemma in CAUSING and clause.modality not in _OPEN and scene.is_pointed_to(clause):
            yield from _argument(clause, ArgumentRole.AGENT, one, "cause")
        elif _undergone(clause, scene) and clause.modality not in _OPEN:
            yield from (
                of_words(a.span, "killer")
                for a in clause.arguments
                if a.role is ArgumentRole.AGENT and _tells(a) and not _acts(a) and not _fell(a, one)
                if clause.lemma != "kill" or kinds_of_cause(names_in(a.span.quote))
            )
        elif clause.lemma in EXCLUDING:
            yield from _argument(clause, ArgumentRole.PATIENT, one, "excluded")
        elif lemma in INQUIRY and _is_inquiry(one):
            yield from _argument(clause, ArgumentRole.PATIENT, one, "inquiry")


def _fell(argument: Argument, one: Testimony) -> bool:
    """Whether what harmed people is what the event befell: "a dam gave way, killing six"."""
    return any(
        clause.lemma.split()[0] in UNDERGONE | {"give"}
        and any(part.span == argument.span for part in clause.arguments)
        for clause in one.clauses
    )


def _undergone(clause: Proposition, scene: Scene) -> bool:
    """Whether a clause tells what was done to people or things in the event."""
    done = clause.lemma in {"kill", "destroy", "damage", "hit", "topple", "ignite"}
    has_object = any(a.role is ArgumentRole.PATIENT for a in clause.arguments)
    return not clause.nominal and has_object and (done or scene.is_itself(clause))


def _acts(argument: Argument) -> bool:
    """Whether a noun phrase names somebody, an event, or what people were killed with or in."""
    if argument.lemma.split()[-1:] and argument.lemma.split()[-1] in INCIDENT_NOUNS - _CAUSES:
        return True
    used = argument.head.quote.casefold().removesuffix("s") in NO_DOERS - _CAUSES
    return used or is_doer(argument.span.quote, argument.head.quote)


def _is_inquiry(one: Testimony) -> bool:
    """Whether words tell of an inquiry that goes on, into what something was caused by."""
    around = f"{one.before} {one.sentence}"
    return "cause" in around or "line of inquiry" in around or "being " in one.words


def _argument(
    clause: Proposition, role: ArgumentRole, one: Testimony, source: str
) -> Iterable[Offer]:
    for argument in clause.arguments:
        if argument.role is role and _tells(argument):
            yield of_words(argument.span, source)


def _tells(argument: Argument) -> bool:
    lemma = argument.lemma.casefold()
    return lemma not in STOP and lemma.split()[-1] not in _VAGUE


def _denied_deeds(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """What somebody denies having done, where that can bring something about."""
    cue = None if one.statement is None else one.statement.cue
    if one.stance is not Stance.DENIES or cue is None:
        return
    for clause in one.clauses:
        brings = clause.lemma.replace(" ", "_") in BRINGING
        told = clause.tense is Tense.PAST and not clause.nominal and clause.positive
        if brings and told and not scene.is_told_by(clause):
            label = _deed_label(clause, one)
            named = frozenset(names_in(label)) - STOP - {clause.predicate.quote.casefold()}
            offer = told_by(clause, "denied", side=False)
            yield replace(offer, label=label, themes=offer.themes | named, heads=named)


def _rumours(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """Talk that may itself have brought it about."""
    for clause in one.clauses:
        spreads = clause.lemma in {"spread", "circulate", "go round", "start", "cause", "set off"}
        for argument in clause.arguments:
            talk = argument.role is ArgumentRole.AGENT and argument.lemma.split()[-1] in RUMOURS
            if talk and (spreads or scene.is_pointed_to(clause)):
                yield _talk(argument.span)


def _talk(span: Span) -> Offer:
    """An offer of talk as the cause; all talk of one event is one explanation."""
    label = shown(span.quote)
    return Offer(HypothesisKind.CAUSE, ("rumour",), label, span, frozenset(RUMOURS))


def _guesses(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """What may have happened: a clause on the event that is held possible only."""
    for clause in one.clauses:
        past = clause.tense is Tense.PAST and not clause.nominal
        brought = clause.lemma.replace(" ", "_") in BRINGING
        possible = clause.modality is Modality.POSSIBLE and scene.is_told_by(clause)
        suspected = one.stance is Stance.HEDGES and _suspects(one)
        if clause.lemma.replace(" ", "_") in COMMITTING and scene.is_pointed_to(clause):
            continue
        if past and ((brought and (possible or _explained(one))) or suspected):
            yield told_by(clause, "guess")


def _suspects(one: Testimony) -> bool:
    cue = None if one.statement is None else one.statement.cue
    return cue is not None and "suspect" in cue.quote.casefold()


def _explained(one: Testimony) -> bool:
    """Whether words say that they give an explanation: "another theory is that"."""
    return any(f"{noun} " in one.span.quote.casefold() for noun in THEORY_NOUNS - {"line", "claim"})


def _accused(one: Testimony, scene: Scene) -> Iterable[Offer]:
    """The deed that somebody is accused of, where it can have brought the event about."""
    statement = one.statement
    if statement is None or statement.stance is not Stance.ACCUSES:
        return
    for clause in one.clauses:
        if clause.nominal or clause.tense is Tense.FUTURE or clause.modality is Modality.POSSIBLE:
            continue
        if clause.lemma in VERBS or scene.is_told_by(clause):
            continue
        if clause.lemma.replace(" ", "_") in BRINGING and not _opens_a_case(clause):
            yield replace(told_by(clause, "accused"), label=_deed_label(clause, one))
            return


def _opens_a_case(clause: Proposition) -> bool:
    """Whether a clause tells of proceedings, which come after an event."""
    objects = {a.lemma.split()[-1] for a in clause.arguments if a.lemma}
    return bool(objects & {"case", "investigation", "inquiry", "probe", "proceeding", "hearing"})


def _deed_label(clause: Proposition, one: Testimony) -> str:
    """A deed from its verb to the end of what is said, where that is short enough.

    What a thing underwent is told with the thing: "force was used".
    """
    content = one.parts[0]
    if any(
        argument.role is ArgumentRole.PATIENT and argument.span.end <= clause.predicate.start
        for argument in clause.arguments
    ):
        return shown(clause.span.quote)
    whole = content.quote[max(0, clause.predicate.start - content.start) :]
    label = shown(whole)
    return shown(clause.span.quote) if label.endswith("[…]") else label
