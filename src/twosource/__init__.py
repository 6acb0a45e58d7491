"""Twosource reads the reports on one contested event and shows who said what.

The Python interface is the same verbs as the command line::

    from twosource import add, examine, new_case, open_case, read_reports, review, update

Names are loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.engine.examination import examine, read_reports
    from twosource.engine.opened import add, new_case, open_case, review, update

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "add",
    "examine",
    "new_case",
    "open_case",
    "read_reports",
    "review",
    "update",
]

_LAZY = {
    "examine": "twosource.engine.examination",
    "read_reports": "twosource.engine.examination",
    "add": "twosource.engine.opened",
    "new_case": "twosource.engine.opened",
    "open_case": "twosource.engine.opened",
    "review": "twosource.engine.opened",
    "update": "twosource.engine.opened",
}


def __getattr__(name: str) -> object:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
