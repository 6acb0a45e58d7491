"""What the API gives of what people did: reviews, the custody log, originals."""

from __future__ import annotations

from typing import Any

from twosource.web import nodes as node
from twosource.web.shapes import PageOf, Problem, ReviewState, Shape


class Waiting(Shape):
    """Decisions that wait for the next update, and those that do not fit any more."""

    pending: int
    unfit: int


class Remark(Shape):
    """What a person noted, pinned or accepted, and the words that it is about."""

    seq: int
    actor: str
    at: str
    action: str
    about: str
    why: str
    spans: list[node.Span]


class Unfit(Shape):
    """A review that does not fit any more, with the reason."""

    seq: int
    reason: str


class OriginalCard(Shape):
    """An original: the bytes as received."""

    sha256: str
    name: str
    size: int
    seq: int


class ReviewItem(Shape):
    """A review. ``state`` says how it stands to the case; ``group`` is shared by a bulk action."""

    seq: int
    at: str
    actor: str
    hash: str
    prev: str
    state: ReviewState
    reason: str
    group: int
    decision: dict[str, Any]


class Reviews(Shape):
    """A page of the chain of reviews, the last first."""

    total: int
    head: str
    items: list[ReviewItem]


class LogItem(Shape):
    """An entry of the custody log."""

    seq: int
    at: str
    actor: str
    action: str
    object: str
    name: str
    tool: str
    version: str
    prev: str
    hash: str


class Log(PageOf[LogItem]):
    """A page of the custody log, the last first."""


class Originals(Shape):
    """The originals of a case."""

    items: list[OriginalCard]


class ClashProblem(Problem):
    """Somebody decided on the same thing meanwhile: their reviews, and the head as it is now."""

    theirs: list[ReviewItem]
    head: str
