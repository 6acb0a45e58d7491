"""What is set, as the command shows it and as the other commands take it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from tests.cli.test_kept import run

from twosource.cli.archive import EngineName
from twosource.settings.table import setting_named

QUAY = "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay.\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(f'cases = \'{tmp_path / "library"}\'\nactor = "Ines \\"I.\\" Voss"\n', "utf-8")
    monkeypatch.setenv("TWOSOURCE_CONFIG", str(file))
    return file


@pytest.fixture
def library(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "quay.txt").write_text(QUAY, "utf-8")
    assert run("new", tmp_path / "library" / "quay").exit_code == 0
    assert run("add", tmp_path / "library" / "quay", tmp_path / "quay.txt").exit_code == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path / "library"


def test_what_config_prints_is_a_file_of_the_settings(mine: Path) -> None:
    for arguments in (("config",), ("config", "--show-origin")):
        told = tomllib.loads(run(*arguments).stdout)
        assert told["actor"] == 'Ines "I." Voss'
        assert told["web"] == {"host": "127.0.0.1", "port": 0}
        assert "threads" not in told


def test_the_origin_of_each_value_is_told(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWOSOURCE_WEB_PORT", "8080")
    shown = run("config", "--show-origin").stdout
    assert f"# user: {mine}:2" in shown
    assert "# environment: TWOSOURCE_WEB_PORT" in shown
    document = json.loads(run("config", "--json").stdout)
    assert document["user_file"] == str(mine)
    by_key = {one["key"]: one for one in document["settings"]}
    assert by_key["web.port"] == {
        "key": "web.port", "value": 8080, "origin": "environment", "place": "TWOSOURCE_WEB_PORT"
    }  # fmt: skip
    assert by_key["threads"]["value"] is None


def test_the_file_of_a_case_counts_where_the_case_is_named(library: Path, tmp_path: Path) -> None:
    (library / "quay" / "twosource.toml").write_text('format = "md"\n', "utf-8")
    assert 'format = "md"' in run("config", "quay").stdout
    assert 'format = "html"' in run("config").stdout
    assert run("update", "quay").exit_code == 0
    assert run("export", "quay").stdout.startswith("# ")
    (library / "quay" / "twosource.toml").write_text('format = "papyrus"\n', "utf-8")
    wrong = run("export", "quay")
    assert wrong.exit_code == 2
    assert f"{library / 'quay' / 'twosource.toml'}:1: there is no format 'papyrus'" in wrong.stderr


def test_the_engines_that_can_be_set_are_those_of_the_command() -> None:
    setting = setting_named("archive.engine")
    assert setting is not None
    assert setting.choices == tuple(EngineName)
    assert setting.default == EngineName.LOCAL


def test_a_case_of_the_library_is_named_without_its_folder(library: Path) -> None:
    assert run("log", "quay").exit_code == 0
    assert run("log", "wharf").exit_code == 3


def test_who_is_set_as_actor_acts_and_who_is_named_acts_before(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("update", "quay", "--actor", "Bo").exit_code == 0
    entries = json.loads(run("log", "quay", "--json").stdout)["log"]
    assert [one["actor"] for one in entries] == ['Ines "I." Voss', 'Ines "I." Voss', "Bo"]


def test_quiet_can_be_set_and_the_flag_outranks_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWOSOURCE_QUIET", "yes")
    again = ("add", "quay", library.parent / "quay.txt")
    assert run(*again).stderr == ""
    assert "in the case already" in run(*again, "--no-quiet").stderr


def test_what_is_fetched_without_asking_is_set_by_the_user_alone(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://127.0.0.1/quay"  # refused before anything is asked of the network
    refused = run("add", "quay", address)
    assert refused.exit_code == 2
    assert "add --fetch to fetch it" in refused.stderr
    monkeypatch.setenv("TWOSOURCE_FETCH", "yes")
    assert "add --fetch to fetch it" in run("add", "quay", address, "--no-fetch").stderr
    assert "add --fetch to fetch it" not in run("add", "quay", address).output
    monkeypatch.delenv("TWOSOURCE_FETCH")
    (library / "quay" / "twosource.toml").write_text("fetch = true\n", "utf-8")
    told = run("add", "quay", address)
    assert told.exit_code == 2
    assert "the file of a case cannot set fetch" in told.stderr


def test_a_wrong_setting_stops_the_command_with_2_and_under_json_as_json(
    mine: Path, tmp_path: Path
) -> None:
    mine.write_text("threads = 'many'\n", "utf-8")
    (tmp_path / "quay.txt").write_text(QUAY, "utf-8")
    assert run("examine", tmp_path / "quay.txt").exit_code == 2
    told = run("config", "--json")
    assert told.exit_code == 2
    error = json.loads(told.stderr)["error"]
    assert error["code"] == 2
    assert error["message"].startswith(f"{mine}:1: threads is 'many'")
