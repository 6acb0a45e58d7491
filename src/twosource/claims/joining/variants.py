"""Spelling variants, initials, short forms and acronyms: compared within blocks, then verified."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from twosource.claims.joining.clusters import Clusters, Step
from twosource.claims.joining.prints import is_single_person, plain
from twosource.claims.names.bodies import body_name
from twosource.claims.names.match import same_name
from twosource.claims.names.persons import person_name
from twosource.claims.names.spelling import VARIANT, key, likeness, skeleton
from twosource.claims.names.verdict import NameMatch, SameName
from twosource.model.entity import EntityKind, JoinKind

LEAST_FOR_BODIES = 0.85
"""Score from which two names of bodies are joined unless they are romanisations of one name."""
LEAST_FOR_PERSONS = 0.88
"""Score from which two full names of persons are joined: about one letter amiss in ten."""
NEAREST = 0.9
"""Likeness from which a single name is that of a full name: romanisations of one name."""
LARGEST_BLOCK = 400
"""A block with more names than this is keyed by a word too common to compare by."""


def join_variants(clusters: Clusters, loose: Collection[int] = ()) -> None:
    """Join clusters whose names are variants of one another, the surest first.

    Two clusters are joined only if no name of the one is different from any name of the other.
    Names that differ by more than romanisation are kept apart where one report prints both, and
    where a third, different name fits one of them as well.

    Args:
        clusters: The clusters, names printed alike joined.
        loose: Units that are perhaps no names; they are left alone.
    """
    for kinds in ({EntityKind.PERSON}, {EntityKind.PLACE}, _BODIES):
        names = _names(clusters, kinds, loose)
        found = _matches(names, next(iter(kinds)) if len(kinds) == 1 else EntityKind.ORGANISATION)
        rivals: dict[str, list[str]] = defaultdict(list)
        for _, left, right, _ in found:
            rivals[left].append(right)
            rivals[right].append(left)
        for match, left, right, kind in found:
            if match.exact or not _ambiguous(left, right, rivals, kind):
                _join(clusters, names[left], names[right], match, kind)


_BODIES = {EntityKind.ORGANISATION, EntityKind.OTHER, EntityKind.UNKNOWN}


def _names(clusters: Clusters, kinds: set[EntityKind], loose: Collection[int]) -> dict[str, int]:
    """One unit for each different name of the kinds."""
    found: dict[str, int] = {}
    for position, unit in enumerate(clusters.units):
        wanted = unit.kind in kinds and position not in loose
        if unit.named and wanted and not is_single_person(unit):
            found.setdefault(unit.name, position)
    return found


def _matches(
    names: Iterable[str], kind: EntityKind
) -> list[tuple[NameMatch, str, str, EntityKind]]:
    """Pairs of names that are one name, the surest first."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for block in sorted(_blocks(name, kind)):
            blocks[block].append(name)
    pairs: dict[tuple[str, str], NameMatch] = {}
    for members in blocks.values():
        if len(members) > LARGEST_BLOCK:
            continue
        for left, right in combinations(members, 2):
            if (left, right) not in pairs and plain(left) != plain(right):
                pairs[left, right] = same_name(left, right, kind)
    kept = [
        (match, left, right, kind)
        for (left, right), match in pairs.items()
        if match.verdict is SameName.SAME and _enough(match, kind)
    ]
    return sorted(kept, key=lambda one: (-one[0].score, one[1], one[2]))


def _enough(match: NameMatch, kind: EntityKind) -> bool:
    if match.exact:
        return True
    if kind is EntityKind.PERSON:
        return match.score >= LEAST_FOR_PERSONS
    return kind is not EntityKind.PLACE and match.score >= LEAST_FOR_BODIES


def _blocks(name: str, kind: EntityKind) -> set[str]:
    """Keys of which two names that are compared share at least one."""
    if kind is EntityKind.PERSON:
        words = [word for word in person_name(name).words if len(word) > 1]
        return {key(word)[:3] for word in words} | {f"-{skeleton(word)[:3]}" for word in words}
    body = body_name(name)
    acronyms = {body.capitals} if body.capitals else body.initials
    return {key(word)[:4] for word in body.words} | {f"={letters}" for letters in acronyms}


