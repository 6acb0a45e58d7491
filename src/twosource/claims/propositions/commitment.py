"""How far a predicate commits itself, and when it is set."""

from __future__ import annotations

from twosource.claims.propositions.carriers import Carrier, Link
from twosource.claims.propositions.phrases import is_definite
from twosource.claims.propositions.predicates import Predicate, PredicateKind
from twosource.language.interface import Reading
from twosource.language.tree import ancestors, base, dependents, sentence_range
from twosource.model.proposition import Modality, Tense
from twosource.reference.cues import (
    ADVERB_HEDGES,
    FUTURE_AUXILIARIES,
    MODAL_HEDGES,
    PERCEPTION_VERBS,
    VERBS,
    Act,
)
from twosource.reference.happenings import (
    INTENDED_ADJECTIVES,
    INTENDED_NOUNS,
    OPEN_QUESTIONS,
    POSSIBLE_ADJECTIVES,
    POSSIBLE_NOUNS,
)

_ORDER = (
    Modality.ACTUAL,
    Modality.NECESSARY,
    Modality.POSSIBLE,
    Modality.INTENDED,
    Modality.CONDITIONAL,
    Modality.ASKED,
)
_DUTIES = frozenset("must should ought".split())
_NEEDING = frozenset("need want require deserve".split())
_HOLDING = frozenset({Act.BELIEVE, Act.CONJECTURE, Act.EXPECT})
_LOOSE = frozenset({"advcl", "ccomp", "xcomp", "csubj", "obl"})
"""How a participle without an auxiliary hangs on the clause whose tense it takes."""
_Found = tuple[Modality, int]


def commitment_of(
    reading: Reading, predicate: Predicate, carriers: list[Carrier]
) -> tuple[Modality, tuple[int, ...]]:
    """The modality of a predicate with the tokens that decided it.

    The farthest from plain truth wins: a question over a condition over a plan over a
    possibility over a duty.
    """
    found = _own(reading, predicate)
    top = predicate.token
    for carrier in carriers:
        if carrier.modality is not Modality.ACTUAL:
            found.append((carrier.modality, carrier.token))
        if carrier.link is not Link.OBJECT:
            found += _auxiliaries(reading, carrier.token) + _adverbs(reading, carrier.token)
            found += _imperative(reading, carrier.token) + _purpose(reading, carrier.token)
        top = carrier.token
        found += _mark(reading, top)
    found += _around(reading, top) + _question(reading, top)
    if predicate.kind is PredicateKind.NOUN and top == predicate.token:
        found += _borrowed(reading, predicate.token)
    strongest = max((m for m, _ in found), key=_ORDER.index, default=Modality.ACTUAL)
    words = {t for m, t in found if m is not Modality.ACTUAL}
    return strongest, tuple(sorted(words))


def _own(reading: Reading, predicate: Predicate) -> list[_Found]:
    token = predicate.token
    if predicate.kind is PredicateKind.MODIFIER:
        return _adverbs(reading, token)
    if predicate.kind is PredicateKind.NOUN:
        return _adjectives(reading, token)
    found = _auxiliaries(reading, token) + _adverbs(reading, token) + _mark(reading, token)
    if predicate.kind is PredicateKind.COPULA:
        found += _adjectives(reading, token)
    found += _imperative(reading, token) + _purpose(reading, token) + _wanting(reading, token)
    return found + _under_main(reading, token)


def _under_main(reading: Reading, verb: int) -> list[_Found]:
    """What a participle shares with the clause that it hangs on: "would mind coming back"."""
    word = reading.tokens[verb]
    if word.xpos != "VBG" or dependents(reading, verb, "aux", "nsubj") or word.head == verb:
        return []
    if base(word.relation) not in _LOOSE:
        return []
    above = word.head
    found = _auxiliaries(reading, above) + _imperative(reading, above) + _purpose(reading, above)
    return found + _mark(reading, above)


def _auxiliaries(reading: Reading, verb: int) -> list[_Found]:
    found: list[_Found] = []
    words = {c: reading.tokens[c].text.lower() for c in dependents(reading, verb, "aux")}
    for child, text in words.items():
        lemma = reading.tokens[child].lemma.lower()
        if lemma in MODAL_HEDGES or text in MODAL_HEDGES:
            if text == "could" and _ability(reading, verb):
                continue
            found.append((Modality.POSSIBLE, child))
        elif lemma in {"can", "ca"} and not _denied(reading, verb):
            found.append((Modality.POSSIBLE, child))
        elif lemma in _DUTIES:
            found.append((Modality.NECESSARY, child))
        elif text in {"would", "'d", "’d"} and lemma in {"would", "'d", "’d"}:
            if _conditioned(reading, verb) or "have" in words.values():
                found.append((Modality.CONDITIONAL, child))
        elif text in FUTURE_AUXILIARIES and _conditioned(reading, verb):
            found.append((Modality.CONDITIONAL, child))
    return found


