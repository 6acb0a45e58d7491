"""The tables of a case: which versions there are, and that a case of an earlier one is raised."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from twosource.store import database
from twosource.store.database import open_database, revisions


def test_the_revisions_that_files_name_are_those_that_alembic_runs() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(config)
    chain = [one.revision for one in script.walk_revisions()][::-1]
    assert revisions() == tuple(chain)
    assert script.get_current_head() == revisions()[-1]


def test_a_new_database_has_the_last_tables_and_is_opened_again(tmp_path: Path) -> None:
    place = str(tmp_path / "case.db")
    for _ in ("made", "opened"):
        engine = open_database(place)
        with engine.connect() as connection:
            row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
        engine.dispose()
        assert row[0] == revisions()[-1]
