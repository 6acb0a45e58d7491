"""The pages themselves: the bundle of the workbench, or what is shown where it was not built."""

from __future__ import annotations

import html
import mimetypes
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from twosource.web.desk import At, Desk, Here, Reader, desk_of
from twosource.web.exporting import exported

BUNDLE = Path(str(files("twosource") / "_web"))
"""The workbench as Vite builds it; a checkout in which nobody built it has none."""
_LASTING = "public, max-age=31536000, immutable"
_PLAIN_CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""For pages without a script: the report in one file brings its own style."""

router = APIRouter(include_in_schema=False)


def bundle_files(folder: Path) -> Mapping[str, Path]:
    """The files of a bundle by the paths that they are asked for under.

    A path out of a request is only ever looked up here, so that none leads outside.
    """
    if not (folder / "index.html").is_file():
        return {}
    return {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }


@router.get("/plain/{case}")
def plain(desk: Here, at: At) -> Response:
    """The read-only report of a case, in one page without a script."""
    headers = {"Content-Security-Policy": _PLAIN_CSP}
    return HTMLResponse(exported(desk, at, "html"), headers=headers)


@router.get("/plain")
def plain_library(desk: Here, _: Reader) -> Response:
    """The cases as a list of links, where the workbench was not built."""
    return _unbuilt(desk)


@router.get("/{path:path}")
def page(request: Request, path: str) -> Response:
    """A file of the bundle; any other address gives the page that finds its own way."""
    desk = desk_of(request)
    token = request.query_params.get("token")
    if token is not None:
        return _let_in(request, desk, token)
    bundle: Mapping[str, Path] = request.app.state.bundle
    found = bundle.get(path)
    if found is None and path.startswith("assets/"):
        return Response("there is no such file", 404, media_type="text/plain")
    if found is None:
        index = bundle.get("index.html")
        if index is None:
            return _unbuilt(desk) if _known(request, desk) else _welcome()
        return HTMLResponse(index.read_bytes(), headers={"Cache-Control": "no-cache"})
    kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    lasting = _LASTING if path.startswith("assets/") else "no-cache"
    return Response(found.read_bytes(), media_type=kind, headers={"Cache-Control": lasting})


def _let_in(request: Request, desk: Desk, token: str) -> Response:
    """Turn the token of a link into a cookie, and take it out of the address."""
    key = desk.sessions.redeem(token)
    if key is None:
        if _known(request, desk):
            return RedirectResponse(request.url.path, 303)
        return _told("This link was used", "Ask for a new one: start the workbench again, or "
                     "make a link in the settings of one that is open.", 403)  # fmt: skip
    answer = RedirectResponse(request.url.path, 303)
    set_cookie(answer, request, desk, key)
    return answer


def set_cookie(answer: Response, request: Request, desk: Desk, key: str) -> None:
    """Give a browser its session: for this address alone, and out of reach of scripts."""
    answer.set_cookie(
        desk.cookie,
        key,
        path="/",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https" or desk.secure,
    )


def _known(request: Request, desk: Desk) -> bool:
    return desk.sessions.of(request.cookies.get(desk.cookie, "")) is not None


def _unbuilt(desk: Desk) -> Response:
    links = "".join(
        f'<li><a href="/plain/{html.escape(one.slug)}">{html.escape(one.name)}</a></li>'
        for one in desk.library.shelves()
    )
    body = (
        "<p>This installation has no workbench to show: it was not built. In a checkout, build it "
        "with <code>make workbench</code> (it needs Node) and start again. A released wheel "
        "brings it.</p><p>Until then the cases can be read:</p>"
        f"<ul>{links or '<li>There is no case yet.</li>'}</ul>"
    )
    return _document("The workbench was not built", body, 200)


def _welcome() -> Response:
    return _told("This browser was not let in", "Open the link that the terminal shows.", 401)


def _told(title: str, words: str, status: int) -> Response:
    return _document(title, f"<p>{html.escape(words)}</p>", status)


def _document(title: str, body: str, status: int) -> Response:
    text = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:18px/1.5 serif;'
        "max-width:34em;margin:4em auto;padding:0 1em;color:#1c1a16;background:#fbfaf6}</style>"
        f"<main><h1>{html.escape(title)}</h1>{body}</main></html>"
    )
    return HTMLResponse(text, status, headers={"Content-Security-Policy": _PLAIN_CSP})
