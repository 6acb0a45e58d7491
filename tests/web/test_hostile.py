"""What a hostile report holds comes out as text in JSON, and breaks nothing on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import NOW, WRITES, Browser

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.served import refresh
from twosource.web.desk import Desk

SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(2)">'
TURNED = "\u202egnorw\u202c"
TEXTS = {
    "script.txt": f"The mayor of Halden said: “{SCRIPT} was seen at the quay on Friday.”\n",
    "turned.txt": f"The harbour master said that the {TURNED} ship sank on Friday.\n",
    "long.txt": "The clerk said the pier burned. " + "x" * 200_000 + "\n",
    "null.jsonl": json.dumps(
        {"text": "The clerk said that the pier\0 burned on Friday.\n\u2028\x1b[31m"}
    ),
    "</script>.txt": "The mayor said: “]]>--></style>${7*7}{{7*7}}” on Friday.\n",
    "surrogate.txt": "The mayor said that \U0001f6a2 sank on Friday, 3 May 2024.\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of reports that mean harm."""
    home = tmp_path_factory.mktemp("hostile")
    files = home / "files"
    files.mkdir()
    for name, text in TEXTS.items():
        (files / name.replace("/", "\u2215")).write_text(text, "utf-8")
    place = str(home / "library" / "bad")
    new_case(place, NOW)
    add_files(place, [files], NOW)
    update_case(place, NOW)
    refresh(place)
    return home / "library"


@pytest.fixture
def home(hostile: Path) -> Path:
    """The library of the hostile case."""
    return hostile


PAGES = ("", "/brief", "/statements", "/questions", "/entities", "/findings", "/lineage",
         "/hypotheses", "/timeline", "/places", "/losses", "/wordings", "/log",
         "/search?q=script")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_plain_ascii_json_that_no_browser_takes_for_markup(
    client: TestClient, page: str
) -> None:
    answer = client.get(f"/api/cases/bad{page}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content.isascii() or page == "/search?q=script"
    assert b"\0" not in answer.content
    json.loads(answer.content)


def test_every_report_comes_out_as_it_went_in(client: TestClient) -> None:
    cards = client.get("/api/cases/bad").json()["reports"]
    assert len(cards) == len(TEXTS)
    texts = {}
    for card in cards:
        page = client.get(f"/api/cases/bad/reports/{card['id']}").json()
        texts[card["file"]] = page["report"]["text"]
        for one in page["statements"]:
            span = one["content"]
            assert page["report"]["text"][span["start"] : span["end"]] == span["quote"]
    assert SCRIPT in texts["script.txt"]
    assert TURNED in texts["turned.txt"]
    assert "x" * 200_000 in texts["long.txt"]
    assert "\U0001f6a2" in texts["surrogate.txt"]


def test_the_read_only_report_runs_no_script(client: TestClient) -> None:
    answer = client.get("/plain/bad")
    assert answer.status_code == 200
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert SCRIPT not in answer.text


def test_a_decision_on_hostile_words_is_kept_and_shown(browser: Browser, desk: Desk) -> None:
    client = browser("<script>alert(3)</script>")
    report = client.get("/api/cases/bad").json()["reports"][0]
    place = {"report": report["id"], "start": 0, "end": min(40, report["length"])}
    why = f"{SCRIPT}{TURNED}\0"
    body = {"head": "", "decisions": [{"action": "note", "at": [place], "why": why}]}
    answer = client.post("/api/cases/bad/reviews", json=body, headers=WRITES)
    assert answer.status_code == 200
    note = client.get("/api/cases/bad/reviews").json()["items"][0]
    assert (note["decision"]["why"], note["actor"]) == (why, "<script>alert(3)</script>")


def test_a_lone_surrogate_in_a_request_is_refused(client: TestClient) -> None:
    body = b'{"head": "", "decisions": [{"action": "note", "why": "\\ud800"}]}'
    headers = {**WRITES, "Content-Type": "application/json"}
    answer = client.post("/api/cases/bad/reviews", content=body, headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"head":' + b"[" * 5000, b"9" * 5000]
)
def test_a_body_that_is_no_json_is_refused(client: TestClient, body: bytes) -> None:
    headers = {**WRITES, "Content-Type": "application/json"}
    answer = client.post("/api/cases/bad/reviews", content=body, headers=headers)
    assert answer.status_code in {400, 422}
    assert answer.json()["error"]["code"]
