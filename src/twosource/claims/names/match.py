"""Whether two printed names are one name, by the kind of thing that they name."""

from __future__ import annotations

from twosource.claims.names.bodies import same_body
from twosource.claims.names.persons import same_person
from twosource.claims.names.verdict import NameMatch
from twosource.model.entity import EntityKind


def same_name(left: str, right: str, kind: EntityKind) -> NameMatch:
    """Whether two printed names are one name.

    The names alone are compared; whether two bearers of one name are one person is another
    question, which the reports decide.

    Args:
        left: A name as printed, titles and legal forms included.
        right: Another.
        kind: What they name. Persons' names have given names, initials and short forms; all other
            names have distinctive words, generic words and acronyms.

    Returns:
        The verdict with a score and a reason; symmetric in the names.
    """
    if kind is EntityKind.PERSON:
        return same_person(left, right)
    return same_body(left, right)
