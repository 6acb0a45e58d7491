"""Reports that come in are kept at once and examined beside the server; a crash loses nothing."""

from __future__ import annotations

import io
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.sources.loopback import answer as answered
from tests.sources.loopback import serving
from tests.web.conftest import ORIGIN, WRITES, Browser

from twosource.engine.cases import verify_case
from twosource.sources.addresses import Guard
from twosource.web.adding import file_name, text_name
from twosource.web.app import create_app
from twosource.web.desk import Desk
from twosource.web.sessions import Rank, Session

CASE = "/api/cases/ferry"
PATIENCE = 120.0
LATE = (
    "A second ferry was sent to Fanari on Thursday night, the port captain said. Nobody aboard it "
    "was hurt, according to the coast guard."
)


def until(look: Callable[[], Any], holds: Callable[[Any], bool], patience: float = PATIENCE) -> Any:
    """Look again and again until something holds."""
    ends = time.monotonic() + patience
    while True:
        found = look()
        if holds(found):
            return found
        assert time.monotonic() < ends, found
        time.sleep(0.05)


def ended(client: TestClient, ident: str) -> dict[str, Any]:
    found: dict[str, Any] = until(
        lambda: client.get(f"/api/jobs/{ident}").json(),
        lambda job: job["state"] not in {"queued", "running"},
    )
    return found


def add(client: TestClient, *files: tuple[str, bytes]) -> dict[str, Any]:
    sent = [("files", (name, io.BytesIO(data))) for name, data in files]
    answer = client.post(f"{CASE}/reports", files=sent, headers=WRITES)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def running(client: TestClient) -> Iterator[dict[str, Any]]:
    while True:
        yield client.get(f"{CASE}").json()


def test_a_pasted_text_is_kept_examined_and_shown(client: TestClient, desk: Desk) -> None:
    before = client.get(CASE).json()
    answer = client.post(
        f"{CASE}/text", json={"name": "late/../night", "text": LATE}, headers=WRITES
    ).json()
    assert answer["added"] == ["night.txt"]
    job = ended(client, answer["job"])
    assert (job["state"], job["answer"]["fresh"]) == ("done", True), job
    after = client.get(CASE).json()
    assert after["run"] == before["run"] + 1
    assert after["counts"]["reports"] == before["counts"]["reports"] + 1
    card = next(one for one in after["reports"] if one["file"] == "night.txt")
    assert client.get(f"{CASE}/reports/{card['id']}").json()["report"]["text"].strip() == LATE
    entry = client.get(f"{CASE}/log").json()["items"]
    assert {(one["action"], one["actor"]) for one in entry[:2]} == {
        ("added", "Bo Marsh"), ("examined", "Bo Marsh")
    }  # fmt: skip
    assert verify_case(desk.library.find("ferry").place, replay=False) == ()


def test_files_are_told_apart_as_new_repeated_newer_and_unreadable(client: TestClient) -> None:
    first = add(client, ("a.txt", LATE.encode()), ("a.txt", LATE.encode() + b" More."))
    assert first["added"] == ["a.txt", "a.txt"]
    again = add(client, ("b.txt", LATE.encode()))
    assert (again["added"], again["repeated"], again["job"]) == ([], ["b.txt"], None)
    newer = add(client, ("a.txt", b"Another text altogether."))
    assert newer["versions"] == ["a.txt"]
    client.delete(f"/api/jobs/{first['job']}", headers=WRITES)
    client.delete(f"/api/jobs/{newer['job']}", headers=WRITES)


