"""Two states of a case side by side: what decisions and new editions of reports changed in it."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.test_deciding import CASE, decide, items, spoken
from tests.web.test_working import add, ended

STATEMENT = "7-halsnes-statement.txt"


def compared(client: TestClient, one: str, other: str) -> dict[str, Any]:
    answer = client.get(f"{CASE}/compare", params={"one": one, "other": other})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_what_decisions_changed_is_told_with_the_words_before_and_after(
    client: TestClient,
) -> None:
    gone = spoken(client)
    known = items(client, "statements", stance="asserts")
    other = next(one for one in known if one["id"] != gone["id"])
    decide(client, {"action": "reject", "refs": [gone["id"]]})
    decide(client, {"action": "correct", "refs": [other["id"]], "part": "stance", "word": "denies"})
    found = compared(client, "review-2", "run-1")
    assert (found["before"], found["after"]) == (
        {"run": 1, "reviews": 0},
        {"run": 1, "reviews": 2},
    )
    assert found["decisions"] == [1, 2]
    changed = {
        ((one["before"] or one["after"])["content"]["quote"], *one["differs"]): one
        for one in found["statements"]
    }
    assert changed[(gone["content"]["quote"],)]["after"] is None
    assert changed[(other["content"]["quote"], "stance")]["after"]["stance"] == "denies"
    assert found["changes"]["lines"]
    assert compared(client, "review-1", "review-2")["decisions"] == [2]
    none = compared(client, "review-2", "review-2")
    assert (none["decisions"], none["statements"], none["lost"]) == ([], [], [])


@pytest.mark.parametrize("name", ["review-1", "run-2", "run-0", "review-0"])
def test_a_state_that_there_is_not_is_not_compared(client: TestClient, name: str) -> None:
    answer = client.get(f"{CASE}/compare", params={"one": "run-1", "other": name})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not-found")


def test_a_new_edition_of_a_report_is_told_with_what_changed_in_it(client: TestClient) -> None:
    assert client.get(f"{CASE}/editions").json() == {"items": []}
    card = next(one for one in client.get(CASE).json()["reports"] if one["file"] == STATEMENT)
    text = client.get(f"{CASE}/originals/{card['sha256']}").content
    assert b"20.05" in text
    started = add(client, (STATEMENT, text.replace(b"20.05", b"20.25")))
    assert started["versions"] == [STATEMENT]
    assert ended(client, started["job"])["state"] == "done"
    (edition,) = client.get(f"{CASE}/editions").json()["items"]
    assert (edition["shared"], edition["disclosure"]) == ("name", "silent")
    assert edition["earlier"] == card["id"]
    (figure,) = edition["figures"]
    assert "20.05" in figure["before"]["quote"]
    assert "20.25" in figure["after"]["quote"]
    found = compared(client, "run-1", "run-2")
    assert [one["file"] for one in found["came"]] == [STATEMENT]
    assert [one["file"] for one in found["went"]] == [STATEMENT]
