"""The entry point of the command line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from twosource import __version__
from twosource.cli.accounts import accounts
from twosource.cli.archive import archive
from twosource.cli.config import config
from twosource.cli.console import make_streams_safe, write
from twosource.cli.demo import demo
from twosource.cli.doctor import doctor
from twosource.cli.examine import examine
from twosource.cli.exits import ExitCode
from twosource.cli.failures import STOPPED, explain, report_failure
from twosource.cli.kept import add, log, new, search, update, verify
from twosource.cli.review import review
from twosource.cli.serve import serve
from twosource.cli.told import brief, export, timeline
from twosource.cli.views import changes, claims, contradictions, findings, hypotheses, lineage
from twosource.cli.watch import watch

HELP_HINT = "twosource --help lists what can be asked"

app = typer.Typer(
    name="twosource",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(examine)
app.command()(demo)
app.command()(new)
app.command()(add)
app.command()(update)
app.command()(brief)
app.command()(claims)
app.command()(contradictions)
app.command()(findings)
app.command()(hypotheses)
app.command()(lineage)
app.command()(timeline)
app.command()(changes)
app.command()(export)
app.add_typer(review)
archive.command("watch")(watch)
app.add_typer(archive)
app.command()(search)
app.command()(log)
app.command()(verify)
app.command()(config)
app.command()(serve)
app.add_typer(accounts)
app.command()(doctor)


def print_version(asked: bool) -> None:
    """Print the version and stop, if it was asked for."""
    if asked:
        write(f"twosource {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def twosource(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=print_version, is_eager=True),
    ] = False,
) -> None:
    """Read the reports on one contested event and show who said what.

    Every line rests on words that stand in a report. Nothing is fetched or sent; it runs offline.
    Without a command it opens the workbench on the library.
    """
    if context.invoked_subcommand is None:
        serve()


def main() -> None:
    """Run the command line; the exit codes are those of ``ExitCode``."""
    make_streams_safe()
    as_json = "--json" in sys.argv
    try:
        sys.exit(app(prog_name="twosource", standalone_mode=not as_json))
    except KeyboardInterrupt:
        report_failure(as_json, ExitCode.INTERRUPTED, STOPPED, None)
        sys.exit(ExitCode.INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last resort before the shell
        # What the parser of the command line raises is known by its method, not by its class:
        # the class has moved between versions of Typer.
        told = getattr(error, "format_message", None)
        failure = explain(error) if told is None else (ExitCode.USAGE, told(), HELP_HINT)
        report_failure(as_json, *failure)
        sys.exit(failure[0])
