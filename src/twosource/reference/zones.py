"""The IANA time zone database, from the package that carries it and from nowhere else.

The machine's own copy is left alone, so that the same release of the package gives the same times
everywhere.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from zoneinfo import ZoneInfo


@lru_cache(maxsize=1)
def load_zones() -> dict[str, bytes]:
    """Every zone of the database by its IANA name, unparsed (350 kB). Read once."""
    root = files("tzdata")
    names = (root / "zones").read_text("utf-8").split()
    return {name: root.joinpath("zoneinfo", *name.split("/")).read_bytes() for name in names}


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of an IANA name ("Europe/Riga"), or ``None`` where the database has none by it."""
    found = load_zones().get(name)
    return None if found is None else ZoneInfo.from_file(BytesIO(found), name)
