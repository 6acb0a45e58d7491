"""Counts without a number: none in "no one was hurt", one in "a man was killed"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.claims.quantities.befallen import status_by_verb
from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, subtree
from twosource.reference.statuses import PERSONS, STATUSES

_NOBODY = frozenset({"nobody", "none", "no-one"})
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_MANNERS = frozenset("drown murder shoot stab burn scald".split())
"""Ways to come to harm: none of one way is not none of all."""
_PAIRS: Mapping[str, int] = {"neither": 0, "both": 2}
_REST = frozenset(
    "else other further additional new more major serious severe significant critical grave "
    "life-threatening threatening".split()
)
_HEADLINE_WORDS = 4
"""Words that may stand before the person of a headline: "Two-year-old boy"."""


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A count that words give without a number.

    Attributes:
        first, last: Its tokens, half-open.
        count: 0 or 1, and 2 for both.
        noun: Lemma of what is counted, ``""`` where only "nobody" is printed.
        status: What befell it.
    """

    first: int
    last: int
    count: int
    noun: str
    status: str


def unnumbered_in(reading: Reading) -> tuple[Unnumbered, ...]:
    """Counts of none and of one, in order."""
    found = [*_none(reading), *_one(reading)]
    return tuple(sorted(found, key=lambda count: (count.first, count.last)))


def _none(reading: Reading) -> Iterator[Unnumbered]:
    for token in reading.tokens:
        word = token.text.lower()
        if word == "no" and token.index + 1 < len(reading.tokens):
            yield from _no(reading, token.index)
        elif word in _NOBODY and (status := _befell_nobody(reading, token.index)):
            if _is_rest(reading, token.index):
                continue
            yield Unnumbered(token.index, token.index + 1, 0, "", status)
        elif word == "without":
            yield from _without(reading, token.index)
        elif word in _PAIRS:
            yield from _pair(reading, token.index)


def _is_rest(reading: Reading, at: int) -> bool:
    """Whether none of the rest or of the worse is meant: "no one else", "no serious injuries"."""
    words = {reading.tokens[child].lemma.lower() for child in reading.children[at]}
    return bool(words & _REST)


def _no(reading: Reading, at: int) -> Iterator[Unnumbered]:
    """Read "no one", "no injuries", "no people"."""
    following = reading.tokens[at + 1]
    if following.text.lower() == "one":
        if not _is_rest(reading, at + 1) and (status := _befell_nobody(reading, at + 1)):
            yield Unnumbered(at, at + 2, 0, "", status)
        return
    head = max(following.index, reading.tokens[at].head)
    noun = reading.tokens[head]
    if noun.upos != "NOUN" or head - at > 4 or _is_rest(reading, head):
        return
    own = STATUSES.get(noun.lemma.lower(), "")
    status = own or (_befell_nobody(reading, head) if noun.lemma.lower() in PERSONS else "")
    if status and (own or noun.xpos == "NNS" or noun.lemma.lower() in PERSONS):
        yield Unnumbered(at, head + 1, 0, "" if own else noun.lemma.lower(), status)


def _without(reading: Reading, at: int) -> Iterator[Unnumbered]:
    """Read "without causing any injuries or damage": none of each noun that it governs."""
    above = reading.tokens[reading.tokens[at].head]
    if above.index < at or above.index - at > 6:
        return
    for index in subtree(reading, above.index):
        token = reading.tokens[index]
        status = STATUSES.get(token.lemma.lower(), "")
        if index > at and token.upos == "NOUN" and status:
            yield Unnumbered(index, index + 1, 0, "", status)


def _pair(reading: Reading, at: int) -> Iterator[Unnumbered]:
    """Read "neither driver" and "both pilots"."""
    noun = reading.tokens[reading.tokens[at].head]
    determines = base(reading.tokens[at].relation) in {"det", "amod"}
    if not determines or not 0 < noun.index - at < 4 or noun.upos != "NOUN":
        return
    if status := _befell(reading, noun.index):
        count = _PAIRS[reading.tokens[at].text.lower()]
        yield Unnumbered(at, noun.index + 1, count, noun.lemma.lower(), status)


def _befell_nobody(reading: Reading, at: int) -> str:
    verb = reading.tokens[reading.tokens[at].head]
    return "" if verb.lemma.lower() in _MANNERS else _befell(reading, at)


def _befell(reading: Reading, at: int) -> str:
    token = reading.tokens[at]
    verb = reading.tokens[token.head]
    if token.relation.startswith("nsubj") or base(token.relation) == "obj":
        return status_by_verb(reading, verb, token.relation)
    return ""


def _one(reading: Reading) -> Iterator[Unnumbered]:
    """One of a kind: "a man was shot dead", "killed a 17-year-old boy", "another was hurt"."""
    for token in reading.tokens:
        article = _article(reading, token.index)
        if article is None or token.xpos == "NNS":
            continue
        is_person = token.lemma.lower() in PERSONS and token.upos == "NOUN"
        if not is_person and token.text.lower() != "another":
            continue
        status = _befell(reading, token.index) or _by_neighbour(reading, token.index)
        if status:
            noun = token.lemma.lower() if is_person else ""
            yield Unnumbered(article, token.index + 1, 1, noun, status)


def _article(reading: Reading, at: int) -> int | None:
    """Where the indefinite article of a noun stands; "another" alone is its own."""
    if reading.tokens[at].text.lower() == "another" and reading.tokens[at].upos != "NOUN":
        following = reading.tokens[reading.tokens[at].head]
        return None if following.index > at and following.upos == "NOUN" else at
    ordinal = any(
        reading.tokens[child].lemma.lower() in _ORDINALS
        for child in dependents(reading, at, "amod")
    )
    if ordinal:
        return None
    for child in dependents(reading, at, "det"):
        if reading.tokens[child].text.lower() in {"a", "an", "another"}:
            return child
    if _opens_headline(reading, at):
        return at
    return None


def _opens_headline(reading: Reading, at: int) -> bool:
    """Whether a person stands without an article at the head of a line: "Teen killed in crash"."""
    token = reading.tokens[at]
    sentence = reading.sentences[token.sentence]
    if dependents(reading, at, "det", "nummod", "nmod:poss") or token.xpos != "NN":
        return False
    before = reading.tokens[sentence.first : at]
    plain = all(word.upos in {"ADJ", "NOUN", "NUM", "PUNCT"} for word in before)
    return plain and len(before) <= _HEADLINE_WORDS


def _by_neighbour(reading: Reading, at: int) -> str:
    """The verb of a coordinated subject or object ("one man and a woman were killed")."""
    token = reading.tokens[at]
    if base(token.relation) != "conj":
        return ""
    above = reading.tokens[token.head]
    return _befell(reading, above.index) if above.upos in {"NOUN", "PROPN", "NUM"} else ""
