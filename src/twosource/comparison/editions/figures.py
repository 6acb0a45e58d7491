"""Figures that one edition prints otherwise than the one before: counts, lengths, ways, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.extract import Extract
from twosource.comparison.editions.notices import speaks_of
from twosource.model.edition import Edit, FigureChange
from twosource.model.report import Span

_WORDS = " ".join


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as printed, with what it is a figure of and what it says."""

    span: Span
    sort: str
    of: str
    says: object


def figure_changes(
    before: Extract, after: Extract, edits: Sequence[Edit], notices: Sequence[Span]
) -> tuple[FigureChange, ...]:
    """Figures of one sort that stand in the two sides of one edit and say different things.

    Those that count the same noun, or have the same unit, are paired first, the rest in order.
    """
    old, new = list(_figures(before)), list(_figures(after))
    found: list[FigureChange] = []
    for edit in edits:
        if edit.before is None or edit.after is None or edit.before.quote == edit.after.quote:
            continue
        here = [one for one in old if _touch(one.span, edit.before)]
        there = [one for one in new if _touch(one.span, edit.after)]
        for one, other in _pairs(here, there):
            change = FigureChange(
                one.sort, one.span, other.span, speaks_of(notices, one.span, other.span)
            )
            if one.says != other.says and change not in found:
                found.append(change)
    return tuple(found)


def _pairs(old: Sequence[_Figure], new: Sequence[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    left, right = list(old), list(new)
    for alike in (_of_one_thing, _of_one_sort):
        for one in list(left):
            other = next((figure for figure in right if alike(one, figure)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other


def _of_one_thing(one: _Figure, other: _Figure) -> bool:
    return (one.sort, one.of) == (other.sort, other.of)


def _of_one_sort(one: _Figure, other: _Figure) -> bool:
    return one.sort == other.sort


def _figures(extract: Extract) -> Iterator[_Figure]:
    for count in extract.quantities:
        of = f"{count.kind.value} {count.unit} {count.noun}"
        yield _Figure(count.span, "quantity", of, count.amount)
    for length in extract.durations:
        yield _Figure(length.span, "duration", "", length.seconds)
    for way in extract.distances:
        yield _Figure(way.span, "distance", "", (way.kilometres, way.bearing))
    for time in extract.times:
        yield _Figure(time.span, "time", time.relation.value, (time.printed, time.until))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
