"""What is said of the counted, which tells counts of one noun apart and is asked by."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.quantities import PARTS
from twosource.claims.questions.alike import value_of
from twosource.claims.questions.context import Found, holds
from twosource.claims.questions.polarity import LIGHT
from twosource.claims.questions.room import ROOM, is_of_room
from twosource.claims.questions.sameness import Classes, argument, predicate_of
from twosource.model.proposition import Argument, ArgumentRole, Proposition, Tense
from twosource.model.value import QuantityKind
from twosource.reference.cues import VERBS

SAID = "said "
"""What begins the part of a key that tells what is said of the counted."""

# What says of the counted only that they are there, or in something.
_PRESENCE = frozenset(
    "be have hold house contain accommodate carry count number include estimate cram pack crowd "
    "occupy sleep exist stand live stay attend gather total bring transport board join march "
    "participate protest demonstrate rally assemble come work".split()
)
# Where the counted are, told without a verb of being there: "41 were aboard".
_THERE = frozenset(
    "inside aboard present there here outside underground ashore afloat on off up in home".split()
)
# Words of a state that a question can name: "slack", "on fire".
_MOST_OF_STATE = 3
_FINDING = frozenset(
    "find rescue recover locate trace return reunite save emerge resurface reappear".split()
)


def said_of(one: Found, classes: Classes) -> tuple[str, ...]:
    """What is said of the counted, where it is more than that they were there."""
    clause, value = one.clause, value_of(one)
    if is_of_room(one):
        return (ROOM,)
    if clause is None or value.kind is not QuantityKind.COUNT or clause.nominal:
        return ()
    if value.noun in PARTS:
        return ()
    if not clause.positive:
        return (f"{SAID}not {clause.lemma}",)
    state = _state(one)
    if state is not None:
        return (f"{SAID}{state.lemma}",)
    beside = next((a for a in clause.arguments if holds(a.span, value.span)), None)
    if beside is not None and _takes_away(clause, beside):
        return (f"{SAID}take away",)
    if clause.lemma in _PRESENCE or clause.lemma in LIGHT or clause.lemma in VERBS:
        return ()
    if beside is None:
        return ()
    part = beside.preposition if beside.role is ArgumentRole.OBLIQUE else ""
    return (f"{SAID}{' '.join(w for w in (predicate_of(clause, classes), part) if w)}",)


def _takes_away(clause: Proposition, beside: Argument) -> bool:
    """Whether the counted are taken from where they were: "took 12 people from the march".

    Those whom another boat "took aboard" are not all who were on the first.
    """
    froms = any(a.preposition in {"from", "off", "out of"} for a in clause.arguments)
    aboard = bool({"aboard", "board"} & set(clause.span.quote.lower().split()))
    taken = clause.lemma == "take" and beside.role is ArgumentRole.PATIENT
    return taken and (froms or aboard)


def _state(one: Found) -> Argument | None:
    """What a copula says of the counted ("two lines were slack"), where they are being nothing."""
    clause = one.clause
    state = None if clause is None else argument(clause, ArgumentRole.ATTRIBUTE)
    if state is None or holds(state.span, one.answer.span) or state.lemma in _THERE:
        return None
    return state


def were_what(group: Sequence[Found]) -> str:
    """How a question goes on after the counted, by the words of the first who says it of them.

    Args:
        group: Counts that one thing is said of.

    Returns:
        "were slack", "were kneeling", "fled"; where no printed form fits, the printed word of the
        verb as a quotation.
    """
    first = group[0]
    if is_of_room(first):
        return "was it built or allowed for"
    clause = first.clause
    if clause is None:
        return "were there"
    state = _state(first)
    if state is not None and len(state.span.quote.split()) <= _MOST_OF_STATE:
        return f"were {state.span.quote}"
    words = clause.predicate.quote
    agent = argument(clause, ArgumentRole.AGENT)
    theirs = agent is not None and holds(agent.span, first.answer.span)
    if theirs and clause.positive and words.endswith("ing"):
        return f"were {words}"
    if theirs and clause.positive and clause.tense is Tense.PAST and words.isalpha():
        return words
    return f"were told of (“{words}”)"


def is_found_again(one: Found) -> bool:
    """Whether a count of the missing tells that they were found: "two of the missing are safe"."""
    clause = one.clause
    return clause is not None and clause.positive and clause.lemma.split()[0] in _FINDING
