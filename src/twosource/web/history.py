"""What the chain of reviews says to a workbench: what holds, what can be undone and redone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.model.review import Review, ReviewAction
from twosource.reviews.chain import EVENTS, in_force
from twosource.store.review_file import decision_node


@dataclass(frozen=True, slots=True)
class Turnable:
    """Numbers of the reviews that one undo takes back, and that one redo brings back."""

    undo: tuple[int, ...]
    redo: tuple[int, ...]


def turnable(reviews: Sequence[Review], actor: str) -> Turnable:
    """What one undo and one redo of an actor would turn.

    What was decided at once is undone at once. A new decision ends what can be redone, as in any
    editor.
    """
    withdrawn = withdrawn_hashes(reviews)
    own = [one for one in reviews if one.stamp.actor == actor]
    plain = [one for one in own if one.decision.action not in EVENTS]
    standing = [one for one in plain if one.hash not in withdrawn]
    group = [one.seq for one in standing if one.stamp == standing[-1].stamp]
    last = max((one.seq for one in plain), default=0)
    by_hash = {one.hash: one.seq for one in reviews}
    redo: tuple[int, ...] = ()
    for one in reversed(own):
        if one.seq < last:
            break
        if one.decision.action is ReviewAction.WITHDRAW:
            gone = [hash_ for hash_ in one.decision.earlier if hash_ in withdrawn]
            if gone:
                redo = tuple(by_hash[hash_] for hash_ in gone)
                break
    return Turnable(tuple(group), redo)


def review_nodes(reviews: Sequence[Review], states: Mapping[str, Any]) -> list[dict[str, object]]:
    """Reviews as the API gives them, each with how it stands to the case.

    Args:
        reviews: The whole chain.
        states: The states of those in force, by number, as the served view has them.
    """
    withdrawn = withdrawn_hashes(reviews)
    holding = {one.seq for one in in_force(reviews)}
    groups: dict[object, int] = {}
    found: list[dict[str, object]] = []
    for one in reviews:
        group = groups.setdefault(one.stamp, one.seq)
        found.append(
            {
                "seq": one.seq,
                "at": one.stamp.at,
                "actor": one.stamp.actor,
                "hash": one.hash,
                "prev": one.prev,
                **_standing(one, withdrawn, holding, states),
                "group": group,
                "decision": decision_node(one.decision),
            }
        )
    return found


def _standing(
    one: Review, withdrawn: set[str], holding: set[int], states: Mapping[str, Any]
) -> dict[str, object]:
    if one.decision.action in EVENTS:
        return {"state": "event", "reason": ""}
    if one.hash in withdrawn:
        return {"state": "withdrawn", "reason": ""}
    if one.seq not in holding:
        return {"state": "replaced", "reason": ""}
    known = states.get(str(one.seq))
    return dict(known) if known else {"state": "pending", "reason": "not shown yet"}


def withdrawn_hashes(reviews: Sequence[Review]) -> set[str]:
    """Hashes of the reviews that are undone now."""
    found: set[str] = set()
    for one in reviews:
        if one.decision.action is ReviewAction.WITHDRAW:
            found.update(one.decision.earlier)
        elif one.decision.action is ReviewAction.RESTORE:
            found.difference_update(one.decision.earlier)
    return found
