"""``datapackage.json`` in the folder of a case: what lies there, for any program of data packages.

It names every original by its path, size and hash, and the database without them: that changes with
each decision. It is written anew whenever originals come; what it lacks is not there yet, but what
it names must be as it says.
"""

from __future__ import annotations

import json
from pathlib import Path

from twosource.model.custody import Fault
from twosource.store.fields import Node
from twosource.store.files import write_whole_bytes
from twosource.store.kept import KeptCase
from twosource.store.place import DATABASE, ORIGINALS, is_address
from twosource.store.served import OriginalRow, original_rows

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def describe(kept: KeptCase) -> None:
    """Write the descriptor of a case that is kept in a folder; in a database there is none.

    Raises:
        SettingsError: If it cannot be written.
    """
    if is_address(kept.place):
        return
    file = Path(kept.place) / DESCRIPTOR
    data = _descriptor(original_rows(kept))
    if not file.is_file() or file.read_bytes() != data:
        write_whole_bytes(file, data)


def package_faults(kept: KeptCase) -> tuple[Fault, ...]:
    """What the descriptor of a case says wrongly; nothing where there is none."""
    file = Path(kept.place) / DESCRIPTOR
    if is_address(kept.place) or not file.is_file():
        return ()
    try:
        document = json.loads(file.read_bytes())
        told = {one["path"]: one for one in document["resources"] if "hash" in one}
    except (ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        return (Fault(DESCRIPTOR, f"it is no data package ({error})"),)
    known = {one["path"]: one for one in map(_original, original_rows(kept))}
    return tuple(
        Fault(DESCRIPTOR, f"what it says of {path} is not what the case holds")
        for path, one in told.items()
        if one != known.get(path)
    )


def _descriptor(originals: tuple[OriginalRow, ...]) -> bytes:
    database: Node = {
        "name": "case",
        "path": DATABASE,
        "format": "sqlite",
        "mediatype": "application/vnd.sqlite3",
        "description": "What was found in the originals, what people decided, and the log. It "
        "changes with each decision; 'twosource verify' checks it.",
    }
    document: Node = {
        "$schema": _PROFILE,
        "name": "twosource-case",
        "title": "A case of Twosource",
        "description": "The original of each report, as it was received, under its SHA-256. Zip "
        "the folder to hand it on, and check it where it arrives with 'twosource verify'.",
        "resources": [database, *(_original(one) for one in originals)],
    }
    return (json.dumps(document, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def _original(row: OriginalRow) -> Node:
    return {
        "name": f"original-{row.seq}",
        "path": f"{ORIGINALS}/{row.sha256}",
        "title": row.name,
        "bytes": row.size,
        "hash": f"sha256:{row.sha256}",
    }
