"""Clusters of units, joined step by step; every step is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.joining.unit import Unit
from twosource.model.entity import Join, JoinKind, Ruling
from twosource.model.report import Span


@dataclass(frozen=True, slots=True)
class Step:
    """A joining step that is proposed between two units."""

    kind: JoinKind
    left: int
    right: int
    score: float
    reason: str


class Clusters:
    """Disjoint sets of units with the steps that made them.

    Args:
        units: The units.
        rulings: Decisions of a person; those against a join are kept whatever is proposed.
    """

    __slots__ = ("_apart", "_members", "_root", "joins", "units")

    def __init__(self, units: Sequence[Unit], rulings: Sequence[Ruling] = ()) -> None:
        self.units = units
        self.joins: list[tuple[int, Join]] = []
        self._root = list(range(len(units)))
        self._members = [[position] for position in range(len(units))]
        self._apart: dict[int, set[int]] = {}
        place = self._places(rulings)
        for ruling in rulings:
            left, right = place.get(ruling.left), place.get(ruling.right)
            if left is None or right is None or left == right:
                continue
            if ruling.same:
                self.join(Step(JoinKind.RULING, left, right, 1.0, "a person joined them"))
            else:
                self._apart.setdefault(left, set()).add(right)
                self._apart.setdefault(right, set()).add(left)

    def _places(self, rulings: Sequence[Ruling]) -> dict[Span, int]:
        if not rulings:
            return {}
        return {m.span: p for p, unit in enumerate(self.units) for m in unit.mentions}

    def root(self, position: int) -> int:
        """The unit that stands for a unit's cluster."""
        while self._root[position] != position:
            position = self._root[position]
        return position

    def members(self, position: int) -> list[int]:
        """The units of a unit's cluster, in the order in which they came."""
        return self._members[self.root(position)]

    def roots(self) -> list[int]:
        """One unit for each cluster, in order."""
        return [position for position, root in enumerate(self._root) if root == position]

    def join(self, step: Step) -> bool:
        """Take a step, unless a person's ruling is against it.

        Returns:
            Whether the two units are now in one cluster.
        """
        left, right = self.root(step.left), self.root(step.right)
        if left == right:
            return True
        if self._apart and self._ruled_apart(left, right):
            return False
        first, second = sorted((left, right))
        self._root[second] = first
        self._members[first] = sorted(self._members[first] + self._members[second])
        self._members[second] = []
        ends = [self.units[end].mentions[0].span for end in (step.left, step.right)]
        join = Join(step.kind, ends[0], ends[1], step.score, step.reason)
        self.joins.append((step.left, join))
        return True

    def _ruled_apart(self, left: int, right: int) -> bool:
        others = set(self._members[right])
        return any(
            not self._apart.get(one, set()).isdisjoint(others) for one in self._members[left]
        )
