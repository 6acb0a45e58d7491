"""Whatever a client sends that the description allows, the server answers and never breaks."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.web.conftest import ORIGIN, WRITES

from twosource.web.app import create_app, described
from twosource.web.desk import Desk
from twosource.web.jobs import Job, Jobs
from twosource.web.sessions import Rank, Session

DESCRIPTION = dict(described())


def goes_on(operation: dict[str, Any]) -> bool:
    """Whether an answer is a stream of events, which ends when its reader leaves."""
    return "text/event-stream" in operation.get("responses", {}).get("200", {}).get("content", {})


STREAMS = {
    path for path, methods in DESCRIPTION["paths"].items() if goes_on(methods.get("get", {}))
}
# An export has a test of its own for each format.
LEFT_OUT = STREAMS | {"/api/cases/{case}/export"}
SCHEMA = schemathesis.openapi.from_dict(DESCRIPTION).exclude(path=sorted(LEFT_OUT))
OPERATIONS = [one.ok() for one in SCHEMA.get_all_operations()]
EXAMPLES = 6


class Idle(Jobs):
    """Jobs that are taken in and never begun: what is sent here is not worth examining."""

    def start(self, case: str, kind: str, actor: str, request: Any) -> Job:
        return Job("job-1", case, kind, actor, request, state="cancelled")


@pytest.fixture
def session(desk: Desk) -> TestClient:
    """A browser that was let in, to a desk that examines nothing."""
    app = create_app(replace(desk, jobs=Idle()))
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
    client.cookies.set(desk.cookie, desk.sessions.open(Session("Bo Marsh", Rank.LEAD)))
    return client


def sent(client: TestClient, case: Any, *, known: bool) -> Any:
    """Send what was generated, half of it to the case that there is."""
    if known and "case" in case.path_parameters:
        case.path_parameters["case"] = "ferry"
    more: dict[str, Any] = {}
    headers = {**(case.headers or {}), **WRITES}
    if case.media_type == "multipart/form-data":
        more["files"] = [("files", (f"{n}.txt", io.BytesIO(b"x"))) for n in range(2)]
    elif case.media_type is not None and case.method not in {"GET", "HEAD"}:
        more["content"] = json.dumps(case.body, default=str)
        headers["Content-Type"] = case.media_type
    return client.request(
        case.method, case.formatted_path, params=case.query, headers=headers, **more
    )


def test_every_stream_of_events_says_that_it_is_one() -> None:
    assert {
        "/api/cases/{case}/stream",
        "/api/jobs/{ident}/events",
        "/api/watched/stream",
    } == STREAMS


@pytest.mark.parametrize("operation", OPERATIONS, ids=[one.label for one in OPERATIONS])
def test_no_request_that_the_description_allows_breaks_the_server(
    session: TestClient,
    operation: Any,
) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), known=st.booleans())
    def holds(case: Any, known: bool) -> None:
        answer = sent(session, case, known=known)
        assert answer.status_code < 500 or answer.status_code in {501, 503}, answer.text
        assert str(answer.status_code) in operation.definition.raw["responses"]
        if answer.status_code >= 400:
            assert answer.json()["error"]["message"]

    holds()
