"""The browser that pages are looked at in: Debian's Chromium, which asks nothing of anybody."""

from __future__ import annotations

import shutil
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def started(playwright: Any) -> Any:
    """The browser, to be closed by whoever starts it."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