def _ability(reading: Reading, verb: int) -> bool:
    """What somebody was able to do, not what may be: "could hear", "could not open"."""
    perfect = any(
        reading.tokens[c].lemma.lower() == "have" for c in dependents(reading, verb, "aux")
    )
    perceiving = reading.tokens[verb].lemma.lower() in PERCEPTION_VERBS
    return not perfect and (perceiving or _denied(reading, verb))


def _denied(reading: Reading, verb: int) -> bool:
    return any(
        reading.tokens[c].text.lower() in {"not", "n't", "n’t", "never"}
        for c in dependents(reading, verb, "advmod")
    )


def _conditioned(reading: Reading, verb: int) -> bool:
    return any(
        reading.tokens[m].lemma.lower() in {"if", "unless"}
        for clause in dependents(reading, verb, "advcl")
        for m in dependents(reading, clause, "mark")
    )


def _adverbs(reading: Reading, token: int) -> list[_Found]:
    return [
        (Modality.POSSIBLE, c)
        for c in dependents(reading, token, "advmod")
        if reading.tokens[c].lemma.lower() in ADVERB_HEDGES
    ]


def _mark(reading: Reading, token: int) -> list[_Found]:
    found: list[_Found] = []
    for child in dependents(reading, token, "mark"):
        lemma = reading.tokens[child].lemma.lower()
        asked = base(reading.tokens[token].relation) in {"ccomp", "csubj", "acl", "obj"}
        if lemma == "whether" or (lemma == "if" and asked):
            found.append((Modality.ASKED, child))
        elif lemma in {"if", "unless", "lest"}:
            found.append((Modality.CONDITIONAL, child))
    return found


def _adjectives(reading: Reading, noun: int) -> list[_Found]:
    found: list[_Found] = []
    for child in dependents(reading, noun, "amod"):
        lemmas = {reading.tokens[child].lemma.lower(), reading.tokens[child].text.lower()}
        if lemmas & POSSIBLE_ADJECTIVES:
            found.append((Modality.POSSIBLE, child))
        elif lemmas & INTENDED_ADJECTIVES:
            found.append((Modality.INTENDED, child))
    return found


def _imperative(reading: Reading, verb: int) -> list[_Found]:
    """An order ("leave the park") or what is demanded ("insisted that he resign")."""
    word = reading.tokens[verb]
    relation = base(word.relation)
    if word.xpos != "VB" or dependents(reading, verb, "aux", "expl"):
        return []
    marks = {reading.tokens[c].lemma.lower() for c in dependents(reading, verb, "mark")}
    if dependents(reading, verb, "nsubj"):
        wanted = relation in {"ccomp", "csubj"} and marks <= {"that"}
        return [(Modality.NECESSARY, verb)] if wanted else []
    free = not dependents(reading, word.head, "aux", "mark", "nsubj")
    ordered = relation in {"root", "parataxis"} or (relation == "conj" and free)
    return [(Modality.NECESSARY, verb)] if ordered and not marks else []


def _purpose(reading: Reading, verb: int) -> list[_Found]:
    """An infinitive that no verb carries says what is wanted: "flew in to inspect it".

    After a judgement ("it is hard to say") and after "how" it says what can be done.
    """
    word = reading.tokens[verb]
    to = [c for c in dependents(reading, verb, "mark") if reading.tokens[c].lemma.lower() == "to"]
    if not to or word.xpos not in {"VB", "NN"}:
        return []
    relation = base(word.relation)
    head = reading.tokens[word.head]
    judged = head.upos == "ADJ" and bool(dependents(reading, word.head, "expl"))
    how = any(reading.tokens[c].xpos == "WRB" for c in dependents(reading, verb, "advmod"))
    if how or (judged and relation in {"advcl", "ccomp", "csubj", "xcomp"}):
        return [(Modality.POSSIBLE, to[0])]
    if relation in {"advcl", "acl", "root"}:
        return [(Modality.INTENDED, to[0])]
    return []


def _wanting(reading: Reading, verb: int) -> list[_Found]:
    """What something needs has not been done to it: "the brakes needed changing"."""
    word = reading.tokens[verb]
    needs = word.xpos == "VBG" and reading.tokens[word.head].lemma.lower() in _NEEDING
    loose = base(word.relation) in {"xcomp", "ccomp", "obj", "advcl"}
    return [(Modality.NECESSARY, word.head)] if needs and loose and word.head < verb else []


