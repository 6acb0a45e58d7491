"""In which line of a settings file a key stands; the reader of TOML does not say."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<key>[\w.\"' -]+?)\s*=")


def line_of(text: str, key: str) -> int | None:
    """The line that a key or a table stands in, from 1.

    Args:
        text: The file.
        key: The whole key, with the names of its tables: ``web.port``.

    Returns:
        The number, or ``None`` where the file writes the key in a way that this does not follow.
    """
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.fullmatch(line):
            table = _bare(head["name"])
            if table == key:
                return number
        elif (found := _KEY.match(line)) is not None:
            named = _bare(found["key"])
            if (f"{table}.{named}" if table else named) == key:
                return number
    return None


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
