"""The application: routes, guard and pages put together for one library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from twosource import __version__
from twosource.web import pages
from twosource.web.audit import Audited
from twosource.web.desk import Desk
from twosource.web.guard import MAX_BODY, Guard
from twosource.web.nodes import with_case_nodes
from twosource.web.problems import RefusedError, tell_problems
from twosource.web.routes import (
    accounts,
    borders,
    deciding,
    exports,
    library,
    reading,
    session,
    states,
    watching,
    working,
)

_DESCRIPTION = (
    "The workbench's own interface. Spans are code points, half-open, of a report's text. Writes "
    "need the header X-Twosource: 1. Nodes are those of the case file."
)

ROUTES = (
    session,
    library,
    reading,
    borders,
    deciding,
    states,
    working,
    watching,
    exports,
    accounts,
)
"""The modules with the routes of the API, in the order in which they are described."""


def create_app(desk: Desk, bundle: Path = pages.BUNDLE, max_body: int = MAX_BODY) -> FastAPI:
    """The application that serves a desk.

    Args:
        desk: What the routes work with; it is closed with the application.
        bundle: Folder of the built workbench.
        max_body: Bytes that a request may have.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            desk.close()

    app = routed(lifespan)
    app.state.desk = desk
    app.state.bundle = pages.bundle_files(bundle)
    if desk.audit is not None:
        app.add_middleware(Audited, log=desk.audit)
    app.add_middleware(Guard, addresses=desk.addresses, read_only=desk.read_only, max_body=max_body)
    return app


def routed(lifespan: Any = None) -> FastAPI:  # noqa: ANN401 - FastAPI's own type has parameters
    """An application with its routes and nothing behind them, enough to describe it."""
    app = FastAPI(
        title="Twosource",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.include_router(_api())
    app.include_router(pages.router)
    tell_problems(app)
    return app


@cache
def _api() -> APIRouter:
    """All that lies below /api. It knows no desk, so that every application can share it."""
    router = APIRouter(prefix="/api")
    for one in ROUTES:
        router.include_router(one.router)
    router.include_router(_nowhere())
    return router


def _nowhere() -> APIRouter:
    """What is asked for below /api and is not there gets an error, never a page."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/{path:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    def missing(path: str) -> None:
        raise RefusedError(404, "not-found", f"there is no route {path[:80]!r}")

    return router


def described() -> Mapping[str, Any]:
    """The description of the API in OpenAPI 3.1, with the nodes of the case file."""
    app = routed()
    document = get_openapi(
        title=app.title,
        version="1",
        description=_DESCRIPTION,
        routes=app.routes,
        openapi_version="3.1.0",
    )
    return with_case_nodes(document)
