"""The routes by which people decide, undo and redo."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter

from twosource.model.review import Decision, Review
from twosource.reviews.chain import EVENTS, Clash, decided, restoring, withdrawing
from twosource.store.served import PAGES, piece, state_of
from twosource.web.at_once import amendments
from twosource.web.decisions import Desktop
from twosource.web.desk import Analyst, At, Desk, Here, Opened, head_words, now, seen_hash
from twosource.web.history import Turnable, review_nodes, turnable, withdrawn_hashes
from twosource.web.history_shapes import ClashProblem
from twosource.web.page_edits import edits
from twosource.web.problems import PROBLEMS, RefusedError
from twosource.web.sessions import Session
from twosource.web.shapes import Decided, Decisions, Turning
from twosource.web.views import Shown

_CLASH: dict[int | str, dict[str, Any]] = {
    409: {"model": ClashProblem, "description": "Somebody decided on the same thing meanwhile."}
}
router = APIRouter(prefix="/cases/{case}", tags=["deciding"], responses={**PROBLEMS, **_CLASH})
PATIENCE = 10.0
"""Seconds that a decision waits to be shown before it is answered."""


@router.post("/reviews")
def decide(desk: Here, at: At, session: Analyst, asked: Decisions) -> Decided:
    """Decide, all or none.

    Answers 409 with the reviews of others if somebody decided on the same thing after ``head``.
    """
    desk.views.fresh(at.kept)
    desktop = Desktop(at.kept)
    made = desktop.made(asked.decisions)
    if not made:
        raise RefusedError(422, "decision", "nothing is decided")
    amended = amendments(at.kept, asked.decisions, desktop.span)

    def does(new: Sequence[Review]) -> list[Shown]:
        return [*amended, *edits(at.kept, made, new)]

    return _taken_in(desk, at, session, [one.decision for one in made], asked.head, does)


@router.post("/reviews/undo")
def undo(desk: Here, at: At, session: Analyst, asked: Turning) -> Decided:
    """Undo reviews by their numbers, or what the actor did last; bulk actions whole.

    Answers 409 where somebody else turned that back after ``head``: the one before is not meant.
    """
    chain = at.kept.reviews()
    numbers = asked.reviews or list(_known(chain, session, asked.head).undo)
    chosen = _chosen(chain, numbers, undone=False)
    known = desk.views.made_by(at.kept.place, {one.hash for one in chosen})
    back = [one.back for one in reversed(known)]
    made = [withdrawing(chosen, asked.why)]
    return _taken_in(desk, at, session, made, asked.head, lambda _: back)


@router.post("/reviews/redo")
def redo(desk: Here, at: At, session: Analyst, asked: Turning) -> Decided:
    """Redo what was undone, by the numbers of the reviews, or what the actor undid last."""
    chain = at.kept.reviews()
    numbers = asked.reviews or list(_known(chain, session, asked.head).redo)
    chosen = _chosen(chain, numbers, undone=True)
    known = desk.views.made_by(at.kept.place, {one.hash for one in chosen})
    return _taken_in(desk, at, session, [restoring(chosen, asked.why)], asked.head, lambda _: known)


def _known(chain: Sequence[Review], session: Session, head: str) -> Turnable:
    """What an actor can turn, as far as they have seen what others did."""
    seen = next((n for n, one in enumerate(chain, 1) if one.hash == seen_hash(head)), 0)
    own = (one for one in chain[seen:] if one.stamp.actor == session.actor)
    return turnable([*chain[:seen], *own], session.actor)


def _chosen(chain: Sequence[Review], numbers: Sequence[int], *, undone: bool) -> list[Review]:
    verb = "redo" if undone else "undo"
    if not numbers:
        raise RefusedError(409, "nothing", f"there is nothing to {verb}")
    by_number = {one.seq: one for one in chain}
    withdrawn = withdrawn_hashes(chain)
    chosen: list[Review] = []
    for number in dict.fromkeys(numbers):
        one = by_number.get(number)
        if one is None:
            raise RefusedError(404, "not-found", f"there is no review {number}")
        if one.decision.action in EVENTS or (one.hash in withdrawn) is not undone:
            raise RefusedError(409, "nothing", f"review {number} is not one to {verb}")
        chosen.append(one)
    return chosen


def _taken_in(
    desk: Desk,
    at: Opened,
    session: Session,
    made: Sequence[Decision],
    head: str,
    does: Callable[[Sequence[Review]], Sequence[Shown]],
) -> Decided:
    """Put decisions at the end of the chain, and wait a while for the view to show them.

    Where that takes longer, what the decisions themselves do is shown at once.
    """
    stamp = now(session.actor)

    def added(chain: tuple[Review, ...]) -> tuple[Review, ...]:
        found = decided(chain, made, stamp, seen_hash(head))
        if isinstance(found, Clash):
            raise _clashing(at, chain, found)
        return found

    new = at.kept.add_reviews(added)
    amended = does(new)
    state, shown = desk.views.fresh(at.kept, PATIENCE)
    if shown != state and amended:
        desk.views.amend(at.kept, state, amended)
    return Decided(head=head_words(state), reviews=[one.seq for one in new], settled=shown == state)


def _clashing(at: Opened, chain: Sequence[Review], clash: Clash) -> RefusedError:
    text = piece(at.kept, PAGES, "decisions")
    states = {} if text is None else json.loads(text)["states"]
    numbers = {one.seq for one in clash.theirs}
    theirs = [one for one in review_nodes(chain, states) if one["seq"] in numbers]
    names = ", ".join(dict.fromkeys(one.stamp.actor for one in clash.theirs))
    verb = "undid or redid" if clash.decision.action in EVENTS else "decided on"
    return RefusedError(
        409,
        "clash",
        f"{names} {verb} the same thing meanwhile",
        "look at what they decided, and decide again",
        theirs=theirs,
        head=head_words(state_of(at.kept)),
    )
