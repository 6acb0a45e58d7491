"""Names printed alike in several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from twosource.claims.joining.clusters import Clusters, Step
from twosource.claims.joining.unit import Unit
from twosource.model.entity import EntityKind, JoinKind


def join_prints(clusters: Clusters, apart: Collection[int] = ()) -> None:
    """Join units whose names are printed alike.

    A place and a body of one single word stay apart, since a city gives its name to a government;
    so do a place and a person. A person's single name waits until the full names are known.

    Args:
        clusters: The clusters.
        apart: Units that are not joined by their print: short forms of other names.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, unit in enumerate(clusters.units):
        if unit.named and position not in apart and not is_single_person(unit):
            groups[plain(unit.name), _class(unit)].append(position)
    for members in groups.values():
        first = members[0]
        for other in members[1:]:
            name = clusters.units[first].name
            step = Step(JoinKind.SAME_PRINT, first, other, 1.0, f"“{name}” is printed alike")
            clusters.join(step)


def is_single_person(unit: Unit) -> bool:
    """Whether a unit is a person with a name of one word."""
    return unit.named and unit.kind is EntityKind.PERSON and len(unit.name.split()) == 1


def plain(name: str) -> str:
    """A name in lower case without an article."""
    return " ".join(name.casefold().removeprefix("the ").split())


def _class(unit: Unit) -> str:
    if len(plain(unit.name).split()) > 1:
        return "many words"
    return "place" if unit.kind is EntityKind.PLACE else "no place"
