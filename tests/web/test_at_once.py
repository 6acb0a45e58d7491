"""Where it takes long until everything follows a decision, the thing itself is shown at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ORIGIN, WRITES, _lasting

from twosource.web.app import create_app
from twosource.web.desk import Desk
from twosource.web.sessions import Rank, Session
from twosource.web.views import Views
from twosource.web.workers import Bench

CASE = "/api/cases/ferry"
PATIENCE = 60.0


@pytest.fixture
def impatient(desk: Desk, bench: Bench) -> Iterator[TestClient]:
    """A browser at a desk where nobody waits for what follows from a decision."""
    views = Views(bench)
    app = create_app(replace(desk, views=views))
    app.router.lifespan_context = _lasting
    with TestClient(app, base_url=ORIGIN) as client:
        client.cookies.set(desk.cookie, desk.sessions.open(Session("Bo Marsh", Rank.LEAD)))
        assert client.get(CASE).status_code == 200  # the first view is waited for
        views.wait_for(0.0)
        yield client
        settled(client)
    views.close()


def write(client: TestClient, route: str, **body: object) -> dict[str, Any]:
    head = client.get(CASE).json()["head"]
    answer = client.post(f"{CASE}/{route}", json={"head": head, **body}, headers=WRITES)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def statements(client: TestClient) -> dict[str, dict[str, Any]]:
    found = client.get(f"{CASE}/statements", params={"limit": 1000}).json()["items"]
    return {one["id"]: one for one in found}


def settled(client: TestClient) -> None:
    """Wait until everything follows; the stream of a case tells a browser the same."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        case = client.get(CASE).json()
        if case["head"] == case["shown"]:
            return
        time.sleep(0.05)
    raise AssertionError("the view did not come")


def test_a_rejected_statement_is_gone_at_once_and_back_at_once(impatient: TestClient) -> None:
    before = statements(impatient)
    one = next(iter(before))
    answer = write(impatient, "reviews", decisions=[{"action": "reject", "refs": [one]}])
    assert answer["settled"] is False
    assert one not in statements(impatient)
    assert write(impatient, "reviews/undo")["settled"] is False
    assert statements(impatient) == before
    assert write(impatient, "reviews/redo")["settled"] is False
    assert one not in statements(impatient)
    settled(impatient)
    assert one not in statements(impatient)


@pytest.mark.parametrize("part", ["stance", "speaker", "boundaries"])
def test_a_correction_shows_at_once_what_the_whole_case_says_later(
    impatient: TestClient, part: str
) -> None:
    one = next(s for s in statements(impatient).values() if s["speaker"] and not s["more"])
    report = impatient.get(f"{CASE}/reports/{one['report']}").json()
    name = next(m for m in report["mentions"] if m["form"] == "name"
                and m["quote"] != one["speaker"]["quote"])  # fmt: skip
    content = one["content"]
    words = {
        "stance": None,
        "speaker": {key: name[key] for key in ("report", "start", "end")},
        "boundaries": {**{k: content[k] for k in ("report", "start")}, "end": content["end"] - 2},
    }[part]
    asked = {"action": "correct", "refs": [one["id"]], "part": part, "words": words}
    word = "hedges" if one["stance"] != "hedges" else "asserts"
    answer = write(impatient, "reviews", decisions=[asked | {"word": word * (part == "stance")}])
    assert answer["settled"] is False
    told = impatient.get(f"{CASE}/statements/{one['id']}").json()
    settled(impatient)
    later = next(
        s for s in statements(impatient).values()
        if s["cue"] == one["cue"] and s["content"]["start"] == content["start"]
        and s["report"] == one["report"]
    )  # fmt: skip
    keys = ("quote", "start", "end", "entity")
    for found in (told, later):
        assert (found["stance"] == word) is (part == "stance")
        assert (found["content"]["end"] == content["end"]) is (part != "boundaries")
    assert [told["speaker"][key] for key in keys] == [later["speaker"][key] for key in keys]


def test_what_was_decided_while_a_view_was_made_is_not_lost_to_it(impatient: TestClient) -> None:
    first, second, third, *_ = statements(impatient)
    for one in (first, second, third):
        write(impatient, "reviews", decisions=[{"action": "reject", "refs": [one]}])
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        # A view may be put in place while an answer is being made; the next answer is right.
        assert third not in statements(impatient) or third not in statements(impatient)
        case = impatient.get(CASE).json()
        if case["head"] == case["shown"]:
            break
    assert not {first, second, third} & set(statements(impatient))
