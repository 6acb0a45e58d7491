"""Set phrases that report: "points the finger at", "made clear that", "would not be drawn on"."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, negated, subtree
from twosource.reference.cues import Act
from twosource.statements.candidates import Said

BLAMING = frozenset({"blame", "responsibility", "fault", "guilt"})
"""What one party puts at another's door."""
PLACING = frozenset({"lay", "pin", "place", "put", "cast"})
MAKING = frozenset({"make"})
WITHHOLDING = frozenset("disclose give have make offer provide release supply".split())
"""Verbs that tell, with "no" or "not" and a noun for information, of an answer held back."""
INFORMATION = frozenset(
    "answer breakdown comment date detail estimate explanation figure identity "
    "information name number particulars reason remark reply response statement timeframe "
    "timeline timetable".split()
)
"""Nouns for what somebody who was asked does not give."""
PLAIN = frozenset({"clear", "plain", "known", "explicit"})
"""What somebody makes a thing by saying it: "made it clear that"."""


def idiom_act(reading: Reading, verb: int) -> Act | None:
    """The act of a set phrase around a verb that reports nothing by itself, or ``None``."""
    found = idiom(reading, verb)
    if found is None:
        return None
    return {
        "verb.accuses": Act.ACCUSE,
        "verb.declines": Act.DECLINE,
        "verb.clause": Act.SAY,
    }[found.rule]


def idiom(reading: Reading, verb: int) -> Said | None:
    """The content of a set phrase around a verb, or ``None`` where there is none."""
    lemma = reading.tokens[verb].lemma.lower()
    if lemma == "point" or lemma in PLACING:
        return _blaming(reading, verb, lemma)
    if lemma == "draw":
        return _not_drawn(reading, verb)
    if lemma in WITHHOLDING:
        return _withheld(reading, verb) or (_made_clear(reading, verb) if lemma in MAKING else None)
    return None


def _withheld(reading: Reading, verb: int) -> Said | None:
    """Made no comment, gave no details, would not give her the name of ...: a refusal."""
    if base(reading.tokens[verb].relation) in {"acl", "advcl"}:
        return None
    for noun in dependents(reading, verb, "obj"):
        if noun < verb or reading.tokens[noun].lemma.lower() not in INFORMATION:
            continue
        before = [t for t in subtree(reading, noun) if t < noun]
        none = any(reading.tokens[t].lemma.lower() == "no" for t in before)
        if none or negated(reading, verb):
            return Said("verb.declines", tuple(subtree(reading, noun)), verb)
    return None


def _blaming(reading: Reading, verb: int, lemma: str) -> Said | None:
    """Points the finger at X; lays the blame on X for Y: who is blamed, and for what."""
    nouns = {"finger"} if lemma == "point" else BLAMING
    things = dependents(reading, verb, "obj")
    if not any(reading.tokens[t].lemma.lower() in nouns for t in things):
        return None
    blamed = [
        child
        for holder in (verb, *things)
        for child in dependents(reading, holder, "obl", "nmod")
        if child > verb and _opens_with(reading, child, {"at", "on", "upon", "with"})
    ]
    if not blamed:
        return None
    wrongs = [
        child
        for holder in (verb, *things)
        for child in dependents(reading, holder, "obl", "nmod", "advcl", "acl")
        if child > verb and _opens_with(reading, child, {"for"})
    ]
    tokens = {t for child in (*blamed, *wrongs) for t in subtree(reading, child)}
    return Said("verb.accuses", tuple(sorted(tokens)), max(things))


def _not_drawn(reading: Reading, verb: int) -> Said | None:
    """Would not be drawn on whether ...: a refusal."""
    passive = any(reading.tokens[c].relation == "aux:pass" for c in reading.children[verb])
    if not passive or not (negated(reading, verb) or _refused(reading, verb)):
        return None
    about = [
        t
        for child in dependents(reading, verb, "obl", "advcl", "ccomp")
        if child > verb
        for t in subtree(reading, child)
    ]
    if not about or reading.tokens[verb + 1].lemma.lower() not in {"on", "about", "into"}:
        return None
    return Said("verb.declines", tuple(sorted(about)), verb)


def _refused(reading: Reading, verb: int) -> bool:
    above = reading.tokens[reading.tokens[verb].head].lemma.lower()
    return base(reading.tokens[verb].relation) == "xcomp" and above in {"refuse", "decline"}


def _made_clear(reading: Reading, verb: int) -> Said | None:
    """Made (it) clear that ...: the clause of the adjective, or of the verb."""
    for word in dependents(reading, verb, "xcomp", "obj", "amod", "ccomp"):
        if reading.tokens[word].lemma.lower() not in PLAIN:
            continue
        clauses = [
            c
            for holder in (word, verb)
            for c in dependents(reading, holder, "ccomp", "csubj", "advcl", "acl", "parataxis")
            if c > word and _opens_with(reading, c, {"that", "how", "why", "what"})
        ]
        if clauses:
            return Said("verb.clause", tuple(subtree(reading, clauses[0])), word)
    return None


def _opens_with(reading: Reading, child: int, words: set[str]) -> bool:
    whole = subtree(reading, child)
    first = next((t for t in whole if reading.tokens[t].upos != "PUNCT"), whole[0])
    return reading.tokens[first].lemma.lower() in words
