"""The routes that read a case: pages, lists, search, history."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from twosource.store.served import PAGES, Listed, Wanted, listed, original_rows, piece
from twosource.web import case_shapes as shapes
from twosource.web import history_shapes
from twosource.web import nodes as node
from twosource.web.desk import At, Here, Reader, head_words
from twosource.web.history import review_nodes, turnable
from twosource.web.problems import PROBLEMS, RefusedError

router = APIRouter(prefix="/cases/{case}", tags=["reading"], responses=PROBLEMS)

Ident = Annotated[str, Path(max_length=80)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Sought = Annotated[str, Query(max_length=400, description="Words that must all be there.")]
Chosen = Annotated[str, Query(max_length=200)]


def as_json(text: str) -> Response:
    """An answer out of JSON that is ready."""
    return Response(text.encode("ascii"), media_type="application/json")


def page_text(desk: Here, at: At, name: str) -> str:
    """A page of the view of a case."""
    return _text(desk, at, PAGES, name)


def _page(desk: Here, at: At, name: str) -> Response:
    return as_json(page_text(desk, at, name))


def _text(desk: Here, at: At, kind: str, ref: str) -> str:
    """A piece of the view of a case.

    Raises:
        RefusedError: If there is no such thing in the case.
    """
    desk.views.fresh(at.kept)
    text = piece(at.kept, kind, ref)
    if text is None:
        raise RefusedError(404, "not-found", f"there is no {kind} {ref[:80]!r} in the case")
    return text


def _items(desk: Here, at: At, wanted: Wanted, offset: int, limit: int) -> Response:
    desk.views.fresh(at.kept)
    return as_json(_joined(listed(at.kept, wanted, offset, limit)))


def _joined(found: Listed) -> str:
    return f'{{"total":{found.total},"items":[{",".join(found.texts)}]}}'


@router.get("", response_model=shapes.CaseInfo)
def case_info(desk: Here, at: At, session: Reader) -> Response:
    """A case as a whole, with its reports but without their texts."""
    state, shown = desk.views.fresh(at.kept)
    node: dict[str, Any] = json.loads(_text(desk, at, PAGES, "summary"))
    states = json.loads(_text(desk, at, PAGES, "decisions"))["states"].values()
    node["waiting"]["pending"] = sum(one["state"] == "pending" for one in states)
    job = desk.jobs.at_work_on(at.shelf.slug)
    turning = turnable(at.kept.reviews(), session.actor)
    known = {
        "slug": at.shelf.slug,
        "name": at.shelf.name,
        "run": state.run,
        "head": head_words(state),
        "shown": head_words(shown),
        "originals": len(original_rows(at.kept)),
        "undoable": list(turning.undo),
        "redoable": list(turning.redo),
        "job": None if job is None else job.id,
    }
    return as_json(json.dumps({**known, **node}))


@router.get("/brief", response_model=shapes.Brief)
def brief(desk: Here, at: At) -> Response:
    """The brief, with what people pinned and noted."""
    return _page(desk, at, "brief")


@router.get("/brief/lines", response_model=shapes.Lines)
def brief_lines(
    desk: Here,
    at: At,
    section: Annotated[int, Query(ge=0, le=1_000_000, description="Number of it, from 0.")],
    offset: Offset = 0,
    limit: Limit = 100,
) -> Response:
    """The lines of one section of the brief."""
    return _items(desk, at, Wanted("line", report=str(section)), offset, limit)


@router.get("/brief/lines/{ident}", response_model=node.FullLine | node.FullFurtherLine)
def brief_line(desk: Here, at: At, ident: Ident) -> Response:
    """One line of the brief, with all that it rests on."""
    return as_json(_text(desk, at, "line", ident))


@router.get("/reports/{ident}", response_model=shapes.ReportPage)
def report(desk: Here, at: At, ident: Ident) -> Response:
    """A report with its text and everything that stands in it."""
    node = _text(desk, at, "report", ident)
    said = listed(at.kept, Wanted("statement", report=ident))
    name = json.loads(node)["report"]["file"]
    versions = [_original(one) for one in original_rows(at.kept) if one.name == name]
    more = f'"statements":[{",".join(said.texts)}],"versions":{json.dumps(versions)}}}'
    return as_json(f"{node[:-1]},{more}")


@router.get("/statements", response_model=shapes.Statements)
def statements(  # noqa: PLR0913 - one for each field of the query
    desk: Here,
    at: At,
    report: Chosen = "",
    speaker: Annotated[
        str, Query(max_length=200, description="Id of an entity, or own voice.")
    ] = "",
    stance: Chosen = "",
    q: Sought = "",
    offset: Offset = 0,
    limit: Limit = 100,
) -> Response:
    """Who says what."""
    wanted = Wanted("statement", report, speaker, stance, q)
    return _items(desk, at, wanted, offset, limit)


@router.get("/statements/{ident}", response_model=node.Statement)
def statement(desk: Here, at: At, ident: Ident) -> Response:
    """One statement."""
    return as_json(_text(desk, at, "statement", ident))


@router.get("/questions", response_model=shapes.Rows)
def questions(  # noqa: PLR0913 - one for each field of the query
    desk: Here,
    at: At,
    kind: Chosen = "",
    state: Chosen = "",
    q: Sought = "",
    offset: Offset = 0,
    limit: Limit = 100,
) -> Response:
    """The grid: questions in rows, reports in columns."""
    return _items(desk, at, Wanted("row", voice=state, sort=kind, words=q), offset, limit)


@router.get("/questions/{ident}", response_model=shapes.QuestionPage)
def question(desk: Here, at: At, ident: Ident) -> Response:
    """A question with everything that answers it."""
    return as_json(_text(desk, at, "question", ident))


@router.get("/contradictions", response_model=shapes.Contradictions)
def contradictions(desk: Here, at: At, offset: Offset = 0, limit: Limit = 500) -> Response:
    """Versions that cannot hold together."""
    return _items(desk, at, Wanted("contradiction"), offset, limit)


@router.get("/entities", response_model=shapes.Entities)
def entities(
    desk: Here, at: At, kind: Chosen = "", q: Sought = "", offset: Offset = 0, limit: Limit = 200
) -> Response:
    """Who and what the reports name."""
    return _items(desk, at, Wanted("entity-item", sort=kind, words=q), offset, limit)


@router.get("/entities/{ident}", response_model=node.Entity)
def entity(desk: Here, at: At, ident: Ident) -> Response:
    """One entity."""
    return as_json(_text(desk, at, "entity", ident))


@router.get("/findings", response_model=shapes.Findings)
def findings(
    desk: Here, at: At, verdict: Chosen = "", offset: Offset = 0, limit: Limit = 500
) -> Response:
    """What checking printed details gave."""
    return _items(desk, at, Wanted("finding", sort=verdict), offset, limit)


@router.get("/wordings", response_model=shapes.Wordings)
def wordings(desk: Here, at: At, offset: Offset = 0, limit: Limit = 200) -> Response:
    """Utterances that stand in several wordings."""
    return _items(desk, at, Wanted("wording"), offset, limit)


@router.get("/losses", response_model=shapes.Losses)
def losses(desk: Here, at: At, offset: Offset = 0, limit: Limit = 500) -> Response:
    """What reports lost of what they pass on."""
    return _items(desk, at, Wanted("loss"), offset, limit)


@router.get("/lineage", response_model=shapes.Lineage)
def lineage(  # noqa: PLR0913 - one for each field of the query
    desk: Here,
    at: At,
    to: Annotated[str, Query(max_length=80, description="The report that descends.")] = "",
    source: Annotated[str, Query(max_length=80, description="What it descends from.")] = "",
    kind: Chosen = "",
    offset: Offset = 0,
    limit: Limit = 300,
) -> Response:
    """Which report descends from, cites, or shares an origin with which."""
    text = _text(desk, at, PAGES, "lineage")
    found = listed(at.kept, Wanted("edge", to, source, kind), offset, limit)
    return as_json(f'{text[:-1]},"total":{found.total},"edges":[{",".join(found.texts)}]}}')


@router.get("/sourcing", response_model=shapes.SourcedClaims)
def sourcing(desk: Here, at: At, offset: Offset = 0, limit: Limit = 100) -> Response:
    """The claims with the origins that they lead back to."""
    return _items(desk, at, Wanted("sourced"), offset, limit)


@router.get("/hypotheses", response_model=shapes.Hypotheses)
def hypotheses(desk: Here, at: At) -> Response:
    """The explanations that compete, and what the evidence says of them."""
    return _page(desk, at, "hypotheses")


@router.get("/timeline", response_model=shapes.Timeline)
def timeline(desk: Here, at: At) -> Response:
    """What the reports date, and when they were published."""
    return _page(desk, at, "timeline")


@router.get("/places", response_model=shapes.Places)
def places(desk: Here, at: At) -> Response:
    """Places that are named, and printed distances beside measured ones."""
    return _page(desk, at, "places")


@router.get("/search", response_model=shapes.Hits)
def search(at: At, q: Sought, limit: Limit = 50) -> Response:
    """Words in the sentences, statements and claims of the last examination."""
    found = [
        {
            "kind": hit.kind.value,
            "ref": hit.ref,
            "words": hit.words,
            "span": {
                "report": hit.span.report,
                "start": hit.span.start,
                "end": hit.span.end,
                "quote": hit.span.quote,
            },
        }
        for hit in at.kept.search(q, limit)
    ]
    return as_json(json.dumps({"items": found}))


@router.get("/reviews", response_model=history_shapes.Reviews)
def reviews(desk: Here, at: At, offset: Offset = 0, limit: Limit = 100) -> Response:
    """What people decided, the last first."""
    state, _ = desk.views.fresh(at.kept)
    states = json.loads(_text(desk, at, PAGES, "decisions"))["states"]
    chain = at.kept.reviews()
    found = review_nodes(chain, states)[::-1][offset : offset + limit]
    node = {"total": len(chain), "head": head_words(state), "items": found}
    return as_json(json.dumps(node))


@router.get("/log", response_model=history_shapes.Log)
def log(at: At, offset: Offset = 0, limit: Limit = 100) -> Response:
    """Who did what to the originals, the last first."""
    entries = at.kept.log()
    found = [
        {
            "seq": one.seq,
            "at": one.at,
            "actor": one.actor,
            "action": one.action.value,
            "object": one.object,
            "name": one.name,
            "tool": one.tool,
            "version": one.version,
            "prev": one.prev,
            "hash": one.hash,
        }
        for one in entries[::-1][offset : offset + limit]
    ]
    return as_json(json.dumps({"total": len(entries), "items": found}))


@router.get("/originals", response_model=history_shapes.Originals)
def originals(at: At) -> Response:
    """The originals, without their bytes."""
    found = [_original(one) for one in original_rows(at.kept)]
    return as_json(json.dumps({"items": found}))


@router.get("/originals/{sha256}", response_class=Response)
def original(
    at: At, sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$", max_length=64)]
) -> Response:
    """The bytes of an original, only ever to be saved: never shown, never run."""
    data = at.kept.original(sha256)
    headers = {"Content-Disposition": f'attachment; filename="{sha256[:16]}.original"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _original(one: Any) -> dict[str, object]:  # noqa: ANN401 - a row
    return {"sha256": one.sha256, "name": one.name, "size": one.size, "seq": one.seq}
