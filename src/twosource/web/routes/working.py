"""The routes that add reports, examine, and say how that goes on."""

from __future__ import annotations

import io
from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Request, Response, UploadFile

from twosource.web.adding import added, fetched, text_name, update
from twosource.web.desk import Analyst, At, Here, Reader
from twosource.web.jobs import Job
from twosource.web.problems import PROBLEMS, RefusedError
from twosource.web.shapes import Address, JobInfo, Pasted, Started
from twosource.web.streams import case_events, job_events, stream

router = APIRouter(tags=["working"], responses=PROBLEMS)
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {}}, "description": "Server-sent events."}
}
JobIdent = Annotated[str, Path(max_length=40)]


@router.post("/cases/{case}/reports")
def add_reports(
    desk: Here,
    at: At,
    session: Analyst,
    files: Annotated[list[UploadFile], File(max_length=1000)],
) -> Started:
    """Add files; what is new is kept at once and examined in a job."""
    uploads = [(one.filename or "unnamed", one.file) for one in files]
    return added(desk, at, session, uploads)


@router.post("/cases/{case}/text")
def add_text(desk: Here, at: At, session: Analyst, pasted: Pasted) -> Started:
    """Add a pasted text as a report."""
    data = io.BytesIO(pasted.text.encode("utf-8", "replace"))
    return added(desk, at, session, [(text_name(pasted.name), data)])


@router.post("/cases/{case}/url")
def add_url(desk: Here, at: At, session: Analyst, asked: Address) -> Started:
    """Fetch a public address, once and guarded, and add it as a report, where that is allowed.

    It is fetched in the job that examines it, so that a slow page can be cancelled.

    Raises:
        RefusedError: If the workbench was opened without leave to fetch.
    """
    if not desk.fetching:
        hint = "save the page and add the file, or start the workbench with --fetch"
        raise RefusedError(403, "no-fetching", "no address is fetched here", hint)
    return fetched(desk, at, session, asked.url)


@router.post("/cases/{case}/update")
def update_case(desk: Here, at: At, session: Analyst) -> Started:
    """Examine a case anew, with what was decided and added."""
    return Started(job=update(desk, at, session).id)


@router.get("/jobs/{ident}")
def job(desk: Here, _: Reader, ident: JobIdent) -> JobInfo:
    """How a job stands."""
    return JobInfo.model_validate(told(desk.jobs.find(ident)))


@router.get("/jobs/{ident}/events", response_class=Response, responses=_EVENTS)
def events_of_job(request: Request, desk: Here, _: Reader, ident: JobIdent) -> Response:
    """How a job goes on, as it goes on: progress, then done, failed or cancelled."""
    return stream(job_events(request, desk.jobs.find(ident), told))


@router.delete("/jobs/{ident}")
def cancel(desk: Here, _: Analyst, ident: JobIdent) -> JobInfo:
    """Stop a job. What was added stays."""
    found = desk.jobs.find(ident)
    desk.jobs.cancel(found)
    return JobInfo.model_validate(told(found))


@router.get("/cases/{case}/stream", response_class=Response, responses=_EVENTS)
def events_of_case(request: Request, desk: Here, at: At) -> Response:
    """What changes in a case: ``here`` at once, ``changed`` whenever somebody did something."""
    return stream(case_events(request, desk, at))


def told(found: Job) -> dict[str, object]:
    """A job as the API gives it."""
    return {
        "id": found.id,
        "case": found.case,
        "kind": found.kind,
        "actor": found.actor,
        "state": found.state,
        "stage": found.stage,
        "done": found.done,
        "total": found.total,
        "error": found.error,
        "answer": found.answer,
    }
