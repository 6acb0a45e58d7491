"""Who is said to have done a thing: countries with what acts for them, and other doers by sort."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from twosource.comparison.voices import STEM
from twosource.model.value import PlaceKind
from twosource.reference.countries import ADJECTIVES, OTHER_NAMES
from twosource.reference.cues import GROUP_ROLES, PERSON_ROLES
from twosource.reference.explanations import BODIES, SORTS_OF_DOER
from twosource.reference.gazetteer import entries_named

_WORD = re.compile(r"[^\W\d_](?:[\w-]|[.'’](?=\w))*")
_STOP = frozenset(
    "the a an this that these those its his her their our my your and or but by of in on at for "
    "from to with as some any several two three many unnamed unknown possibly so-called alleged "
    "suspected such own".split()
)
# What follows in a noun phrase says more about a doer, and is no part of the name.
_RELATIVE = re.compile(r"\s*(?:,|\(|–|—|\bwho\b|\bwhich\b|\bthat\b|\bwhose\b)")
_OWNER = re.compile(r"^(?P<owner>.+?)['’]s?\s+(?P<own>\S.*)$")
_HEAD_ENDS = re.compile(
    r"\s+(?:of|in|at|on|from|for|with|by|to|near|inside|based|carrying|hired|led|who|that|which)\b|,"
)
NO_DOERS = frozenset(
    "they it he she we i you who which what someone somebody anyone anybody nobody one drone "
    "missile rocket shell bomb grenade mine system aircraft plane jet helicopter vehicle truck "
    "lorry car bus train tram ship boat vessel tanker tank gun rifle bullet shot projectile device "
    "explosive charge gas wave wind storm blast explosion fire shock attack strike response claim "
    "accusation allegation uav video footage monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november "
    "december".split()
)
"""Heads of noun phrases that name nobody who can do a thing: pronouns, weapons, vehicles."""
_FEWEST_SHARED = 2
# Capitals with fewer people share their names with persons and lesser places.
_LARGE = 100_000
_ABBREVIATED = re.compile(r"\b\w\.\w\.$")
# Sorts of which one event has one lot, however they are described.
_ONE_OF_A_SORT = frozenset({"irregulars", "police", "crowd", "soldiers"})
_STATE_SORTS = frozenset({"police", "insiders"})


@dataclass(frozen=True, slots=True)
class Body:
    """A doer as printed, reduced to what tells it from others.

    Attributes:
        words: As printed, without an article.
        country: The country that it is or acts for, in lower case; ``""`` where none is named.
        sort: The sort of people, where a common noun names them ("partisans"); else ``""``.
        stems: The beginnings of its telling words.
    """

    words: str
    country: str
    sort: str
    stems: frozenset[str]


@lru_cache(maxsize=4096)
def body_of(words: str) -> Body:
    """Read the name of a doer.

    Args:
        words: A noun phrase as printed.
    """
    printed = " ".join(words.split()).strip("“”\"'’‘,; ")
    printed = re.sub(r"^(?:the|a|an|some|no|any)\s+", "", printed, flags=re.IGNORECASE)
    printed = re.sub(r"\s+(?:itself|himself|herself|themselves)$", "", printed)
    printed = printed if _ABBREVIATED.search(printed) else printed.rstrip(".")
    name = _RELATIVE.split(printed, maxsplit=1)[0] or printed
    owned = _OWNER.match(name)
    acting = name
    if owned is not None and not _is_body_noun(_words(owned["own"])[-1:]):
        acting = owned["own"]
    told = [word for word in _words(acting) if word not in _STOP]
    sort = next((found for word in told if (found := _sort(word))), "")
    country = _country_in(acting)
    # An army acts for its country; its police and its officers may act on their own.
    sort = "" if sort == "soldiers" and country else sort
    stems = frozenset(
        word[:STEM]
        for word in (w for w in _words(printed) if w not in _STOP)
        if word not in BODIES and word.rstrip("s") not in BODIES
    )
    return Body(printed, country, sort, stems)


def same_body(one: Body, other: Body) -> bool:
    """Whether two names are one doer: a country and its army are, and its partisans are not."""
    shared = len(one.stems & other.stems)
    if shared >= _FEWEST_SHARED and 2 * shared >= min(len(one.stems), len(other.stems)):
        return one.sort == other.sort or not (one.country and other.country)
    if one.sort != other.sort:
        return False
    if one.country and other.country:
        return one.country == other.country
    if one.sort:
        return one.sort in _ONE_OF_A_SORT or _described_alike(one, other)
    return not (one.country or other.country) and shared > 0


def _described_alike(one: Body, other: Body) -> bool:
    """Whether no words beside the common noun tell two doers apart."""
    return not one.stems or not other.stems or bool(one.stems & other.stems)


def is_part(one: Body, other: Body) -> bool:
    """Whether a name says that its bearer acts within another: officers within their country."""
    inside = one.sort in _STATE_SORTS and not other.sort
    return inside and bool(one.country) and one.country == other.country


def is_doer(words: str, head: str = "", names: Collection[str] = ()) -> bool:
    """Whether a noun phrase can name who did a thing: a name, a country, a sort of people.

    Args:
        words: The noun phrase as printed.
        head: Its head word, where it is known; else the last word of its first part.
        names: Words that are names wherever they stand; at the head of a sentence a capital alone
            makes none.
    """
    body = body_of(words)
    last = (head or _HEAD_ENDS.split(body.words, maxsplit=1)[0]).split()[-1:]
    if not last:
        return False
    low = last[0].casefold().strip(".“”\"'‘’")
    single = low.removesuffix("s")
    manly = f"{low.removesuffix('men')}man"
    if {low, single} & NO_DOERS or low in _STOP or low.isdigit():
        return False
    if body.sort and _sort(low):
        return True
    roles = {low, single, manly} & (BODIES | GROUP_ROLES | PERSON_ROLES)
    if body.country and low.endswith("s") and low != single and not roles:
        roles = {low}
    known = len(body.words.split()) > 1 or bool(body.country) or last[0] in names
    named = last[0][:1].isupper() and known
    return bool(roles) or named or bool(country_of(last[0]))


def _is_body_noun(last: list[str]) -> bool:
    return bool(last) and (last[0] in BODIES or last[0].rstrip("s") in BODIES)


def _sort(word: str) -> str:
    for form in (word, word.removesuffix("s"), f"{word.removesuffix('men')}man"):
        if form in SORTS_OF_DOER:
            return SORTS_OF_DOER[form]
    return ""


def _words(text: str) -> list[str]:
    return [match.group().casefold().removesuffix("'s").removesuffix("’s")
            for match in _WORD.finditer(text)]  # fmt: skip


def _country_in(text: str) -> str:
    """The first country that words name: by name, by adjective, or by its capital."""
    for match in _WORD.finditer(text):
        word = match.group()
        if word[:1].isupper() and (country := country_of(word)):
            return country
    return country_of(" ".join(_words(text)))


@lru_cache(maxsize=4096)
def country_of(word: str) -> str:
    """The country that a word names, in lower case; ``""`` where it names none.

    Args:
        word: A name, an adjective, a name of inhabitants, or a capital, which print uses for the
            government that sits there.
    """
    low = word.casefold().removesuffix("'s").removesuffix("’s").strip(".")
    low = low.removesuffix("-based").removesuffix("-backed")
    for form in (low, low.removesuffix("s")):
        if form in _COUNTRIES:
            return form
        if form in ADJECTIVES or form in OTHER_NAMES:
            return ADJECTIVES.get(form) or OTHER_NAMES[form]
    cities = [one for one in entries_named(word) if one.place.kind is PlaceKind.CITY]
    if cities and cities[0].capital and cities[0].people >= _LARGE:
        return _by_code().get(cities[0].place.country, "")
    return ""


_COUNTRIES = frozenset((*ADJECTIVES.values(), *OTHER_NAMES.values()))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(_COUNTRIES):
        for entry in entries_named(name):
            if entry.place.kind is PlaceKind.COUNTRY:
                found.setdefault(entry.place.country, name)
    return found