def test_a_job_tells_how_it_goes_on_and_then_ends_its_stream(client: TestClient) -> None:
    started = add(client, ("late.txt", LATE.encode()))
    with client.stream("GET", f"/api/jobs/{started['job']}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        text = "".join(answer.iter_text())
    parts = [part for part in text.strip().split("\n\n") if not part.startswith(":")]
    events = [part.split("\ndata: ") for part in parts]
    names = [name.removeprefix("event: ") for name, _ in events]
    assert names[-1] == "done"
    assert "progress" in names
    assert json.loads(events[-1][1])["answer"]["run"] == 2


def worker_of(desk: Desk, ident: str) -> int:
    """The process that carries out a job."""
    job = desk.jobs.find(ident)
    worker = until(lambda: job.worker, lambda found: found is not None)
    return int(worker.pid)


def test_a_worker_that_crashes_is_told_and_nothing_is_lost(client: TestClient, desk: Desk) -> None:
    started = add(client, ("late.txt", LATE.encode()))
    os.kill(worker_of(desk, started["job"]), signal.SIGKILL)
    job = ended(client, started["job"])
    assert (job["state"], job["error"]["code"]) == ("failed", "worker-died")
    assert "9" in job["error"]["message"]
    place = desk.library.find("ferry").place
    assert verify_case(place, replay=False) == ()
    state = client.get(CASE).json()
    assert (state["run"], state["originals"], state["job"]) == (1, 8, None)
    again = client.post(f"{CASE}/update", headers=WRITES).json()
    assert ended(client, again["job"])["state"] == "done"
    assert client.get(CASE).json()["counts"]["reports"] == 12


def test_a_cancelled_job_stops_its_worker_and_keeps_what_was_added(
    client: TestClient, desk: Desk
) -> None:
    started = add(client, ("late.txt", LATE.encode()))
    number = worker_of(desk, started["job"])
    answer = client.delete(f"/api/jobs/{started['job']}", headers=WRITES)
    assert answer.json()["state"] == "cancelled"
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    state = client.get(CASE).json()
    assert (state["run"], state["originals"]) == (1, 8)
    assert client.delete(f"/api/jobs/{started['job']}", headers=WRITES).json()["state"] == (
        "cancelled"
    )


def test_a_worker_that_dies_of_short_work_is_replaced(client: TestClient, desk: Desk) -> None:
    assert client.get(f"{CASE}/export?format=md").status_code == 200
    worker = desk.bench._free.queue[-1]
    assert worker is not None
    os.kill(worker.pid, signal.SIGKILL)
    until(lambda: worker.alive, lambda alive: not alive)
    assert client.get(f"{CASE}/export?format=md").status_code == 200


def test_the_example_is_opened_as_a_case_of_its_own(client: TestClient, desk: Desk) -> None:
    first = client.post("/api/cases/example", headers=WRITES).json()
    second = client.post("/api/cases/example", headers=WRITES).json()
    assert (first["slug"], second["slug"]) == ("example", "example-2")
    assert client.delete(f"/api/jobs/{second['job']}", headers=WRITES).status_code == 200
    assert ended(client, first["job"])["state"] == "done"
    assert client.get("/api/cases/example").json()["counts"]["reports"] == 11


def test_a_new_case_is_empty_and_every_page_of_it_can_be_read(client: TestClient) -> None:
    made = client.post("/api/cases", json={"name": "Harbour fire, May"}, headers=WRITES)
    assert made.status_code == 201
    slug = made.json()["slug"]
    assert slug == "harbour-fire-may"
    for page in ("", "/brief", "/lineage", "/hypotheses", "/timeline", "/places", "/statements",
                 "/questions", "/reviews", "/log"):  # fmt: skip
        assert client.get(f"/api/cases/{slug}{page}").status_code == 200, page
    assert client.get(f"/api/cases/{slug}").json()["run"] == 0
    job = client.post(f"/api/cases/{slug}/update", headers=WRITES).json()["job"]
    assert ended(client, job)["error"]["code"] == "not-found"


@pytest.mark.parametrize("name", ["html", "docx", "csv", "json"])
def test_a_case_leaves_in_a_format_to_be_saved(client: TestClient, name: str) -> None:
    answer = client.get(f"{CASE}/export", params={"format": name})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="ferry.')
    assert len(answer.content) > 100


def test_a_format_that_does_not_exist_is_refused(client: TestClient) -> None:
    answer = client.get(f"{CASE}/export?format=../../x")
    assert answer.status_code in {404, 409}
    names = {one["name"] for one in client.get("/api/formats").json()["items"]}
    assert {"html", "pdf", "json"} <= names


def test_a_reader_adds_nothing_and_starts_nothing(browser: Browser) -> None:
    reader = browser("Ana Reid", Rank.READER)
    for path in (f"{CASE}/update", "/api/cases/example"):
        answer = reader.post(path, headers=WRITES)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "role")
    assert reader.get(f"{CASE}/export?format=md").status_code == 200


