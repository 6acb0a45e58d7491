"""Others sign in with accounts, do what their role allows, and leave their name on each write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ORIGIN, PORT, WRITES

from twosource.errors import SettingsError
from twosource.web.accounts import Accounts
from twosource.web.app import create_app
from twosource.web.attempts import MOST, MOST_FROM, WINDOW, Attempts
from twosource.web.audit import AuditLog, first_broken
from twosource.web.desk import Desk
from twosource.web.serving import Serving, desk_for, is_loopback

PASSWORD = "correct horse battery"  # noqa: S105 - of invented people
PEOPLE = {"Ines Tolland": "lead", "Bo Marsh": "analyst", "Ana Reid": "reader"}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file of three accounts, whose hashes take a while to make."""
    file = tmp_path_factory.mktemp("home") / "accounts.json"
    accounts = Accounts(file)
    for name, role in PEOPLE.items():
        accounts.add(name, PASSWORD, role)
    return file.read_text("utf-8")


@pytest.fixture
def hosted(desk: Desk, known: str, tmp_path: Path) -> Desk:
    """A desk that others reach."""
    file = tmp_path / "accounts.json"
    file.write_text(known, "utf-8")
    audit = AuditLog(tmp_path / "audit.jsonl")
    return replace(desk, accounts=Accounts(file), audit=audit)


@pytest.fixture
def visit(hosted: Desk) -> Iterator[Callable[[], TestClient]]:
    """Opens browsers that nobody signed in with."""

    def opened() -> TestClient:
        app = create_app(hosted)
        return TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)

    return opened  # type: ignore[return-value]


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    body = {"name": name, "password": password}
    return client.post("/api/login", json=body, headers=WRITES).status_code


def test_whoever_signs_in_is_who_decides(visit: Callable[[], TestClient], hosted: Desk) -> None:
    client = visit()
    answer = client.get("/api/cases")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "sign-in")
    assert sign_in(client, "Bo Marsh") == 200
    assert client.get("/api/session").json()["actor"] == "Bo Marsh"
    assert client.get("/api/session").json()["accounts"] is True
    one = client.get("/api/cases/ferry/statements").json()["items"][0]["id"]
    body = {"head": "", "decisions": [{"action": "reject", "refs": [one]}]}
    assert client.post("/api/cases/ferry/reviews", json=body, headers=WRITES).status_code == 200
    assert client.get("/api/cases/ferry/reviews").json()["items"][0]["actor"] == "Bo Marsh"
    assert client.post("/api/logout", headers=WRITES).status_code == 204
    assert client.get("/api/cases").status_code == 401
    assert hosted.audit is not None
    noted = [json.loads(line) for line in hosted.audit.lines()]
    assert [(n["actor"], n["object"], n["status"]) for n in noted] == [
        ("Bo Marsh", "/api/login", 200),
        ("Bo Marsh", "/api/cases/ferry/reviews", 200),
        ("Bo Marsh", "/api/logout", 204),
    ]


@pytest.mark.parametrize(
    ("name", "reads", "writes", "leads"),
    [("Ana Reid", 200, 403, 403), ("Bo Marsh", 200, 201, 403), ("Ines Tolland", 200, 201, 200)],
)
def test_each_role_may_do_what_it_is_for(
    visit: Callable[[], TestClient], name: str, reads: int, writes: int, leads: int
) -> None:
    client = visit()
    assert sign_in(client, name) == 200
    assert client.get("/api/cases/ferry/brief").status_code == reads
    made = client.post("/api/cases", json={"name": "new"}, headers=WRITES)
    assert made.status_code == writes
    assert client.get("/api/accounts").status_code == leads


def test_every_write_but_one_s_own_is_refused_to_a_reader(visit: Callable[[], TestClient]) -> None:
    client = visit()
    assert sign_in(client, "Ana Reid") == 200
    case = "/api/cases/ferry"
    turning = {"head": "x", "reviews": []}
    for path, body in (
        (f"{case}/reviews", {"head": "x", "decisions": [{"action": "note"}]}),
        (f"{case}/reviews/undo", turning),
        (f"{case}/reviews/redo", turning),
        (f"{case}/text", {"name": "a", "text": "b"}),
        (f"{case}/url", {"url": "https://example.org"}),
        (f"{case}/update", None),
        ("/api/cases", {"name": "x"}),
        ("/api/cases/example", None),
        ("/api/accounts", {"name": "x", "password": PASSWORD, "role": "lead"}),
    ):
        answer = client.post(path, json=body, headers=WRITES)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "role"), path
    answer = client.post(f"{case}/reports", files={"files": b"x"}, headers=WRITES)
    assert answer.status_code == 403
    change = client.patch("/api/accounts/Ana Reid", json={"role": "lead"}, headers=WRITES)
    assert change.status_code == 403


def test_after_a_few_failures_a_name_must_wait_even_with_the_right_password(
    visit: Callable[[], TestClient],
) -> None:
    client = visit()
    for _ in range(MOST):
        assert sign_in(client, "Bo Marsh", "wrong password") == 401
    body = {"name": "Bo Marsh", "password": PASSWORD}
    answer = client.post("/api/login", json=body, headers=WRITES)
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "wait")
    assert int(answer.headers["retry-after"]) > 200
    assert sign_in(client, "Ines Tolland") == 200


