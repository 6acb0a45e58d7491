"""What the API gives is what the case holds, in the form that its description says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from twosource.engine.cases import case_document
from twosource.web.app import described
from twosource.web.desk import Desk

DOCUMENT = described()
PAGES = (
    "",
    "/brief",
    "/lineage",
    "/sourcing",
    "/hypotheses",
    "/timeline",
    "/places",
    "/contradictions",
    "/entities",
    "/findings",
    "/wordings",
    "/losses",
    "/statements",
    "/questions",
    "/reviews",
    "/log",
    "/originals",
)


def schema_of(path: str) -> dict[str, Any]:
    """The schema of what a route gives, as the description has it, with all that it refers to."""
    told = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return {**told["schema"], "components": DOCUMENT["components"]}


def fits(value: object, path: str) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(path))
    errors = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(value)]
    assert errors == []


def whole(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(case_document(desk.library.find("ferry").place))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_form_that_the_description_says(client: TestClient, page: str) -> None:
    answer = client.get(f"/api/cases/ferry{page}")
    assert answer.status_code == 200
    fits(answer.json(), "/api/cases/{case}" + page)


def test_the_library_and_the_session_have_the_form_that_the_description_says(
    client: TestClient,
) -> None:
    fits(client.get("/api/cases").json(), "/api/cases")
    fits(client.get("/api/session").json(), "/api/session")
    card = client.get("/api/cases").json()["items"][0]
    assert (card["slug"], card["reports"], card["run"], card["problem"]) == ("ferry", 11, 1, None)


def test_lists_give_the_nodes_of_the_case_file_in_its_order(client: TestClient, desk: Desk) -> None:
    case = whole(desk)
    names = {"statements": "statements", "contradictions": "contradictions", "wordings": "wordings"}
    for route, key in names.items():
        found = client.get(f"/api/cases/ferry/{route}?limit=1000").json()
        assert found["items"] == case[key]
        assert found["total"] == len(case[key])
    for one in client.get("/api/cases/ferry/entities?limit=1000").json()["items"]:
        full = client.get(f"/api/cases/ferry/entities/{one['id']}").json()
        assert full == next(entity for entity in case["entities"] if entity["id"] == one["id"])
        assert one.pop("mentioned") == len(full["mentions"])
        assert one["mentions"] == full["mentions"][: len(one["mentions"])]
    findings = client.get("/api/cases/ferry/findings").json()["items"]
    assert [one.pop("ref") for one in findings] == [f"finding-{n + 1}" for n in range(16)]
    assert findings == case["findings"]


def test_every_report_comes_with_its_text_and_all_that_stands_in_it(
    client: TestClient, desk: Desk
) -> None:
    case = whole(desk)
    for card in client.get("/api/cases/ferry").json()["reports"]:
        found = client.get(f"/api/cases/ferry/reports/{card['id']}").json()
        fits(found, "/api/cases/{case}/reports/{ident}")
        report = next(one for one in case["reports"] if one["id"] == card["id"])
        assert found["report"] == report
        own = [one for one in case["statements"] if one["report"] == card["id"]]
        assert found["statements"] == own
        assert len(own) == card["statements"]
        for one in (*found["mentions"], *(value["span"] for value in found["values"])):
            assert report["text"][one["start"] : one["end"]] == one["quote"]


def test_every_question_comes_with_its_claims_and_its_row(client: TestClient, desk: Desk) -> None:
    case = whole(desk)
    rows = client.get("/api/cases/ferry/questions?limit=1000").json()["items"]
    assert [row["question"] for row in rows] == case["questions"]
    for row in rows:
        ident = row["question"]["id"]
        found = client.get(f"/api/cases/ferry/questions/{ident}").json()
        fits(found, "/api/cases/{case}/questions/{ident}")
        assert found["claims"] == [c for c in case["claims"] if c["question_id"] == ident]
        given = {one["report"] for claim in found["claims"] for one in claim["given"]}
        assert set(row["cells"]) == given
        assert (row["state"] == "clash") == bool(found["contradictions"])


def test_statements_are_narrowed_by_report_speaker_stance_and_words(client: TestClient) -> None:
    route = "/api/cases/ferry/statements"
    every = client.get(route, params={"limit": 1000}).json()["items"]
    one = next(s for s in every if s["speaker"] and s["speaker"]["entity"])
    wanted = {
        "report": one["report"],
        "speaker": one["speaker"]["entity"],
        "stance": one["stance"],
        "q": one["content"]["quote"][:12].upper(),
    }
    for name, value in wanted.items():
        found = client.get(route, params={name: value, "limit": 1000}).json()
        assert one in found["items"]
        assert 0 < found["total"] < len(every)
    both = client.get(route, params={**wanted, "limit": 1000}).json()["items"]
    assert all(s["report"] == one["report"] and s["stance"] == one["stance"] for s in both)
    own = client.get(route, params={"speaker": "own voice", "limit": 1000}).json()["items"]
    assert own == [s for s in every if s["speaker"] is None]


def test_pages_follow_on_each_other_without_gap_or_overlap(client: TestClient) -> None:
    route = "/api/cases/ferry/statements"
    every = client.get(route, params={"limit": 1000}).json()
    found = []
    for offset in range(0, every["total"], 25):
        found += client.get(route, params={"limit": 25, "offset": offset}).json()["items"]
    assert found == every["items"]


def test_words_are_words_and_never_operators(client: TestClient) -> None:
    for words in ('"', "%", "_", "a' OR 1=1 --", "NOT", "*", "quay\\", "\0"):
        assert client.get("/api/cases/ferry/statements", params={"q": words}).status_code == 200
        assert client.get("/api/cases/ferry/search", params={"q": words}).status_code == 200
    hits = client.get("/api/cases/ferry/search", params={"q": "killed"}).json()
    fits(hits, "/api/cases/{case}/search")
    assert hits["items"]


def test_what_is_not_there_is_told_in_the_one_form_of_errors(client: TestClient) -> None:
    for path in ("/api/cases/none", "/api/cases/ferry/reports/rp-0", "/api/nothing",
                 "/api/cases/ferry/questions/qu-0"):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "not-found"
    answer = client.get("/api/cases/ferry/statements?limit=0")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "fields")


def test_an_original_is_only_ever_saved(client: TestClient, desk: Desk) -> None:
    one = client.get("/api/cases/ferry/originals").json()["items"][0]
    answer = client.get(f"/api/cases/ferry/originals/{one['sha256']}")
    assert answer.content == desk.library.open(desk.library.find("ferry")).original(one["sha256"])
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get(f"/api/cases/ferry/originals/{'0' * 64}").status_code == 404


def test_claims_are_led_back_to_origins_and_the_widest_gap_stands_first(
    client: TestClient, desk: Desk
) -> None:
    case = whole(desk)
    found = client.get("/api/cases/ferry/sourcing?limit=1000").json()["items"]
    assert {one["claim"]: one["origins"] for one in found} == {
        one["claim"]: one["origins"] for one in case["sourcing"]
    }
    gaps = [len(one["reports"]) - one["independent"] for one in found]
    assert gaps == sorted(gaps, reverse=True)


def test_the_borders_of_the_checks_can_be_drawn(client: TestClient) -> None:
    found = client.get("/api/borders").json()
    fits(found, "/api/borders")
    assert len(found["coordinates"]) > 500
    assert all(abs(x) <= 180 and abs(y) <= 90 for run in found["coordinates"] for x, y in run)


def test_the_brief_is_whole_in_its_lines_and_each_line_in_its_spans(
    client: TestClient, desk: Desk
) -> None:
    brief = whole(desk)["brief"]
    page = client.get("/api/cases/ferry/brief").json()
    every = {line["id"]: line for line in (*brief["lines"], *brief["further"])}
    for number, section in enumerate(page["sections"]):
        route = f"/api/cases/ferry/brief/lines?section={number}&limit=1000"
        lines = client.get(route).json()
        assert lines["total"] == section["total"] == len(brief["sections"][number]["lines"])
        assert [line["id"] for line in lines["items"]] == brief["sections"][number]["lines"]
        assert all(line == every[line["id"]] for line in lines["items"])
        assert section["lines"] == brief["sections"][number]["lines"][: len(section["lines"])]
    for line in (*page["lines"], *page["further"]):
        full = client.get(f"/api/cases/ferry/brief/lines/{line['id']}").json()
        assert line.pop("cut") == (line != full)
        assert full["spans"][: len(line["spans"])] == line["spans"]


def test_ties_between_reports_can_be_asked_for_one_by_one(client: TestClient, desk: Desk) -> None:
    edges = whole(desk)["lineage"]
    page = client.get("/api/cases/ferry/lineage").json()
    assert [one.pop("ref") for one in page["edges"]] == [f"lineage-{n + 1}" for n in range(5)]
    assert page["edges"] == edges
    one = edges[0]
    query = {"to": one["to"], "source": one["from"]}
    found = client.get("/api/cases/ferry/lineage", params=query).json()
    assert found["total"] == 1
