"""Statements that appeared, vanished or changed between two editions of one report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from twosource.comparison.editions.runs import Difference
from twosource.model.edition import Said, StatementChange
from twosource.model.report import Span
from twosource.model.statement import Statement

_WORD = re.compile(r"\w+")
ENOUGH = 0.5
"""Share of a content that stands in both editions from which it is one statement."""


def statement_changes(
    before: Sequence[Statement], after: Sequence[Statement], difference: Difference
) -> tuple[StatementChange, ...]:
    """Match the statements of two editions and tell what became of those that differ.

    Two are one where they say the same words in the same act by the same speaker, wherever they
    stand; else where at least half of a content stands unchanged in the other's place.
    """
    old, new = list(before), list(after)
    for one in before:
        alike = next((other for other in new if _print(other) == _print(one)), None)
        if alike is not None:
            old.remove(one)
            new.remove(alike)
    found: list[StatementChange] = []
    for one in old:
        near = [(_shared(one.content, other.content, difference), other) for other in new]
        best = max(near, key=lambda item: item[0], default=None)
        if best is None or best[0] < ENOUGH:
            found.append(StatementChange(_said(one), None))
            continue
        new.remove(best[1])
        found.append(StatementChange(_said(one), _said(best[1]), _differs(one, best[1])))
    return (*found, *(StatementChange(None, _said(other)) for other in new))


def _print(statement: Statement) -> tuple[object, ...]:
    speaker = None if statement.speaker is None else _folded(statement.speaker.span.quote)
    words = tuple(_folded(part.quote) for part in statement.parts)
    return (speaker, words, statement.stance)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _said(statement: Statement) -> Said:
    speaker = None if statement.speaker is None else statement.speaker.span
    return Said(speaker, statement.content, statement.stance)


def _differs(one: Statement, other: Statement) -> tuple[str, ...]:
    mine, theirs = _print(one), _print(other)
    names = ("speaker", "words", "stance")
    found = [name for name, a, b in zip(names, mine, theirs, strict=True) if a != b]
    return tuple(sorted(found, key=("words", "speaker", "stance").index))


def _shared(before: Span, after: Span, difference: Difference) -> float:
    """The share of the shorter content that stands unchanged within both spans."""
    same = difference.same
    at = bisect_right(same, before.start, key=lambda run: run[0] + run[2])
    shared = 0
    for start, there, length, length_there in same[at:]:
        if start >= before.end:
            break
        if after.start <= there and there + length_there <= after.end:
            shared += length
    letters = min(len("".join(before.quote.split())), len("".join(after.quote.split())))
    return shared / letters if letters else 0.0
