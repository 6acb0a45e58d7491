"""Short forms of the names of bodies and sites, each joined to the one name that it shortens.

"The Committee" shortens "Works Committee", "Hill" in "at Hill" shortens "Hill Hospital", "Delta"
shortens "Delta Lines", "Works Board" shortens "Works Board of the Coast". A short form is joined
only where one longer name fits, in its own report first. A person's name, a town or a country
shortens nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict

from twosource.claims.descriptions.description import DescriptionKind
from twosource.claims.joining.clusters import Clusters, Step
from twosource.claims.joining.prints import plain
from twosource.claims.joining.unit import Unit, Units
from twosource.claims.names.spelling import folded
from twosource.model.entity import EntityKind, JoinKind
from twosource.reference.countries import ADJECTIVES, OTHER_NAMES
from twosource.reference.gazetteer import entries_named
from twosource.reference.place_nouns import UNDISTINCTIVE

_SCORE = 0.85
_LINKS = frozenset("of for in on at to from with by under over near against and".split())
_CROSSINGS = frozenset("junction crossing roundabout crossroads".split())
# A state acts as well as it lies somewhere.
_STATES = frozenset("republic union federation kingdom emirate sultanate states state".split())
# What speaks or acts for a place bears its name and is no longer name of it.
_OF_PLACES = frozenset(
    "police authority authorities council court government administration office ministry union "
    "service services department municipality region district county province".split()
)
_COUNTRIES = frozenset(ADJECTIVES) | frozenset(ADJECTIVES.values()) | frozenset(OTHER_NAMES)

Words = tuple[str, ...]


def short_in_report(units: Units) -> dict[int, list[int]]:
    """Short forms like "the Committee" with the names of their own report that end in the word.

    Those of different reports are not one because they are printed alike.
    """
    heads = _by_head(units)
    found = {}
    for position in _definite(units):
        unit = units.all[position]
        fits = [
            p
            for p in heads[_word(unit)]
            if units.all[p].report == unit.report and _may_be(units, position, p)
        ]
        if fits:
            found[position] = fits
    return found


def join_short_forms(clusters: Clusters, units: Units, near: dict[int, list[int]]) -> None:
    """Join each short form to the one name that it shortens.

    Args:
        clusters: The clusters; names printed alike, variants and persons' names are joined.
        units: The units.
        near: What :func:`short_in_report` found.
    """
    heads = _by_head(units)
    leads = _by_lead(units)
    for position, fits in near.items():
        _join_one(clusters, position, fits, "the only such name in the report")
    for position in _definite(units):
        if position not in near and _alone(clusters, units, position):
            fits = [p for p in heads[_word(units.all[position])] if _may_be(units, position, p)]
            _join_one(clusters, position, fits, _OF_CASE)
    by_length = sorted(range(len(units.all)), key=lambda p: -len(_words(units.all[p].name)))
    for position in by_length:
        _join_lead(clusters, units, position, leads)


_OF_CASE = "the only such name in the case"


def _definite(units: Units) -> list[int]:
    """Units of one word whose every name is printed after "the"."""
    return [
        position
        for position, found in sorted(units.short.items())
        if any(one.kind is DescriptionKind.DEFINITE for one in found)
    ]


def _word(unit: Unit) -> str:
    """The short form's word: the unit's name, or how "the Committee" is printed."""
    return folded(plain(unit.name)) if len(_words(unit.name)) == 1 else ""


def _may_be(units: Units, position: int, longer: int) -> bool:
    """Whether both are places or neither is: who speaks for a place is not the place."""
    one, other = units.all[position], units.all[longer]
    if position in units.loose or _word(one) in _STATES:
        return True
    return (one.kind is EntityKind.PLACE) == (other.kind is EntityKind.PLACE)


def _by_head(units: Units) -> dict[str, list[int]]:
    """Longer names by the noun that they end in, what follows "of" left out."""
    found: dict[str, list[int]] = defaultdict(list)
    guessed = units.guessed
    for position, unit in enumerate(units.all):
        if position not in guessed and _is_longer(unit):
            words = _words(unit.name)
            link = next((i for i, w in enumerate(words) if i and w in _LINKS), len(words))
            found[words[link - 1]].append(position)
    return found


def _by_lead(units: Units) -> dict[Words, list[int]]:
    """Longer names by each run of words that they begin with."""
    found: dict[Words, list[int]] = defaultdict(list)
    guessed = units.guessed
    for position, unit in enumerate(units.all):
        if position not in guessed and _is_longer(unit):
            words = _words(unit.name)
            for size in range(1, len(words)):
                found[words[:size]].append(position)
    return found


def _is_longer(unit: Unit) -> bool:
    return unit.named and unit.kind is not EntityKind.PERSON and len(_words(unit.name)) > 1


def _words(name: str) -> Words:
    return tuple(folded(word) for word in re.findall(r"[^\W_]+", _POSSESSIVE.sub("", plain(name))))


_POSSESSIVE = re.compile(r"['’]s\b")


def _alone(clusters: Clusters, units: Units, position: int) -> bool:
    """Whether a short form has not been joined to a longer name yet."""
    return all(len(_words(units.all[p].name)) <= 1 for p in clusters.members(position))


def _join_lead(
    clusters: Clusters, units: Units, position: int, leads: dict[Words, list[int]]
) -> None:
    """Join a name to the longer one that begins with it."""
    unit = units.all[position]
    words = _words(unit.name)
    fits = leads.get(words, [])
    runs = bool(units.printed_as(position, DescriptionKind.RUN))
    if not fits or not (unit.named or runs):
        return
    if len(words) > 1:
        fits = [p for p in fits if runs or _words(units.all[p].name)[len(words)] in _LINKS]
    elif unit.kind is EntityKind.PLACE:
        fits = [p for p in fits if _is_site(units.all[p])] if _is_spot(units, position) else []
    elif _shortens(clusters, units, position):
        fits = [p for p in fits if _is_body(units.all[p])]
    else:
        fits = []
    _join_one(clusters, position, fits, _OF_CASE)


def _is_spot(units: Units, position: int) -> bool:
    """Whether a place is printed after "at" only and no gazetteer knows it."""
    unit = units.all[position]
    spots = units.printed_as(position, DescriptionKind.SPOT)
    return spots == len(unit.mentions) and not entries_named(unit.name)


def _is_site(unit: Unit) -> bool:
    last = _words(unit.name)[-1]
    return last in _SITES and _OF_PLACES.isdisjoint(_words(unit.name))


_SITES = _CROSSINGS | frozenset(
    "hospital clinic stadium mine dam school college university market mall factory plant refinery "
    "depot barracks prison hotel terminal monastery airport airbase".split()
)


def _is_body(unit: Unit) -> bool:
    bodies = {EntityKind.ORGANISATION, EntityKind.UNKNOWN}
    return unit.kind in bodies and _OF_PLACES.isdisjoint(_words(unit.name))


def _shortens(clusters: Clusters, units: Units, position: int) -> bool:
    """Whether a name of one word may be the beginning of a body's name, and nobody's surname."""
    unit = units.all[position]
    word = _word(unit)
    if not word or word in _COUNTRIES or word in UNDISTINCTIVE or len(word) < 4:
        return False
    distinctive = units.printed_as(position, DescriptionKind.LEAD) == len(unit.mentions)
    if not distinctive or entries_named(unit.name):
        return False
    members = [units.all[p] for p in clusters.members(position)]
    return all(len(_words(one.name)) <= 1 and one.kind is not EntityKind.PLACE for one in members)


def _join_one(clusters: Clusters, position: int, fits: list[int], why: str) -> None:
    """Join a short form to the one entity that the longer names are, if it is one."""
    roots = {clusters.root(p) for p in fits} - {clusters.root(position)}
    if len(roots) != 1:
        return
    full = clusters.units[fits[0]].name
    reason = f"“{clusters.units[position].name}” shortens “{full}”, {why}"
    clusters.join(Step(JoinKind.SHORT_NAME, fits[0], position, _SCORE, reason))
