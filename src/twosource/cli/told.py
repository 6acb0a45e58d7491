"""The commands that tell a case as a whole: its brief, its timeline, and files of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import format_begun
from twosource.cli.console import show, tell, tell_json, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.located import case_text, kept_place
from twosource.cli.options import AsCsv, AsJson, Quiet, Since, named_path
from twosource.cli.views import CasePath, refuse_two_forms, write_table
from twosource.errors import SettingsError

if TYPE_CHECKING:
    from twosource.engine.formats import Format
    from twosource.model.case import Case

REVIEW_SHEET = "review-csv"
"""The format that is read back with ``review import``."""

FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=format_begun,
        help="html, md, docx, pdf, csv, json, review-csv, annotations, geojson, prov, ftm, stix"
        " wikitext, claimreview or datapackage; html without it.",
        show_default=False,
    ),
]
ExportFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=named_path,
        help="File to write; standard output without it.",
    ),
]


def brief(
    case: CasePath, since: Since = None, as_json: AsJson = False, as_csv: AsCsv = False
) -> None:
    """Show the brief: what is known, disputed, claimed and unknown, and what it rests on."""
    from twosource.brief.writers.terminal import terminal_brief
    from twosource.store.case_file import case_json

    with failures_told(as_json=as_json):
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        found = _told(case, since)
        if as_json:
            _write_json({"brief": json.loads(case_json(found))["brief"]})
        elif as_csv:
            write_table(found, "brief")
        else:
            show(terminal_brief(found.brief))


def timeline(case: CasePath, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show what the reports date, in order, and when they were published."""
    from twosource.brief.views import timeline_view
    from twosource.store.case_file import read_case

    with failures_told(as_json=as_json):
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        text = case_text(case)
        found = read_case(text)
        if as_json:
            document = json.loads(text)
            asked = [one for one in document["questions"] if one["kind"] == "when"]
            texts = {one["text"] for one in asked}
            given = [one for one in document["claims"] if one["question"] in texts]
            published = [
                {"report": one["id"], "published": one["published"]} for one in document["reports"]
            ]
            _write_json({"questions": asked, "claims": given, "reports": published})
        elif as_csv:
            write_table(found, "timeline")
        else:
            show(timeline_view(found))


def export(
    case: CasePath,
    format_name: FormatName = None,
    output: ExportFile = None,
    since: Since = None,
    as_json: AsJson = False,
    quiet: Quiet = None,
) -> None:
    """Write a case, or its brief, as a file."""
    from twosource.engine.formats import format_named
    from twosource.settings.read import read_settings
    from twosource.store.files import write_whole_bytes

    with failures_told(as_json=as_json):
        silent = read_settings(case).quiet if quiet is None else quiet
        wanted = _format_set(case) if format_name is None else format_named(format_name)
        if output is None and wanted.binary and sys.stdout.isatty():
            raise RefusedError(
                ExitCode.USAGE,
                f"{wanted.name} is no text for a terminal",
                f"name a file: --output brief{wanted.suffix}",
            )
        content = _written(wanted, case, since)
        if wanted.cannot_hold:
            _tell_limits(wanted, as_json=as_json)
        if output is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            return
        write_whole_bytes(output, content)
        if silent:
            return
        if as_json:
            tell_json("written", path=str(output))
        else:
            tell(f"written: {output}")


def _written(wanted: Format, case: Path, since: Path | None) -> bytes:
    """The bytes of a case in a format; a sheet of a kept case tells what was decided already.

    Raises:
        RefusedError: If the format holds what people signed, and a case file is named.
    """
    from twosource.engine.desk import sheet_of, signed_answers
    from twosource.store.kept import open_kept

    place = kept_place(case)
    if wanted.name == REVIEW_SHEET and place is not None:
        return sheet_of(place).encode("utf-8-sig")
    if wanted.signed is None:
        return wanted.write(_told(case, since))
    if place is None:
        raise RefusedError(
            ExitCode.USAGE,
            f"{case}: {wanted.name} holds what people decided, and a case file holds no decisions",
            "name a case that is kept: twosource new CASE",
        )
    with open_kept(place) as kept:
        return wanted.signed(*signed_answers(kept))


def _format_set(case: Path) -> Format:
    """The format that is set.

    Raises:
        SettingsError: If there is none of that name; the message says where it is set.
    """
    from twosource.engine.formats import format_named
    from twosource.settings.read import read_settings

    held = read_settings(case)
    try:
        return format_named(held.format)
    except SettingsError as error:
        place = next(one.place for one in held.found if one.setting.key == "format")
        raise SettingsError(f"{place}: {error}") from error


def _told(path: Path, since: Path | None) -> Case:
    """The case that a path names, its brief told against an earlier one where that is named."""
    from twosource.pipeline.examine import told
    from twosource.store.case_file import read_case

    found = read_case(case_text(path))
    return found if since is None else told(found, read_case(case_text(since)))


def _tell_limits(wanted: Format, *, as_json: bool) -> None:
    """Say what of the case the file does not hold."""
    if as_json:
        for part in wanted.cannot_hold:
            tell_json("cannot_hold", format=wanted.name, part=part)
        return
    for part in wanted.cannot_hold:
        tell(f"{wanted.name} cannot hold: {part}")


def _write_json(document: object) -> None:
    write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
