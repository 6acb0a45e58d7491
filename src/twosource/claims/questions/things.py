"""Whether two words may mean one thing. A name is near to itself alone."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.questions.kin import TELLING_APART, covers
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.words import Word
from twosource.reference.cues import PERSON_ROLES
from twosource.reference.place_nouns import SORT_OF
from twosource.reference.statuses import PERSONS

SAME_THING = 0.6
"""Cosine of words above which they may mean one thing ("gunman", "armed man": .66)."""
# Words for the place that a report is about, whatever it is called.
_SCENE = frozenset("site scene spot location premises".split())
_PLACES = frozenset(SORT_OF) | frozenset(
    "market plant factory school mine depot warehouse village town stadium prison site "
    "scene".split()
)
_ANYBODY = frozenset("person people man woman boy girl youth child individual".split())
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen some most all both many "
    "several none".split()
)
_PEOPLE = (
    PERSONS
    | PERSON_ROLES
    | frozenset(
        "apprentice villager resident escapee fugitive inmate detainee guest staff "
        "personnel".split()
    )
)


def found_in(word: Word, others: Sequence[Word], near: Nearness) -> bool:
    """Whether a word may mean what one of others means, or a general word for it."""
    return any(
        nearness(word, other, near) >= SAME_THING
        or (_is_scene(word, other) or _is_scene(other, word))
        or _is_the_dead(word, other)
        or _is_the_dead(other, word)
        or (not word.named and not other.named and covers(word.text, other.text))
        for other in others
    )


def nearness(word: Word, other: Word, near: Nearness) -> float:
    """How near two words are, 1 for one entity or one head; a name is near to itself alone."""
    if word.entity and word.entity == other.entity:
        return 1.0
    if word.named or other.named:
        return float(word.text == other.text)
    if _apart(word.text) != _apart(other.text):
        return 0.0
    if _is_bare_head(word.text, other.text) or _is_bare_head(other.text, word.text):
        return 1.0
    return near.of(word.text, other.text)


def _is_bare_head(bare: str, compound: str) -> bool:
    """Whether a word alone is the head of a compound: "agent" of "party agent"."""
    return " " not in bare and compound.split()[-1:] == [bare]


def _apart(text: str) -> frozenset[str]:
    """The words of a phrase that tell one thing from another of its kind: "north pier".

    The main gate is also the gate.
    """
    return (TELLING_APART - {"main"}) & frozenset(text.split())


def _is_scene(word: Word, other: Word) -> bool:
    """Whether a word means the place of the event, and another may be it."""
    return word.text in _SCENE and not word.entity and other.text.split()[-1] in _PLACES


def _is_the_dead(word: Word, other: Word) -> bool:
    """Whether a word means whoever died, and another names a person."""
    return word.text in {"deceased", "dead man", "dead woman"} and other.named


def is_number(word: Word) -> bool:
    """Whether a word is a number alone, of whomever: "two" of the three."""
    return word.text in _NUMBERS or word.text.isdigit()


def is_anybody(word: Word) -> bool:
    """Whether a word names a person by no more than that he is one: "man"."""
    return word.text.split()[-1] in _ANYBODY


def is_person(word: Word) -> bool:
    """Whether a word names a person by what he is: "apprentice"."""
    return word.text.split()[-1] in _PEOPLE
