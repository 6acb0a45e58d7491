"""The routes for what is worked out when it is asked for: states compared, places looked up."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query, Response

from twosource.web import nodes as node
from twosource.web.desk import At, Here
from twosource.web.exporting import done_beside
from twosource.web.problems import PROBLEMS
from twosource.web.routes.reading import as_json, page_text
from twosource.web.shapes import Shape
from twosource.web.watching import ArrivalInfo, ChangesInfo, ClaimChangeInfo

router = APIRouter(prefix="/cases/{case}", tags=["states"], responses=PROBLEMS)
State = Annotated[
    str,
    Query(
        max_length=40,
        pattern="^(review|run)-[0-9]{1,9}$",
        description="review-N: as it stood after that decision; run-N: after that examination.",
    ),
]


class MomentInfo(Shape):
    """A state of a case: the examination that was shown, and how many decisions it had."""

    run: int
    reviews: int


class Comparison(Shape):
    """What differs between two states of a case."""

    before: MomentInfo
    after: MomentInfo
    decisions: list[int]
    came: list[ArrivalInfo]
    went: list[ArrivalInfo]
    statements: list[node.StatementChange]
    changes: ChangesInfo
    lost: list[ClaimChangeInfo]


class Editions(Shape):
    """What became of reports between one edition and the next."""

    items: list[node.Edition]


class NamedPlace(Shape):
    """A place that reports name and that answers no question."""

    entity: str
    name: str
    mentioned: int
    spans: list[node.Span]
    place: node.Place | None
    reason: str


class NamedPlaces(Shape):
    """The places that answer no question, looked up by their names alone."""

    items: list[NamedPlace]


@router.get("/places/named", response_model=NamedPlaces)
def named_places(desk: Here, at: At) -> Response:
    """The places that reports name and that answer no question, those named most first."""
    request = {"verb": "named", "place": at.kept.place}
    return as_json(json.dumps(done_beside(desk, request)))


@router.get("/compare", response_model=Comparison)
def compare(desk: Here, at: At, one: State, other: State) -> Response:
    """Compare two states of a case; which of them is the earlier one does not matter."""
    request = {"verb": "compare", "place": at.kept.place, "one": one, "other": other}
    return as_json(json.dumps(done_beside(desk, request)))


@router.get("/editions", response_model=Editions)
def editions(desk: Here, at: At) -> Response:
    """The reports of which there are two editions, with what changed between them."""
    return as_json(page_text(desk, at, "editions"))
