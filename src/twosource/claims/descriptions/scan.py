"""Walking over the tokens of a reading: words, possessives, names and owners beside a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.claims.names.spelling import key
from twosource.language.interface import Name, NameKind, Reading
from twosource.reference.countries import ADJECTIVES, OTHER_NAMES

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
COUNTRIES = frozenset(ADJECTIVES.values()) | frozenset(OTHER_NAMES.values())


@dataclass(slots=True)
class Scan:
    """A reading with its words in lower case and its names by where they end and start."""

    reading: Reading
    words: list[str] = field(init=False)
    ending: dict[int, Name] = field(init=False)
    starting: dict[int, Name] = field(init=False)

    def __post_init__(self) -> None:
        self.words = [token.text.lower() for token in self.reading.tokens]
        self.ending = {self._end(name): name for name in self.reading.names}
        self.starting = {name.first: name for name in self.reading.names}

    def _end(self, name: Name) -> int:
        last = name.last
        while last - 1 > name.first and self.words[last - 1] in POSSESSIVES:
            last -= 1
        return last

    def word(self, token: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.words[token] if 0 <= token < len(self.words) else ""

    def stands(self, phrase: Sequence[str], first: int) -> bool:
        """Whether the words of a phrase stand from a token on, in one sentence."""
        last = first + len(phrase)
        if self.words[first:last] != list(phrase):
            return False
        tokens = self.reading.tokens
        return tokens[first].sentence == tokens[last - 1].sentence

    def capital(self, token: int) -> bool:
        """Whether a token is a word with a capital first letter."""
        return 0 <= token < len(self.words) and self.reading.tokens[token].text[:1].isupper()

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        tokens = self.reading.tokens
        last = len(tokens)
        return (
            0 <= one < last
            and 0 <= other < last
            and (tokens[one].sentence == tokens[other].sentence)
        )


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose office it is: where the words begin, the normalised name, a person's name if it is."""

    first: int
    name: str
    person: Name | None = None


def owner_before(scan: Scan, end: int) -> Owner | None:
    """The owner that ends before token ``end``: a country's adjective, "X's", or a bare name."""
    possessive = scan.word(end - 1) in POSSESSIVES
    last = end - 1 if possessive else end
    if last <= 0 or not scan.same_sentence(last - 1, min(end, len(scan.words) - 1)):
        return None
    adjective = _adjective(scan, last)
    if adjective is not None and not possessive:
        return adjective
    name = scan.ending.get(last)
    if name is not None:
        person = name if name.kind is NameKind.PERSON else None
        if person is not None and not possessive:
            return None
        return Owner(name.first, owner_key(_text(scan, name.first, last)), person)
    if possessive and scan.capital(last - 1) and scan.reading.tokens[last - 1].upos == "PROPN":
        return Owner(last - 1, owner_key(scan.reading.tokens[last - 1].text))
    return None


def _adjective(scan: Scan, last: int) -> Owner | None:
    word = scan.word(last - 1)
    country = ADJECTIVES.get(word) or _abbreviated(word)
    if country is None:
        return None
    side = scan.word(last - 2)
    if side in {"north", "south"} and word in {"korean", "sudanese", "macedonian"}:
        return Owner(last - 2, f"{side} {country.removeprefix('north ') if country else 'korea'}")
    return Owner(last - 1, country)


def _abbreviated(word: str) -> str | None:
    short = word.rstrip(".")
    return OTHER_NAMES.get(short) if short in {"us", "u.s", "uk", "u.k"} else None


def owner_after(scan: Scan, start: int) -> tuple[Owner, int] | None:
    """The owner after "of" at token ``start``, with the token after it."""
    if scan.word(start) != "of":
        return None
    first = start + 1 + (scan.word(start + 1) == "the")
    name = scan.starting.get(first)
    if name is not None and name.kind is not NameKind.PERSON:
        return Owner(first, owner_key(_text(scan, first, name.last))), name.last
    if scan.capital(first) and scan.same_sentence(start, first):
        last = first + 1
        while scan.capital(last) and last < first + 3 and scan.same_sentence(first, last):
            last += 1
        return Owner(first, owner_key(_text(scan, first, last))), last
    return None


def owner_key(text: str) -> str:
    """One form for all ways to print an owner: a country's name, else the romanisation keys."""
    words = [w for w in text.lower().replace("’", "'").removesuffix("'s").split() if w != "the"]
    plain = " ".join(words).rstrip(".")
    country = OTHER_NAMES.get(plain) or ADJECTIVES.get(plain)
    if country or plain in COUNTRIES:
        return country or plain
    return " ".join(key(word) for word in words)


def _text(scan: Scan, first: int, last: int) -> str:
    tokens = scan.reading.tokens
    return scan.reading.text[tokens[first].start : tokens[last - 1].end]
