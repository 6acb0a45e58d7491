"""Who takes which part: subjects found across clauses, passives undone, nouns given their roles."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.claims.propositions.carriers import Carrier, Link, carriers_of
from twosource.claims.propositions.phrases import conjuncts, preposition_of
from twosource.claims.propositions.predicates import Predicate, PredicateKind
from twosource.claims.propositions.subjects import is_passive, subject_above
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.model.proposition import ArgumentRole
from twosource.reference.happenings import DATIVES, NOMINALISATIONS, NounPattern

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december time end noon midnight midday night "
    "evening morning then now today tomorrow yesterday day week month year hour minute dawn dusk "
    "metre meter kilometre kilometer mile percent per car bus train air sea land road hand".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """A participant before it is cut: its role, its preposition and the head of its phrase."""

    role: ArgumentRole
    preposition: str
    head: int


def parts_of(reading: Reading, predicate: Predicate) -> list[Part]:
    """The participants of a predicate, in order of text, each head once."""
    carriers = carriers_of(reading, predicate.token)
    if predicate.kind is PredicateKind.NOUN:
        found = _noun_parts(reading, predicate.token, carriers)
    elif predicate.kind is PredicateKind.COPULA:
        found = _copula_parts(reading, predicate)
    elif predicate.kind is PredicateKind.DESCRIPTION:
        return _description_parts(reading, predicate.token)
    elif predicate.kind is PredicateKind.EXISTENCE:
        found = _existence_parts(reading, predicate.token)
    elif predicate.kind is PredicateKind.MODIFIER:
        found = [Part(ArgumentRole.PATIENT, "", reading.tokens[predicate.token].head)]
    else:
        found = _verb_parts(reading, predicate.token, carriers)
    return _each(reading, found)


def _each(reading: Reading, found: list[Part]) -> list[Part]:
    """Spell out coordinated heads, keep each token once, order by text."""
    taken: dict[int, Part] = {}
    for part in found:
        for head in conjuncts(reading, part.head):
            taken.setdefault(head, Part(part.role, part.preposition, head))
    return [taken[head] for head in sorted(taken)]


def _verb_parts(reading: Reading, verb: int, carriers: list[Carrier]) -> list[Part]:
    passive = is_passive(reading, verb)
    found: list[Part] = []
    subject = subject_above(reading, verb)
    if subject is not None:
        found.append(Part(_subject_role(reading, verb, passive), "", subject))
    found += _objects(reading, verb, passive)
    found += _obliques(reading, verb, passive)
    for carrier in carriers:
        if carrier.link is Link.COMPLEMENT and carrier.absorbs:
            found += _obliques(reading, carrier.token, passive=passive)
    return found


def _subject_role(reading: Reading, verb: int, passive: bool) -> ArgumentRole:
    if not passive:
        return ArgumentRole.AGENT
    given = reading.tokens[verb].lemma.lower() in DATIVES and dependents(reading, verb, "obj")
    return ArgumentRole.RECIPIENT if given else ArgumentRole.PATIENT


def _objects(reading: Reading, verb: int, passive: bool) -> list[Part]:
    objects = dependents(reading, verb, "obj")
    found = [Part(ArgumentRole.PATIENT, "", c) for c in objects if not _relative(reading, c)]
    found += [Part(ArgumentRole.RECIPIENT, "", c) for c in dependents(reading, verb, "iobj")]
    if not objects and not passive:
        shared = _shared_object(reading, verb)
        if shared is not None:
            found.append(Part(ArgumentRole.PATIENT, "", shared))
    gap = _gap(reading, verb, passive)
    if gap is not None:
        found.append(Part(ArgumentRole.PATIENT, "", gap))
    found += [
        Part(ArgumentRole.ATTRIBUTE, preposition_of(reading, c), c)
        for c in dependents(reading, verb, "xcomp")
        if reading.tokens[c].upos in {"ADJ", "NOUN", "PROPN"}
        and not dependents(reading, c, "mark", "cop")
    ]
    return found


def _relative(reading: Reading, token: int) -> bool:
    return reading.tokens[token].xpos in {"WDT", "WP"}


def _shared_object(reading: Reading, verb: int) -> int | None:
    """The object printed once for two verbs: "hit and destroyed the silo"."""
    word = reading.tokens[verb]
    if word.relation == "conj":
        after = [c for c in dependents(reading, word.head, "obj") if c > verb]
        return after[0] if after else None
    for other in dependents(reading, verb, "conj"):
        between = reading.tokens[verb + 1 : other]
        if reading.tokens[other].upos == "VERB" and all(
            t.upos in {"CCONJ", "ADV", "PART", "PUNCT"} for t in between
        ):
            same = reading.tokens[other].xpos == word.xpos
            own = [c for c in dependents(reading, other, "obj") if c > other]
            if same and own and not is_passive(reading, other) and word.lemma in _VERBS_WITH_OBJECT:
                return own[0]
    return None


_VERBS_WITH_OBJECT = frozenset(
    verb for verb, pattern in NOMINALISATIONS.values() if pattern is not NounPattern.DOER
) | frozenset("hit strike break burn crush tear cut".split())


def _gap(reading: Reading, verb: int, passive: bool) -> int | None:
    """What an object relative clause is about: "the wire (that) they cut"."""
    word = reading.tokens[verb]
    if word.relation != "acl:relcl" or passive:
        return None
    objects = dependents(reading, verb, "obj")
    if objects:
        return word.head if _relative(reading, objects[0]) else None
    subjects = dependents(reading, verb, "nsubj")
    if not subjects or _relative(reading, subjects[0]):
        return None
    others = dependents(reading, verb, "obl", "advmod", "xcomp", "ccomp")
    if any(_relative(reading, c) or reading.tokens[c].xpos in {"WRB", "WDT"} for c in others):
        return None
    stranded = any(reading.tokens[c].upos == "ADP" for c in others)
    timely = reading.tokens[word.head].lemma.lower() in _CALENDAR | {"place", "moment", "way"}
    return None if stranded or timely or verb_is_intransitive(word.lemma) else word.head


def verb_is_intransitive(lemma: str) -> bool:
    """Verbs of the table that never have an object."""
    return lemma.lower() in _NEVER


_NEVER = frozenset(
    "happen occur arrive die collapse appear disappear fall live sleep stand".split()
)


def _obliques(reading: Reading, verb: int, passive: bool) -> list[Part]:
    found: list[Part] = []
    for child in dependents(reading, verb, "obl"):
        if _relative(reading, child) or reading.tokens[child].upos in {"VERB", "AUX"}:
            continue
        found.append(_oblique(reading, verb, child, passive))
    return found


def _oblique(reading: Reading, verb: int, child: int, passive: bool) -> Part:
    token = reading.tokens[child]
    preposition = preposition_of(reading, child)
    by = preposition == "by" and token.lemma.lower() not in _CALENDAR and token.upos != "NUM"
    if by and passive:
        return Part(ArgumentRole.AGENT, "", child)
    if preposition == "to" and reading.tokens[verb].lemma.lower() in DATIVES:
        return Part(ArgumentRole.RECIPIENT, "", child)
    return Part(ArgumentRole.OBLIQUE, preposition, child)


def _copula_parts(reading: Reading, predicate: Predicate) -> list[Part]:
    token = predicate.token
    found: list[Part] = []
    subject = subject_above(reading, token)
    if subject is not None:
        found.append(Part(ArgumentRole.AGENT, "", subject))
    if predicate.words != (token,):
        preposition = preposition_of(reading, token)
        role = ArgumentRole.OBLIQUE if preposition else ArgumentRole.ATTRIBUTE
        found.append(Part(role, preposition, token))
    found += [p for p in _obliques(reading, token, passive=False) if p.head != subject]
    return found


def _description_parts(reading: Reading, described_as: int) -> list[Part]:
    """What is described, and as what: "called the fire an accident" says that it was one."""
    thing = described(reading, described_as)
    found = [] if thing is None else [Part(ArgumentRole.AGENT, "", thing)]
    return [*found, Part(ArgumentRole.ATTRIBUTE, "", described_as)]


def described(reading: Reading, described_as: int) -> int | None:
    """The thing of which a noun says what it is called."""
    while base(reading.tokens[described_as].relation) == "conj":
        described_as = reading.tokens[described_as].head
    things = dependents(reading, reading.tokens[described_as].head, "obj")
    return things[0] if things else None


def _existence_parts(reading: Reading, verb: int) -> list[Part]:
    found = [Part(ArgumentRole.PATIENT, "", c) for c in dependents(reading, verb, "nsubj", "obj")]
    return found + _obliques(reading, verb, passive=False)


def _noun_parts(reading: Reading, noun: int, carriers: list[Carrier]) -> list[Part]:
    pattern = NOMINALISATIONS[reading.tokens[noun].lemma.lower()][1]
    found = _inside(reading, noun, pattern)
    for carrier in carriers:
        if carrier.link is not Link.OBJECT:
            found += _from_carrier(reading, carrier, pattern, noun)
    return found


def _inside(reading: Reading, noun: int, pattern: NounPattern) -> list[Part]:
    """Participants printed in the noun phrase itself."""
    found: list[Part] = []
    inner = dependents(reading, noun, "nmod")
    # The parse often hangs "by ..." on the noun of the "of" phrase before it.
    nested = [
        grandchild
        for child in inner
        for grandchild in dependents(reading, child, "nmod")
        if preposition_of(reading, grandchild) == "by"
    ]
    has_of = any(preposition_of(reading, c) == "of" for c in inner)
    for child in [*inner, *nested]:
        possessive = reading.tokens[child].relation == "nmod:poss"
        preposition = "'s" if possessive else preposition_of(reading, child)
        found.append(_noun_part(preposition, child, pattern, has_of))
    if pattern is not NounPattern.TARGET and not has_of:
        role = ArgumentRole.AGENT if pattern is NounPattern.DOER else ArgumentRole.PATIENT
        compounds = dependents(reading, noun, "compound")
        # With a possessor in the same role, a compound only says what sort it is.
        if not any(part.role is role for part in found):
            found += [Part(role, "", c) for c in compounds[-1:]]
    return found


def _noun_part(preposition: str, child: int, pattern: NounPattern, has_of: bool) -> Part:
    inner = ArgumentRole.PATIENT if pattern is NounPattern.UNDERGOER else ArgumentRole.AGENT
    if preposition == "by":
        return Part(ArgumentRole.AGENT, "", child)
    if preposition == "of":
        return Part(inner, "", child)
    if preposition == "'s":
        return Part(ArgumentRole.AGENT if has_of else inner, "", child)
    if preposition in {"on", "upon", "against"} and pattern is NounPattern.TARGET:
        return Part(ArgumentRole.PATIENT, "", child)
    if preposition == "to" and pattern is NounPattern.UNDERGOER:
        return Part(ArgumentRole.PATIENT, "", child)
    return Part(ArgumentRole.OBLIQUE, preposition, child)


def _from_carrier(
    reading: Reading, carrier: Carrier, pattern: NounPattern, noun: int
) -> list[Part]:
    """Participants that a light verb has in the noun's stead."""
    verb = carrier.token
    passive = is_passive(reading, verb)
    found: list[Part] = []
    subject = subject_above(reading, verb)
    if carrier.link is Link.OCCURRING or passive:
        subject = None
    if subject is not None and subject != noun:
        undergoes = carrier.link is Link.UNDERGOING
        undergone = undergoes and pattern is not NounPattern.DOER
        role = ArgumentRole.PATIENT if undergone else ArgumentRole.AGENT
        found.append(Part(role, "", subject))
    for part in _obliques(reading, verb, passive):
        if part.role is ArgumentRole.OBLIQUE and part.head != noun:
            found.append(_noun_part(part.preposition, part.head, pattern, has_of=False))
        elif part.head != noun:
            found.append(part)
    return [p for p in found if base(reading.tokens[p.head].relation) != "expl"]
