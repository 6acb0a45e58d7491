"""Spellings of one word: folding, the romanisation key, and how alike two words are.

The distance is rapidfuzz's; what is added here is what counts as one spelling before anything is
measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from twosource.reference.given_names import GROUPS
from twosource.reference.romanisation import COMPATIBLE_VOWELS, GREEK, SOUNDS, SYLLABIC, attested

VOWELS = "aeiou"
_SOUND = re.compile("|".join(letters for letters, _ in SOUNDS))
_OF = dict(SOUNDS)
_BEFORE_FRONT = re.compile(r"gu(?=[ei])")

EQUAL, VARIANT, COGNATE = 1.0, 0.97, 0.92
"""Likeness of words printed alike, romanised alike, and of two forms of one given name."""
LEAST = 0.75
"""Likeness from which two unattested words may be one word misspelt (set on the training split of
the Russian names: see docs/explanation/names.md)."""
SHORT = 4
"""Words up to this many letters are never one word with a wrong letter: too many names differ by
one. Two letters exchanged are taken for a slip in words of this length."""

FEMININE = ("a", "e", "ia", "ina", "ine", "elle", "le", "ette", "lle")
"""Endings that turn a man's given name into a woman's in European languages."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are, 0 to 1, and what makes them so."""

    score: float
    how: str


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Lower case, Latin letters without diacritics; other scripts romanised letter by letter."""
    lower = text.lower()
    if re.search("[α-ω]", lower):
        for pair, sound in GREEK:
            lower = lower.replace(pair, sound)
    return anyascii(lower).lower()


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What romanisations of one name share: sound classes, doubled letters once.

    >>> key("Tscherenkow") == key("Cherenkov")
    True
    """
    letters = re.sub(r"[^a-z]", "", folded(word))
    letters = re.sub(r"off$", "ov", _BEFORE_FRONT.sub("g", letters))
    letters = re.sub(r"(?<=[^aeiou])yo", "e", letters)
    letters = re.sub(r"(?<=[aeou])h(?=[^aeiouy]|$)", "", letters)
    letters = re.sub(r"c(?=[aoulrt])", "k", letters)
    sounds = _SOUND.sub(lambda found: _OF[found.group()], letters)
    return re.sub(r"(.)\1+", r"\1", sounds)


def syllabic_key(words: Iterable[str]) -> str:
    """What romanisations of a name written in syllables share, word breaks left out."""
    letters = "".join(re.sub(r"[^a-z]", "", folded(word)) for word in words)
    for printed, sound in SYLLABIC:
        letters = letters.replace(printed, sound)
    return re.sub(r"(.)\1+", r"\1", letters)


def skeleton(word: str) -> str:
    """The consonants of a word's key."""
    return re.sub(f"[{VOWELS}]", "", key(word))


@lru_cache(maxsize=1)
def _given_names() -> dict[str, frozenset[int]]:
    """For the key of each given name in the table, the groups that it stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(GROUPS):
        for name in group:
            found.setdefault(key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def forms_of_one_name(left: str, right: str) -> bool:
    """Whether two words are listed as forms of one given name, however they are romanised."""
    groups = _given_names()
    return not groups.get(key(left), frozenset()).isdisjoint(groups.get(key(right), frozenset()))


def is_given_name(word: str) -> bool:
    """Whether the table of given names knows a word."""
    return key(word) in _given_names()


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> Likeness:
    """How alike two words are; 0 where they are known as two different names."""
    a, b = folded(left), folded(right)
    if a == b:
        return Likeness(EQUAL, "printed alike")
    known = attested()
    forms = known.get(left.lower(), known.get(a)), known.get(right.lower(), known.get(b))
    if forms[0] is not None and forms[0] == forms[1]:
        return Likeness(VARIANT, "two attested romanisations of one name")
    apart = None not in forms
    if key(left) == key(right) and key(left):
        return Likeness(0.9 if apart else VARIANT, "one name in two romanisations")
    if forms_of_one_name(a, b):
        return Likeness(COGNATE, "two forms of one given name")
    if apart or _other_gender(a, b):
        return Likeness(0.0, "two different names")
    if _consonants_only(left, right) or _vowels_exchanged(key(left), key(right)):
        return Likeness(0.9, "the same consonants, vowels that romanisations exchange")
    return _misspelt(a, b, left, right)


def _misspelt(a: str, b: str, left: str, right: str) -> Likeness:
    if len(a) == len(b) == SHORT and OSA.distance(a, b) == 1 and sorted(a) == sorted(b):
        return Likeness(0.85, "two letters exchanged")
    if min(len(a), len(b)) <= SHORT:
        return Likeness(0.0, "two different words")
    nearest = max(OSA.normalized_similarity(a, b), OSA.normalized_similarity(key(left), key(right)))
    if nearest < LEAST:
        return Likeness(0.0, "two different words")
    return Likeness(nearest, "all but the same letters")


def _other_gender(a: str, b: str) -> bool:
    """Whether one is a known given name and the other the same with a feminine ending."""
    short, long = sorted((a, b), key=len)
    if not is_given_name(short) and not is_given_name(long):
        return False
    return any(long in {f"{short}{end}", f"{short[:-1]}{end}"} for end in FEMININE)


def _consonants_only(left: str, right: str) -> bool:
    """Whether a word in a script without short vowels has the other's consonants."""
    unvowelled = [not re.search(f"[{VOWELS}]", key(word)[1:-1]) for word in (left, right)]
    foreign = [not word.isascii() for word in (left, right)]
    if not any(u and f for u, f in zip(unvowelled, foreign, strict=True)):
        return False
    return len(skeleton(left)) > 1 and skeleton(left) == skeleton(right)


def _vowels_exchanged(a: str, b: str) -> bool:
    """Whether two keys differ only by vowels that romanisations exchange."""
    cut = [re.split(f"([{VOWELS}]+)", one) for one in (a, b)]
    if cut[0][::2] != cut[1][::2] or sum(map(len, cut[0][::2])) < 3:
        return False
    if len(cut[0]) != len(cut[1]):
        return False
    if a[-1:] != b[-1:]:
        return False
    return all(_exchange(x, y) for x, y in zip(cut[0][1::2], cut[1][1::2], strict=True))


def _exchange(x: str, y: str) -> bool:
    return x == y or any(set(x) | set(y) <= vowels for vowels in COMPATIBLE_VOWELS)
