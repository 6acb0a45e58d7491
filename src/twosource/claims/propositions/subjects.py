"""The subject of a verb, also where another clause prints it, and the voice of a verb."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent
from twosource.reference.happenings import AFFECTING_VERBS, PREVENTING
from twosource.statements.subjects import passive

_REACH = 5
_RELATIVES = frozenset({"WDT", "WP"})
_SHOWING = frozenset("see show hear watch film capture spot notice find catch leave depict".split())
"""Verbs whose object does what a participle after it says."""
_BLAMING = frozenset("accuse blame suspect charge convict acquit arrest criticise condemn".split())
"""Verbs whose object is the one who did what "of" or "for" names."""
_CLIMBING = frozenset({"obl", "conj", "xcomp", "advcl", "ccomp", "parataxis"})


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the passive, one whose auxiliary is left out included."""
    word = reading.tokens[verb]
    if word.upos == "ADJ" and word.relation != "amod":
        return True
    if passive(reading, verb):
        active = {reading.tokens[c].relation for c in reading.children[verb]} & {"nsubj", "obj"}
        return not (base(word.relation) == "advcl" and active)
    auxiliaries = {reading.tokens[c].lemma for c in dependents(reading, verb, "aux")}
    if word.xpos not in {"VBN", "VBD"} or auxiliaries or dependents(reading, verb, "obj"):
        return False
    if word.relation == "conj":
        return _after_passive(reading, verb)
    if word.xpos == "VBN" and base(word.relation) in {"root", "parataxis", "xcomp", "ccomp"}:
        return True
    return word.lemma.lower() in AFFECTING_VERBS and base(word.relation) in {"root", "parataxis"}


def _after_passive(reading: Reading, verb: int) -> bool:
    word = reading.tokens[verb]
    if dependents(reading, verb, "nsubj"):
        return word.lemma.lower() in AFFECTING_VERBS
    same = reading.tokens[word.head].upos in {"VERB", "ADJ"}
    lone = word.xpos == "VBN" or word.lemma.lower() in AFFECTING_VERBS
    return same and lone and is_passive(reading, word.head)


def subject_above(reading: Reading, verb: int) -> int | None:
    """The printed subject of a verb: its own, or that of the clause it shares one with.

    For a passive it is the one that undergoes. ``None`` where no words name it.
    """
    for step in range(_REACH):
        own = _own(reading, verb)
        if own is not None:
            return own
        word = reading.tokens[verb]
        if word.head == verb:
            return None
        if word.relation == "acl:relcl":
            # A relative clause without a subject of its own: the pronoun is left out or lost.
            return word.head if step == 0 or not dependents(reading, verb, "nsubj") else None
        if word.relation == "acl":
            return _of_noun_clause(reading, verb)
        if _headline_pair(reading, verb) is not None:
            return _headline_pair(reading, verb)
        if base(word.relation) not in _CLIMBING or not _shares(reading, verb):
            return None
        controller = _controller(reading, verb)
        if controller is not None:
            return controller
        verb = word.head
    return None


def _own(reading: Reading, verb: int) -> int | None:
    """The verb's own subject, a relative pronoun led back to what it stands for."""
    for child in dependents(reading, verb, "nsubj"):
        token = reading.tokens[child]
        above = reading.tokens[verb]
        if token.xpos in _RELATIVES and above.relation == "acl:relcl":
            return above.head
        if token.xpos in _RELATIVES and base(above.relation) == "conj":
            first = reading.tokens[above.head]
            return first.head if first.relation == "acl:relcl" else child
        return child
    return None


def _headline_pair(reading: Reading, verb: int) -> int | None:
    """The subject in "two killed, five injured", which the parse gives to the verb before."""
    word = reading.tokens[verb]
    if word.relation != "conj" or word.lemma.lower() not in AFFECTING_VERBS or verb == 0:
        return None
    before = reading.tokens[verb - 1]
    stray = before.head == word.head and before.relation in {"conj", "obj", "dep", "appos"}
    own = before.head == verb and base(before.relation) == "obl"
    return verb - 1 if (stray or own) and before.upos in {"NUM", "NOUN"} else None


def _shares(reading: Reading, verb: int) -> bool:
    """Whether a clause without a subject takes that of the clause above."""
    word = reading.tokens[verb]
    relation = base(word.relation)
    if dependents(reading, verb, "expl", "csubj"):
        return False
    if relation == "conj":
        return reading.tokens[word.head].upos in {"VERB", "AUX", "ADJ"} or bool(
            dependents(reading, word.head, "nsubj")
        )
    if relation == "xcomp":
        return True
    if relation == "parataxis":
        return word.xpos == "VBN" and not dependents(reading, verb, "nsubj")
    infinite = word.xpos in {"VBG", "VBN"} or _has_mark(reading, verb, "to")
    return infinite or (relation == "advcl" and word.upos == "ADJ")


def _introduced(reading: Reading, verb: int, words: set[str]) -> bool:
    return any(
        reading.tokens[c].lemma.lower() in words for c in dependents(reading, verb, "mark", "case")
    )


def _has_mark(reading: Reading, verb: int, lemma: str) -> bool:
    return any(reading.tokens[c].lemma.lower() == lemma for c in dependents(reading, verb, "mark"))


def _controller(reading: Reading, verb: int) -> int | None:
    """The object of the verb above, where it is the one who is to act."""
    word = reading.tokens[verb]
    head = word.head
    lemma = reading.tokens[head].lemma.lower()
    kept = _has_mark(reading, verb, "from") and lemma in PREVENTING
    complement = base(word.relation) in {"xcomp", "ccomp"} and lemma not in {"promise", "vow"}
    loose = base(word.relation) in {"advcl", "obl"} and word.xpos == "VBG"
    seen = loose and lemma in _SHOWING and reading.tokens[verb - 1].text != ","
    blamed = loose and lemma in _BLAMING and _introduced(reading, verb, {"of", "for", "with"})
    if not (kept or complement or seen or blamed) or is_passive(reading, head):
        return None
    told = first_dependent(reading, head, "iobj", "obj")
    return told if told is not None and told < verb else None


def _of_noun_clause(reading: Reading, verb: int) -> int | None:
    """A participle after a noun is said of it; an infinitive of whoever has the noun."""
    word = reading.tokens[verb]
    noun = reading.tokens[word.head]
    if not _has_mark(reading, verb, "to"):
        finite = _introduced(reading, verb, {"that", "whether", "if"})
        return None if finite else word.head
    owner = first_dependent(reading, word.head, "nmod:poss")
    if owner is not None:
        return owner
    if noun.head == noun.index:
        return word.head
    if base(noun.relation) in {"obj", "xcomp"}:
        return subject_above(reading, noun.head)
    return None
