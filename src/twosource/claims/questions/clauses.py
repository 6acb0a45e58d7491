"""What the clauses of a case say or deny of deeds and states, each with its gist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.claims.questions.context import Context, Found, sentence_at
from twosource.claims.questions.gist import Gist, gist_of, only_of, other_gists
from twosource.claims.questions.idioms import given, idiom_of, turned
from twosource.claims.questions.opposing import is_contrary
from twosource.claims.questions.orders import order_in
from twosource.claims.questions.polarity import (
    LIGHT,
    answer_of,
    denied_clauses,
    denies_a_number,
    in_a_year,
)
from twosource.claims.questions.predicates import PARTICLED, hears_sound
from twosource.claims.questions.presence import HARBOURING
from twosource.claims.questions.sameness import Classes
from twosource.claims.questions.told import Told, is_for_long, place_of
from twosource.model.claim import NO, POSSIBLY, YES
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.reference.cues import VERBS

TURNED = {YES: NO, NO: YES, POSSIBLY: POSSIBLY}
"""What a thing answers to the contrary of a question."""
LIGHT_DEEDS = frozenset("have get give come".split())
"""Verbs that say little alone and tell of deeds all the same."""
_REPLYING = frozenset("reply respond agree consent".split())
_SPEAKING = frozenset("speak talk chat".split())
# Verbs of speech and finding that are deeds where they have an object.
_DEEDS = frozenset(
    "find discover order approve authorise authorize call warn alert notify inform tell complain "
    "report promise threaten instruct ask write answer invite".split()
)


def told_in(cases: Sequence[Context], classes: Classes) -> tuple[Told, ...]:
    """What the clauses of a case say or deny, by report and offset.

    Args:
        cases: The reports.
        classes: Which words are one.
    """
    return tuple(
        sorted((one for context in cases for one in _told_in(context, classes)), key=place_of)
    )


def _told_in(context: Context, classes: Classes) -> Iterator[Told]:
    denied = denied_clauses(context)
    for clause in context.facts.propositions:
        ordered = order_in(context, clause, classes)
        if ordered is not None:
            yield ordered
            continue
        said = answer_of(context, clause, denied, any_verb=True, any_layer=True)
        if said is None:
            continue
        gist = gist_of(context, clause, classes)
        if _tells_of_a_deed(clause, gist) and not _denies_no_deed(context, clause, said[1]):
            yield from _as_told(said, clause, gist, classes)


def _tells_of_a_deed(clause: Proposition, gist: Gist) -> bool:
    if (
        turned(clause)
        or idiom_of(clause)
        or given(clause)
        or hears_sound(clause)
        or clause.lemma in _REPLYING
    ):
        return True
    return not _is_about_words(clause) or is_contrary(gist) or gist.predicate in PARTICLED


def _denies_no_deed(context: Context, clause: Proposition, polarity: str) -> bool:
    """Whether a denial denies a number only, or tells of one year alone."""
    if polarity != NO:
        return False
    if denies_a_number(context, clause):
        return True
    return in_a_year(context, clause) and not is_for_long(clause)


def _as_told(
    said: tuple[Found, str], clause: Proposition, gist: Gist, classes: Classes
) -> Iterator[Told]:
    """A clause under each of its readings: all but one thing, and each pair of states."""
    found, polarity = said
    if not gist.positive:
        polarity = TURNED[polarity]
    layer = _layer(found.context, clause)
    only = only_of(found.context, clause, gist)
    if only is not None and polarity == YES:
        yield Told(found, clause, NO, only, layer)
    if only is None or polarity != NO:
        yield Told(found, clause, polarity, gist, layer)
        for other in other_gists(gist, clause, classes):
            turned = polarity if other.positive == gist.positive else TURNED[polarity]
            yield Told(found, clause, turned, other, layer)


def _is_about_words(clause: Proposition) -> bool:
    """Whether a clause tells of speech or belief, which is denied without denying a deed."""
    if clause.lemma in LIGHT - HARBOURING - LIGHT_DEEDS or clause.lemma in _SPEAKING:
        return True
    return clause.lemma in VERBS and not _is_deed(clause)


def _layer(context: Context, clause: Proposition) -> Layer | None:
    sentence = sentence_at(context, clause.span)
    return None if sentence is None else sentence.layer


def _is_deed(clause: Proposition) -> bool:
    """Whether a verb of speech tells of a deed: it is done to somebody, or ordered."""
    return clause.lemma in _DEEDS and any(
        one.role in {ArgumentRole.PATIENT, ArgumentRole.RECIPIENT}
        or one.preposition in {"about", "to"}
        for one in clause.arguments
    )
