"""``twosource doctor``: is this installation sound?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import case_begun
from twosource.cli.console import printable, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import failures_told
from twosource.cli.options import AsJson, named_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.engine.health import Check

NAME_WIDTH = 20


DoctorCase = Annotated[
    str | None,
    typer.Argument(
        metavar="CASE",
        parser=named_case,
        autocompletion=case_begun,
        help="A case, or the address of one: its database is asked too.",
        show_default=False,
    ),
]


def doctor(case: DoctorCase = None, as_json: AsJson = False) -> None:
    """Check versions, extras, settings, model and database, and read one sentence. Offline."""
    with failures_told(as_json=as_json):
        from twosource.engine.health import check_installation

        checks = tuple(check_installation(case or "", [("workbench", _workbench)]))
        sound = all(check.ok for check in checks)
        if as_json:
            document = {"ok": sound, "checks": [asdict(check) for check in checks]}
            write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        else:
            write(as_lines(checks))
        raise typer.Exit(ExitCode.OK if sound else ExitCode.FINDINGS)


def _workbench() -> tuple[bool, str]:
    """Whether the pages of the workbench are there; without them plain reports are served."""
    from twosource.web.pages import BUNDLE, bundle_files

    number = len(bundle_files(BUNDLE))
    if number:
        return True, f"{number} files of its pages"
    return True, "its pages are not built, so plain reports are served; build them: make workbench"


def as_lines(checks: Sequence[Check]) -> str:
    """One line per check: a word, what was looked at, what was seen."""
    words = {True: "ok", False: "NOT OK"}
    return "".join(
        f"{words[check.ok]:<7} {check.name:<{NAME_WIDTH}} {printable(check.detail)}\n"
        for check in checks
    )
