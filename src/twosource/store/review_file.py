"""Reviews as JSON lines: one review to a line with its hash, checked when it is read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from twosource.errors import MaterialError
from twosource.model.custody import broken_links
from twosource.model.review import Decision, Review
from twosource.model.time import TimeInterval
from twosource.model.value import Amount, Place
from twosource.store.codec import read_as, written
from twosource.store.fields import Node, field, node_of, words, wrong

REVIEWS = "reviews"
_REMEDY = "take the reviews from where they were kept untouched"
_GIVEN: dict[str, type] = {"amount": Amount, "interval": TimeInterval, "place": Place}
_TYPE_OF = {noun: tag for tag, noun in _GIVEN.items()}


def review_lines(reviews: Sequence[Review]) -> str:
    """Write reviews, one JSON object to a line; the same reviews give the same characters."""
    return "".join(
        json.dumps(_node(review), ensure_ascii=True, separators=(",", ":")) + "\n"
        for review in reviews
    )


def read_reviews(text: str) -> tuple[Review, ...]:
    """Read what ``review_lines`` wrote.

    Raises:
        MaterialError: If a line is no review, is not what its hash says, or breaks the chain.
    """
    found: list[Review] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            found.append(_review(json.loads(line), f"line {number}"))
        except (ValueError, RecursionError) as error:
            raise MaterialError(REVIEWS, f"line {number} is not JSON ({error})", _REMEDY) from error
    faults = broken_links(found, "review")
    if faults:
        raise MaterialError(REVIEWS, str(faults[0]), _REMEDY)
    return tuple(found)


def decision_node(decision: Decision) -> Node:
    """Write a decision as an object of JSON."""
    node = dict(node_of(written(decision), REVIEWS))
    given = decision.given
    if given is not None:
        told = {key: _number(value) for key, value in node_of(written(given), REVIEWS).items()}
        node["given"] = {"type": _TYPE_OF[type(given)], **told}
    return node


def decision_from(value: object, place: str) -> Decision:
    """Read what ``decision_node`` wrote.

    Args:
        value: The object.
        place: Where it stands, for error messages.

    Raises:
        MaterialError: If it is no decision.
    """
    node = dict(node_of(value, place))
    given, node["given"] = field(node, "given", place), None
    read = read_as(Decision, node, {}, place)
    if not isinstance(read, Decision):
        raise wrong(place, value, "a decision")
    return read if given is None else _given(read, node_of(given, place), place)


def _node(review: Review) -> Node:
    stamp = written(review.stamp)
    told = decision_node(review.decision)
    return {
        "seq": review.seq,
        "stamp": stamp,
        "decision": told,
        "prev": review.prev,
        "hash": review.hash,
    }


def _number(value: object) -> object:
    """Numbers as they read back, so that 5 and 5.0 are written alike."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _review(value: object, place: str) -> Review:
    node = node_of(value, place)
    decision = decision_from(field(node, "decision", place), f"{place}.decision")
    bare = read_as(Review, {**node, "decision": written(Decision(decision.action))}, {}, place)
    if not isinstance(bare, Review):
        raise wrong(place, value, "a review")
    read = replace(bare, decision=decision)
    if read.hash != (told := words(node, "hash", place)):
        raise MaterialError(REVIEWS, f"{place} is not what its hash {told[:12]}… says", _REMEDY)
    return read


def _given(decision: Decision, node: Node, place: str) -> Decision:
    tag = words(node, "type", place)
    if tag not in _GIVEN:
        raise wrong(f"{place}.given.type", tag, f"one of {', '.join(_GIVEN)}")
    value = read_as(_GIVEN[tag], node, {}, f"{place}.given")
    return replace(decision, given=value)  # type: ignore[arg-type] # one of the three