def test_an_address_that_tries_many_names_must_wait() -> None:
    clock = [0.0]
    attempts = Attempts(lambda: clock[0])
    for number in range(MOST_FROM):
        assert attempts.wait(f"name {number}", "192.0.2.1") == 0
        attempts.failed(f"name {number}", "192.0.2.1")
    assert attempts.wait("another", "192.0.2.1") == WINDOW
    assert attempts.wait("another", "192.0.2.2") == 0
    clock[0] = WINDOW + 1
    assert attempts.wait("another", "192.0.2.1") == 0


def test_a_name_that_there_is_not_is_refused_as_a_wrong_password_is(
    visit: Callable[[], TestClient],
) -> None:
    client = visit()
    answers = [
        client.post("/api/login", json={"name": name, "password": "wrong"}, headers=WRITES).json()
        for name in ("Bo Marsh", "Nobody")
    ]
    assert answers[0] == answers[1]


def test_a_change_of_an_account_ends_its_sessions(visit: Callable[[], TestClient]) -> None:
    lead, other = visit(), visit()
    assert sign_in(lead, "Ines Tolland") == 200
    assert sign_in(other, "Bo Marsh") == 200
    answer = lead.patch("/api/accounts/Bo Marsh", json={"disabled": True}, headers=WRITES)
    assert answer.json() == {"name": "Bo Marsh", "role": "analyst", "disabled": True}
    assert other.get("/api/cases").status_code == 401
    assert sign_in(other, "Bo Marsh") == 401
    last = lead.patch("/api/accounts/Ines Tolland", json={"role": "reader"}, headers=WRITES)
    assert last.status_code == 409
    assert "hash" not in lead.get("/api/accounts").text


def test_people_change_their_own_password_by_knowing_the_old_one(
    visit: Callable[[], TestClient],
) -> None:
    client = visit()
    assert sign_in(client, "Ana Reid") == 200
    body = {"old": "wrong", "new": "another long password"}
    assert client.post("/api/password", json=body, headers=WRITES).status_code == 403
    body = {"old": PASSWORD, "new": "another long password"}
    assert client.post("/api/password", json=body, headers=WRITES).status_code == 204
    assert client.get("/api/session").status_code == 401
    assert sign_in(client, "Ana Reid") == 401
    assert sign_in(client, "Ana Reid", "another long password") == 200


def test_a_link_lets_nobody_in_where_there_are_accounts(
    visit: Callable[[], TestClient],
) -> None:
    client = visit()
    assert sign_in(client, "Ines Tolland") == 200
    assert client.post("/api/session/link", headers=WRITES).status_code == 409


def test_passwords_are_kept_as_argon2id_hashes_for_their_owner_s_eyes(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    accounts = Accounts(file)
    accounts.add("Bo Marsh", PASSWORD, "lead")
    assert PASSWORD not in file.read_text("utf-8")
    assert accounts.all()[0].hash.startswith("$argon2id$")
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(SettingsError, match="12"):
        accounts.add("Ana Reid", "short", "reader")
    with pytest.raises(SettingsError, match="role"):
        accounts.add("Ana Reid", PASSWORD, "owner")
    with pytest.raises(SettingsError, match="name"):
        accounts.add("Ana\u202eReid", PASSWORD, "reader")


def test_a_workbench_that_others_reach_does_not_start_without_a_lead(tmp_path: Path) -> None:
    serving = Serving(
        str(tmp_path), "192.0.2.1", PORT, "Bo Marsh", read_only=False, browser=False, home=tmp_path
    )  # fmt: skip
    with pytest.raises(SettingsError, match="accounts add"):
        desk_for(serving, str(tmp_path), PORT)
    proxied = replace(serving, host="127.0.0.1", origins=("https://desk.example.org",))
    with pytest.raises(SettingsError, match="accounts add"):
        desk_for(proxied, str(tmp_path), PORT)
    with pytest.raises(SettingsError, match="origin"):
        desk_for(replace(proxied, origins=("https://desk.example.org/path",)), "", PORT)


def test_only_addresses_of_this_machine_count_as_its_own() -> None:
    assert all(is_loopback(one) for one in ("127.0.0.1", "127.0.0.2", "::1", "localhost"))
    assert not any(is_loopback(one) for one in ("192.0.2.1", "::", "desk"))


def test_a_changed_line_of_the_audit_log_shows(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit.jsonl")
    for number in range(3):
        log.note("Bo Marsh", "POST", f"/api/cases/{number}", 200)
    log = AuditLog(tmp_path / "audit.jsonl")
    log.note("Ana\u202e Reid\n", "POST", "/api/login", 200)
    lines = log.lines()
    assert len(lines) == 4
    assert log.broken() is None
    lines[1] = lines[1].replace("Bo", "Al")
    assert first_broken(lines) == 3
    assert first_broken(lines[1:]) == 1
