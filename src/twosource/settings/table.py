"""Every setting there is, in one literal tuple."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PREFIX = "TWOSOURCE_"
"""What the name of a variable of the environment begins with."""


class Sort(StrEnum):
    """What the value of a setting is."""

    TEXT = "text"
    NUMBER = "a whole number"
    SWITCH = "true or false"
    FOLDER = "the path of a folder, as text"


Value = str | int | bool
"""What a setting can be set to."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        key: Its name in a file; what stands before a dot is a table there.
        sort: What its value is.
        means: What it sets, as a phrase.
        default: What holds where nobody sets it; ``None`` where the program chooses then.
        otherwise: What it chooses, as a phrase.
        in_case: Whether the file of a case may set it. A case passes through several hands, so its
            file says nothing about whoever opens it, nor about their machine.
        least, most: Bounds of a number, inclusive.
        choices: The words that a text can be, where not every one will do.
        secret: Whether its value is never shown.
    """

    key: str
    sort: Sort
    means: str
    default: Value | None = None
    otherwise: str = ""
    in_case: bool = False
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    secret: bool = False

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.key.replace(".", "_").upper()

    @property
    def wanted(self) -> str:
        """What a value must be, for messages."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        if self.least is None:
            return self.sort.value
        most = "" if self.most is None else f" and at most {self.most}"
        return f"{self.sort.value}, at least {self.least}{most}"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "threads",
        Sort.NUMBER,
        "threads for the language model",
        otherwise="at most two",
        in_case=True,
        least=1,
    ),
    Setting(
        "quiet",
        Sort.SWITCH,
        "no progress, and no word on where files were written",
        default=False,
        in_case=True,
    ),
    Setting("format", Sort.TEXT, "the format that export writes", "html", in_case=True),
    Setting(
        "actor",
        Sort.TEXT,
        "who acts, for the log and the reviews",
        otherwise="the name of the user who is logged in",
    ),
    Setting(
        "cases",
        Sort.FOLDER,
        "the library: a folder of cases, which can be named without it",
        otherwise="the folder Twosource in the user's documents",
    ),
    Setting(
        "fetch", Sort.SWITCH, "addresses that are named are fetched without asking", default=False
    ),
    Setting(
        "archive.engine",
        Sort.TEXT,
        "where the work on an archive is done",
        "local",
        choices=("local", "daft", "ray"),
    ),
    Setting(
        "archive.workers",
        Sort.NUMBER,
        "processes at once for an archive",
        otherwise="as many as there are cores",
        least=1,
    ),
    Setting(
        "watch.interval",
        Sort.NUMBER,
        "minutes between two looks at a feed that is watched",
        15,
        least=1,
        most=10_080,
    ),
    Setting(
        "watch.rate",
        Sort.NUMBER,
        "seconds between two requests of a watch to one host",
        5,
        least=1,
        most=3_600,
    ),
    Setting(
        "watch.agent",
        Sort.TEXT,
        "what requests of a watch say of who asks",
        otherwise="the name and the version of Twosource",
    ),
    Setting(
        "watch.webhook",
        Sort.TEXT,
        "the address that announcements of a watch are sent on to",
        otherwise="they are not sent on",
    ),
    Setting(
        "watch.secret",
        Sort.TEXT,
        "what announcements that are sent on are signed with",
        otherwise="they are not signed",
        secret=True,
    ),
    Setting(
        "watch.inside",
        Sort.TEXT,
        "the number of an address that is not public where the webhook may be",
        otherwise="it must be public",
    ),
    Setting("web.host", Sort.TEXT, "the address that the workbench listens on", "127.0.0.1"),
    Setting(
        "web.port",
        Sort.NUMBER,
        "the port that the workbench listens on; 0 takes a free one",
        0,
        least=0,
        most=65535,
    ),
)


def setting_named(key: str) -> Setting | None:
    """The setting of a key, or ``None``."""
    return next((one for one in SETTINGS if one.key == key), None)
