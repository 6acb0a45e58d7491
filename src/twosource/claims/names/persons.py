"""Names of persons: parsed into words, then laid side by side.

Each word of the shorter name must find its word in the longer one: printed alike, romanised alike,
a form of the same given name, its initial, or all but misspelt. Words left over in the longer name
are middle names and patronymics. A name of one word is never enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from twosource.claims.names.spelling import (
    COGNATE,
    VARIANT,
    Likeness,
    folded,
    key,
    likeness,
    syllabic_key,
)
from twosource.claims.names.verdict import NameMatch, SameName
from twosource.reference.name_words import DEGREES, GENERATIONS, PARTICLES, TITLES

INITIAL = Likeness(0.8, "an initial")
LEAST_MEAN = 0.84
"""Mean likeness of the paired words, weighted by their length, from which two names are one."""

LEAST_SYLLABIC = 0.85
"""Likeness of the keys of names of which one is written in syllables."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a person's name that tell who is meant, in the order given name first.

    Attributes:
        words: Given names and surnames as printed.
        generation: ``younger``, ``elder``, ... where a suffix says so.
    """

    words: tuple[str, ...]
    generation: str = ""


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """Parse a printed name: titles, degrees and particles off, "Surname, Given" turned round."""
    text = re.sub(r"\([^)]*\)|[\"“”«»][^\"“”«»]*[\"“”«»]", " ", text).strip() or text
    head, comma, tail = text.partition(",")
    generation = next((g for w, g in GENERATIONS.items() if w in _split(folded(tail))), "")
    tail = " ".join(w for w in _split(tail) if folded(w) not in GENERATIONS.keys() | DEGREES)
    words = _split(f"{tail} {head}" if comma else head)
    while len(words) > 1 and folded(words[-1]) in GENERATIONS.keys() | DEGREES:
        generation = GENERATIONS.get(folded(words.pop()), generation)
    while len(words) > 1 and folded(words[0]) in TITLES:
        words.pop(0)
    kept = [word for word in words if folded(word) not in PARTICLES]
    return PersonName(tuple(kept if len(kept) > 1 else words), generation)


def _split(text: str) -> list[str]:
    """Words at spaces, hyphens and points; a script written without spaces at each syllable."""
    text = re.sub(r"[’'ʼʹ`´ʿʾ]", "", text)
    found: list[str] = []
    for word in re.split(r"[\s.\-‐‑–·・]+", text):
        if word and not word.isascii() and not folded(word).isascii():
            continue
        if word:
            found += re.findall(r"[A-Z][a-z]*|[a-z]+", _romanised(word)) if _dense(word) else [word]
    return found


def _dense(word: str) -> bool:
    return bool(re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", word))


def _romanised(word: str) -> str:
    """Each character of a script without spaces as a syllable with a capital letter."""
    return anyascii(word)


def same_person(left: str, right: str) -> NameMatch:
    """Whether two printed names of persons are one name."""
    a, b = person_name(left), person_name(right)
    if a.generation and b.generation and a.generation != b.generation:
        return NameMatch(SameName.DIFFERENT, 0.2, "one is the elder, the other the younger")
    if [folded(w) for w in a.words] == [folded(w) for w in b.words] and a.words:
        if a.generation != b.generation:
            return NameMatch(SameName.SAME, 0.95, "one name says elder or younger")
        return NameMatch(SameName.SAME, 1.0, "the names are printed alike", exact=True)
    breaks = len(a.words) != len(b.words)
    if breaks and _run_together(a) == _run_together(b) and min(len(a.words), len(b.words)) > 0:
        return NameMatch(SameName.SAME, 0.96, "the names differ by romanisation only", exact=True)
    if _dense(left) != _dense(right) and _same_syllables(a.words, b.words):
        return NameMatch(SameName.SAME, 0.85, "the names differ by the romanisation of syllables")
    short, long = sorted((a.words, b.words), key=len)
    pairs = _paired(short, long)
    if len(pairs) < len(short):
        return _with_unpaired(short, long, pairs)
    return _judged(short, long, pairs)


def _same_syllables(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether names of which one is in a syllabic script sound alike, in either order."""
    if min(len(left), len(right)) < 2:
        return False
    turned = (*right[1:], right[0]), (right[-1], *right[:-1])
    one = syllabic_key(left)
    return any(
        OSA.normalized_similarity(one, syllabic_key(words)) >= LEAST_SYLLABIC
        for words in (right, *turned)
    )


