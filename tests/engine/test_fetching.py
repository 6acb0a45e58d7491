"""An address that was fetched is an original like any other, and is examined offline."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.loopback import answer, serving
from tests.sources.test_fetch import QUICK, STORY, guard_for, no_network

from twosource.engine.cases import add_originals, new_case, update_case, verify_case
from twosource.engine.examination import kept_in, read_reports, reports_in
from twosource.model.custody import Stamp
from twosource.sources.fetch import FetchSource

NOW = Stamp("ada", "2026-01-01T00:00:00+00:00")
__all__ = ["no_network"]


@pytest.fixture
def place(tmp_path: Path) -> str:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    return home


def test_what_was_fetched_for_one_examination_is_written_beside_it(tmp_path: Path) -> None:
    with serving(lambda path, _: answer(STORY)) as server:
        source = FetchSource([server.url("/a/dam"), "http://127.0.0.2/"], guard_for(server), QUICK)
        first = reports_in(kept_in(tmp_path / "fetched", source.originals()))
    assert (tmp_path / "fetched/news.example/a/dam.warc.gz").is_file()
    assert [item.name for item in first.unreadable] == ["http://127.0.0.2/"]
    again = read_reports(tmp_path / "fetched")
    assert [report.text for report in again.reports] == [report.text for report in first.reports]


def test_what_an_address_answered_is_kept_and_examined_without_asking_again(place: str) -> None:
    pages = [STORY, STORY.replace(b"villager a", b"farmer a")]

    with serving(lambda path, _: answer(pages[len(server.asked) - 1])) as server:
        source = FetchSource([server.url("/dam")], guard_for(server), QUICK)
        first = add_originals(place, source.originals(), NOW)
        second = add_originals(place, source.originals(), NOW)
        assert first.added == ("news.example/dam.warc.gz",)
        assert second.versions == ("news.example/dam.warc.gz",)
    (report,) = update_case(place, NOW).case.reports
    assert "farmer a" in report.text
    assert report.file == "news.example/dam.warc.gz#2"
    assert report.container == "news.example/dam.warc.gz"
    assert verify_case(place) == ()
