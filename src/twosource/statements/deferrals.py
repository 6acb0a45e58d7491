"""Answers that are put off: "it was too early to name a cause"."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import subtree
from twosource.reference.cues import KNOWING_VERBS

_JUDGING = frozenset(
    "assess blame comment conclude determine draw establish guess identify judge name pinpoint "
    "rule speculate".split()
)


def puts_off(reading: Reading, root: int) -> bool:
    """Whether a clause says that it is too early for an answer.

    Args:
        reading: The report, read.
        root: The clause's predicate.
    """
    last = len(reading.tokens) - 2
    for at in subtree(reading, root):
        lemma = reading.tokens[at].lemma.lower()
        early = lemma == "premature" or (
            lemma in {"early", "soon"} and at and reading.tokens[at - 1].lemma.lower() == "too"
        )
        if early and at < last and reading.tokens[at + 1].lemma.lower() == "to":
            verb = reading.tokens[at + 2].lemma.lower()
            return verb in KNOWING_VERBS or verb in _JUDGING
    return False
