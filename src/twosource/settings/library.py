"""The library: a case in it is named without its folder."""

from __future__ import annotations

from pathlib import Path

from twosource.settings.read import read_settings


def place_named(name: str) -> str:
    """The place of a case: what is named, unless that is a bare name found in the library alone.

    Args:
        name: A path, an address, or the name of a case in the library.

    Raises:
        SettingsError: If the settings that name the library are wrong.
    """
    if Path(name).name != name or name in {"", "..", "-"} or Path(name).exists():
        return name
    inside = read_settings().cases / name
    return str(inside) if inside.exists() else name
