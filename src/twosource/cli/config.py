"""``twosource config``: what is set, and where it was set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import case_begun
from twosource.cli.console import printable, write
from twosource.cli.failures import failures_told
from twosource.cli.options import AsJson, named_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.settings.read import Found

HIDDEN = "set, and not shown"
"""What is shown in place of a secret."""
ConfigCase = Annotated[
    str | None,
    typer.Argument(
        metavar="CASE",
        parser=named_case,
        autocompletion=case_begun,
        help="A case, whose own file counts too.",
    ),
]
ShowOrigin = Annotated[bool, typer.Option("--show-origin", help="Say where each value is set.")]


def config(
    case: ConfigCase = None, show_origin: ShowOrigin = False, as_json: AsJson = False
) -> None:
    """Show what is set: by the environment, the file of a case, the user's file, or by default."""
    from twosource.settings.read import read_settings, user_settings_file

    with failures_told(as_json=as_json):
        found = read_settings(case).found
        if as_json:
            told = [
                {
                    "key": one.setting.key,
                    "value": HIDDEN if hidden(one) else one.value,
                    "origin": one.origin,
                    "place": one.place or None,
                }
                for one in found
            ]
            document = {"user_file": str(user_settings_file()), "settings": told}
            write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        else:
            write(as_toml(found, show_origin=show_origin))


def hidden(found: Found) -> bool:
    """Whether a value is set and must not be shown."""
    return found.setting.secret and found.value is not None


def as_toml(found: Sequence[Found], *, show_origin: bool) -> str:
    """The settings as a file of them would say it; what the program chooses is a remark.

    Args:
        found: The settings.
        show_origin: Whether each line says where its value comes from.
    """
    lines: list[str] = []
    table = ""
    for one in found:
        above, _, name = one.setting.key.rpartition(".")
        if above != table:
            lines += ["", f"[{above}]"]
            table = above
        written = f"{name} = {_toml(one.value)}"
        if hidden(one):
            written = f"# {name}: {HIDDEN}"
        if one.value is None:
            written = f"# {name}: {one.setting.otherwise}"
        if show_origin:
            place = f": {one.place}" if one.place else ""
            written = f"{written:<30}  # {printable(one.origin + place)}"
        lines.append(written)
    return "".join(f"{line}\n" for line in lines)


def _toml(value: str | int | bool | None) -> str:
    """A value of TOML; a string of JSON is one of its strings, but for half a surrogate."""
    if isinstance(value, str):
        return json.dumps(value.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False)
    return json.dumps(value)
