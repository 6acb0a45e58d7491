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


def brief(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{CASE}/brief").json()
    return found


def place(span: dict[str, Any]) -> dict[str, Any]:
    return {key: span[key] for key in ("report", "start", "end")}


def test_notes_and_pins_show_at_once_beside_each_other_and_go_one_by_one(
    impatient: TestClient,
) -> None:
    line, other = [one for one in brief(impatient)["lines"] if one["spans"]][:2]
    for why in ("ask the office", "ask again"):
        note = {"action": "note", "at": [place(line["spans"][0])], "why": why}
        assert write(impatient, "reviews", decisions=[note])["settled"] is False
    for pinned in (line, other, line):
        pin = {"action": "pin", "at": [place(pinned["spans"][0])]}
        write(impatient, "reviews", decisions=[pin])
    page = brief(impatient)
    assert [one["why"] for one in page["remarks"]] == ["ask the office", "ask again"]
    assert page["remarks"][0]["actor"] == "Bo Marsh"
    assert [one["spans"][0] for one in page["pins"]] == [other["spans"][0], line["spans"][0]]
    assert page["order"][0] == other["id"]
    assert line["id"] in page["order"]
    settled(impatient)
    assert {k: brief(impatient)[k] for k in ("remarks", "pins", "order")} == {
        k: page[k] for k in ("remarks", "pins", "order")
    }
    write(impatient, "reviews/undo", reviews=[1])
    assert [one["why"] for one in brief(impatient)["remarks"]] == ["ask again"]


def test_a_rating_shows_at_once_what_the_whole_case_says_later(impatient: TestClient) -> None:
    def sides(client: TestClient) -> dict[str, Any]:
        items = client.get(f"{CASE}/hypotheses").json()["items"]
        return {one["id"]: {side: one[side] for side in ("for", "against")} for one in items}

    before = sides(impatient)
    row = next(ident for ident, one in before.items() if one["for"])
    item = before[row]["for"][0]
    rate = {"action": "rate", "refs": [row], "at": [place(item["span"])], "why": "thin"}
    assert write(impatient, "reviews", decisions=[{**rate, "word": "II"}])["settled"] is False
    told = sides(impatient)
    assert item["span"] not in [one["span"] for one in told[row]["for"]]
    assert {**item, "rating": "II", "reason": "thin"} in told[row]["against"]
    write(impatient, "reviews/undo")
    assert sides(impatient)[row]["for"] == before[row]["for"]
    assert item["span"] not in [one["span"] for one in sides(impatient)[row]["against"]]
    write(impatient, "reviews/redo")
    settled(impatient)
    assert sides(impatient) == told


def test_evidence_rated_as_neither_stands_on_no_side_at_once(impatient: TestClient) -> None:
    rows = impatient.get(f"{CASE}/hypotheses").json()["items"]
    row = next(one for one in rows if one["for"])
    item = row["for"][0]
    rate = {"action": "rate", "refs": [row["id"]], "at": [place(item["span"])], "word": "N"}
    assert write(impatient, "reviews", decisions=[rate])["settled"] is False
    for _ in ("at once", "later"):
        items = impatient.get(f"{CASE}/hypotheses").json()["items"]
        now = next(one for one in items if one["id"] == row["id"])
        assert item not in now["for"]
        assert item["statement"] not in [one["statement"] for one in now["against"]]
        settled(impatient)


def test_evidence_that_a_person_adds_shows_at_once_and_goes_with_undo(
    impatient: TestClient,
) -> None:
    said = [one for one in statements(impatient).values() if one["speaker"]]
    rows = impatient.get(f"{CASE}/hypotheses").json()["items"]
    known = {one["span"]["quote"] for row in rows for side in ("for", "against")
             for one in row[side]}  # fmt: skip
    words = next(one["content"] for one in said
                 if not any(one["content"]["quote"] in quote for quote in known))  # fmt: skip
    rate = {"action": "rate", "refs": [rows[0]["id"]], "at": [place(words)], "word": "C"}
    write(impatient, "reviews", decisions=[rate])

    def found(client: TestClient) -> list[dict[str, Any]]:
        items = client.get(f"{CASE}/hypotheses").json()["items"]
        return [one for one in items[0]["for"] if one["span"] == words]

    told = found(impatient)
    assert [one["rating"] for one in told] == ["C"]
    settled(impatient)
    assert found(impatient) == told
    write(impatient, "reviews/undo")
    assert found(impatient) == []


def test_a_relation_of_two_answers_shows_at_once_what_the_whole_case_says_later(
    impatient: TestClient,
) -> None:
    rows = impatient.get(f"{CASE}/questions", params={"limit": 1000}).json()["items"]
    row = next(one for one in rows if len(one["question"]["claims"]) > 1)
    path = f"{CASE}/questions/{row['question']['id']}"
    page = impatient.get(path).json()
    refs = [one["id"] for one in page["claims"][:2]]
    relate = {"action": "relate", "refs": refs, "word": "apart", "why": "two boats"}
    assert write(impatient, "reviews", decisions=[relate])["settled"] is False

    def between(client: TestClient) -> list[dict[str, Any]]:
        found = client.get(path).json()["relations"]
        return [one for one in found if {one["left"], one["right"]} == set(refs)]

    told = between(impatient)
    assert [(one["kind"], one["reason"]) for one in told] == [("apart", "two boats")]
    settled(impatient)
    assert between(impatient) == told
    write(impatient, "reviews/undo")
    was = [one for one in page["relations"] if {one["left"], one["right"]} == set(refs)]
    assert between(impatient) == was


def test_a_tie_between_two_reports_shows_at_once_what_the_whole_case_says_later(
    impatient: TestClient,
) -> None:
    def ties(client: TestClient) -> list[dict[str, Any]]:
        found = client.get(f"{CASE}/lineage", params={"limit": 1000}).json()["edges"]
        return [{k: v for k, v in one.items() if k != "ref"} for one in found]

    reports = [one["id"] for one in impatient.get(CASE).json()["reports"]]
    before = ties(impatient)
    tied = {frozenset((one["from"], one["to"])) for one in before}
    apart = next([a, b] for a in reports for b in reports if a < b and {a, b} not in tied)
    together = list(next(pair for pair in tied if pair <= set(reports)))
    for pair in (apart, together):
        relate = {"action": "relate", "refs": pair, "word": "common-origin"}
        assert write(impatient, "reviews", decisions=[relate])["settled"] is False
        told = [one for one in ties(impatient) if {one["from"], one["to"]} == set(pair)]
        assert [one["kind"] for one in told] == ["common-origin"]
        settled(impatient)
        later = [one for one in ties(impatient) if {one["from"], one["to"]} == set(pair)]
        assert later == told
        write(impatient, "reviews/undo")
        assert sorted(map(str, ties(impatient))) == sorted(map(str, before))


def test_a_merge_is_told_at_once_as_waiting_for_the_next_examination(
    impatient: TestClient,
) -> None:
    one, other = impatient.get(f"{CASE}/entities").json()["items"][:2]
    merge = {"action": "merge", "refs": [one["id"], other["id"]]}
    assert write(impatient, "reviews", decisions=[merge])["settled"] is False

    def waits(client: TestClient) -> tuple[int, str, list[int]]:
        state = client.get(f"{CASE}/reviews").json()["items"][0]["state"]
        pending = client.get(CASE).json()["waiting"]["pending"]
        return pending, state, brief(client)["pending"]

    assert waits(impatient) == (1, "pending", [1])
    settled(impatient)
    assert waits(impatient) == (1, "pending", [1])
    write(impatient, "reviews/undo")
    assert impatient.get(CASE).json()["waiting"]["pending"] == 0
    assert brief(impatient)["pending"] == []
