"""Write the description of the API for the front end: ``python -m twosource.web.openapi [FILE]``.

The front end makes its types from this file, so that it is committed; a test says if it is old.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from twosource.store.files import write_whole
from twosource.web.app import described

FILE = Path("frontend/openapi.json")


def description() -> str:
    """The description as it is written."""
    return json.dumps(described(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write the file that was named, or the one of the checkout."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, description())


if __name__ == "__main__":
    main()
