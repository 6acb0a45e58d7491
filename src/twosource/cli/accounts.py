"""``twosource accounts``: who may sign in to a workbench that others reach."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.console import tell, write
from twosource.cli.failures import failures_told

if TYPE_CHECKING:
    from twosource.web.accounts import Accounts

accounts = typer.Typer(
    name="accounts",
    no_args_is_help=True,
    help="Who may sign in to a workbench that others reach: add, list, change.",
)
PersonName = Annotated[str, typer.Argument(metavar="NAME", help="Whom decisions are signed with.")]
RoleName = Annotated[
    str,
    typer.Option("--role", metavar="ROLE", help="reader, analyst or lead."),
]
NewRole = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help="reader, analyst or lead.", show_default=False),
]
Disable = Annotated[
    bool | None,
    typer.Option("--disable/--enable", help="Let them sign in no more, or again."),
]
NewPassword = Annotated[bool, typer.Option("--password", help="Ask for a new password.")]


@accounts.command("add")
def add(name: PersonName, role: RoleName = "analyst") -> None:
    """Make an account. The password is asked for, or read as a line of standard input."""
    with failures_told(as_json=False):
        made = _accounts().add(name, _password(), role)
        tell(f"made: {made.name} ({made.role})")


@accounts.command("list")
def list_() -> None:
    """Show the accounts."""
    with failures_told(as_json=False):
        for one in _accounts().all():
            write(f"{one.role:<8} {one.name}{' (disabled)' if one.disabled else ''}\n")


@accounts.command("change")
def change(
    name: PersonName,
    role: NewRole = None,
    disable: Disable = None,
    password: NewPassword = False,
) -> None:
    """Change the role or the password of an account, or disable it."""
    with failures_told(as_json=False):
        found = _accounts().change(
            name, password=_password() if password else None, role=role, disabled=disable
        )
        tell(f"changed: {found.name} ({found.role}{', disabled' if found.disabled else ''})")


def _accounts() -> Accounts:
    from twosource.web.accounts import Accounts
    from twosource.web.serving import accounts_file

    return Accounts(accounts_file())


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
