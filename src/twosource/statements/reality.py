"""Whether a reporting verb tells of words that were said at all.

"If the mayor says", "nobody said", "failed to say", "never claimed" and "should have said" put
words into nobody's mouth.
"""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, negated, subtree
from twosource.reference.cues import KNOWING_VERBS, Act
from twosource.statements.subjects import own_subject

UNDONE = frozenset("avoid fail forget neglect omit stop".split())
"""Verbs whose infinitive did not happen."""
ELICITED = frozenset({"draw"})
"""Verbs whose negative is a refusal: "would not be drawn"."""
UNREAL_MODALS = frozenset("should must might ought".split())
ONLY_NEGATED = frozenset("accept exclude identify name specify speak verify share".split())
"""Verbs that tell of an answer only in the negative: "did not name", "does not exclude"."""
DISSENTING = frozenset("accept agree share".split())
"""Verbs whose negative rejects what follows."""
UNDISPUTED = frozenset("contest deny dispute".split())
"""Verbs whose negative grants what follows: "does not dispute that"."""
_LEFT_OPEN = frozenset({"confirm", "comment"})
"""Verbs that tell of no answer behind "neither": "neither confirmed nor denied"."""
_REFUSALS = frozenset({"decline", "refuse"})
SUPPOSING = frozenset("if unless lest".split())
NO_SUBJECTS = frozenset("no nobody none few neither hardly".split())
WISHING = frozenset("want ask urge tell force allow lead encourage let invite order".split())
"""Verbs whose object is to do what the infinitive names; whether it does is not told."""


def really_said(reading: Reading, verb: int, act: Act) -> bool:
    """Whether the text presents the act of a reporting verb as having taken place.

    Args:
        reading: The report, read.
        verb: The reporting verb.
        act: What it makes its subject do.
    """
    if nor(reading, verb):
        return reading.tokens[verb].lemma.lower() in _LEFT_OPEN
    if neither(reading, verb):
        return reading.tokens[verb].lemma.lower() in KNOWING_VERBS
    if _supposed(reading, verb) or _nobody(reading, verb) or _undone(reading, verb):
        return False
    if act is Act.DECLINE:
        return reading.tokens[verb].lemma.lower() not in _REFUSALS or not negated(reading, verb)
    if not negated(reading, verb):
        if reading.tokens[verb].lemma.lower() == "accept" and dependents(reading, verb, "ccomp"):
            return True
        return reading.tokens[verb].lemma.lower() not in ONLY_NEGATED
    if reading.tokens[verb].lemma.lower() in ONLY_NEGATED | DISSENTING:
        return True
    if reading.tokens[verb].lemma.lower() in UNDISPUTED:
        return bool(dependents(reading, verb, "ccomp")) and _concedes(reading, verb)
    if act is Act.BELIEVE or reading.tokens[verb].lemma.lower().startswith("rul"):
        return True
    lemma = reading.tokens[verb].lemma.lower()
    return (lemma in KNOWING_VERBS and act is not Act.DENY) or lemma in ELICITED


def _concedes(reading: Reading, verb: int) -> bool:
    """Whether "does not dispute" grants something; "did not deny it" may tell of silence only."""
    auxiliaries = dependents(reading, verb, "aux")
    return any(reading.tokens[a].xpos in {"VBZ", "VBP"} for a in auxiliaries)


def neither(reading: Reading, verb: int) -> bool:
    """Whether the verb's subjects are named with "neither ... nor"."""
    subject = own_subject(reading, verb)
    return subject is not None and any(
        reading.tokens[t].lemma.lower() == "neither" for t in dependents(reading, subject, "cc")
    )


def nor(reading: Reading, verb: int) -> bool:
    """Whether a verb is one of two that did not take place: "neither confirmed nor denied"."""
    token = reading.tokens[verb]
    first = token.head if base(token.relation) == "conj" else verb
    links = dependents(reading, first, "cc", "advmod")
    return any(reading.tokens[t].lemma.lower() == "neither" for t in links)


def _supposed(reading: Reading, verb: int) -> bool:
    """In an "if" clause, or what somebody should or must say."""
    for child in reading.children[verb]:
        word = reading.tokens[child]
        if base(word.relation) == "mark" and word.lemma.lower() in SUPPOSING:
            return True
        if base(word.relation) == "aux" and word.lemma.lower() in UNREAL_MODALS:
            return True
    return False


def _nobody(reading: Reading, verb: int) -> bool:
    """A negative subject: nobody, no officer, few."""
    subject = own_subject(reading, verb)
    if subject is None:
        return False
    near = [subject, *dependents(reading, subject, "det", "amod", "advmod", "nummod")]
    return any(reading.tokens[t].lemma.lower() in NO_SUBJECTS for t in near)


def _undone(reading: Reading, verb: int) -> bool:
    """What somebody failed to say, or wants others to say."""
    token = reading.tokens[verb]
    if base(token.relation) != "xcomp":
        return False
    above = reading.tokens[token.head].lemma.lower()
    others = [c for c in dependents(reading, token.head, "obj", "iobj") if c < verb]
    wished = above in WISHING and any(verb not in subtree(reading, c) for c in others)
    return above in UNDONE or wished
