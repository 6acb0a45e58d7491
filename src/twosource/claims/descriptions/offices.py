"""Holders of offices ("the mayor of X", "X's mayor Y") and the bodies around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.descriptions.scan import (
    POSSESSIVES,
    Owner,
    Scan,
    owner_after,
    owner_before,
)
from twosource.language.interface import Name, NameKind
from twosource.language.tree import base, dependents
from twosource.model.report import Report, Span, cut
from twosource.reference.offices import (
    NOT_IN_OFFICE,
    OFFICE_ADJECTIVES,
    OFFICE_NOUNS,
    OFFICES,
    SPEAKING_BODIES,
)

FILLERS = frozenset("official current incumbent own".split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its owner, as a run of tokens without the article.

    Attributes:
        first, last: The whole phrase, half-open.
        start, end: The words of the office alone.
        what: The office.
        owner: Whose office it is, or ``None``.
    """

    first: int
    last: int
    start: int
    end: int
    what: str
    owner: Owner | None


def offices_in(report: Report, scan: Scan) -> Iterator[Description]:
    """Describe every holder of an office that is printed with an owner, and every such body."""
    at = 0
    while at < len(scan.words):
        office = _office_at(scan, at)
        if office is not None and scan.word(office.last) in POSSESSIVES:
            body = _body_at(scan, office.last + 1)
            if body is not None:
                whole = Office(office.first, body, office.start, body, office.what, office.owner)
                yield _body(report, scan, whole)
                at = body
                continue
        if office is not None and office.owner is not None:
            yield _holder(report, scan, office)
        bare = None if office is not None else _bare_body(scan, at)
        if bare is not None:
            yield _body(report, scan, bare)
        at = max(at + 1, office.end if office else at, bare.last if bare else at)


def _office_at(scan: Scan, at: int) -> Office | None:
    """An office whose words begin at a token."""
    words = next((words for words in OFFICES if scan.stands(words, at)), None)
    if words is None:
        return None
    end = at + len(words)
    first = at - 1 if scan.word(at - 1) in FILLERS else at
    before = scan.word(first - 1)
    if before in NOT_IN_OFFICE or before.startswith("ex-"):
        return None
    what = _one_name(" ".join(words))
    owner = owner_before(scan, first)
    if owner is not None:
        held = scan.word(owner.first - 1) not in NOT_IN_OFFICE
        return Office(owner.first, end, at, end, what, owner) if held else None
    after = owner_after(scan, end)
    if after is not None:
        return Office(at, after[1], at, end, what, after[0])
    return Office(at, end, at, end, what, None)


def _one_name(office: str) -> str:
    """One name for offices that are spelt or called in two ways."""
    other = {"premier": "prime minister", "chief of police": "police chief"}
    return other.get(office, office).replace("defense", "defence").replace("labor", "labour")


def _body_at(scan: Scan, at: int) -> int | None:
    """Where the noun of a speaking body that begins at a token ends."""
    at += scan.word(at) in FILLERS
    words = next((words for words in SPEAKING_BODIES if scan.stands(words, at)), None)
    return None if words is None else at + len(words)


def _bare_body(scan: Scan, at: int) -> Office | None:
    """A body named by an adjective or noun of an office, or after a person: "Y's press service"."""
    word = scan.word(at)
    if word in OFFICE_NOUNS:
        end: int | None = at + 1
        what = OFFICE_NOUNS[word]
    elif word in OFFICE_ADJECTIVES:
        end, what = _body_at(scan, at + 1), OFFICE_ADJECTIVES[word]
    else:
        end, what = _body_at(scan, at), ""
    if end is None:
        return None
    first = at - 1 if scan.word(at - 1) in FILLERS else at
    owner = owner_before(scan, first)
    after = None
    if owner is None:
        after = owner_after(scan, end)
    if not what:
        return _of_person(scan, owner, at, end)
    if owner is None and after is None:
        return Office(at, end, at, end, what, None) if scan.capital(at) else None
    if owner is not None:
        return Office(owner.first, end, at, end, what, owner)
    return Office(at, after[1], at, end, what, after[0]) if after else None


def _of_person(scan: Scan, owner: Owner | None, at: int, end: int) -> Office | None:
    """A body after a person's name; "Y's office" only where it acts, for it may be a room."""
    if owner is None or owner.person is None:
        return None
    if end - at == 1 and not _acts(scan, at):
        return None
    return Office(owner.first, end, at, end, "", owner)


def _acts(scan: Scan, head: int) -> bool:
    token = scan.reading.tokens[head]
    if token.relation in {"nsubj", "obl:agent"}:
        return not dependents(scan.reading, head, "conj")
    cases = {scan.word(child) for child in dependents(scan.reading, head, "case")}
    return base(token.relation) in {"obl", "nmod"} and bool(cases & {"by", "according"})


def _holder(report: Report, scan: Scan, office: Office) -> Description:
    name = _name_after(scan, office) or _name_before(scan, office)
    last = office.last
    if name is not None and name.first == office.last:
        last = name.last
    return Description(
        span=_cut(report, scan, office.first, last),
        core=_cut(report, scan, office.start, office.end),
        kind=DescriptionKind.OFFICE_HOLDER,
        what=office.what,
        owner=office.owner.name if office.owner else "",
        holder=None if name is None else _cut(report, scan, name.first, _end_of(scan, name)),
    )


def _name_after(scan: Scan, office: Office) -> Name | None:
    """The holder's name right after the office, or between commas after it."""
    name = scan.starting.get(office.last)
    if name is None and scan.word(office.last) == ",":
        name = scan.starting.get(office.last + 1)
        if name is not None and scan.word(_end_of(scan, name)) not in {",", ".", ";"}:
            name = None
    return (
        name if _is_person(name) and name and scan.same_sentence(office.start, name.first) else None
    )


def _name_before(scan: Scan, office: Office) -> Name | None:
    """The holder's name before the office in an aside: "Y, the mayor of X, said"."""
    comma = office.first - 1
    comma -= scan.word(comma) == "the"
    if scan.word(comma) != "," or scan.word(office.last) not in {",", ".", ";", "", ")"}:
        return None
    name = scan.ending.get(comma)
    return (
        name if _is_person(name) and name and scan.same_sentence(office.start, name.first) else None
    )


def _is_person(name: Name | None) -> bool:
    return name is not None and name.kind is NameKind.PERSON


def _end_of(scan: Scan, name: Name) -> int:
    return next((end for end, found in scan.ending.items() if found is name), name.last)


def _body(report: Report, scan: Scan, body: Office) -> Description:
    person = body.owner.person if body.owner and not body.what else None
    return Description(
        span=_cut(report, scan, body.first, body.last),
        core=_cut(report, scan, body.start, body.end),
        kind=DescriptionKind.BODY,
        what=body.what,
        owner="" if body.owner is None or person else body.owner.name,
        person=None if person is None else _cut(report, scan, person.first, _end_of(scan, person)),
    )


def _cut(report: Report, scan: Scan, first: int, last: int) -> Span:
    tokens = scan.reading.tokens
    return cut(report, tokens[first].start, tokens[last - 1].end)
