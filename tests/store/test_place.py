"""Where a case is kept is told and written down without the password of its database."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url

from twosource.errors import SettingsError
from twosource.store.kept import open_kept
from twosource.store.place import case_name, without_password
from twosource.store.watch_queue import WatchQueue

WORD = "tide-and-time"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (f"postgresql://desk:{WORD}@db.example/quay", "postgresql://desk@db.example/quay"),
        (f"postgres://desk:{WORD}@db.example:5433/quay", "postgres://desk@db.example:5433/quay"),
        (f"postgresql+psycopg://:{WORD}@/quay", "postgresql+psycopg://@/quay"),
        (f"postgresql://desk:a/b#c?{WORD}@/quay", "postgresql://desk@/quay"),
        (f"postgresql://desk@/quay?password={WORD}", "postgresql://desk@/quay"),
        (
            f"postgresql://desk@/quay?host=/run/pg&p%61ssword={WORD}&sslpassword={WORD}",
            "postgresql://desk@/quay?host=/run/pg",
        ),
        ("postgresql://desk@db.example/quay", "postgresql://desk@db.example/quay"),
        ("cases/quay:night@home", "cases/quay:night@home"),
    ],
)
def test_an_address_is_told_without_its_password(given: str, kept: str) -> None:
    assert without_password(given) == kept
    assert without_password(kept) == kept


@given(
    st.text("abc:/?#&=@%.", max_size=12).filter(lambda text: "@" not in text),
    st.sampled_from(["", "?host=/run/pg", "?password=x", "?a=b&password=x"]),
)
def test_no_password_that_the_driver_reads_is_left(password: str, query: str) -> None:
    url = make_url(without_password(f"postgresql://desk:{password}@db.example/quay{query}"))
    assert url.password is None
    assert "password" not in url.query
    assert (url.username, url.host, url.database) == ("desk", "db.example", "quay")


def test_a_case_is_called_as_its_folder_or_its_database(tmp_path: Path) -> None:
    assert case_name(str(tmp_path / "quay")) == "quay"
    assert case_name(f"postgresql://desk:{WORD}/1@/quay?host=/run/pg") == "quay"


def test_what_goes_wrong_with_a_database_is_told_without_its_password() -> None:
    pytest.importorskip("psycopg", reason="the extra server is not installed")
    place = f"postgresql://desk:{WORD}@/quay?host=/nowhere&password={WORD}"
    with pytest.raises(SettingsError) as refused, open_kept(place):
        pass
    assert str(refused.value).startswith("postgresql://desk@/quay?host=/nowhere: ")
    assert WORD not in str(refused.value)


def test_a_queue_that_held_a_password_holds_it_no_more(tmp_path: Path) -> None:
    file = tmp_path / "watch.db"
    place = f"postgresql://desk:{WORD}@db.example/quay"
    with WatchQueue(file) as queue:
        queue.watch(place, ["ev-1"], "2031-04-10T09:00:00+00:00")
        queue.watch("/cases/night", ["ev-2"], "2031-04-10T09:00:00+00:00")
    assert WORD.encode() in b"".join(one.read_bytes() for one in tmp_path.iterdir())
    with WatchQueue(file) as queue:
        places = [place for place, *_ in queue.watched()]
        assert places == ["/cases/night", "postgresql://desk@db.example/quay"]
        assert WORD.encode() not in b"".join(one.read_bytes() for one in tmp_path.iterdir())