def _run_together(name: PersonName) -> str:
    return key("".join(name.words))


Pairs = dict[int, tuple[int, Likeness]]


def _paired(short: tuple[str, ...], long: tuple[str, ...]) -> Pairs:
    """Each word of the shorter name with its best partner; the surest pairs are made first."""
    offers = [
        (-found.score, abs(i - j), i, j, found)
        for i, one in enumerate(short)
        for j, other in enumerate(long)
        if (found := _of_words(one, other)).score > 0
    ]
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, _, i, j, found in sorted(offers, key=lambda offer: offer[:4]):
        if i not in pairs and j not in taken:
            pairs[i] = (j, found)
            taken.add(j)
    return pairs


def _of_words(one: str, other: str) -> Likeness:
    a, b = folded(one), folded(other)
    if 1 in {len(a), len(b)}:
        return INITIAL if a[:1] == b[:1] else Likeness(0.0, "")
    return likeness(one, other)


def _judged(short: tuple[str, ...], long: tuple[str, ...], pairs: Pairs) -> NameMatch:
    """All words of the shorter name found their partner."""
    full = [i for i, (_, found) in pairs.items() if found is not INITIAL]
    if not full:
        return NameMatch(SameName.CANNOT_TELL, 0.4, "only initials agree")
    if len(short) == 1:
        if len(long) == 1:
            return _single(pairs[0][1])
        return NameMatch(SameName.CANNOT_TELL, 0.5, "one name is a single word of the other")
    weights = {i: len(key(short[i])) or 1 for i in full}
    mean = sum(weights[i] * pairs[i][1].score for i in full) / sum(weights.values())
    if mean < LEAST_MEAN:
        return NameMatch(SameName.DIFFERENT, mean / 2, "the spellings differ by too much")
    left_over = len(long) - len(short)
    score = mean - 0.04 * left_over - 0.1 * (len(short) - len(full))
    hows = dict.fromkeys(found.how for _, found in pairs.values())
    exact = left_over == 0 and all(f.score >= VARIANT for _, f in pairs.values())
    reason = "; ".join(_said(short[i], long[j], found) for i, (j, found) in sorted(pairs.items()))
    return NameMatch(SameName.SAME, max(score, 0.7), reason or "; ".join(hows), exact)


def _said(one: str, other: str, found: Likeness) -> str:
    if one == other:
        return f"“{one}” in both"
    return f"“{one}” and “{other}”: {found.how}"


def _single(found: Likeness) -> NameMatch:
    if found.score >= COGNATE:
        return NameMatch(SameName.SAME, found.score, found.how, exact=found.score >= VARIANT)
    return NameMatch(SameName.CANNOT_TELL, found.score / 2, "single words that resemble each other")


def _with_unpaired(short: tuple[str, ...], long: tuple[str, ...], pairs: Pairs) -> NameMatch:
    """Some word of the shorter name has no partner: two words run together, or another name."""
    rest = [w for i, w in enumerate(short) if i not in pairs]
    others = [w for j, w in enumerate(long) if j not in {k for k, _ in pairs.values()}]
    if len(others) > len(rest) and pairs:
        together, apart = key("".join(rest)), key("".join(others))
        if together == apart or OSA.normalized_similarity(together, apart) >= 0.9:
            return NameMatch(SameName.SAME, 0.85, "the names differ by word breaks")
    shared = sum(len(key(short[i])) for i in pairs)
    score = 0.5 * shared / max(1, sum(len(key(w)) for w in short))
    return NameMatch(SameName.DIFFERENT, score, f"“{rest[0]}” of one name is not in the other")
