"""Names of bodies and other things: distinctive words, with legal forms and figures apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from twosource.claims.names.spelling import Likeness, folded, key, likeness
from twosource.claims.names.verdict import NameMatch, SameName
from twosource.reference.countries import OTHER_NAMES
from twosource.reference.name_words import (
    ABBREVIATIONS,
    GENERIC_WORDS,
    LEGAL_FORMS,
    ROMAN_NUMERALS,
)

LEAST_MEAN = 0.8
"""Share of letters in paired words, weighted by likeness, from which two names are one."""
LEAST_WHOLE = 0.88
"""Likeness of the names without word breaks from which they are one."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words of a body's name.

    Attributes:
        words: Distinctive words, folded; generic words and legal forms left out.
        generic: Generic words that were left out.
        figures: Numbers, which tell bodies of one name apart.
        capitals: The name as an acronym where it is printed as one, else empty.
        initials: First letters of its words, small words left out and kept.
    """

    words: tuple[str, ...]
    generic: frozenset[str]
    figures: tuple[str, ...]
    capitals: str
    initials: frozenset[str]


@lru_cache(maxsize=65536)
def body_name(text: str) -> BodyName:
    """Parse a printed name of a body."""
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", text)
    plain = re.sub(r"(?<=\b\w)[.](?=\w\b)|(?<=\b\w)[.](?=\s|$)", "", plain)
    plain = re.sub(r"(?i)\b([aks])/([sk])\b", r"\1\2", plain)
    plain = re.sub(r"(?i)\bsp\W+z\W+o\W*o\b", "spzoo", plain)
    printed = [w for w in re.split(r"[^\w]+", plain) if w]
    every = [ABBREVIATIONS.get(folded(w), folded(w)) for w in printed]
    every = [re.sub(r"[^a-z0-9]", "", ROMAN_NUMERALS.get(w, w)) for w in every]
    every = [w for w in every if w]
    figures = tuple(sorted(w for w in every if w.isdigit()))
    core = [w for w in every if w not in LEGAL_FORMS and w not in GENERIC_WORDS and not w.isdigit()]
    if not core:
        core = [w for w in every if not w.isdigit()] or every
    return BodyName(
        tuple(core),
        frozenset(w for w in every if w in GENERIC_WORDS and len(w) > 3),
        figures if len(core) > 0 else (),
        _capitals(printed),
        _initials(printed),
    )


def _capitals(printed: list[str]) -> str:
    main = [w for w in printed if folded(w) not in LEGAL_FORMS and w.lower() != "the"]
    one = main[0] if len(main) == 1 else ""
    return folded(one) if 2 <= len(one) <= 8 and sum(map(str.isupper, one)) > len(one) / 2 else ""


def _initials(printed: list[str]) -> frozenset[str]:
    """Acronyms that the words could have: with and without small words and legal forms."""
    main = [folded(w) for w in printed if folded(w) not in LEGAL_FORMS]
    if len(main) < 2:
        return frozenset()
    large = [folded(w) for w in printed if w[0].isupper() and folded(w) not in LEGAL_FORMS]
    every = [folded(w) for w in printed]
    small = {"the", "of", "and", "for", "in", "on", "de", "la", "du", "des"}
    spelt = {
        "".join(w[0] for w in words if w)
        for words in (main, large, every, [w for w in main if w not in small])
    }
    return frozenset(s for s in spelt if len(s) > 1)


def same_body(left: str, right: str) -> NameMatch:
    """Whether two printed names of bodies, places, works or things are one name."""
    if _country(left) == _country(right):
        alike = _plain(left) == _plain(right)
        reason = "the names are printed alike" if alike else "both are names of one country"
        return NameMatch(SameName.SAME, 1.0, reason, exact=True)
    a, b = body_name(left), body_name(right)
    if a.figures != b.figures:
        return NameMatch(SameName.DIFFERENT, 0.3, "the figures in the names differ")
    for short, long in ((a, b), (b, a)):
        if short.capitals and short.capitals in long.initials:
            return NameMatch(SameName.SAME, 0.85, "one is the acronym of the other")
    if "".join(a.words) == "".join(b.words):
        return _same_core(a, b)
    if key("".join(a.words)) == key("".join(b.words)):
        return NameMatch(SameName.SAME, 0.93, "the names differ by romanisation only", exact=True)
    return _by_words(a, b)


def _country(text: str) -> str:
    """The common name of a country; any other text as it is."""
    return OTHER_NAMES.get(_plain(text), _plain(text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().removeprefix("the ").split()).rstrip(".,")


def _same_core(a: BodyName, b: BodyName) -> NameMatch:
    if a.generic != b.generic:
        return NameMatch(SameName.SAME, 0.8, "the names differ by generic words only")
    return NameMatch(
        SameName.SAME, 1.0, "the names are alike but for case, marks and legal form", exact=True
    )


def _by_words(a: BodyName, b: BodyName) -> NameMatch:
    short, long = sorted((a.words, b.words), key=len)
    pairs: dict[int, tuple[int, Likeness]] = {}
    offers = sorted(
        (-found.score, abs(i - j), i, j)
        for i, one in enumerate(short)
        for j, other in enumerate(long)
        if (found := likeness(one, other)).score > 0
    )
    for score, _, i, j in offers:
        if i not in pairs and j not in {k for k, _ in pairs.values()}:
            pairs[i] = (j, Likeness(-score, ""))
    total = sum(map(len, long))
    shared = sum(len(short[i]) * found.score for i, (_, found) in pairs.items())
    share = shared / max(1, total)
    whole = OSA.normalized_similarity("".join(a.words), "".join(b.words))
    if len(short) == len(long) == len(pairs) and share >= LEAST_MEAN:
        return NameMatch(
            SameName.SAME, min(1.0, max(0.7, share)), "the names are all but the same letters"
        )
    if whole >= LEAST_WHOLE and min(len("".join(a.words)), len("".join(b.words))) >= 8:
        return NameMatch(SameName.SAME, whole, "the names are all but the same letters")
    if len(pairs) == len(short) and len(short) > 0:
        return NameMatch(SameName.CANNOT_TELL, min(0.6, share), "one name has further words")
    return NameMatch(SameName.DIFFERENT, share / 2, "the names have different words")
