"""Denials that deny everything of a kind: nobody was trapped, no trouble, no other vehicle."""

from __future__ import annotations

from twosource.claims.questions.gist import Gist
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.things import found_in, is_person
from twosource.claims.questions.told import Told
from twosource.model.proposition import Proposition

_NOBODY = frozenset("nobody no_one anyone anybody none one life".split()) | {"no one"}
_TROUBLE = frozenset("trouble violence unrest disorder disturbance clash scuffle fighting".split())
_VIOLENT = frozenset(
    "attack assault fight clash brawl riot stone pelt scuffle smash charge beat stab shoot".split()
)
_THROWING = frozenset("throw hurl fling lob toss".split())
_MISSILES = frozenset("stone bottle brick rock firework missile egg chair".split())
_FURTHER = frozenset("other another further more additional fresh new second third".split())


def clears_everybody(denial: Told, claim: Told) -> bool:
    """Whether a claim says of everybody what a denial denies of some: "nobody was trapped"."""
    matter = denial.gist.matter
    return (
        matter is not None
        and is_person(matter)
        and not claim.gist.about
        and _of_nobody(claim.clause)
    )


def _of_nobody(clause: Proposition) -> bool:
    """Whether a clause is said of nobody."""
    return any(one.lemma.lower() in _NOBODY for one in clause.arguments)


def is_of_another(denial: Told) -> bool:
    """Whether a denial is of another thing beside the first: "no other vehicle was involved"."""
    words = {word for one in denial.clause.arguments for word in one.span.quote.lower().split()}
    return denial.clause.lemma == "involve" and bool(_FURTHER & words)


def is_the_other(denial: Told, theirs: Gist, near: Nearness) -> bool:
    """Whether a claim tells of a thing and another of its kind: "the bus was hit by a truck"."""
    matter = denial.gist.matter
    if matter is None:
        return False
    return len({w.text.split()[-1] for w in theirs.about if found_in(matter, (w,), near)}) > 1


def is_unrest(ours: Gist, theirs: Gist) -> bool:
    """Whether there was no trouble, as one says, where another tells of violence."""
    if not is_quiet(ours) or ours.only is not None:
        return False
    thrown = theirs.predicate in _THROWING and any(
        word.preposition in {"at", "against"} or word.text.split()[-1] in _MISSILES
        for word in theirs.about
    )
    return thrown or theirs.predicate in _VIOLENT


def is_quiet(gist: Gist) -> bool:
    """Whether a clause says that there was, or was no, trouble of any kind."""
    matter = gist.matter
    return gist.predicate == EXIST and matter is not None and matter.text.split()[-1] in _TROUBLE


def happens_at_all(denial: Told, claim: Told) -> bool:
    """Whether nouns alone say that what never happened did: "no landslide", "after the slide"."""
    nouns = denial.clause.nominal and claim.clause.nominal
    if not nouns or denial.gist.core or denial.gist.any or claim.clause.negations:
        return False
    return not _FURTHER & set(denial.clause.span.quote.lower().split())
