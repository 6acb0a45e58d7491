"""Clauses that the parse hangs elsewhere than on the verb that says them."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import ancestors, dependents, first_token, subtree
from twosource.reference.cues import DOCUMENT_NOUNS
from twosource.statements.phrases import bears_witness
from twosource.statements.subjects import subject_of
from twosource.statements.turned import ADDRESSING


def only_pictured(reading: Reading, verb: int, clause: int) -> bool:
    """Whether a picture shows a clause without a subject: somebody climbing, what seems a fire."""
    subject = subject_of(reading, verb)
    if subject is None or not bears_witness(reading, subject):
        return False
    return not dependents(reading, clause, "nsubj", "expl", "csubj")


def of_speaker(reading: Reading, clause: int) -> bool:
    """Whether a clause tells of a speaker printed before it: insisted the owner, whose ..."""
    first = first_token(reading, clause)
    first += reading.tokens[first].text == ","
    return reading.tokens[first].text.lower() in {"whose", "who"} and (
        reading.tokens[first - 1].text == ","
    )


def strayed(reading: Reading, verb: int) -> list[int]:
    """A clause which the parse hangs on the listener, takes for a subject, or gives to another.

    In "the attack that X says was an attempt", the clause after "says" may be given to the verb
    of the sentence around it.
    """
    for above in ancestors(reading, verb):
        for clause in dependents(reading, above, "ccomp"):
            if clause > verb and first_token(reading, clause) == verb + 1:
                return [clause]
    for clause in dependents(reading, verb, "advcl"):
        marks = dependents(reading, clause, "mark")
        if clause > verb and any(reading.tokens[m].lemma.lower() == "whether" for m in marks):
            return [clause]
    heads = dependents(reading, verb, "obj", "iobj")
    listeners = heads if reading.tokens[verb].lemma.lower() in ADDRESSING else []
    listeners += [
        noun
        for noun in dependents(reading, verb, "obl")
        if noun > verb and reading.tokens[noun].lemma.lower() in DOCUMENT_NOUNS
    ]
    found = [c for c in dependents(reading, verb, "csubj") if c > verb]
    found += [c for listener in listeners for c in dependents(reading, listener, "acl")]
    return [
        clause
        for clause in found
        if any(
            reading.tokens[m].lemma.lower() == "that" and reading.tokens[m].upos == "SCONJ"
            for m in dependents(reading, clause, "mark")
        )
    ][:1]


def lost_subject(reading: Reading, verb: int, clause: int) -> list[int]:
    """The subject of the clause, where the parse gave it to the verb of saying as a second one."""
    subjects = dependents(reading, verb, "nsubj")
    strayed = [c for c in subjects if verb < c < clause]
    if not strayed or len(subjects) < 2:
        return []
    return [t for c in strayed for t in subtree(reading, c)]


def stated(reading: Reading, verb: int) -> list[int]:
    """A clause with subject and "be" that the parse took for an adverb: said it was too soon."""
    found = dependents(reading, verb, "advmod", "obl", "obj", "xcomp")
    return [
        c
        for c in found
        if c > verb and dependents(reading, c, "nsubj") and dependents(reading, c, "cop")
    ][:1]
