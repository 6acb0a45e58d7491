"""What an analyst would expect to see if an explanation were so, and does not see.

Absent evidence is evidence, and no text holds it: only a person can enter it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.errors import NotFoundError
from twosource.model.hypothesis import Hypothesis
from twosource.model.identity import HypothesisId


def with_absent(
    hypotheses: Sequence[Hypothesis], which: HypothesisId, words: str
) -> tuple[Hypothesis, ...]:
    """Hypotheses with something noted as expected and absent for one of them.

    Args:
        hypotheses: The hypotheses of a case.
        which: The id of the one.
        words: What is expected, in the analyst's words.

    Raises:
        NotFoundError: If no hypothesis has that id.
    """
    plain = " ".join(words.split())
    one = _found(hypotheses, which)
    noted = one.absent if plain in one.absent or not plain else (*one.absent, plain)
    return _changed(hypotheses, replace(one, absent=noted))


def without_absent(
    hypotheses: Sequence[Hypothesis], which: HypothesisId, words: str
) -> tuple[Hypothesis, ...]:
    """Hypotheses with a note taken back: what was absent has been seen, or is not expected.

    Args:
        hypotheses: The hypotheses of a case.
        which: The id of the one.
        words: The note as it was entered.

    Raises:
        NotFoundError: If no hypothesis has that id, or it has no such note.
    """
    plain = " ".join(words.split())
    one = _found(hypotheses, which)
    if plain not in one.absent:
        raise NotFoundError(f"{which} has no note {plain!r}; its notes: {list(one.absent)}")
    kept = tuple(note for note in one.absent if note != plain)
    return _changed(hypotheses, replace(one, absent=kept))


def _found(hypotheses: Sequence[Hypothesis], which: HypothesisId) -> Hypothesis:
    for one in hypotheses:
        if one.id == which:
            return one
    known = ", ".join(one.id for one in hypotheses) or "none"
    raise NotFoundError(f"no hypothesis has the id {which}; the case has: {known}")


def _changed(hypotheses: Sequence[Hypothesis], one: Hypothesis) -> tuple[Hypothesis, ...]:
    return tuple(one if other.id == one.id else other for other in hypotheses)
