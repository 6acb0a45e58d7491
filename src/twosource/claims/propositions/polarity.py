"""The sign of a predicate: every word that turns it, counted."""

from __future__ import annotations

from twosource.claims.propositions.carriers import Carrier, Link
from twosource.claims.propositions.phrases import (
    NO_ONE,
    is_negative,
    not_one,
    preposition_of,
)
from twosource.claims.propositions.predicates import Predicate, PredicateKind
from twosource.claims.propositions.verdicts import rejecting_words
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.reference.cues import VERBS, Act
from twosource.reference.happenings import (
    ABSENCES,
    FALSE_ADJECTIVES,
    INTENDED_ADJECTIVES,
    NEGATIVE_ADJECTIVES,
    POSSIBLE_NOUNS,
)

_NOT = frozenset("not n't n’t never neither nor hardly scarcely nowhere".split())
_ONLY = frozenset("only just merely simply necessarily least".split())
# "No sign of a fire": what there is no trace of is not there.
_TRACES = frozenset("case sign trace evidence indication instance hint mark".split())
# "Does not agree that only grass burned".
_ASSENTING = frozenset("agree accept concede".split())
_FOILED = frozenset("abortive averted foiled thwarted failed botched".split()) & INTENDED_ADJECTIVES


def turning_words(
    reading: Reading, predicate: Predicate, carriers: list[Carrier]
) -> tuple[int, ...]:
    """Tokens that turn the sign of a predicate, in order of text; an odd number denies it."""
    token = predicate.token
    found = set(_on_clause(reading, token, predicate.kind))
    if predicate.kind is PredicateKind.NOUN:
        found |= _on_noun(reading, token)
    if reading.tokens[token].text.lower() in NEGATIVE_ADJECTIVES:
        found.add(token)
    above = token
    for carrier in carriers:
        if carrier.turns:
            found.add(carrier.token)
        shared = _shared(reading, carrier, above)
        linked = carrier.link is Link.SHARING and _linking(reading, found)
        # "Neither seen nor heard" denies each of the two once.
        found = found if shared and linked else found | shared
        above = carrier.token
    return tuple(sorted(found | _from_above(reading, above)))


def _linking(reading: Reading, tokens: set[int]) -> bool:
    return any(reading.tokens[t].lemma.lower() in {"nor", "neither"} for t in tokens)


def _on_clause(reading: Reading, token: int, kind: PredicateKind) -> set[int]:
    """Negative words in the clause of a verb, a copula or an attribute."""
    if kind is PredicateKind.NOUN:
        return set()
    found = _adverbs(reading, token)
    if kind is PredicateKind.MODIFIER:
        return found
    found |= _negative_phrases(reading, token)
    if kind is PredicateKind.COPULA and is_negative(reading, token):
        found |= _negators(reading, token)
    return found | _without(reading, token)


def _adverbs(reading: Reading, token: int) -> set[int]:
    found: set[int] = set()
    for child in reading.children[token]:
        word = reading.tokens[child]
        lemma = word.text.lower() if word.text.lower() in _NOT else word.lemma.lower()
        if base(word.relation) in {"advmod", "det", "cc"} and lemma in _NOT:
            after = reading.tokens[child + 1] if child + 1 < len(reading.tokens) else None
            if after is None or after.lemma.lower() not in _ONLY:
                found.add(child)
        elif word.lemma.lower() in {"long", "more"} and base(word.relation) == "advmod":
            found.update(
                c for c in reading.children[child] if reading.tokens[c].lemma.lower() == "no"
            )
    if len(found) > 1:
        # "neither ... nor" and "not ... nor" deny once.
        linking = {t for t in found if reading.tokens[t].lemma.lower() in {"nor", "neither"}}
        found = found - linking or {min(found)}
    return found


def _negative_phrases(reading: Reading, token: int) -> set[int]:
    """Negative subjects, objects and obliques: "no officer", "at no time"."""
    found: set[int] = set()
    for child in dependents(reading, token, "nsubj", "obj", "obl", "iobj"):
        joined = preposition_of(reading, child)
        if is_negative(reading, child) and joined not in {"with", "without", "despite"}:
            found |= _negators(reading, child)
    return found


