"""What is set, by whom, and what is no setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.errors import SettingsError
from twosource.settings.lines import line_of
from twosource.settings.read import Settings, read_settings
from twosource.settings.table import SETTINGS, Sort

NOWHERE = Path("no-such-folder") / "twosource.toml"


def user(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "user.toml"
    file.write_text(text, "utf-8")
    return file


def case(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "quay"
    folder.mkdir(exist_ok=True)
    (folder / "twosource.toml").write_text(text, "utf-8")
    return folder


def origins(found: Settings) -> dict[str, tuple[object, str]]:
    return {one.setting.key: (one.value, one.origin) for one in found.found}


def test_where_nobody_sets_anything_every_setting_has_its_default() -> None:
    found = read_settings(environment={}, user_file=NOWHERE)
    assert {origin for _, origin in origins(found).values()} == {"default"}
    assert [one.setting for one in found.found] == list(SETTINGS)
    assert (found.threads, found.quiet, found.format, found.actor) == (None, False, "html", "")
    assert (found.web_host, found.web_port) == ("127.0.0.1", 0)
    assert found.cases.is_absolute()


def test_the_environment_outranks_the_case_and_the_case_outranks_the_user(tmp_path: Path) -> None:
    file = user(tmp_path, 'threads = 1\nformat = "md"\nquiet = true\nactor = "Ines"\n')
    folder = case(tmp_path, 'threads = 2\nformat = "docx"\n')
    found = read_settings(folder, {"TWOSOURCE_THREADS": "3"}, file)
    told = origins(found)
    assert told["threads"] == (3, "environment")
    assert told["format"] == ("docx", "case")
    assert told["quiet"] == (True, "user")
    assert told["web.port"] == (0, "default")
    places = {one.setting.key: one.place for one in found.found}
    assert places["threads"] == "TWOSOURCE_THREADS"
    assert places["format"] == f"{folder / 'twosource.toml'}:2"
    assert places["actor"] == f"{file}:4"


def test_a_table_in_a_file_holds_the_settings_whose_names_it_begins(tmp_path: Path) -> None:
    for text in ('[web]\nport = 8080\nhost = "::1"\n', 'web.port = 8080\nweb.host = "::1"\n'):
        found = read_settings(environment={}, user_file=user(tmp_path, text))
        assert (found.web_host, found.web_port) == ("::1", 8080)


def test_an_empty_variable_sets_nothing() -> None:
    found = read_settings(environment={"TWOSOURCE_ACTOR": ""}, user_file=NOWHERE)
    assert origins(found)["actor"] == (None, "default")


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("no", False), ("TRUE", True), ("off", False)]
)
def test_a_switch_in_the_environment_is_read_as_shells_write_it(text: str, value: bool) -> None:
    assert read_settings(environment={"TWOSOURCE_QUIET": text}, user_file=NOWHERE).quiet is value


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        ("# mine\nthread = 2\n", 2, "thread; is threads meant?"),
        ('threads = "two"\n', 1, "threads is 'two' and must be a whole number, at least 1"),
        ("quiet = true\n\nthreads = 0\n", 3, "threads is 0 and must be"),
        ("threads = true\n", 1, "threads is True and must be"),
        ("quiet = 1\n", 1, "quiet is 1 and must be true or false"),
        ('format = ""\n', 1, "format is '' and must be text"),
        ("[web]\nport = 70000\n", 2, "web.port is 70000 and must be"),
        ("[web]\nprot = 1\n", 2, "web.prot; is web.port meant?"),
        ("archive.engine = 'cloud'\n", 1, "is 'cloud' and must be one of local, daft, ray"),
        ("archive.engine = 3\n", 1, "archive.engine is 3 and must be one of"),
        ("[colours]\nknown = 1\n", 1, "there is no setting colours; there are threads, "),
        ("web = 3\n", 1, "there is no setting web"),
        ("threads = [\n", None, "this is no TOML"),
        (f"threads = {'9' * 5000}\n", None, "this is no TOML"),
        (f"threads = {'[' * 9000}\n", None, "this is no TOML"),
        (f"threads = '{'x' * 200}'\n", 1, "x…"),
    ],
)
def test_what_is_no_setting_is_told_with_its_line_what_was_seen_and_what_to_do(
    text: str, line: int | None, seen: str, tmp_path: Path
) -> None:
    file = user(tmp_path, text)
    with pytest.raises(SettingsError) as told:
        read_settings(environment={}, user_file=file)
    place = f"{file}:{line}: " if line else f"{file}: "
    assert str(told.value).startswith(place)
    assert seen in str(told.value)
    assert any(word in str(told.value) for word in ("; change", "; is ", "; mend", "; there are"))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TWOSOURCE_THREAD", "2", "no such setting; is TWOSOURCE_THREADS meant?"),
        ("TWOSOURCE_THREADS", "many", "TWOSOURCE_THREADS: threads is 'many'"),
        ("TWOSOURCE_QUIET", "perhaps", "must be true or false"),
    ],
)
def test_a_wrong_variable_is_told(name: str, value: str, told: str) -> None:
    with pytest.raises(SettingsError, match=r"change it or unset it|is TWOSOURCE") as error:
        read_settings(environment={name: value}, user_file=NOWHERE)
    assert told in str(error.value)


@pytest.mark.parametrize("setting", [one for one in SETTINGS if not one.in_case])
def test_the_file_of_a_case_sets_nothing_about_whoever_opens_it(
    setting: object, tmp_path: Path
) -> None:
    sorts = {Sort.NUMBER: "8080", Sort.SWITCH: "true"}
    written = sorts.get(setting.sort, '"0.0.0.0"')  # type: ignore[attr-defined]
    folder = case(tmp_path, f"{setting.key} = {written}\n")  # type: ignore[attr-defined]
    with pytest.raises(SettingsError, match="the file of a case cannot set"):
        read_settings(folder, {}, NOWHERE)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "user.toml"
    file.write_bytes(b'actor = "\xff"\n')
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(environment={}, user_file=file)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(environment={}, user_file=tmp_path)


def test_a_library_in_the_home_of_nobody_is_told_and_the_users_own_home_is_found(
    tmp_path: Path,
) -> None:
    home = read_settings(environment={}, user_file=user(tmp_path, 'cases = "~/desk"\n'))
    assert home.cases == Path.home() / "desk"
    nobody = read_settings(environment={}, user_file=user(tmp_path, 'cases = "~no-such-user/c"\n'))
    with pytest.raises(SettingsError, match=r"user.toml:1: cases is '~no-such-user/c'"):
        assert nobody.cases


def test_a_key_is_found_in_its_table_and_not_in_another() -> None:
    text = 'port = 1\n[other]\nport = 2\n[ "web" ] # here\nport = 3\n'
    assert [line_of(text, key) for key in ("port", "other.port", "web.port", "none")] == [
        1, 3, 5, None
    ]  # fmt: skip
