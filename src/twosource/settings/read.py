"""Reading the settings: the environment, the file of a case, the file of a user, the defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from platformdirs import user_config_path, user_documents_path

from twosource.errors import SettingsError
from twosource.settings.lines import line_of
from twosource.settings.table import PREFIX, SETTINGS, Setting, Sort, Value, setting_named

FILE_NAME = "twosource.toml"
"""Name of a settings file, in the folder of a case and in the user's folder for settings."""
CONFIG = f"{PREFIX}CONFIG"
"""The variable that names the user's file, where it is not in its usual place."""
_SWITCH = {"true": True, "1": True, "yes": True, "on": True}
_SWITCH |= {"false": False, "0": False, "no": False, "off": False}
_LARGEST = 1_000_000
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Found:
    """One setting with what holds for it, and where that came from.

    Attributes:
        setting: The setting.
        value: Its value; ``None`` where nobody set it and the program chooses.
        origin: ``default``, ``environment``, ``case`` or ``user``.
        place: The variable, or the file and the line; empty for a default.
    """

    setting: Setting
    value: Value | None
    origin: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run, below what its flags say.

    Attributes:
        found: Every setting, in the order of ``SETTINGS``.
    """

    found: tuple[Found, ...]

    def __getitem__(self, key: str) -> Value | None:
        """The value of a setting by its key."""
        return next(one.value for one in self.found if one.setting.key == key)

    @property
    def threads(self) -> int | None:
        """Threads for the language model, or ``None`` for its own choice."""
        value = self["threads"]
        return None if value is None else int(value)

    @property
    def quiet(self) -> bool:
        """Whether progress and the places of written files are left out."""
        return bool(self["quiet"])

    @property
    def format(self) -> str:
        """The name of the format that export writes."""
        return str(self["format"])

    @property
    def actor(self) -> str:
        """Who acts; empty where nobody said."""
        return str(self["actor"] or "")

    @property
    def cases(self) -> Path:
        """The library: the folder of cases.

        Raises:
            SettingsError: If it is in the home of a user who does not exist.
        """
        named = Path(str(self["cases"]))
        try:
            return named.expanduser()
        except RuntimeError as error:
            place = next(one.place for one in self.found if one.setting.key == "cases")
            raise SettingsError(
                f"{place}: cases is '{named}', and there is no such home; name another folder"
            ) from error

    @property
    def fetch(self) -> bool:
        """Whether addresses that are named are fetched without a flag that asks for it."""
        return bool(self["fetch"])

    @property
    def archive_engine(self) -> str:
        """Where the work on an archive is done: ``local``, ``daft`` or ``ray``."""
        return str(self["archive.engine"])

    @property
    def archive_workers(self) -> int | None:
        """Processes at once for an archive, or ``None`` for as many as there are cores."""
        value = self["archive.workers"]
        return None if value is None else int(value)

    @property
    def watch_interval(self) -> float:
        """Seconds between two looks at a feed that is watched."""
        return 60.0 * int(self["watch.interval"] or 0)

    @property
    def watch_rate(self) -> float:
        """Seconds between two requests of a watch to one host."""
        return float(int(self["watch.rate"] or 0))

    @property
    def watch_agent(self) -> str:
        """What requests of a watch say of who asks; empty where nothing is set.

        Raises:
            SettingsError: If it holds what no header can.
        """
        agent = str(self["watch.agent"] or "")
        if not (agent.isascii() and agent.isprintable()):
            place = next(one.place for one in self.found if one.setting.key == "watch.agent")
            raise SettingsError(
                f"{place}: watch.agent holds characters that no request can; write it in ASCII"
            )
        return agent

    @property
    def watch_webhook(self) -> str:
        """The address that announcements are sent on to; empty where they are not."""
        return str(self["watch.webhook"] or "")

    @property
    def watch_secret(self) -> str:
        """What announcements are signed with; empty where they are not."""
        return str(self["watch.secret"] or "")

    @property
    def watch_inside(self) -> str:
        """The number of an address that is not public where the webhook may be, or nothing."""
        return str(self["watch.inside"] or "")

    @property
    def web_host(self) -> str:
        """The address that the workbench listens on."""
        return str(self["web.host"])

    @property
    def web_port(self) -> int:
        """The port that the workbench listens on; 0 takes a free one."""
        return int(self["web.port"] or 0)


def read_settings(
    case: str | os.PathLike[str] | None = None,
    environment: Mapping[str, str] | None = None,
    user_file: Path | None = None,
) -> Settings:
    """Read what is set. What comes first here wins: environment, case, user, default.

    Args:
        case: The case at hand; a folder's own ``twosource.toml`` is read.
        environment: The variables; those of the process without it.
        user_file: The user's file; the one in its usual place without it. It need not be there.

    Raises:
        SettingsError: If a key is unknown, a value is of another sort, or a file cannot be read.
            The message names the place, the value seen and what to do.
    """
    environment = os.environ if environment is None else environment
    user_file = user_settings_file(environment) if user_file is None else user_file
    given = {one.setting.key: one for one in _from_file(user_file, "user")}
    if case is not None and Path(case).is_dir():
        given |= {one.setting.key: one for one in _from_file(Path(case) / FILE_NAME, "case")}
    given |= {one.setting.key: one for one in _from_environment(environment)}
    return Settings(tuple(given.get(one.key) or _default(one) for one in SETTINGS))


def user_settings_file(environment: Mapping[str, str] | None = None) -> Path:
    """Where the user's settings lie: ``TWOSOURCE_CONFIG``, else the platform's usual place."""
    named = (os.environ if environment is None else environment).get(CONFIG, "")
    folder = user_config_path("twosource", appauthor=False)
    return Path(named).expanduser() if named else folder / FILE_NAME


def _default(setting: Setting) -> Found:
    if setting.key == "cases":
        return Found(setting, str(user_documents_path() / "Twosource"), "default")
    return Found(setting, setting.default, "default")


def _from_environment(environment: Mapping[str, str]) -> Iterator[Found]:
    known = {one.variable: one for one in SETTINGS}
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name == CONFIG:
            continue
        setting = known.get(name)
        if setting is None:
            raise SettingsError(
                f"the environment sets {name}, and there is no such setting; "
                f"{_instead(name, [*known, CONFIG])}"
            )
        if environment[name]:  # an empty variable is an unset one
            value = _read(setting, environment[name], name, "change it or unset it")
            yield Found(setting, value, "environment", name)


def _read(setting: Setting, text: str, place: str, remedy: str) -> Value:
    """A value that was written as text, as the setting wants it."""
    value: object = text
    if setting.sort is Sort.NUMBER and text.lstrip("-").isascii() and text.lstrip("-").isdigit():
        value = int(text)
    if setting.sort is Sort.SWITCH:
        value = _SWITCH.get(text.casefold(), text)
    return _checked(setting, value, place, remedy)


def _from_file(file: Path, origin: str) -> Iterator[Found]:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST)
        text = data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{file}: the settings cannot be read ({error}); write them as TOML in UTF-8, or take "
            "the file away"
        ) from error
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number can be too long for Python to read
        raise SettingsError(f"{file}: this is no TOML ({error}); mend that line") from error
    for key, value in _flat(tables):
        line = line_of(text, key)
        place = f"{file}:{line}" if line else str(file)
        yield Found(*_set(key, value, place, origin), origin, place)


def _flat(tables: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """Keys with the names of their tables before them; a table that is none of ours is a key."""
    inner = {key.partition(".")[0] for one in SETTINGS if "." in (key := one.key)}
    for name, value in tables.items():
        if isinstance(value, dict) and not above and name in inner:
            yield from _flat(value, f"{name}.")
        else:
            yield above + name, value


def _set(key: str, value: object, place: str, origin: str) -> tuple[Setting, Value]:
    setting = setting_named(key)
    if setting is None:
        keys = [one.key for one in SETTINGS]
        raise SettingsError(f"{place}: there is no setting {key}; {_instead(key, keys)}")
    if origin == "case" and not setting.in_case:
        raise SettingsError(
            f"{place}: the file of a case cannot set {key}, because others open the case too; "
            f"set it in {user_settings_file()}, or by {setting.variable}"
        )
    return setting, _checked(setting, value, place, "change that line")


def _checked(setting: Setting, value: object, place: str, remedy: str) -> Value:
    if isinstance(value, str | int) and _fits(setting, value):
        return value
    seen = "hidden" if setting.secret else repr(value)
    seen = seen if len(seen) <= _SHOWN else f"{seen[:_SHOWN]}…"
    raise SettingsError(f"{place}: {setting.key} is {seen} and must be {setting.wanted}; {remedy}")


def _fits(setting: Setting, value: Value) -> bool:
    if setting.sort is Sort.SWITCH:
        return isinstance(value, bool)
    if setting.sort is not Sort.NUMBER and not isinstance(value, str):
        return False
    if setting.sort is not Sort.NUMBER:
        return value in setting.choices if setting.choices else bool(str(value).strip())
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    least = value if setting.least is None else setting.least
    most = value if setting.most is None else setting.most
    return least <= value <= most


def _instead(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    if near:
        return f"is {near[0]} meant?"
    return f"there are {', '.join(known)}"
