"""The chain of reviews: one more at its end, what is in force, and who was there first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model.custody import GENESIS, Stamp
from twosource.model.review import Decision, Review, ReviewAction

EVENTS = frozenset({ReviewAction.WITHDRAW, ReviewAction.RESTORE})
"""Actions that are about reviews and not about the case."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A decision that was not taken in, because somebody decided on the same thing meanwhile.

    Attributes:
        decision: The decision that was not taken in.
        theirs: The reviews that its maker had not seen, in order.
    """

    decision: Decision
    theirs: tuple[Review, ...]


def head(reviews: Sequence[Review]) -> str:
    """The hash of the last review; what a writer says it has seen."""
    return reviews[-1].hash if reviews else GENESIS


def decided(
    reviews: Sequence[Review], decisions: Sequence[Decision], stamp: Stamp, seen: str
) -> tuple[Review, ...] | Clash:
    """Put decisions at the end of the chain, all or none.

    Args:
        reviews: The chain.
        decisions: What is decided; several at once are one bulk action.
        stamp: Who decides, and when.
        seen: The head of the chain as the writer read it.

    Returns:
        The new reviews, or the clash if one of the decisions is on a thing on which a review
        decides that the writer has not seen. An unknown ``seen`` has seen nothing. Nobody clashes
        with undoing and redoing of their own: who turns something back and forth in haste is
        always ahead of what is shown.
    """
    hashes = [GENESIS, *(review.hash for review in reviews)]
    unseen = reviews[hashes.index(seen) :] if seen in hashes else reviews
    for decision in decisions:
        theirs = tuple(
            one
            for one in unseen
            if _same_thing(one.decision, decision)
            and not (decision.action in EVENTS and one.stamp.actor == stamp.actor)
        )
        if theirs:
            return Clash(decision, theirs)
    made: list[Review] = []
    for decision in decisions:
        made.append(Review(len(hashes) + len(made), stamp, decision, head([*reviews, *made])))
    return tuple(made)


def in_force(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The decisions that hold: not withdrawn, and not replaced by a later one on the same thing."""
    withdrawn: set[str] = set()
    for review in reviews:
        if review.decision.action is ReviewAction.WITHDRAW:
            withdrawn.update(review.decision.earlier)
        elif review.decision.action is ReviewAction.RESTORE:
            withdrawn.difference_update(review.decision.earlier)
    last: dict[object, Review] = {}
    for review in reviews:
        if review.decision.action not in EVENTS and review.hash not in withdrawn:
            last[review.decision.key] = review
    return tuple(sorted(last.values(), key=lambda review: review.seq))


def withdrawing(reviews: Sequence[Review], why: str = "") -> Decision:
    """The decision that undoes reviews, one or many at once."""
    return Decision(ReviewAction.WITHDRAW, earlier=tuple(one.hash for one in reviews), why=why)


def restoring(reviews: Sequence[Review], why: str = "") -> Decision:
    """The decision that redoes what was undone."""
    return Decision(ReviewAction.RESTORE, earlier=tuple(one.hash for one in reviews), why=why)


def _same_thing(theirs: Decision, ours: Decision) -> bool:
    if ours.action in EVENTS or theirs.action in EVENTS:
        return bool(set(theirs.earlier) & set(ours.earlier))
    return theirs.key == ours.key
