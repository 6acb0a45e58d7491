"""The commands that show one part of an examined case: claims, contradictions and others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import case_begun
from twosource.cli.console import show, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.located import CASE_NAME, case_text, kept_place
from twosource.cli.options import AsCsv, AsJson, named_case_path

if TYPE_CHECKING:
    from rich.console import RenderableType

    from twosource.model.case import Case

CasePath = Annotated[
    Path,
    typer.Argument(
        metavar="CASE",
        parser=named_case_path,
        autocompletion=case_begun,
        help="A case that is kept, a case file, or the folder that examine wrote it to.",
    ),
]


def changes(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show which reports were changed after they were kept, how, and whether they say so."""
    from twosource.brief.edited import editions_view

    _view(Asked("changes", case, as_json, as_csv), editions_view, ("editions", "superseded"))


def claims(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show what the reports give answers to: who gives which answer, and from how many origins."""
    from twosource.brief.views import claims_view

    _view(
        Asked("claims", case, as_json, as_csv),
        claims_view,
        ("questions", "claims", "origins", "sourcing"),
    )


def contradictions(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show where the versions collide, side by side with the words of each."""
    from twosource.brief.views import contradictions_view

    _view(Asked("contradictions", case, as_json, as_csv), contradictions_view, ("contradictions",))


def findings(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show which printed details cannot be true, which hold, and which cannot be told."""
    from twosource.brief.views import findings_view

    _view(Asked("findings", case, as_json, as_csv), findings_view, ("findings",))


Note = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="HYPOTHESIS WORDS", show_default=False),
]


def hypotheses(
    case: CasePath,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    absent: Note = None,
    seen: Note = None,
) -> None:
    """Show which explanations compete, and what speaks for and against each.

    --absent notes in the case file what you would expect to see if a hypothesis were so and do not
    see; --seen takes such a note back.
    """
    from twosource.brief.explained import hypotheses_view

    with failures_told(as_json=as_json):
        _note_absence(case, absent, seen)
    _view(Asked("hypotheses", case, as_json, as_csv), hypotheses_view, ("hypotheses",))


def lineage(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show which report descends from, names, or shares its text with which."""
    from twosource.brief.views import lineage_view

    _view(
        Asked("lineage", case, as_json, as_csv),
        lineage_view,
        ("lineage", "outside_origins", "attribution_losses"),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of which case is asked for, and in which form.

    Attributes:
        part: The name of the part, as its table is called.
        path: The case.
        as_json: Whether as JSON.
        as_csv: Whether as a table.
    """

    part: str
    path: Path
    as_json: bool
    as_csv: bool


def _view(asked: Asked, view: Callable[[Case], RenderableType], parts: tuple[str, ...]) -> None:
    """Show a view of a case, its table, or the parts of its file that the view rests on."""
    from twosource.store.case_file import read_case

    with failures_told(as_json=asked.as_json):
        refuse_two_forms(as_json=asked.as_json, as_csv=asked.as_csv)
        text = case_text(asked.path)
        case = read_case(text)
        if asked.as_json:
            document = json.loads(text)
            found = {part: document[part] for part in parts}
            write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        elif asked.as_csv:
            write_table(case, asked.part)
        else:
            show(view(case))


def _review_absence(place: str, absent: Note, seen: Note) -> None:
    """Decide in a kept case on what is absent; what is seen after all is undone."""
    from twosource.engine.deciding import expecting, unexpecting
    from twosource.engine.desk import applied_case, decide
    from twosource.engine.stamps import stamp
    from twosource.store.kept import open_kept

    with open_kept(place) as kept:
        case, reviews = applied_case(kept).case, kept.reviews()
    made = []
    if absent is not None:
        made.append(expecting(case, absent[0], absent[1], ""))
    if seen is not None:
        made.append(unexpecting(case, reviews, seen[0], seen[1]))
    decide(place, made, stamp(""))


def refuse_two_forms(*, as_json: bool, as_csv: bool) -> None:
    """Refuse to write one document in two forms.

    Raises:
        RefusedError: If both are asked for.
    """
    if as_json and as_csv:
        raise RefusedError(ExitCode.USAGE, "--json and --csv are two documents", "name one of them")


def write_table(case: Case, part: str) -> None:
    """Write a part of a case as a table."""
    from twosource.exchange.spreadsheet import csv_of
    from twosource.exchange.tables import table_named

    write(csv_of(table_named(case, part)))


def _note_absence(path: Path, absent: Note, seen: Note) -> None:
    """Write what an analyst notes as absent, or takes back, into the case file."""
    from twosource.hypotheses.absence import with_absent, without_absent
    from twosource.model.identity import HypothesisId
    from twosource.store.case_file import case_json, read_case
    from twosource.store.files import write_whole

    if absent is None and seen is None:
        return
    place = kept_place(path)
    if place is not None:
        _review_absence(place, absent, seen)
        return
    case = read_case(case_text(path))
    found = case.hypotheses
    if absent is not None:
        found = with_absent(found, HypothesisId(absent[0]), absent[1])
    if seen is not None:
        found = without_absent(found, HypothesisId(seen[0]), seen[1])
    file = path / CASE_NAME if path.is_dir() else path
    write_whole(file, case_json(replace(case, hypotheses=found)))
