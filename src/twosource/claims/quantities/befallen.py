"""What a verb says befell its subject or object: killed, injured, taken to hospital."""

from __future__ import annotations

from twosource.language.interface import Reading, Token
from twosource.language.tree import base, dependents
from twosource.reference.statuses import STATUSES

_HOSPITALS = frozenset("hospital clinic infirmary".split())
_BROUGHT = frozenset(
    "take rush bring transport airlift carry send remain stay treat admit be lie keep".split()
)
"""Verbs by which people are in a hospital, or on the way there."""
_TELLS = frozenset("confirm report pronounce declare".split())
_COMES_UPON = frozenset("find leave".split()) | _TELLS
"""Verbs whose complement says what befell their object: "found dead", "left two injured"."""
_SUFFERS = frozenset("suffer sustain receive".split())
_BEFALLS_ITS_SUBJECT = frozenset("die perish succumb".split())
_REFLEXIVE = frozenset("himself herself itself themselves self".split())
UNREAL = frozenset("try attempt plan threaten want intend conspire plot hope".split())
"""Verbs and nouns whose complement did not happen for all that they say."""


def _suffered(reading: Reading, verb: Token) -> set[str]:
    """What is suffered, also by way of how much of it: "various degrees of injury"."""
    direct = reading.children[verb.index]
    inner = [c for one in direct for c in dependents(reading, one, "nmod")]
    return {reading.tokens[c].lemma.lower() for c in (*direct, *inner)}


def _is_gunshot_wound(reading: Reading, verb: Token) -> bool:
    """Whether "sustained gunshot wounds" is said, which the dead have as well as the living."""
    return any(
        reading.tokens[child].lemma.lower() == "wound"
        and {"gunshot", "bullet"}
        & {reading.tokens[c].lemma.lower() for c in reading.children[child]}
        for child in reading.children[verb.index]
    )


def status_by_verb(reading: Reading, verb: Token, relation: str) -> str:
    """What a verb says befell its subject or object, by the relation of the word to it.

    What did not happen ("tried to kill"), and what the word itself did to another, befell nobody.
    """
    lemma = verb.lemma.lower()
    below = {reading.tokens[c].lemma.lower() for c in reading.children[verb.index]}
    if lemma == "lose" and "life" in below:
        return "kill"
    if lemma in _SUFFERS and _is_gunshot_wound(reading, verb):
        return "shoot" if relation == "nsubj" else ""
    if lemma in _SUFFERS and _suffered(reading, verb) & {"injury", "wound", "burn"}:
        return "injure" if relation == "nsubj" else ""
    if _is_unreal(reading, verb) or _does_it(reading, verb, relation):
        return ""
    if below & _HOSPITALS and lemma in _BROUGHT:
        return "hospitalise"
    if lemma == "shoot":
        return _by_shooting(reading, verb)
    if _to_death(reading, verb):
        return "kill"
    if lemma in _COMES_UPON:
        return _by_complement(reading, verb, relation)
    return STATUSES.get(lemma, "")


def _is_unreal(reading: Reading, verb: Token) -> bool:
    above = reading.tokens[verb.head]
    return base(verb.relation) in {"xcomp", "acl"} and above.lemma.lower() in UNREAL


def _does_it(reading: Reading, verb: Token, relation: str) -> bool:
    """Whether a subject does to another what the verb says: "the driver hit and killed a man"."""
    if relation != "nsubj" or verb.lemma.lower() in _BEFALLS_ITS_SUBJECT:
        return False
    joined = [
        conjunct
        for conjunct in dependents(reading, verb.index, "conj")
        if not dependents(reading, conjunct, "nsubj")
    ]
    if verb.xpos == "VBG" and verb.lemma.lower() in {"shoot", "kill", "wound"}:
        return True
    objects = [o for v in (verb.index, *joined) for o in dependents(reading, v, "obj")]
    return any(reading.tokens[o].text.lower() not in _REFLEXIVE for o in objects)


def _to_death(reading: Reading, verb: Token) -> bool:
    """Whether a verb ends in death: "stabbed to death", "burned alive"."""
    below = {reading.tokens[c].lemma.lower() for c in reading.children[verb.index]}
    return (verb.lemma.lower() == "burn" and "alive" in below) or any(
        reading.tokens[child].lemma.lower() == "death"
        and any(reading.tokens[c].text.lower() == "to" for c in dependents(reading, child, "case"))
        for child in dependents(reading, verb.index, "obl")
    )


def _by_shooting(reading: Reading, verb: Token) -> str:
    """Shot, or killed by it: "shot dead", "shot to death", "shot and killed", "fatally shot"."""
    particles = dependents(reading, verb.index, "compound:prt", "advmod")
    if any(reading.tokens[c].text.lower() == "down" for c in particles):
        return ""
    found = {
        STATUSES.get(reading.tokens[child].lemma.lower(), "")
        for child in reading.children[verb.index]
        if not _tells_of_another(reading, child) and not _tells_of_some(reading, verb, child)
    }
    return next((status for status in ("kill", "injure") if status in found), "shoot")


def _tells_of_some(reading: Reading, verb: Token, child: int) -> bool:
    """Whether a word tells of the body, or of some only: "shot, two of them fatally"."""
    word = reading.tokens[child]
    apart = word.upos == "ADV" and child > verb.index + 1
    return apart or word.lemma.lower() == "body"


def _by_complement(reading: Reading, verb: Token, relation: str) -> str:
    """What a word that tells of a state says of it: "found dead", "confirmed two injured"."""
    if verb.lemma.lower() in _TELLS and relation == "nsubj" and verb.xpos != "VBN":
        return ""
    found: set[str] = set()
    for child in reading.children[verb.index]:
        word = reading.tokens[child]
        if word.lemma.lower() == "shoot":
            found.add(_by_shooting(reading, word))
        elif not _tells_of_another(reading, child):
            found.add(STATUSES.get(word.lemma.lower(), ""))
    return min(found - {""}, default="")


def _tells_of_another(reading: Reading, token: int) -> bool:
    """Whether a joined clause has a subject or an object of its own that is no pronoun."""
    if base(reading.tokens[token].relation) not in {"conj", "advcl", "parataxis", "ccomp"}:
        return False
    own = dependents(reading, token, "nsubj", "obj")
    return any(reading.tokens[o].upos != "PRON" for o in own)