def _around(reading: Reading, token: int) -> list[_Found]:
    """What the clause above does with its complement."""
    word = reading.tokens[token]
    if word.head == token:
        return []
    head = reading.tokens[word.head]
    lemma = head.lemma.lower()
    relation = base(word.relation)
    if relation == "nmod" and word.upos == "NOUN" and not is_definite(reading, token):
        return _noun_clause(head.index, lemma)
    if word.relation == "acl":
        return _noun_clause(head.index, lemma)
    if relation not in {"ccomp", "csubj", "advcl"}:
        return []
    if head.upos == "ADJ" and lemma in POSSIBLE_ADJECTIVES | {"unlikely"}:
        return [(Modality.POSSIBLE, head.index)]
    if head.upos == "ADJ" and lemma in OPEN_QUESTIONS and relation != "advcl":
        return [(Modality.ASKED, head.index)]
    if relation == "ccomp" and VERBS.get(lemma) in _HOLDING:
        return [(Modality.POSSIBLE, head.index)]
    return []


def _noun_clause(noun: int, lemma: str) -> list[_Found]:
    """Fears that, a plan to, the risk of, reports of."""
    if lemma in POSSIBLE_NOUNS | {"report"}:
        return [(Modality.POSSIBLE, noun)]
    return [(Modality.INTENDED, noun)] if lemma in INTENDED_NOUNS else []


def _question(reading: Reading, token: int) -> list[_Found]:
    """A main clause of a sentence that ends in a question mark."""
    first, last = sentence_range(reading, token)
    marks = [t for t in range(max(first, last - 3), last) if reading.tokens[t].text == "?"]
    if not marks:
        return []
    # "Why did the guards open the gate?" takes it for granted that they did.
    asking = dependents(reading, token, "advmod")
    if any(reading.tokens[c].xpos == "WRB" for c in asking):
        return []
    chain = [token, *ancestors(reading, token)]
    main = all(base(reading.tokens[t].relation) in {"root", "conj", "parataxis"} for t in chain)
    return [(Modality.ASKED, marks[-1])] if main else []


def _borrowed(reading: Reading, noun: int) -> list[_Found]:
    """A happening not taken as known stands or falls with the verb around it."""
    word = reading.tokens[noun]
    if word.head == noun or is_definite(reading, noun):
        return []
    if base(word.relation) not in {"obj", "nsubj", "obl"}:
        return []
    if reading.tokens[word.head].upos not in {"VERB", "ADJ"}:
        return []
    return _auxiliaries(reading, word.head) + _mark(reading, word.head)


def tense_of(
    reading: Reading, predicate: Predicate, carriers: list[Carrier], headline: bool
) -> Tense:
    """When a predicate is set; ``NONE`` where nothing finite says so.

    Args:
        reading: The reading.
        predicate: The predicate.
        carriers: What carries it.
        headline: Whether it stands in a headline, whose present tells of the past.
    """
    if predicate.kind is PredicateKind.MODIFIER:
        return Tense.PAST
    chain = [c for c in carriers if c.link is not Link.OBJECT]
    tokens = [c.token for c in chain]
    if predicate.kind is not PredicateKind.NOUN:
        tokens.insert(0, predicate.token)
    if any(reading.tokens[t].lemma.lower() in {"go", "expect", "due", "set"} for t in tokens[1:]):
        return Tense.FUTURE
    for token in tokens:
        tense = _finite(reading, token, headline)
        if tense is not Tense.NONE:
            return tense
    return Tense.NONE


def _finite(reading: Reading, verb: int, headline: bool) -> Tense:
    helpers = [reading.tokens[c] for c in dependents(reading, verb, "aux", "cop")]
    lemmas = {h.lemma.lower() for h in helpers} | {h.text.lower() for h in helpers}
    word = reading.tokens[verb]
    # "He'd been walking" and "would have been walking" look back.
    clipped = bool(lemmas & {"'d", "’d"}) and (word.xpos in {"VBN", "VBD"} or "been" in lemmas)
    if clipped or {"would", "have"} <= lemmas:
        return Tense.PAST
    if lemmas & (FUTURE_AUXILIARIES | {"would"}):
        return Tense.FUTURE
    tags = {h.xpos for h in helpers} | ({word.xpos} if not helpers else set())
    perfect = any(h.lemma.lower() == "have" for h in helpers) and word.upos != "AUX"
    perfect = perfect or ("have" in lemmas and "been" in lemmas)
    if perfect or "VBD" in tags:
        return Tense.PAST
    if {"VBZ", "VBP", "MD"} & tags:
        return Tense.PAST if headline and not helpers else Tense.PRESENT
    if word.xpos == "VBN" and not helpers and base(word.relation) != "conj":
        return Tense.PAST
    if word.xpos == "VBG" and not helpers and base(word.relation) in _LOOSE:
        return _finite(reading, word.head, headline)
    to = any(reading.tokens[c].text.lower() == "to" for c in dependents(reading, verb, "mark"))
    return Tense.FUTURE if to and headline else Tense.NONE
