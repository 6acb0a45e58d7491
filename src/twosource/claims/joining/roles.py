"""Offices, the bodies around them, and sites: joined by what their descriptions say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.joining.clusters import Clusters, Step
from twosource.claims.joining.unit import Units
from twosource.model.entity import JoinKind
from twosource.model.identity import ReportId
from twosource.reference.place_nouns import UNDISTINCTIVE

Office = tuple[str, str]


def join_touching(clusters: Clusters, units: Units) -> None:
    """Join the entities of one report that one description shows to be one."""
    for left, right, words in units.touching:
        reason = f"“{words}” is one phrase for one entity"
        clusters.join(Step(JoinKind.OFFICE, left, right, 0.9, reason))


def join_offices(clusters: Clusters, units: Units) -> dict[int, set[Office]]:
    """Join "the mayor of X" to the one person whom a report of the case calls so.

    Returns:
        For each person (by the root of the cluster) the offices that reports give him or her.
    """
    groups: dict[Office, list[Description]] = defaultdict(list)
    for one in units.described:
        if one.kind is DescriptionKind.OFFICE_HOLDER and one.owner:
            groups[one.what, one.owner].append(one)
    for (what, _), members in groups.items():
        named = [d for d in members if d in units.holders]
        holders = {clusters.root(units.holders[d]) for d in named}
        if len(holders) > 1:
            continue
        first = named[0] if named else members[0]
        for other in members:
            reason = (
                f"“{first.span.quote}” says who is meant by “{other.span.quote}”"
                if named
                else f"“{first.span.quote}” and “{other.span.quote}”: the {what} of one owner"
            )
            left, right = units.described[first], units.described[other]
            clusters.join(Step(JoinKind.OFFICE, left, right, 0.9 if named else 0.8, reason))
    held: dict[int, set[Office]] = defaultdict(set)
    for one, holder in units.holders.items():
        held[clusters.root(holder)].add((one.what, one.owner))
    return held


def join_bodies(clusters: Clusters, units: Units, held: dict[int, set[Office]]) -> None:
    """Join the bodies around one office: "the presidency", "its press service", "Y's office"."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in units.described:
        if one.owner and one.kind is not DescriptionKind.SITE:
            owners[one.what].add(one.owner)
    groups: dict[Office, list[Description]] = defaultdict(list)
    for one in units.described:
        if one.kind is DescriptionKind.BODY:
            office = _office_of(clusters, units, one, owners, held)
            if office is not None:
                groups[office].append(one)
    for members in groups.values():
        first = members[0]
        for other in members[1:]:
            reason = f"“{first.span.quote}” and “{other.span.quote}” speak for one office"
            left, right = units.described[first], units.described[other]
            clusters.join(Step(JoinKind.BODY, left, right, 0.8, reason))


def _office_of(
    clusters: Clusters,
    units: Units,
    one: Description,
    owners: dict[str, set[str]],
    held: dict[int, set[Office]],
) -> Office | None:
    """The office that a body speaks for; ``None`` where the case does not tell."""
    if one.person is not None:
        person = units.owners.get(one)
        if person is None:
            return None
        offices = held.get(clusters.root(person), set())
        return next(iter(offices)) if len(offices) == 1 else ("person", str(clusters.root(person)))
    if one.owner:
        return one.what, one.owner
    if len(owners[one.what]) > 1:
        return None
    return one.what, next(iter(owners[one.what]), "")


def join_sites(clusters: Clusters, units: Units) -> None:
    """Join sites of one sort with the same distinctive words ("X palace", "the X building").

    With a common word ("the White House") the generic noun has to be the same, and so it has where
    a report prints both forms itself.
    """
    groups: dict[Office, list[Description]] = defaultdict(list)
    for one in units.described:
        if one.kind is DescriptionKind.SITE:
            groups[one.what, one.owner].append(one)
    for members in groups.values():
        nouns: dict[ReportId, set[str]] = defaultdict(set)
        for one in members:
            nouns[one.span.report].add(_noun(one))
        strict = _is_common(members) or any(len(found) > 1 for found in nouns.values())
        first: dict[str, Description] = {}
        for other in members:
            one = first.setdefault(_noun(other) if strict else "", other)
            reason = f"“{one.span.quote}” and “{other.span.quote}”: one sort of site, one name"
            left, right = units.described[one], units.described[other]
            clusters.join(Step(JoinKind.SITE, left, right, 0.8, reason))


def _noun(one: Description) -> str:
    return one.span.quote.split()[-1].casefold()


def _is_common(members: Sequence[Description]) -> bool:
    """Whether the distinctive words of sites are none."""
    return any(
        all(word.casefold() in UNDISTINCTIVE for word in one.span.quote.split()[:-1])
        for one in members
    )
