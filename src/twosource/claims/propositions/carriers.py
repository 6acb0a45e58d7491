"""What carries a predicate: the verb above it whose negation, mood and tense are its own too.

In "failed to carry out an attack" the attack is carried by "carry out" and that by "failed". Each
step says whether it turns the sign, how far it commits, and what the carrier's subject is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.claims.propositions.phrases import is_definite, name_at
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent
from twosource.model.proposition import Modality
from twosource.reference.happenings import (
    FAILING,
    INTENDING,
    LIGHT_CAUSING,
    LIGHT_DOING,
    LIGHT_UNDERGOING,
    MANAGING,
    NEEDING,
    NOMINALISATIONS,
    OCCURRING,
    PREVENTING,
    SEEMING,
)

_DEPTH = 6
_STATES = frozenset("remain stay get become keep leave".split())
"""Verbs that with a participle say of a state that it lasts or comes about."""


class Link(StrEnum):
    """How a carrier and what it carries belong together."""

    COMPLEMENT = "complement"
    DOING = "doing"
    UNDERGOING = "undergoing"
    CAUSING = "causing"
    OCCURRING = "occurring"
    OBJECT = "object"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True)
class Carrier:
    """One step up.

    Attributes:
        token: The carrying verb.
        link: How the two belong together.
        turns: Whether the carrier denies what it carries when it is itself affirmed.
        modality: How far it commits to what it carries.
        absorbs: Whether the carrier says nothing of its own.
    """

    token: int
    link: Link
    turns: bool = False
    modality: Modality = Modality.ACTUAL
    absorbs: bool = True


def carriers_of(reading: Reading, token: int) -> list[Carrier]:
    """The carriers of a predicate, nearest first."""
    found: list[Carrier] = []
    while len(found) < _DEPTH:
        above = carrier_of(reading, token)
        if above is None or above.token in {c.token for c in found}:
            break
        found.append(above)
        token = above.token
    return found


def carrier_of(reading: Reading, token: int) -> Carrier | None:
    """The verb that carries a predicate, or ``None`` where it stands by itself."""
    word = reading.tokens[token]
    if word.upos == "NOUN" and not dependents(reading, token, "cop", "nsubj"):
        return light_carrier(reading, token) or _wanted_object(reading, token)
    return _complement_carrier(reading, token) or _sharing(reading, token)


def absorbed(reading: Reading, verb: int) -> bool:
    """Whether a verb only colours its complement ("tried to", "failed to", "appears to")."""
    for child in dependents(reading, verb, "xcomp", "advcl", "ccomp"):
        carrier = _complement_carrier(reading, child)
        if carrier is not None and carrier.token == verb and carrier.absorbs:
            return True
    return False


def verb_lemma(reading: Reading, verb: int) -> str:
    """Lemma of a verb with its particle."""
    particle = [
        reading.tokens[c].text.lower()
        for c in reading.children[verb]
        if reading.tokens[c].relation == "compound:prt"
    ]
    return " ".join([reading.tokens[verb].lemma.lower(), *particle])


def light_carrier(reading: Reading, noun: int) -> Carrier | None:
    """The verb that only carries a noun that names a happening."""
    word = reading.tokens[noun]
    relation = word.relation
    if not _happens(reading, noun) or word.head == noun:
        return None
    if relation == "conj":
        found = _existence(reading, noun, word.head)
        if found is not None:
            return found
        # "Without causing injuries or damage": the first of them is the verb's object.
        word = reading.tokens[word.head]
        relation = word.relation
    if relation in {"nsubj", "nsubj:pass", "nsubj:outer"}:
        existence = _existence(reading, noun, word.head)
        return existence or _subject_of_light(reading, word.index)
    if base(relation) != "obj":
        return None
    lemma = verb_lemma(reading, word.head)
    for verbs, link in (
        (LIGHT_DOING, Link.DOING),
        (LIGHT_UNDERGOING, Link.UNDERGOING),
        (LIGHT_CAUSING, Link.CAUSING),
    ):
        if lemma in verbs:
            plain = lemma in {"see", "experience", "face", "survive", "lead", "hold", "launch"}
            if plain and is_definite(reading, noun):
                return None
            return Carrier(word.head, link)
    return None


def _happens(reading: Reading, noun: int) -> bool:
    named = reading.tokens[noun].lemma.lower() in NOMINALISATIONS
    return named and reading.tokens[noun].upos == "NOUN" and name_at(reading, noun) is None


def _existence(reading: Reading, noun: int, verb: int) -> Carrier | None:
    """There was an explosion; there was smoke but no explosion."""
    there = any(
        reading.tokens[c].lemma.lower() == "there" for c in dependents(reading, verb, "expl")
    )
    if not there or not _happens(reading, noun):
        return None
    return Carrier(verb, Link.OCCURRING, absorbs=reading.tokens[noun].relation != "conj")


def _subject_of_light(reading: Reading, noun: int) -> Carrier | None:
    """An explosion occurred; an attack was carried out; damage was caused."""
    verb = reading.tokens[noun].head
    lemma = verb_lemma(reading, verb)
    if reading.tokens[noun].relation == "nsubj:pass":
        for verbs, link in ((LIGHT_DOING, Link.DOING), (LIGHT_CAUSING, Link.CAUSING)):
            if lemma in verbs:
                return Carrier(verb, link)
        return Carrier(verb, Link.OCCURRING) if lemma in {"report", "hear", "see"} else None
    if lemma not in OCCURRING or is_begun(lemma) or dependents(reading, verb, "obj"):
        return None
    return Carrier(verb, Link.OCCURRING)


def is_begun(lemma: str) -> bool:
    """Verbs that say when a happening began or ended are propositions of their own."""
    return lemma in {"begin", "start", "break out", "follow", "ensue", "report", "rock", "come"}


def _wanted_object(reading: Reading, noun: int) -> Carrier | None:
    """Planned an attack, prevented injuries, feared an explosion: the verb colours its object."""
    word = reading.tokens[noun]
    if word.relation not in {"obj", "nsubj:pass"} or not _happens(reading, noun):
        return None
    lemma = reading.tokens[word.head].lemma.lower()
    if lemma in FAILING or lemma in PREVENTING:
        held_back = any("from" in _marks(reading, c) for c in reading.children[word.head])
        return None if held_back else Carrier(word.head, Link.OBJECT, turns=True, absorbs=False)
    if is_definite(reading, noun):
        return None
    if lemma in INTENDING:
        return Carrier(word.head, Link.OBJECT, modality=Modality.INTENDED, absorbs=False)
    if lemma in {"fear", "suspect", "allege", "expect"}:
        return Carrier(word.head, Link.OBJECT, modality=Modality.POSSIBLE, absorbs=False)
    return None


def _complement_carrier(reading: Reading, token: int) -> Carrier | None:
    """The verb whose infinitive, gerund or "from" clause a predicate is."""
    word = reading.tokens[token]
    above = word.head
    if above == token or base(word.relation) not in {"xcomp", "advcl", "ccomp", "obl"}:
        return None
    lemma = reading.tokens[above].lemma.lower()
    marks = _marks(reading, token)
    if "from" in marks and lemma in PREVENTING | FAILING:
        return Carrier(above, Link.COMPLEMENT, turns=True)
    if base(word.relation) == "obl" or dependents(reading, token, "nsubj"):
        return None
    infinitive = "to" in marks
    if word.xpos == "VBN" and base(word.relation) == "xcomp" and lemma in _STATES:
        return Carrier(above, Link.COMPLEMENT)
    if base(word.relation) == "advcl" and not (infinitive and lemma in INTENDING | FAILING):
        return None
    bare = base(word.relation) == "xcomp" and word.xpos == "VB"
    if not (infinitive or bare) and word.xpos != "VBG":
        reported = base(word.relation) == "xcomp" and lemma in SEEMING
        return Carrier(above, Link.COMPLEMENT, modality=Modality.POSSIBLE) if reported else None
    listed = _by_verb(reading, above, lemma, infinitive)
    if listed is None and bare and reading.tokens[above].upos == "VERB":
        return Carrier(above, Link.COMPLEMENT, absorbs=False)
    return listed


def _by_verb(reading: Reading, above: int, lemma: str, infinitive: bool) -> Carrier | None:
    link = Link.COMPLEMENT
    upos = reading.tokens[above].upos
    if upos == "ADJ" or upos == "ADV":
        return _by_adjective(above, lemma)
    if lemma in FAILING or (lemma == "stop" and not infinitive):
        return Carrier(above, link, turns=True)
    if lemma == "go" and infinitive:
        return Carrier(above, link)
    if lemma in NEEDING and infinitive:
        return Carrier(above, link, modality=Modality.NECESSARY)
    if lemma in INTENDING and (infinitive or lemma in {"try", "consider", "attempt", "risk"}):
        told = first_dependent(reading, above, "obj", "iobj") is not None
        return Carrier(above, link, modality=Modality.INTENDED, absorbs=not told)
    if lemma in SEEMING:
        return Carrier(above, link, modality=Modality.POSSIBLE)
    if lemma in MANAGING and infinitive:
        return Carrier(above, link, absorbs=lemma not in {"help", "use"} or lemma == "use")
    return None


def _by_adjective(above: int, lemma: str) -> Carrier | None:
    """Likely to, unable to, ready to, due to open."""
    link = Link.COMPLEMENT
    if lemma == "unlikely":
        return Carrier(above, link, turns=True, modality=Modality.POSSIBLE)
    if lemma == "unable":
        return Carrier(above, link, turns=True)
    if lemma == "able":
        return Carrier(above, link)
    if lemma == "likely":
        return Carrier(above, link, modality=Modality.POSSIBLE)
    if lemma in {"ready", "willing", "eager", "set", "due", "keen", "prepared"}:
        return Carrier(above, link, modality=Modality.INTENDED)
    if lemma in {"reluctant", "unwilling"}:
        return Carrier(above, link, turns=True)
    return None


def _sharing(reading: Reading, token: int) -> Carrier | None:
    """A coordinated verb without an auxiliary of its own shares that of the first."""
    word = reading.tokens[token]
    if word.relation != "conj" or reading.tokens[word.head].upos not in {"VERB", "AUX", "ADJ"}:
        return None
    if dependents(reading, token, "nsubj", "aux", "cop", "mark", "expl"):
        return None
    first = reading.tokens[word.head]
    helped = bool(_helpers(reading, word.head))
    # "Did not kill or wound": a bare form, whatever tag it was given.
    if helped and first.xpos == "VB" and word.text.lower() == word.lemma.lower():
        return Carrier(word.head, Link.SHARING, absorbs=False)
    same = word.xpos == first.xpos or {word.xpos, first.xpos} <= {"VBN", "VBD", "JJ"}
    if not same or (word.xpos in {"VBD", "VBZ", "VBP"} and not helped):
        return None
    if not helped and word.xpos not in {"VB", "VBG", "VBN"}:
        return None
    return Carrier(word.head, Link.SHARING, absorbs=False)


def _helpers(reading: Reading, verb: int) -> list[int]:
    return dependents(reading, verb, "aux", "mark")


def _marks(reading: Reading, token: int) -> set[str]:
    return {reading.tokens[c].lemma.lower() for c in dependents(reading, token, "mark", "case")}
