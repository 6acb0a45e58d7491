"""Where a text says something: verbs, copulas, nouns and participles that tell of happenings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from twosource.claims.propositions.carriers import absorbed, light_carrier
from twosource.claims.propositions.phrases import conjuncts, name_at, preposition_of
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent
from twosource.reference.happenings import (
    DESCRIBING_VERBS,
    HAPPENING_VERBS,
    NOMINALISATIONS,
    PARTICIPLE_ADJECTIVES,
    PHRASAL_ADVERBS,
    SET_PREDICATES,
)
from twosource.reference.lexicon import is_verb

_SET_PHRASES = frozenset("fire accident strike trial sale use".split())


class PredicateKind(StrEnum):
    """How a predicate is printed."""

    VERB = "verb"
    ADJECTIVE = "adjective"
    COPULA = "copula"
    DESCRIPTION = "description"
    EXISTENCE = "existence"
    NOUN = "noun"
    MODIFIER = "modifier"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate of a reading.

    Attributes:
        token: The token on which its arguments hang.
        kind: How it is printed.
        lemma: Lemma of the predicate in its normal form.
        words: Its own tokens, sorted.
    """

    token: int
    kind: PredicateKind
    lemma: str
    words: tuple[int, ...]


def predicates_in(reading: Reading, cues: Collection[int]) -> tuple[Predicate, ...]:
    """Every predicate that says something, in order of text.

    Args:
        reading: The reading.
        cues: Tokens that attribute statements; they say nothing about the world themselves.
    """
    found = [p for t in range(len(reading.tokens)) for p in _at(reading, t, cues)]
    return tuple(found)


def _at(reading: Reading, token: int, cues: Collection[int]) -> Iterator[Predicate]:
    word = reading.tokens[token]
    if word.upos == "VERB" and word.lemma.lower() in DESCRIBING_VERBS:
        yield from _descriptions(reading, token)
    if token in cues:
        return
    copula = first_dependent(reading, token, "cop")
    if copula is not None and not absorbed(reading, token):
        yield _copular(reading, token, copula)
        if word.upos in {"NOUN", "PROPN", "ADJ", "VERB"}:
            return
    main = word.upos == "AUX" and base(word.relation) not in {"aux", "cop"}
    if word.upos == "VERB" or main:
        yield from _verbal(reading, token)
    elif word.upos == "ADJ" and copula is None:
        yield from _adjectival(reading, token)
    elif word.upos == "NOUN":
        yield from _nominal(reading, token)


def _descriptions(reading: Reading, verb: int) -> Iterator[Predicate]:
    """What something is called, one predicate for each: "described the crash as sabotage"."""
    if not dependents(reading, verb, "obj"):
        return
    for child in dependents(reading, verb, "obl", "xcomp"):
        word = reading.tokens[child]
        preposition = preposition_of(reading, child)
        bare = base(word.relation) == "xcomp" and not preposition
        if word.upos == "NOUN" and child > verb and (preposition == "as" or bare):
            for noun in conjuncts(reading, child):
                yield Predicate(noun, PredicateKind.DESCRIPTION, "be", (noun,))
            return


def _copular(reading: Reading, token: int, copula: int) -> Predicate:
    lemma = reading.tokens[token].text.lower()
    if lemma in PARTICIPLE_ADJECTIVES and reading.tokens[token].upos != "NOUN":
        return Predicate(token, PredicateKind.ADJECTIVE, PARTICIPLE_ADJECTIVES[lemma], (token,))
    return Predicate(token, PredicateKind.COPULA, "be", (copula,))


