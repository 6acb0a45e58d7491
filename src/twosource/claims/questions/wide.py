"""Denials that deny everything of a kind: nobody was trapped, no trouble, no other vehicle."""

from __future__ import annotations

import re

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
_WOUNDS = frozenset("wound injury mark bruise hole fracture".split())
_WOUNDING = frozenset("shoot hit stab beat strike kick punch attack".split())
_MEETINGS = frozenset("meet talk agree contact discuss negotiate call".split())
_REPLY = 3
_IN_PART = re.compile(
    r"\b(?:in|to|on) (?:the |his |her |their )?"
    r"(head|back|chest|neck|leg|arm|stomach|face|foot|shoulder|throat|abdomen)s?\b"
)
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


def denies_kind(denial: Told, claim: Told) -> bool:
    """Whether a denial is of trouble, of wounds or of a meeting of which a claim tells."""
    return _is_unrest(denial, claim) or _is_wounded(denial, claim)


def reaches_far(denial: Told) -> bool:
    """Whether a denial may be of clauses that share no word with it."""
    matter = denial.gist.matter
    wounds = matter is not None and matter.text.split()[-1] in _WOUNDS
    return is_quiet(denial) or wounds or denial.gist.predicate == "warn"


def _is_unrest(denial: Told, claim: Told) -> bool:
    """Whether there was no trouble, as one says, where another tells of violence."""
    theirs = claim.gist
    if not is_quiet(denial) or denial.gist.only is not None:
        return False
    thrown = theirs.predicate in _THROWING and any(
        word.preposition in {"at", "against"} or word.text.split()[-1] in _MISSILES
        for word in theirs.about
    )
    return thrown or theirs.predicate in _VIOLENT


def is_quiet(told: Told) -> bool:
    """Whether a clause says that there was, or was no, trouble of any kind."""
    matter = told.gist.matter
    if told.clause.lemma not in {"be", "exist"} or told.gist.predicate != EXIST or matter is None:
        return False
    return matter.text in _TROUBLE and len(told.gist.about) == 1


def _is_wounded(denial: Told, claim: Told) -> bool:
    """Whether there is no wound where another says that somebody was hit: "shot in the back"."""
    matter = denial.gist.matter
    if denial.gist.predicate != EXIST or matter is None:
        return False
    if matter.text.split()[-1] not in _WOUNDS or claim.clause.lemma not in _WOUNDING:
        return False
    parts = set(_IN_PART.findall(denial.clause.span.quote.lower()))
    return bool(parts & set(_IN_PART.findall(claim.clause.span.quote.lower())))


def is_of_meeting(told: Told) -> bool:
    """Whether a noun alone says that there was, or was no, meeting."""
    clause = told.clause
    return clause.nominal and clause.lemma in _MEETINGS and not told.gist.about


def happens_at_all(denial: Told, claim: Told) -> bool:
    """Whether nouns alone say that what never happened did: "no landslide", "after the slide".

    "There was no meeting" also answers who said in the same report that two had met.
    """
    if denial.clause.nominal and not claim.clause.nominal and is_of_meeting(denial):
        after = denial.clause.sentence - claim.clause.sentence
        return denial.found.answer.report == claim.found.answer.report and 0 < after <= _REPLY
    nouns = denial.clause.nominal and claim.clause.nominal
    if not nouns or denial.gist.core or denial.gist.any or claim.clause.negations:
        return False
    return not _FURTHER & set(denial.clause.span.quote.lower().split())
