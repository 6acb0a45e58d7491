"""The accounts of a desk: names, roles, and hashes of passwords, in one file of their own."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import MissingExtraError, NotFoundError, SettingsError
from twosource.store.files import ensure_folder, write_whole
from twosource.web.sessions import Rank, rank_of

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12
"""Characters that a password has at least (NIST SP 800-63B-4 asks for 15, or 8 beside more)."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may sign in.

    Attributes:
        name: Whom decisions are signed with.
        role: ``reader``, ``analyst`` or ``lead``.
        hash: Argon2id hash of the password, with its salt and its costs.
        disabled: Whether they may sign in no more. Accounts are never deleted: the logs name them.
    """

    name: str
    role: str
    hash: str
    disabled: bool = False

    @property
    def rank(self) -> Rank:
        """What they may do."""
        return rank_of(self.role)


class Accounts:
    """The accounts in a file, read anew whenever it changed.

    Args:
        file: The file; it is made with the first account, for its owner's eyes only.

    Raises:
        MissingExtraError: If the library that hashes passwords is not installed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._hasher = _hasher()
        self._nobody = self._hasher.hash("nobody signs in with this")

    def all(self) -> tuple[Account, ...]:
        """Every account, in the order of their making.

        Raises:
            SettingsError: If the file cannot be read.
        """
        return tuple(self._read().values())

    def signed_in(self, name: str, password: str) -> Account | None:
        """The account of a name and its password; ``None`` if they do not fit.

        It takes as long for a name that there is not as for one that there is.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        found = self._read().get(name)
        try:
            self._hasher.verify(self._nobody if found is None else found.hash, password)
        except (VerificationError, InvalidHashError):
            return None
        return None if found is None or found.disabled else found

    def add(self, name: str, password: str, role: str) -> Account:
        """Make an account.

        Raises:
            SettingsError: If there is one of that name, or the name or the password will not do.
        """
        plain = " ".join(name.split())
        if not plain or plain != name or not name.isprintable():
            raise SettingsError(f"{name!r} will not do as a name; use letters and single spaces")
        made = Account(name, _role(role), self._hash(password))
        with self._changing() as known:
            if name in known:
                raise SettingsError(f"there is an account {name!r} already")
            known[name] = made
        return made

    def change(
        self,
        name: str,
        *,
        password: str | None = None,
        role: str | None = None,
        disabled: bool | None = None,
    ) -> Account:
        """Change an account.

        Raises:
            NotFoundError: If there is none of that name.
            SettingsError: If no lead would be left, or the password will not do.
        """
        with self._changing() as known:
            found = known.get(name)
            if found is None:
                raise NotFoundError(f"there is no account {name!r}")
            if password is not None:
                found = replace(found, hash=self._hash(password))
            if role is not None:
                found = replace(found, role=_role(role))
            if disabled is not None:
                found = replace(found, disabled=disabled)
            known[name] = found
            if not any(one.role == "lead" and not one.disabled for one in known.values()):
                raise SettingsError("no lead would be left who could undo this; make another first")
        return found

    def _hash(self, password: str) -> str:
        if len(password) < SHORTEST:
            raise SettingsError(f"a password has at least {SHORTEST} characters")
        return self._hasher.hash(password)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Account]]:
        """The accounts, written when the block is done and nothing was raised."""
        with self._lock:
            known = self._read()
            yield known
            ensure_folder(self._file.parent)
            nodes = [asdict(one) for one in known.values()]
            before = os.umask(0o077)
            try:
                write_whole(self._file, json.dumps({"accounts": nodes}, indent=1) + "\n")
            finally:
                os.umask(before)

    def _read(self) -> dict[str, Account]:
        try:
            text = self._file.read_text("utf-8")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise SettingsError(f"{self._file} cannot be read ({error.strerror})") from error
        try:
            nodes: list[Mapping[str, object]] = json.loads(text)["accounts"]
            found = [Account(**one) for one in nodes]  # type: ignore[arg-type] # checked below
            return {str(one.name): replace(one, role=_role(one.role)) for one in found}
        except (ValueError, TypeError, KeyError) as error:
            raise SettingsError(f"{self._file} is no file of accounts ({error})") from error


def _role(role: str) -> str:
    if role.upper() not in Rank.__members__:
        raise SettingsError(f"{role!r} is no role; name one of reader, analyst, lead")
    return role.lower()


def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher
    except ImportError as error:
        raise MissingExtraError(
            "accounts need a library that hashes passwords: pip install 'twosource[server]'"
        ) from error
    return PasswordHasher()
