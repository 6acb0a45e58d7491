"""The bundle is served as it is; where there is none, the cases can be read all the same."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient
from tests.web.conftest import ORIGIN

from twosource.web.app import create_app
from twosource.web.desk import Desk


def bundle(folder: Path) -> Path:
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>workbench</title>", "utf-8")
    (folder / "assets" / "main-1f.js").write_text("console.log(1)", "utf-8")
    return folder


def test_every_page_of_the_workbench_gives_the_one_document(desk: Desk, tmp_path: Path) -> None:
    client = TestClient(create_app(desk, bundle(tmp_path / "web")), base_url=ORIGIN)
    for path in ("/", "/c/ferry/brief", "/c/ferry/reader?r=rp-1&r2=rp-2", "/index.html"):
        answer = client.get(path)
        assert "<title>workbench</title>" in answer.text
        assert answer.headers["cache-control"] == "no-cache"
    script = client.get("/assets/main-1f.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" in script.headers["cache-control"]
    assert client.get("/assets/other.js").status_code == 404
    assert client.get("/api/none").status_code == 404


def test_without_a_bundle_the_server_says_how_to_build_and_links_to_the_reports(
    client: TestClient,
) -> None:
    app = client.app
    app.state.bundle = {}  # type: ignore[attr-defined]
    page = client.get("/c/ferry/brief").text
    assert "make workbench" in page
    assert "/plain/ferry" in page
    report = client.get("/plain/ferry")
    assert report.status_code == 200
    assert "<script" not in report.headers["content-security-policy"]
    assert "default-src 'none'" in report.headers["content-security-policy"]
    assert "Fanari" in report.text
