"""What pictures show and figures say: contents without a clause.

"Footage shows a man running", "the gauge shows 40 bar", "puts the number of drowned at 30".
"""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import dependents, subtree
from twosource.reference.cues import PICTURES
from twosource.statements.candidates import Said
from twosource.statements.phrases import bears_witness
from twosource.statements.reach import starts_with, without_tails
from twosource.statements.subjects import subject_of

INSTANTS = frozenset({"instant", "moment", "scene", "second", "time"})


def figure_said(reading: Reading, verb: int) -> Said | None:
    """Police say two: a bare figure as what is said."""
    for child in dependents(reading, verb, "obj"):
        if child > verb and reading.tokens[child].upos == "NUM":
            return Said("verb.noun", tuple(subtree(reading, child)), verb)
    return None


def showing(reading: Reading, verb: int) -> Said | None:
    """Footage shows a man running, the gauge shows 40 bar: what can be seen, without a clause."""
    subject = subject_of(reading, verb)
    if subject is None or not bears_witness(reading, subject):
        return None
    seen = [c for c in dependents(reading, verb, "obj", "xcomp") if c > verb]
    tokens = sorted({t for c in seen for t in subtree(reading, c)})
    pictured = reading.tokens[subject].lemma.lower() in PICTURES
    read_off = not pictured and any(_is_figure(reading, c) for c in seen)
    if not read_off and not any(_tells(reading, c) for c in seen):
        return None
    return Said("verb.shows", tuple(without_tails(reading, tokens)), verb)


def _tells(reading: Reading, seen: int) -> bool:
    """A man *running*, the moment it *broke*, *no* damage: more than a thing that is there."""
    token = reading.tokens[seen]
    if token.upos == "VERB":
        return True
    if any(reading.tokens[c].lemma.lower() == "no" for c in dependents(reading, seen, "det")):
        return True
    return any(
        reading.tokens[c].relation == "acl" or token.lemma.lower() in INSTANTS
        for c in dependents(reading, seen, "acl")
    )


def putting(reading: Reading, verb: int) -> Said | None:
    """Puts the number of drowned at 30: a figure without a verb of saying."""
    things = [c for c in dependents(reading, verb, "obj") if c > verb]
    figures = [
        t
        for t in subtree(reading, verb)
        if t > verb and starts_with(reading, t, {"at"}) and _is_figure(reading, t)
    ]
    if not things or not figures:
        return None
    tokens = {t for c in (*things, figures[0]) for t in subtree(reading, c)}
    return Said("verb.puts", tuple(sorted(tokens)), verb)


def _is_figure(reading: Reading, head: int) -> bool:
    return any(reading.tokens[t].upos == "NUM" for t in subtree(reading, head))