def test_settings_are_kept_for_each_person(browser: Browser) -> None:
    first, second = browser("Ines Tolland"), browser("Bo Marsh")
    chosen = {**first.get("/api/settings").json(), "palette": "dark", "keys": False}
    assert first.put("/api/settings", json=chosen, headers=WRITES).json() == chosen
    assert first.get("/api/settings").json() == chosen
    assert second.get("/api/settings").json()["palette"] == "system"
    wrong = first.put("/api/settings", json={"palette": "<script>"}, headers=WRITES)
    assert wrong.status_code == 422


def test_an_address_is_not_fetched_and_the_answer_says_what_to_do(client: TestClient) -> None:
    answer = client.post(f"{CASE}/url", json={"url": "https://example.org/"}, headers=WRITES)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "no-fetching")
    assert answer.json()["error"]["hint"]


def test_where_fetching_is_allowed_an_address_that_is_not_public_is_told_and_not_asked(
    desk: Desk,
) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    open_ = replace(desk, fetching=True)
    client = TestClient(create_app(open_), base_url=ORIGIN)
    client.cookies.set(desk.cookie, desk.sessions.open(Session("Bo Marsh", Rank.LEAD)))
    assert client.get("/api/session").json()["fetchAllowed"] is True
    for url in ("http://127.0.0.1:8080/", "file:///etc/passwd", "http://localhost/"):
        answer = client.post(f"{CASE}/url", json={"url": url}, headers=WRITES).json()
        assert (answer["job"], answer["added"]) == (None, []), answer
        assert len(answer["unreadable"]) == 1
    answer = client.post(f"{CASE}/url", json={"url": "http://127.0.0.1/"}, headers=WRITES).json()
    job = ended(client, answer["job"])
    assert (job["state"], job["error"]["code"]) == ("failed", "material")
    assert "which is of this machine" in job["error"]["message"]


def test_an_address_is_fetched_kept_and_examined_in_one_job(desk: Desk) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    page = f"<title>A second ferry</title><article><p>{LATE}</p></article>".encode()
    with serving(lambda *_: answered(page, Content_Type="text/html")) as site:
        guard = Guard(frozenset({"127.0.0.1"}), frozenset({site.port}))
        client = TestClient(create_app(replace(desk, fetching=True, guard=guard)), base_url=ORIGIN)
        client.cookies.set(desk.cookie, desk.sessions.open(Session("Bo Marsh", Rank.LEAD)))
        sent = {"url": site.url("/ferry", "127.0.0.1")}
        first = client.post(f"{CASE}/url", json=sent, headers=WRITES).json()
        job = ended(client, first["job"])
        assert (job["state"], job["kind"], job["answer"]["fresh"]) == ("done", "fetch", True), job
    assert site.asked == ["/ferry"]
    assert client.get(CASE).json()["counts"]["reports"] == 12
    entry = client.get(f"{CASE}/log").json()["items"]
    assert [(one["action"], one["actor"]) for one in entry[:2]] == [
        ("examined", "Bo Marsh"), ("added", "Bo Marsh")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\files\\report.txt", "report.txt"),
        ("a\x00b\n.txt", "a b .txt"),
        ("", "unnamed"),
        ("...", "unnamed"),
        ("\ud800.txt", "?.txt"),
    ],
)
def test_the_name_of_an_upload_is_a_name_and_no_path(sent: str, kept: str) -> None:
    assert file_name(sent) == kept


def test_long_names_keep_their_ending() -> None:
    assert file_name("é" * 400 + ".html").endswith(".html")
    assert len(file_name("é" * 400 + ".html").encode()) <= 120
    assert text_name("a note") == "a note.txt"
    assert text_name("a.md") == "a.md"
