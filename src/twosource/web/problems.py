"""How a request is refused: one form for every error, with what to do about it."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from twosource.errors import (
    InvariantError,
    MaterialError,
    MissingExtraError,
    NotFoundError,
    TwosourceError,
)
from twosource.web.shapes import Problem


class RefusedError(TwosourceError):
    """A request that cannot be carried out.

    Args:
        status: The status of HTTP.
        code: What went wrong, for a program.
        message: The same for a person, with the value seen.
        hint: What to do about it.
        more: Further fields of the answer, beside ``error``.
    """

    def __init__(
        self, status: int, code: str, message: str, hint: str | None = None, **more: object
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.more = more


_TOLD = {
    400: "The request is not what the route takes.",
    401: "Nobody is signed in.",
    403: "It is not allowed, or the request comes from another page.",
    404: "There is no such thing.",
    409: "Somebody decided on the same thing meanwhile, or it is there already.",
    413: "The request is too large.",
    422: "A field is not what the route takes.",
    429: "Too many attempts.",
    501: "This installation cannot do it.",
    503: "The case is being prepared; ask again.",
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": told} for status, told in _TOLD.items()
}
"""The refusals that any route may give, for the description of the API."""


def told(status: int, code: str, message: str, hint: str | None = None, **more: object) -> Any:  # noqa: ANN401 - a response
    """The answer to a request that is refused."""
    error = {"code": code, "message": message, "hint": hint}
    return JSONResponse({"error": error, **more}, status)


def tell_problems(app: FastAPI) -> None:
    """Give every refusal of an application the one form."""
    app.add_exception_handler(TwosourceError, _on_own)
    app.add_exception_handler(RequestValidationError, _on_fields)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_defect)


def _on_own(_: Request, error: Exception) -> JSONResponse:
    answer: JSONResponse
    match error:
        case RefusedError():
            answer = told(error.status, error.code, error.message, error.hint, **error.more)
            if error.status in {429, 503}:
                answer.headers["Retry-After"] = str(error.more.get("retry", 2))
        case NotFoundError():
            answer = told(404, "not-found", str(error))
        case MissingExtraError():
            answer = told(501, "extra-missing", str(error))
        case MaterialError():
            answer = told(422, "material", f"{error.name}: {error.what}", error.remedy)
        case TwosourceError() if not isinstance(error, InvariantError):
            answer = told(409, "refused", str(error))
        case _:
            raise error
    return answer


def _on_fields(_: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    places = [
        f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in list(found)[:5]
    ]
    answer: JSONResponse = told(
        422, "fields", "; ".join(places) or "a field is wrong", "see the description of the API"
    )
    return answer


def _on_http(_: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    codes = {404: "not-found", 405: "method", 413: "too-large"}
    answer: JSONResponse = told(status, codes.get(status, "http"), detail)
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


def _on_defect(_: Request, error: Exception) -> JSONResponse:
    answer: JSONResponse = told(
        500, "defect", f"internal error: {type(error).__name__}", "the terminal shows the details"
    )
    return answer
