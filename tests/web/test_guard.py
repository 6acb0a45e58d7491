"""Only the workbench's own pages reach it, from the address that it answers at, once let in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ORIGIN, WRITES, Browser

from twosource.web.app import create_app
from twosource.web.desk import Desk
from twosource.web.library import Library, slug_of
from twosource.web.sessions import Rank, Session, Sessions


def code(answer: object) -> str:
    return str(answer.json()["error"]["code"])  # type: ignore[attr-defined]


def test_nobody_gets_anything_without_having_been_let_in(browser: Browser) -> None:
    stranger = browser(let_in=False)
    for path in ("/api/session", "/api/cases", "/api/cases/ferry/brief", "/plain", "/plain/ferry"):
        answer = stranger.get(path)
        assert (answer.status_code, code(answer)) == (401, "link")
        assert "Ferry" not in answer.text
    stranger.cookies.set("twosource-8477", "guessed")
    assert stranger.get("/api/cases").status_code == 401


def test_a_link_lets_one_browser_in_once(browser: Browser, desk: Desk) -> None:
    token = desk.sessions.link_for(Session("Bo Marsh", Rank.LEAD))
    first, second = browser(let_in=False), browser(let_in=False)
    answer = first.get(f"/c/ferry/brief?token={token}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/c/ferry/brief")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert first.get("/api/session").json()["actor"] == "Bo Marsh"
    assert second.get(f"/?token={token}").status_code == 403
    assert second.get("/api/session").status_code == 401


def test_a_browser_that_is_in_can_let_another_one_in(client: TestClient, browser: Browser) -> None:
    link = client.post("/api/session/link", headers=WRITES).json()["url"]
    other = browser(let_in=False)
    assert other.get(link).status_code == 200
    assert other.get("/api/session").json()["actor"] == "Bo Marsh"


def test_a_link_of_the_workbench_expires() -> None:
    clock = [0.0]
    sessions = Sessions(lambda: clock[0])
    token = sessions.link_for(Session("Bo Marsh", Rank.LEAD))
    clock[0] = 16 * 60
    assert sessions.redeem(token) is None


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:8478", "localhost.evil.example:8477", ""]
)
def test_a_request_for_another_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/cases", headers={"Host": host})
    assert (answer.status_code, code(answer)) == (403, "host")
    assert client.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8477", "[::1]:8477", "127.0.0.1:8477"])
def test_every_name_of_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8477"])
def test_a_page_of_another_origin_is_refused(client: TestClient, origin: str) -> None:
    for headers in ({"Origin": origin}, {"Origin": origin, "X-Twosource": "1"}):
        answer = client.post("/api/session/link", headers=headers)
        assert (answer.status_code, code(answer)) == (403, "origin")
        assert client.get("/api/cases", headers=headers).status_code == 403


def test_a_request_that_the_browser_calls_foreign_is_refused(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.get("/api/cases", headers=headers).status_code == 403
    assert client.get("/", headers=headers).status_code == 200


def test_a_write_without_its_header_is_refused(client: TestClient) -> None:
    answer = client.post("/api/session/link", headers={"Origin": ORIGIN})
    assert (answer.status_code, code(answer)) == (403, "header")


def test_every_answer_carries_the_headers_of_safety(client: TestClient) -> None:
    for path in ("/", "/api/cases", "/api/none", "/c/ferry/brief", "/assets/none.js"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe-eval" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    policy = client.get("/api/cases").headers["content-security-policy"]
    for part in ("default-src 'self'", "img-src 'self' data:", "object-src 'none'",
                 "base-uri 'none'"):  # fmt: skip
        assert part in policy


@pytest.mark.parametrize(
    "slug",
    ["..", "../ferry", "..%2f..%2fetc", "ferry/../../etc", "%2e%2e", ".", "ferry%00", "FERRY"],
)
def test_no_name_out_of_an_address_becomes_a_path(client: TestClient, slug: str) -> None:
    answer = client.get(f"/api/cases/{quote(slug, safe='%')}/brief")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "path", ["../app.py", "..%2fapp.py", "assets/..%2f..%2fapp.py", "%2e%2e/x"]
)
def test_no_path_leads_out_of_the_bundle(client: TestClient, path: str) -> None:
    answer = client.get(f"/{path}")
    assert "import" not in answer.text


def test_a_request_that_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    headers = {**WRITES, "Content-Length": "900000000"}
    answer = client.post("/api/session/link", headers=headers, content=b"")
    assert (answer.status_code, code(answer)) == (413, "too-large")


def test_a_request_that_tells_no_length_is_stopped_when_it_is_too_long(desk: Desk) -> None:
    client = TestClient(create_app(desk, max_body=10_000), base_url=ORIGIN)
    client.cookies.set(desk.cookie, desk.sessions.open(Session("Bo Marsh", Rank.LEAD)))
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            sent += 1
            yield b" " * 1_000

    headers = {**WRITES, "Content-Type": "application/json"}
    answer = client.post("/api/cases", content=endless(), headers=headers)
    assert (answer.status_code, code(answer)) == (413, "too-large")


def test_names_of_cases_make_addresses_that_differ(tmp_path: Path) -> None:
    names = ["ferry", "Ferry", "ferry ", "Fähre", "渡し船", "a" * 90, "a" * 91, "-"]
    slugs = [slug_of(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert all(slug.replace("-", "").isalnum() and slug.isascii() for slug in slugs)
    assert Library(str(tmp_path / "nowhere")).shelves() == []
