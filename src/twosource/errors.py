"""The exception tree: three families, by who can act on the error.

``SettingsError``: whoever runs Twosource can mend it (a wrong option, a missing folder, an extra
that is not installed). ``MaterialError``: the material cannot be read; the rest of the case goes
on without it. ``InvariantError``: a rule of the house was broken, which is a defect in Twosource.

A check that cannot decide raises nothing: "cannot tell" is a value.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """Root of every error that Twosource raises on purpose."""


class SettingsError(TwosourceError):
    """The call cannot be carried out as asked; the message says what to change."""


class NotFoundError(SettingsError):
    """Something that was named does not exist."""


class MissingExtraError(SettingsError):
    """A feature needs an extra that is not installed; the message names it."""


class MaterialError(TwosourceError):
    """One item of the material cannot be read.

    Args:
        name: The item, as its user knows it (a file name, a line of a file).
        what: What is wrong, with the value seen.
        remedy: What to do about it.
    """

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}; {remedy}")
        self.name = name
        self.what = what
        self.remedy = remedy


class InvariantError(TwosourceError):
    """A rule of the house was broken: a defect in Twosource, never the user's doing."""
