"""Which words report: verbs by their lists, set phrases, and verbs that evidently lead to words."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, negated
from twosource.reference.cues import STATES_OF_MIND, VERBS, Act
from twosource.statements.idioms import MAKING, idiom_act
from twosource.statements.reality import ONLY_NEGATED
from twosource.statements.shown import putting
from twosource.statements.subjects import passive
from twosource.statements.tags import closes_unlisted

CONJUNCTIVE = frozenset("ensure give grant provide see".split())
"""Verbs that may open a clause as a conjunction does ("given that"), or bring it about."""
PROCEEDING = frozenset("begin continue go manage proceed start".split())
"""Verbs whose infinitive took place."""
CONVICTIONS = frozenset(
    "adamant afraid aware certain clear concerned confident convinced doubtful glad hopeful "
    "optimistic proud sceptical skeptical sure surprised unsure worried".split()
)
"""Adjectives that carry what their subject holds or feels to be so."""
RULINGS = frozenset({"rule", "ruled", "rules", "ruling"})


def _introduces_clause(reading: Reading, verb: int) -> bool:
    """An unlisted verb with a "that" clause: "bemoan that ...", "dream that ..."."""
    token = reading.tokens[verb]
    if token.xpos == "VB" and reading.tokens[token.head].lemma.lower() not in PROCEEDING:
        return False
    subjects = dependents(reading, verb, "nsubj", "expl")
    if reading.tokens[verb].lemma.lower() in CONJUNCTIVE or any(
        reading.tokens[s].text.lower() == "it" for s in subjects
    ):
        return False
    return any(
        reading.tokens[mark].lemma.lower() == "that" and mark < clause and clause > verb
        for clause in dependents(reading, verb, "ccomp")
        for mark in dependents(reading, clause, "mark")
    )


def reporting_verbs(reading: Reading) -> Iterator[tuple[int, Act]]:
    """Tokens that report, with their act: listed verbs, and "be unable to"."""
    for token in reading.tokens:
        if token.upos == "VERB":
            act = _act_of(reading, token.index)
        elif token.upos == "ADJ" and token.lemma.lower() == "unable":
            act = Act.DECLINE
        elif token.upos == "ADJ" and token.lemma.lower() in CONVICTIONS:
            made = reading.tokens[token.head].lemma.lower() in MAKING
            act = None if made else Act.BELIEVE
        else:
            continue
        if act is not None:
            yield token.index, act


def _act_of(reading: Reading, verb: int) -> Act | None:
    """What a verb makes its subject do, or ``None`` where it reports nothing."""
    token = reading.tokens[verb]
    lemma = token.lemma.lower()
    if is_referring(reading, verb):
        return Act.SAY
    if lemma in STATES_OF_MIND and passive(reading, verb):
        return Act.BELIEVE
    if lemma in VERBS:
        return VERBS[lemma]
    if lemma in {"appeal", "plead"} or (lemma in ONLY_NEGATED and negated(reading, verb)):
        return Act.DENY if lemma == "exclude" else Act.SAY
    if token.text.lower() in RULINGS:
        return Act.SAY if _introduces_clause(reading, verb) else Act.DENY
    if lemma in {"peg", "place", "put"} and putting(reading, verb):
        return Act.PUT
    phrase = idiom_act(reading, verb)
    if phrase is not None:
        return phrase
    if closes_unlisted(reading, verb):
        return Act.SAY
    return Act.BELIEVE if _introduces_clause(reading, verb) else None


def is_referring(reading: Reading, verb: int) -> bool:
    """Whether a participle tells whom an outlet has it from: "the agency, referring to a source,".

    Behind what is told, "she said, referring to the strike" tells what was meant.
    """
    token = reading.tokens[verb]
    named = base(token.relation) == "acl" and token.head < verb
    return token.text.lower() == "referring" and named