def _ambiguous(left: str, right: str, rivals: dict[str, list[str]], kind: EntityKind) -> bool:
    """Whether one of two names also fits a third name that is different from the other."""
    return any(
        same_name(other, right if near == left else left, kind).verdict is SameName.DIFFERENT
        for near in (left, right)
        for other in rivals[near]
        if other not in (left, right)
    )


def _join(clusters: Clusters, left: int, right: int, match: NameMatch, kind: EntityKind) -> None:
    sides = [clusters.members(left), clusters.members(right)]
    names = [{clusters.units[p].name for p in side if clusters.units[p].named} for side in sides]
    if any(
        same_name(one, other, kind).verdict is SameName.DIFFERENT
        for one in names[0]
        for other in names[1]
        if len(one.split()) > 1 or kind is not EntityKind.PERSON
    ):
        return
    reports = [{clusters.units[p].report for p in side} for side in sides]
    acronym = "acronym" in match.reason
    if not match.exact and not acronym and not reports[0].isdisjoint(reports[1]):
        return
    one, other = clusters.units[left].name, clusters.units[right].name
    how = JoinKind.ACRONYM if acronym else JoinKind.SPELLING
    reason = f"“{one}” and “{other}”: {match.reason}"
    clusters.join(Step(how, left, right, round(match.score, 4), reason))


def join_single_names(clusters: Clusters, loose: Collection[int] = ()) -> None:
    """Join a person's single name to the one full name of the case that bears it.

    Where two full names bear it, single names stay in their reports; where none does, those that
    are printed alike are joined.

    Args:
        clusters: The clusters, full names joined.
        loose: Units that are perhaps no names; they are joined to a full name or not at all.
    """
    others = {plain(u.name) for u in clusters.units if u.kind is not EntityKind.PERSON}
    bearers: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(clusters.units):
        if unit.named and unit.kind is EntityKind.PERSON and not is_single_person(unit):
            for word in person_name(unit.name).words:
                bearers[_bearing(word)].append(position)
    alone: dict[str, int] = {}
    for position, unit in enumerate(clusters.units):
        if not is_single_person(unit):
            continue
        if position in loose and plain(unit.name) in others:
            continue
        near = bearers.get(_bearing(unit.name), [])
        last = position in loose
        fits = _bearers(clusters, near, unit.name, last)
        if len(fits) == 1:
            full = next(iter(fits.values()))
            name = clusters.units[full].name
            reason = f"“{name}” is the only full name in the case with “{unit.name}”"
            clusters.join(Step(JoinKind.SHORT_NAME, full, position, 0.9, reason))
        elif not fits and position not in loose:
            first = alone.setdefault(key(unit.name) or plain(unit.name), position)
            reason = f"“{unit.name}” is printed alike"
            clusters.join(Step(JoinKind.SAME_PRINT, first, position, 0.9, reason))


def _bearing(word: str) -> str:
    return key(word)[:3]


def _bearers(clusters: Clusters, near: Collection[int], word: str, last: bool) -> dict[int, int]:
    """The persons whose full name has the word, by the root of their cluster: the likest only.

    So a surname leads to him who bears it, and not to her whose surname has a feminine ending.
    """
    scores = {p: _bearing_score(clusters, p, word, last) for p in near}
    best = max(scores.values(), default=0.0)
    if best < NEAREST:
        return {}
    least = VARIANT if best >= VARIANT else best
    return {clusters.root(p): p for p in near if scores[p] >= least}


def _bearing_score(clusters: Clusters, position: int, word: str, last: bool) -> float:
    """How alike a word is to the last word of a full name, or to the likest of its words."""
    words = person_name(clusters.units[position].name).words
    words = words[-1:] if last else words
    return max((likeness(one, word).score for one in words if len(one) > 1), default=0.0)
