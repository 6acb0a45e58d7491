"""A watched case in a database that asks for a password: the password is written down nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.watch.sites import round_of, site, tools_on, watching
from tests.engine.watch.test_cases import NOW, announced, both_stories, wire

from twosource.engine.cases import add_files, new_case
from twosource.engine.watch.cases import follow, unfollow
from twosource.engine.watch.rounds import Trouble, watch_round

WORD = "tide-and-time"


@pytest.fixture
def case(postgres: str, tmp_path: Path) -> tuple[str, str]:
    """A case of one report in a database: its address with the password, and without."""
    psycopg = pytest.importorskip("psycopg", reason="the extra server is not installed")
    with psycopg.connect(postgres.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE guarded LOGIN PASSWORD '{WORD}'")
        connection.execute("CREATE DATABASE quay OWNER guarded")
    told = postgres.format("quay").replace("desk@", "guarded@")
    place = told.replace("guarded@", f"guarded:{WORD}@")
    new_case(place, NOW)
    add_files(place, [wire(tmp_path)], NOW)
    return place, told


def test_a_password_is_used_while_the_process_lasts_and_then_taken_from_the_environment(
    tmp_path: Path, case: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (place, told), news = case, tmp_path / "news"
    with site() as (made, server):
        how = watching(made, server)
        with tools_on(news, how, server.url("/feed")) as tools:
            follow(tools, place, [], how.examining)
            assert [one for one, *_ in tools.queue.watched()] == [told]
            both_stories(made, server)
            (announcement,) = announced(watch_round(tools, how))
            assert announcement.case == "quay"
            files = [one for one in news.rglob("*") if one.is_file()]
            assert WORD.encode() not in b"".join(one.read_bytes() for one in files)
        (trouble,) = [one for one in round_of(news, how) if isinstance(one, Trouble)]
        assert trouble.case == told
        assert "asks for a password" in trouble.what
        assert "set PGPASSWORD" in trouble.what
        monkeypatch.setenv("PGPASSWORD", WORD)
        assert not [one for one in round_of(news, how) if isinstance(one, Trouble)]
        with tools_on(news, how) as tools:
            assert unfollow(tools, place)
            assert tools.queue.watched() == []
