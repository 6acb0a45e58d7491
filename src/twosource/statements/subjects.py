"""Who does the saying: the grammatical search for the subject of a reporting word."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent
from twosource.reference.cues import DOCUMENT_NOUNS, REPORT_NOUNS
from twosource.statements.phrases import antecedent, can_speak

RELATIVE = frozenset("who which that whom".split())
CLIMBS = frozenset({"xcomp", "conj", "advcl"})
ISSUING_VERBS = frozenset(
    "issue release publish make give post send file circulate sign write deliver read put "
    "express voice raise add".split()
)
"""Verbs whose subject is the author of the statement that is their object."""


def subject_of(reading: Reading, verb: int) -> int | None:
    """Head of the phrase that says what ``verb`` reports, or ``None``.

    Looks at the verb's own subject, the agent of a passive, a subject printed after the verb, the
    antecedent of a relative pronoun, and the subject that the verb shares with the clause above.
    """
    current, seen = verb, 0
    while seen < 4:
        own = _own_subject(reading, current)
        if own is not None:
            return _resolved_relative(reading, own)
        token = reading.tokens[current]
        if token.head == current:
            return None
        if token.relation in {"acl", "acl:relcl"}:
            return _noun_subject(reading, token.head)
        if token.relation == "amod" or base(token.relation) not in CLIMBS:
            return None
        current, seen = token.head, seen + 1
    return None


def passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the passive."""
    return any(
        reading.tokens[c].relation in {"aux:pass", "nsubj:pass"} for c in reading.children[verb]
    )


def agent(reading: Reading, verb: int) -> int | None:
    """Who a passive verb is done by."""
    for child in dependents(reading, verb, "obl"):
        if reading.tokens[child].relation == "obl:agent":
            return child
        case = first_dependent(reading, child, "case")
        if case is not None and reading.tokens[case].lemma.lower() == "by":
            return child
    return None


def _own_subject(reading: Reading, verb: int) -> int | None:
    if passive(reading, verb):
        return agent(reading, verb)
    subjects = [
        c for c in dependents(reading, verb, "nsubj") if reading.tokens[c].relation != "nsubj:pass"
    ]
    if subjects:
        return min(subjects, key=lambda c: abs(c - verb))
    return _inverted(reading, verb)


def _inverted(reading: Reading, verb: int) -> int | None:
    """A speaker printed right after its verb, which parsers often take for an object."""
    if reading.tokens[verb].xpos not in {"VBD", "VBZ", "VBP"}:
        return None
    for child in dependents(reading, verb, "obj", "iobj", "dep"):
        before = reading.tokens[verb - 1].text if verb else ""
        if verb < child <= verb + 6 and before in {",", "”", '"', "’", "'", "?", "!"}:
            return child if can_speak(reading, child) else None
    return None


def _resolved_relative(reading: Reading, subject: int) -> int | None:
    token = reading.tokens[subject]
    if token.upos == "PRON" and token.lemma.lower() in RELATIVE:
        return antecedent(reading, subject)
    return subject


def _noun_subject(reading: Reading, noun: int) -> int | None:
    """Who speaks through a noun with a clause: the author of a statement, else the noun itself."""
    lemma = reading.tokens[noun].lemma.lower()
    if lemma not in REPORT_NOUNS and lemma not in DOCUMENT_NOUNS:
        return noun
    governor = reading.tokens[noun].head
    token = reading.tokens[governor]
    if base(reading.tokens[noun].relation) in {"obj", "obl"} and token.lemma in ISSUING_VERBS:
        return subject_of(reading, governor)
    possessor = first_dependent(reading, noun, "nmod:poss")
    return noun if possessor is None else possessor
