"""What people decide is kept at once, shown soon, and undone as it was done; nobody is overrun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import WRITES, Browser

from twosource.engine.cases import verify_case
from twosource.web.desk import Desk
from twosource.web.sessions import Rank

CASE = "/api/cases/ferry"


def state(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(CASE).json()
    return found


def decide(client: TestClient, *decisions: dict[str, Any], head: str | None = None) -> Any:
    seen = state(client)["head"] if head is None else head
    body = {"head": seen, "decisions": list(decisions)}
    return client.post(f"{CASE}/reviews", json=body, headers=WRITES)


def turn(client: TestClient, verb: str, *numbers: int) -> Any:
    body = {"head": state(client)["head"], "reviews": list(numbers)}
    return client.post(f"{CASE}/reviews/{verb}", json=body, headers=WRITES)


def items(client: TestClient, route: str, **query: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(
        f"{CASE}/{route}", params={"limit": 1000, **query}
    ).json()["items"]
    return found


def spoken(client: TestClient) -> dict[str, Any]:
    """A statement of somebody in which a claim rests."""
    giving = {s for row in items(client, "questions") for s in
              (given["statement"] for given in row["given"])}  # fmt: skip
    return next(s for s in items(client, "statements") if s["speaker"] and s["id"] in giving)


def test_a_rejected_statement_is_gone_and_comes_back_with_undo(client: TestClient) -> None:
    one = spoken(client)
    before = client.get(f"{CASE}/brief").json()
    answer = decide(client, {"action": "reject", "refs": [one["id"]], "why": "misread"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["settled"] is True
    assert one["id"] not in {s["id"] for s in items(client, "statements")}
    assert client.get(f"{CASE}/brief").json()["lines"] != before["lines"]
    assert state(client)["undoable"] == [1]
    assert turn(client, "undo").status_code == 200
    assert one["id"] in {s["id"] for s in items(client, "statements")}
    assert client.get(f"{CASE}/brief").json()["lines"] == before["lines"]
    assert (state(client)["undoable"], state(client)["redoable"]) == ([], [1])
    assert turn(client, "redo").status_code == 200
    assert one["id"] not in {s["id"] for s in items(client, "statements")}


def test_a_speaker_is_corrected_by_words_in_the_text(client: TestClient) -> None:
    one = spoken(client)
    report = client.get(f"{CASE}/reports/{one['report']}").json()
    name = next(m for m in report["mentions"] if m["form"] == "name"
                and m["quote"] != one["speaker"]["quote"])  # fmt: skip
    words = {"report": name["report"], "start": name["start"], "end": name["end"]}
    decision = {"action": "correct", "refs": [one["id"]], "part": "speaker", "words": words}
    assert decide(client, decision).status_code == 200
    found = next(s for s in items(client, "statements") if s["content"] == one["content"])
    assert found["speaker"]["quote"] == name["quote"]
    assert found["speaker"]["entity"] == name["entity"]


def test_hedges_time_and_venue_are_corrected_by_words_in_the_text(client: TestClient) -> None:
    one = spoken(client)
    content = one["content"]

    def part(start: int, end: int) -> dict[str, Any]:
        return {"report": one["report"], "start": start, "end": end}

    start = content["start"]
    words = [part(start, start + 3), part(start + 4, start + 6)]
    lead = {"action": "correct", "refs": [one["id"]]}
    answer = decide(
        client,
        {**lead, "part": "hedges", "at": words},
        {**lead, "part": "said-at", "words": words[0]},
        {**lead, "part": "venue", "words": words[1]},
    )
    assert answer.status_code == 200, answer.text
    found = next(s for s in items(client, "statements") if s["id"] == one["id"])
    assert [(h["start"], h["end"]) for h in found["hedges"]] == [
        (start, start + 3),
        (start + 4, start + 6),
    ]
    assert (found["said_at"]["start"], found["venue"]["start"]) == (start, start + 4)
    assert decide(client, {**lead, "part": "hedges"}).status_code == 200
    found = next(s for s in items(client, "statements") if s["id"] == one["id"])
    assert found["hedges"] == []


def test_every_action_of_the_model_is_taken_in_and_applied(client: TestClient) -> None:
    every = items(client, "statements")
    spans = [s["content"] for s in every]
    entities = [e for e in items(client, "entities") if e["mentions"]]
    row = next(r for r in items(client, "questions") if len(r["claims"]) > 1)
    hypotheses = client.get(f"{CASE}/hypotheses").json()["items"]
    one = next(h for h in hypotheses if h["for"])
    at = {key: one["for"][0]["span"][key] for key in ("report", "start", "end")}
    reports = [r["id"] for r in state(client)["reports"]]
    place = {key: spans[3][key] for key in ("report", "start", "end")}
    made = [
        {"action": "accept", "refs": [every[0]["id"]]},
        {"action": "correct", "refs": [every[1]["id"]], "part": "stance", "word": "hedges"},
        {"action": "reject", "refs": [items(client, "contradictions")[-1]["id"]]},
        {"action": "reject", "refs": [items(client, "findings")[-1]["ref"]]},
        {"action": "reject", "refs": [items(client, "losses")[-1]["ref"]]},
        {"action": "reject", "refs": [items(client, "wordings")[-1]["id"]]},
        {"action": "accept", "refs": ["lineage-1"]},
        {"action": "relate", "refs": [c["id"] for c in row["claims"][:2]], "word": "apart"},
        {"action": "relate", "refs": reports[:2], "word": "common-origin"},
        {"action": "rate", "refs": [one["id"]], "at": [at], "word": "I", "why": "thin"},
        {"action": "merge", "refs": [entities[0]["id"], entities[1]["id"]]},
        {"action": "note", "at": [place], "why": "ask the harbour office"},
        {"action": "pin", "at": [place]},
        {"action": "reject", "about": "statement", "at": [place], "named": "own voice"},
    ]
    for decision in made:
        answer = decide(client, decision)
        assert answer.status_code == 200, (decision, answer.text)
    reviews = client.get(f"{CASE}/reviews?limit=1000").json()["items"]
    assert {r["state"] for r in reviews} <= {"applied", "remark", "pending"}, [
        (r["decision"]["action"], r["reason"]) for r in reviews if r["state"] == "unfit"
    ]
    brief = client.get(f"{CASE}/brief").json()
    assert [pin["spans"][0]["quote"] for pin in brief["pins"]] == [spans[3]["quote"]]
    assert any(r["why"] == "ask the harbour office" for r in brief["remarks"])
    rated = next(
        h for h in client.get(f"{CASE}/hypotheses").json()["items"] if h["id"] == one["id"]
    )
    assert any(e["reason"] == "thin" and e["rating"] == "I" for e in rated["against"])


def test_an_answer_is_corrected_by_a_value(client: TestClient) -> None:
    row = next(r for r in items(client, "questions", kind="how-many"))
    claim = row["claims"][0]
    one = client.get(f"{CASE}/questions/{row['question']['id']}").json()["claims"][0]
    at = {key: one["spans"][0][key] for key in ("report", "start", "end")}
    given = {"type": "amount", "low": 41.0, "high": 41.0, "approximate": False}
    decision = {"action": "correct", "refs": [claim["id"]], "at": [at], "part": "value",
                "given": given, "answer": "41"}  # fmt: skip
    answer = decide(client, decision)
    assert answer.status_code == 200, answer.text
    found = client.get(f"{CASE}/questions/{row['question']['id']}").json()["claims"]
    assert "41" in [c["answer"] for c in found]
    wrong = {**decision, "given": {"type": "amount", "low": "many"}}
    assert decide(client, wrong).status_code == 422


def test_a_bulk_action_is_undone_whole(client: TestClient) -> None:
    chosen = [s["id"] for s in items(client, "statements")[:5]]
    answer = decide(client, *({"action": "reject", "refs": [one]} for one in chosen))
    assert answer.json()["reviews"] == [1, 2, 3, 4, 5]
    assert state(client)["undoable"] == [1, 2, 3, 4, 5]
    assert turn(client, "undo").json()["reviews"] == [6]
    assert {s["id"] for s in items(client, "statements")} >= set(chosen)
    assert turn(client, "undo").status_code == 409


def test_undo_with_an_old_head_takes_back_the_own_decision_whatever_others_decided(
    browser: Browser,
) -> None:
    first, second = browser("Ines Tolland"), browser("Bo Marsh")
    one, other = (s["id"] for s in items(first, "statements")[:2])
    decide(first, {"action": "accept", "refs": [one]})
    seen = state(first)["head"]
    decide(second, {"action": "accept", "refs": [other]})
    body = {"head": seen, "reviews": []}
    answer = first.post(f"{CASE}/reviews/undo", json=body, headers=WRITES)
    assert answer.status_code == 200
    assert state(second)["undoable"] == [2]
    assert state(first)["redoable"] == [1]


def test_undo_turns_to_no_earlier_decision_where_somebody_else_undid_the_last_one(
    browser: Browser,
) -> None:
    first, second = browser("Ines Tolland"), browser("Bo Marsh")
    for one in items(first, "statements")[:2]:
        decide(first, {"action": "accept", "refs": [one["id"]]})
    seen = state(first)["head"]
    assert turn(second, "undo", 2).status_code == 200
    body = {"head": seen, "reviews": []}
    answer = first.post(f"{CASE}/reviews/undo", json=body, headers=WRITES)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "nothing")
    assert state(first)["undoable"] == [1]
    assert turn(first, "undo").status_code == 200


def test_of_two_who_decide_on_one_thing_the_second_is_shown_what_the_first_did(
    browser: Browser, desk: Desk
) -> None:
    first, second = browser("Ines Tolland"), browser("Bo Marsh")
    one, other = (s["id"] for s in items(first, "statements")[:2])
    seen = state(second)["head"]
    assert decide(first, {"action": "reject", "refs": [one]}).status_code == 200
    answer = decide(second, {"action": "accept", "refs": [one]}, head=seen)
    assert answer.status_code == 404 or answer.status_code == 409
    at = client_place(first, one, desk)
    answer = decide(second, {**at, "action": "accept"}, head=seen)
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "clash"
    assert [r["actor"] for r in answer.json()["theirs"]] == ["Ines Tolland"]
    assert answer.json()["head"] == state(second)["head"]
    assert decide(second, {"action": "accept", "refs": [other]}, head=seen).status_code == 200
    assert len(desk.library.open(desk.library.find("ferry")).reviews()) == 2


def client_place(client: TestClient, ident: str, desk: Desk) -> dict[str, Any]:
    """The words of a statement that is not shown any more, out of the review that rejected it."""
    review = client.get(f"{CASE}/reviews").json()["items"][0]
    pointer = review["decision"]["pointers"][0]
    place = {"report": pointer["report"], "start": pointer["start"],
             "end": pointer["start"] + len(pointer["quote"])}  # fmt: skip
    return {"about": "statement", "at": [place], "named": review["decision"]["named"]}


@pytest.mark.parametrize(
    "decision",
    [
        {"action": "reject"},
        {"action": "reject", "refs": ["st-nothing"]},
        {"action": "reject", "refs": ["nonsense"]},
        {"action": "merge", "refs": ["st-1"]},
        {"action": "rate", "refs": [], "word": "CC"},
        {"action": "relate", "word": "nearly"},
        {"action": "correct", "refs": ["st-1"], "part": "stance", "word": "shouts"},
        {"action": "note", "why": "about nothing"},
        {"action": "pin", "at": [{"report": "rp-0", "start": 0, "end": 5}]},
        {"action": "withdraw"},
        {"action": "note", "at": [{"report": "x", "start": 5, "end": 2}]},
        {"action": "note", "extra": 1},
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_added(
    client: TestClient, desk: Desk, decision: dict[str, Any]
) -> None:
    answer = decide(client, decision)
    assert answer.status_code in {404, 422}
    assert answer.json()["error"]["message"]
    assert desk.library.open(desk.library.find("ferry")).reviews() == ()


def test_words_outside_a_report_are_refused(client: TestClient) -> None:
    report = state(client)["reports"][0]
    place = {"report": report["id"], "start": report["length"], "end": report["length"] + 4}
    assert decide(client, {"action": "note", "at": [place], "why": "x"}).status_code == 422


def test_decisions_from_the_browser_hold_the_chain_together(client: TestClient, desk: Desk) -> None:
    one = spoken(client)
    decide(client, {"action": "reject", "refs": [one["id"]], "why": "not \u202ethis\0"})
    turn(client, "undo")
    assert verify_case(desk.library.find("ferry").place, replay=False) == ()
    actors = [r["actor"] for r in client.get(f"{CASE}/reviews").json()["items"]]
    assert actors == ["Bo Marsh", "Bo Marsh"]


def test_a_decision_by_command_is_seen_by_the_browser(
    client: TestClient, desk: Desk, run_command: Callable[..., str]
) -> None:
    one = spoken(client)
    place = desk.library.find("ferry").place
    run_command("review", "reject", place, one["id"], "--actor", "Ines Tolland")
    kept = desk.library.open(desk.library.find("ferry"))
    desk.views.fresh(kept, patience=60)
    assert one["id"] not in {s["id"] for s in items(client, "statements")}
    assert state(client)["undoable"] == []


def test_a_reader_and_a_read_only_workbench_decide_nothing(browser: Browser) -> None:
    reader = browser("Ana Reid", Rank.READER)
    one = items(reader, "statements")[0]["id"]
    answer = decide(reader, {"action": "reject", "refs": [one]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "role")
    assert turn(reader, "undo").status_code == 403
