"""Roles that one person has in an event, and which of them are one: "driver", "lorry driver"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from twosource.reference.single_roles import ROLES

_ALL = "|".join([*ROLES, *(role.capitalize() for role in ROLES)])
ROLE = re.compile(
    r"(?:(?P<one>\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur)\b|['’]s|\d-year-old)\s+)?"
    r"(?P<before>(?:\b(?!(?:year|the|an?|its|her|his|their|our|and|of|by|with|to|for)\b)[a-z][a-z-]+\s+){0,3})"
    rf"\b(?P<role>{_ALL})\b(?!['’]s)"
)
"""A role with the words before it."""
_MORE = re.compile(
    r"\b(?:other|another|second|former|two|three|both|old|new|deputy|"
    r"off-duty|assistant|trainee|junior|senior|relief|vice|acting|chief|head|co|under|sub)\b"
)
_OWNED = frozenset("its his her their our ’s 's".split())
_PLAIN = frozenset(
    "a an the its his her their our and or of by for to in on at with was is were had has said "
    "that who when as from alleged suspected lone young old elderly dead wounded local unnamed "
    "experienced veteran town city village".split()
)


class Borne(Protocol):
    """Something that is told of a role."""

    @property
    def role(self) -> str:
        """The role."""
        ...


One = TypeVar("One", bound=Borne)


def by_role(told: Sequence[One]) -> Mapping[str, list[One]]:
    """What is told by role; a role with nothing before it is the one of its kind, if there is one.

    Where there are several of its kind, a bare role may be any of them and is left out.
    """
    groups: dict[str, list[One]] = {}
    for one in told:
        groups.setdefault(one.role, []).append(one)
    for role in [role for role in groups if " " not in role]:
        wider = [other for other in groups if other.endswith(f" {role}")]
        if len(wider) == 1:
            groups[wider[0]] += groups.pop(role)
        elif wider:
            del groups[role]
    return {role: groups[role] for role in sorted(groups)}


def roles_in(text: str) -> list[re.Match[str]]:
    """The roles of a sentence that stand for the one who has them, if they are of one sort."""
    found = [match for match in ROLE.finditer(text) if _stands_for_one(match)]
    return found if len({match["role"].lower() for match in found}) == 1 else []


def role_in(text: str) -> str:
    """The one role of which a sentence tells; ``""`` for none and several."""
    found = roles_in(text)
    return role_of(found[0]) if found else ""


def _stands_for_one(match: re.Match[str]) -> bool:
    """Whether a role stands for the one who has it: "the driver", "Captain Sol"."""
    if _MORE.search(match["before"]):
        return False
    if (match["one"] or "").lower() in _OWNED and not match["before"].strip():
        # "Its driver" is the driver of whatever was told of before.
        return False
    return bool(match["one"]) or match["role"][:1].isupper()


def role_of(match: re.Match[str]) -> str:
    """A role with the noun before it that says of what: "forklift driver"."""
    before = [word for word in match["before"].split() if word not in _PLAIN]
    kind = before[-1:] if before and not before[-1].endswith(("ed", "ing", "ly")) else []
    return " ".join([*kind, match["role"].lower()])