def _verbal(reading: Reading, token: int) -> Iterator[Predicate]:
    word = reading.tokens[token]
    lemma = word.lemma.lower()
    if base(word.relation) in {"case", "mark", "fixed", "flat", "compound", "cc", "cop", "aux"}:
        return
    if absorbed(reading, token):
        return
    if base(word.relation) == "amod":
        if word.xpos in {"VBN", "VBD"} and lemma in HAPPENING_VERBS:
            yield Predicate(token, PredicateKind.MODIFIER, lemma, (token,))
        return
    if lemma == "be":
        if dependents(reading, token, "expl") and _there(reading, token):
            if not _brings_up_a_happening(reading, token):
                yield Predicate(token, PredicateKind.EXISTENCE, "exist", (token,))
        elif dependents(reading, token, "nsubj"):
            yield Predicate(token, PredicateKind.COPULA, "be", (token,))
        return
    if _brings_up_a_happening(reading, token):
        return
    particles = particles_of(reading, token)
    whole = " ".join([lemma, *(reading.tokens[p].text.lower() for p in particles)])
    yield Predicate(token, PredicateKind.VERB, whole, (token, *particles))


def _adjectival(reading: Reading, token: int) -> Iterator[Predicate]:
    """A participle that the parse takes for an adjective: "was hurt", "injured pilgrims"."""
    word = reading.tokens[token]
    verb = PARTICIPLE_ADJECTIVES.get(word.text.lower()) or _passive(reading, token)
    if verb is None:
        return
    if base(word.relation) == "amod":
        yield Predicate(token, PredicateKind.MODIFIER, verb, (token,))
    elif dependents(reading, token, "nsubj", "aux") or base(word.relation) in {"xcomp", "acl"}:
        yield Predicate(token, PredicateKind.ADJECTIVE, verb, (token,))


def _passive(reading: Reading, token: int) -> str | None:
    """The verb of what is an adjective by its tag and a passive by its clause: "was involved"."""
    if not any(reading.tokens[c].relation == "nsubj:pass" for c in reading.children[token]):
        return None
    printed = reading.tokens[token].text.lower()
    forms = (reading.tokens[token].lemma.lower(), printed[:-1], printed[:-2])
    return next((one for one in forms if one != printed and is_verb(one)), None)


def _nominal(reading: Reading, token: int) -> Iterator[Predicate]:
    word = reading.tokens[token]
    verb = NOMINALISATIONS.get(word.lemma.lower())
    if verb is None or name_at(reading, token) is not None:
        return
    if (reading.tokens[word.head].lemma.lower(), word.lemma.lower()) in SET_PREDICATES:
        return
    if base(word.relation) in {"compound", "flat", "fixed"} or _in_set_phrase(reading, token):
        return
    yield Predicate(token, PredicateKind.NOUN, verb[0], (token,))


def _in_set_phrase(reading: Reading, noun: int) -> bool:
    """Whether no happening of its own is meant: "on fire", "by accident"."""
    joined = [c for c in reading.children[noun] if base(reading.tokens[c].relation) != "punct"]
    lemmas = [reading.tokens[c].lemma.lower() for c in joined]
    return lemmas in (["on"], ["by"]) and reading.tokens[noun].lemma.lower() in _SET_PHRASES


def particles_of(reading: Reading, verb: int) -> list[int]:
    """Tokens of the particles that belong to a verb."""
    marked = [c for c in reading.children[verb] if reading.tokens[c].relation == "compound:prt"]
    if marked:
        return marked
    after = verb + 1
    if after >= len(reading.tokens):
        return []
    word = reading.tokens[after]
    adverb = word.head == verb and base(word.relation) == "advmod"
    return [after] if adverb and word.text.lower() in PHRASAL_ADVERBS else []


def _there(reading: Reading, verb: int) -> bool:
    return any(
        reading.tokens[c].lemma.lower() == "there" for c in dependents(reading, verb, "expl")
    )


def _brings_up_a_happening(reading: Reading, verb: int) -> bool:
    """Whether a noun that names a happening says what a light verb only carries."""
    return any(
        reading.tokens[child].lemma.lower() in NOMINALISATIONS
        and light_carrier(reading, child) is not None
        for child in dependents(reading, verb, "obj", "nsubj")
    )