def _negators(reading: Reading, head: int) -> set[int]:
    if reading.tokens[head].lemma.lower() in NO_ONE:
        return {head}
    if (single := not_one(reading, head)) is not None:
        return {single}
    return {
        c
        for c in dependents(reading, head, "det", "advmod", "cc", "amod")
        if reading.tokens[c].lemma.lower() in {"no", "neither"}
    }


def _without(reading: Reading, token: int) -> set[int]:
    return {
        c
        for c in dependents(reading, token, "mark", "case")
        if reading.tokens[c].lemma.lower() == "without"
    }


def _on_noun(reading: Reading, noun: int) -> set[int]:
    found = _negators(reading, noun) | _without(reading, noun)
    word = reading.tokens[noun]
    links = {reading.tokens[c].lemma.lower() for c in dependents(reading, noun, "cc")}
    first = word.relation == "conj" and reading.tokens[word.head].upos == "NOUN"
    plain = not found and not dependents(reading, noun, "det")
    if first and plain and links <= {"or", "and", "nor"}:
        # "No injuries or damage" denies both.
        found |= _negators(reading, word.head) | _without(reading, word.head)
    for child in dependents(reading, noun, "amod"):
        if reading.tokens[child].lemma.lower() in _FOILED:
            found.add(child)
    above = reading.tokens[noun].head
    lacking = preposition_of(reading, noun) == "of"
    if lacking and reading.tokens[above].lemma.lower() in _TRACES:
        found |= _negators(reading, above)
    if lacking and reading.tokens[above].lemma.lower() in ABSENCES:
        found.add(above)
    return found


def _shared(reading: Reading, carrier: Carrier, carried: int) -> set[int]:
    """What denies the carrier denies what it carries, its own object's "no" aside."""
    found = _adverbs(reading, carrier.token) | _without(reading, carrier.token)
    if carrier.link is not Link.SHARING:
        for child in dependents(reading, carrier.token, "nsubj", "obj", "obl"):
            if child != carried and is_negative(reading, child):
                found |= _negators(reading, child)
    elif any(is_negative(reading, c) for c in dependents(reading, carrier.token, "nsubj")):
        for child in dependents(reading, carrier.token, "nsubj"):
            found |= _negators(reading, child)
    return found


def _from_above(reading: Reading, token: int) -> set[int]:
    """What a clause around denies: "it is false that", "no evidence that", "do not believe"."""
    word = reading.tokens[token]
    above = word.head
    if above == token:
        return set()
    rejecting = rejecting_words(reading, token)
    if rejecting:
        return set(rejecting)
    head = reading.tokens[above]
    lemma = head.lemma.lower()
    relation = base(word.relation)
    if relation in {"ccomp", "csubj", "advcl"} and head.upos == "ADJ":
        false = {above} if lemma in FALSE_ADJECTIVES else set()
        truth = lemma in FALSE_ADJECTIVES | {"true", "correct", "right", "possible", "likely"}
        return false | (_adverbs(reading, above) if truth else set())
    if relation == "ccomp" and lemma in _ASSENTING:
        return _adverbs(reading, above)
    if relation == "ccomp" and VERBS.get(lemma) is Act.BELIEVE:
        doubt = {above} if lemma == "doubt" else set()
        return doubt | _adverbs(reading, above)
    if word.relation == "acl" and lemma in POSSIBLE_NOUNS:
        return _negators(reading, above) | _denied_holder(reading, above)
    if relation in {"csubj", "ccomp", "acl"} and lemma in {"case", "truth"}:
        return _adverbs(reading, above)
    return set()


def _denied_holder(reading: Reading, noun: int) -> set[int]:
    """Found no evidence: counted on the noun; did not find evidence: on the verb."""
    word = reading.tokens[noun]
    if base(word.relation) in {"obj", "nsubj"} and word.head != noun:
        return _adverbs(reading, word.head)
    return set()
