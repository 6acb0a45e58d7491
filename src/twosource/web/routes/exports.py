"""The routes by which a case leaves as a file."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

from fastapi import APIRouter, Query, Response

from twosource.engine.formats import FORMATS, format_named
from twosource.web.desk import At, Here, Reader
from twosource.web.exporting import exported
from twosource.web.problems import PROBLEMS
from twosource.web.shapes import FormatCard, Formats

router = APIRouter(tags=["exports"], responses=PROBLEMS)
_EXTRAS = {"pdf": "typst"}
"""What a format needs that may not be installed."""


@router.get("/formats")
def formats(_: Reader) -> Formats:
    """The formats, with what each holds and what it has no room for."""
    return Formats(
        items=[
            FormatCard(
                name=one.name,
                suffix=one.suffix,
                holds=one.holds,
                cannot_hold=list(one.cannot_hold),
                available=one.name not in _EXTRAS or find_spec(_EXTRAS[one.name]) is not None,
            )
            for one in FORMATS
        ]
    )


@router.get("/cases/{case}/export", response_class=Response)
def export(
    desk: Here, at: At, name: Annotated[str, Query(alias="format", max_length=40)] = "html"
) -> Response:
    """A case in a format, to be saved."""
    wanted = format_named(name)
    data = exported(desk, at, wanted.name)
    headers = {"Content-Disposition": f'attachment; filename="{at.shelf.slug}{wanted.suffix}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)
