"""The route of the borders that distances are checked against, for the map to draw."""

from __future__ import annotations

import json
from functools import lru_cache

from fastapi import APIRouter, Response

from twosource.web import case_shapes as shapes
from twosource.web.desk import Here, Reader
from twosource.web.problems import PROBLEMS

router = APIRouter(tags=["reading"], responses=PROBLEMS)


@router.get("/borders", response_model=shapes.Borders)
def borders(_: Here, __: Reader) -> Response:
    """Borders and coasts from Natural Earth 1:50 million, as they are held on the ground."""
    return Response(_lines(), media_type="application/json")


@lru_cache(maxsize=1)
def _lines() -> bytes:
    """Every line once: two countries share the border between them."""
    # What reads the table takes long to load, and only the map asks for it.
    from twosource.reference.borders import load_borders, outline  # noqa: PLC0415

    runs = dict.fromkeys(
        run for code in sorted(load_borders().outlines) for run in outline(code) if len(run) > 1
    )
    lines = [[[east, north] for north, east in run] for run in runs]
    text = json.dumps({"type": "MultiLineString", "coordinates": lines}, separators=(",", ":"))
    return text.encode("ascii")
