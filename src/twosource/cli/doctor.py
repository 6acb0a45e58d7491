"""``twosource doctor``: is this installation sound?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from twosource.cli.console import printable, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import failures_told
from twosource.cli.options import AsJson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.engine.health import Check

NAME_WIDTH = 20


def doctor(as_json: AsJson = False) -> None:
    """Check versions, dependencies and the language model, and read one sentence. Offline."""
    with failures_told(as_json=as_json):
        from twosource.engine.health import check_installation

        checks = tuple(check_installation())
        sound = all(check.ok for check in checks)
        if as_json:
            document = {"ok": sound, "checks": [asdict(check) for check in checks]}
            write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        else:
            write(as_lines(checks))
        raise typer.Exit(ExitCode.OK if sound else ExitCode.FINDINGS)


def as_lines(checks: Sequence[Check]) -> str:
    """One line per check: a word, what was looked at, what was seen."""
    words = {True: "ok", False: "NOT OK"}
    return "".join(
        f"{words[check.ok]:<7} {check.name:<{NAME_WIDTH}} {printable(check.detail)}\n"
        for check in checks
    )
