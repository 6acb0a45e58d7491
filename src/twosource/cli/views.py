"""The commands that show one part of an examined case: claims, contradictions and others."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.console import show, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.options import AsJson, named_case_path

if TYPE_CHECKING:
    from rich.console import RenderableType

    from twosource.model.case import Case

CASE_NAME = "case.json"

CasePath = Annotated[
    Path,
    typer.Argument(
        metavar="CASE",
        parser=named_case_path,
        help="A case that is kept, a case file, or the folder that examine wrote it to.",
    ),
]


def claims(case: CasePath, as_json: AsJson = False) -> None:
    """Show what the reports give answers to: who gives which answer, and from how many origins."""
    from twosource.brief.views import claims_view

    _view(case, as_json, claims_view, ("questions", "claims", "origins", "sourcing"))


def contradictions(case: CasePath, as_json: AsJson = False) -> None:
    """Show where the versions collide, side by side with the words of each."""
    from twosource.brief.views import contradictions_view

    _view(case, as_json, contradictions_view, ("contradictions",))


def findings(case: CasePath, as_json: AsJson = False) -> None:
    """Show which printed details cannot be true, which hold, and which cannot be told."""
    from twosource.brief.views import findings_view

    _view(case, as_json, findings_view, ("findings",))


Note = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="HYPOTHESIS WORDS", show_default=False),
]


def hypotheses(
    case: CasePath, as_json: AsJson = False, absent: Note = None, seen: Note = None
) -> None:
    """Show which explanations compete, and what speaks for and against each.

    --absent notes in the case file what you would expect to see if a hypothesis were so and do not
    see; --seen takes such a note back.
    """
    from twosource.brief.explained import hypotheses_view

    with failures_told(as_json=as_json):
        _note_absence(case, absent, seen)
    _view(case, as_json, hypotheses_view, ("hypotheses",))


def lineage(case: CasePath, as_json: AsJson = False) -> None:
    """Show which report descends from, names, or shares its text with which."""
    from twosource.brief.views import lineage_view

    _view(case, as_json, lineage_view, ("lineage", "outside_origins", "attribution_losses"))


def _view(
    path: Path, as_json: bool, view: Callable[[Case], RenderableType], parts: tuple[str, ...]
) -> None:
    """Show a view of a case, or the parts of its file that the view rests on."""
    from twosource.store.case_file import read_case

    with failures_told(as_json=as_json):
        text = case_text(path)
        case = read_case(text)
        if as_json:
            document = json.loads(text)
            found = {part: document[part] for part in parts}
            write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        else:
            show(view(case))


def _note_absence(path: Path, absent: Note, seen: Note) -> None:
    """Write what an analyst notes as absent, or takes back, into the case file."""
    from twosource.hypotheses.absence import with_absent, without_absent
    from twosource.model.identity import HypothesisId
    from twosource.store.case_file import case_json, read_case
    from twosource.store.files import write_whole

    if absent is None and seen is None:
        return
    if kept_place(path) is not None:
        raise RefusedError(
            ExitCode.USAGE,
            f"{path}: a case that is kept takes no notes of what is absent in this version",
            "note it in a case file: twosource export CASE --format json --output FILE",
        )
    case = read_case(case_text(path))
    found = case.hypotheses
    if absent is not None:
        found = with_absent(found, HypothesisId(absent[0]), absent[1])
    if seen is not None:
        found = without_absent(found, HypothesisId(seen[0]), seen[1])
    file = path / CASE_NAME if path.is_dir() else path
    write_whole(file, case_json(replace(case, hypotheses=found)))


def case_text(path: Path) -> str:
    """The text of a case file that was named, itself or by its folder.

    Raises:
        RefusedError: If there is none, or it is no text.
        NotFoundError: If a case that is kept was not examined yet.
    """
    place = kept_place(path)
    if place is not None:
        from twosource.engine.cases import case_document

        return case_document(place)
    file = path / CASE_NAME if path.is_dir() else path
    if not file.is_file():
        raise RefusedError(
            ExitCode.NOT_FOUND,
            f"{file}: there is no case file",
            "examine the reports first: twosource examine PATH... --output OUT",
        )
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(
            ExitCode.USAGE, f"{file}: it cannot be read ({error})", "name another case file"
        ) from error


def kept_place(path: Path) -> str | None:
    """The place of a case that is kept, where a path names one."""
    from twosource.store.place import is_address, is_kept

    # a path folds the two slashes of an address into one
    place = re.sub(r"^(postgres[\w+]*):/(?!/)", r"\1://", str(path))
    return place if is_address(place) or is_kept(place) else None
