"""Who is meant: the entities of one report, and how a speaker's words lead to one of them.

Names are joined within the report only: equal names, a surname that one full name in the report
bears, an acronym printed beside its expansion. Roles and pronouns lead to a name where the report
ties them to exactly one; where two fit, nobody is chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from twosource.language.interface import Name, NameKind, Reading
from twosource.language.tree import base, dependents
from twosource.model.entity import EntityKind
from twosource.reference.cues import FEMALE_TITLES, MALE_TITLES, PERSON_ROLES
from twosource.reference.outlets import is_outlet

KINDS = {
    NameKind.PERSON: EntityKind.PERSON,
    NameKind.ORGANISATION: EntityKind.ORGANISATION,
    NameKind.PLACE: EntityKind.PLACE,
    NameKind.MISCELLANEOUS: EntityKind.OTHER,
}
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady gen maj col lt sgt capt cmdr adm sen rep rev "
    "hon st fr president minister senator".split()
)
"""Words before a name that are no part of it."""
_OFFICES = frozenset(
    "executive operating financial medical press information returning technical".split()
)
RANKS = frozenset(
    "admiral brigadier captain cdr chancellor colonel commander commissioner corporal deputy "
    "general governor inspector judge justice lieutenant major marshal mayor sergeant "
    "superintendent".split()
)
"""Ranks and offices that stand before a person's name."""


@dataclass(slots=True)
class LocalEntity:
    """One entity of one report while it is being gathered.

    Attributes:
        name: The fullest form seen.
        kinds: How often each kind was read for it.
        names: Positions in ``Reading.names``.
        roles: Lemmas of the role nouns printed beside its names.
        gender: ``f``, ``m`` or ``""`` where the report does not tell.
        reasons: Why forms were joined.
        rivals: Positions of the entities that the name could shorten, where there are several.
    """

    name: str
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    names: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    reasons: list[str] = field(default_factory=list)
    rivals: list[int] = field(default_factory=list)

    @property
    def kind(self) -> EntityKind:
        """The kind read most often, the first read where two are equal."""
        return self.kinds.most_common(1)[0][0] if self.kinds else EntityKind.UNKNOWN


def entities_of(reading: Reading) -> tuple[list[LocalEntity], dict[int, int]]:
    """Gather the entities of a report from its names.

    Returns:
        The entities in order of first mention, and for each position in ``reading.names`` the
        position of its entity.
    """
    entities: list[LocalEntity] = []
    by_form: dict[str, int] = {}
    owner: dict[int, int] = {}
    order = sorted(
        range(len(reading.names)),
        key=lambda n: (-_length(reading.names[n]), reading.names[n].first),
    )
    for n in order:
        form = printed(reading, reading.names[n])
        key = form.casefold()
        if key not in by_form:
            by_form[key] = _match(reading, n, form, entities, by_form)
        position = by_form[key]
        entity = entities[position]
        entity.names.append(n)
        entity.kinds[kind_of(reading, reading.names[n])] += 1
        owner[n] = position
    for position, entity in enumerate(entities):
        entity.names.sort()
        _describe(reading, entity)
        by_form.setdefault(entity.name.casefold(), position)
    return entities, owner


BODIES = frozenset(
    "alliance association bureau club coalition college commission committee council court forum "
    "foundation institute league ministry movement network observatory society trust union".split()
)
"""Last words of names that are bodies, whatever the reader took them for."""


def kind_of(reading: Reading, name: Name) -> EntityKind:
    """What a name names: a known outlet is a body, else what the reader took it for."""
    last = reading.tokens[name.last - 1].text.lower()
    body = name.kind is NameKind.PERSON and name.last - name.first > 1 and last in BODIES
    if body or is_outlet(printed(reading, name)):
        return EntityKind.ORGANISATION
    return KINDS[name.kind]


def printed(reading: Reading, name: Name) -> str:
    """The words of a name, without a title before it and a possessive mark after it."""
    first = untitled(reading, name)
    text = reading.text[reading.tokens[first].start : reading.tokens[name.last - 1].end]
    return " ".join(POSSESSIVE.sub("", text).split())


def untitled(reading: Reading, name: Name) -> int:
    """The first token of a name after its titles."""
    first = name.first
    titles = {"the"} | (TITLES | RANKS if name.kind is NameKind.PERSON else TITLES)
    while first + 1 < name.last and reading.tokens[first].text.lower().rstrip(".") in titles:
        first += 1
    return first


def _length(name: Name) -> int:
    return name.last - name.first


def _match(
    reading: Reading, n: int, form: str, entities: list[LocalEntity], by_form: dict[str, int]
) -> int:
    """The entity that a new form belongs to; a new one where none or several fit."""
    kind = kind_of(reading, reading.names[n])
    words = form.split()
    fits = [
        i
        for i, entity in enumerate(entities)
        if (kind is EntityKind.PERSON or entity.kind is kind)
        and _shortens(words, entity, reading, n)
    ]
    if len(fits) == 1:
        entity = entities[fits[0]]
        entity.reasons.append(
            f"“{form}” shortens “{entity.name}”, the only such name in the report"
        )
        return fits[0]
    entities.append(LocalEntity(form, rivals=fits))
    return len(entities) - 1


def _shortens(words: list[str], entity: LocalEntity, reading: Reading, n: int) -> bool:
    """Whether a form is a shorter way to print an entity's name."""
    full = entity.name.split()
    if len(words) >= len(full):
        return False
    if entity.kind is EntityKind.PERSON:
        return words[-1].casefold() == full[-1].casefold() or (
            len(words) == 1 and words[0].casefold() == full[0].casefold()
        )
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        initials = "".join(w[0] for w in full if w[0].isupper())
        return words[0].rstrip(".").replace(".", "") == initials
    return False


def _describe(reading: Reading, entity: LocalEntity) -> None:
    """Roles and gender from the words around an entity's names."""
    if entity.kind is not EntityKind.PERSON:
        return
    for n in entity.names:
        name = reading.names[n]
        heads = set(range(name.first, name.last))
        for token in range(name.first, name.last):
            heads.update(
                dependents(reading, token, "nmod:desc", "compound", "appos", "flat", "amod")
            )
            above = reading.tokens[token]
            if base(above.relation) in {"appos", "flat", "compound"}:
                heads.add(above.head)
        heads.update(_roles_above(reading, name.first))
        for token in (*range(max(0, name.first - 2), name.first), *heads):
            _role(reading, entity, token)


def _role(reading: Reading, entity: LocalEntity, token: int) -> None:
    word = reading.tokens[token]
    lemma = word.lemma.lower().rstrip(".")
    if lemma in PERSON_ROLES and not _is_of_office(reading, token):
        entity.roles.add(lemma)
    if lemma in FEMALE_TITLES:
        entity.gender = entity.gender or "f"
    elif lemma in MALE_TITLES:
        entity.gender = entity.gender or "m"


def _is_of_office(reading: Reading, token: int) -> bool:
    """Whether a noun only closes the name of an office: a press officer is no "officer"."""
    before = reading.tokens[token - 1].lemma.lower() if token else ""
    return reading.tokens[token].lemma.lower() == "officer" and before in _OFFICES


def before_titles(reading: Reading, token: int) -> int:
    """The first token of the titles that stand before a name."""
    while token and reading.tokens[token - 1].text.lower().rstrip(".") in TITLES | RANKS:
        token -= 1
    return token


def is_comma(reading: Reading, token: int) -> bool:
    """Whether a token is there and is a comma."""
    return 0 <= token < len(reading.tokens) and reading.tokens[token].text == ","


def _roles_above(reading: Reading, token: int) -> list[int]:
    """Nouns for persons that a name in apposition stands for, however deep the parse hangs it."""
    if not is_comma(reading, before_titles(reading, token) - 1):
        return []
    found: list[int] = []
    current = token
    for _ in range(3):
        relation = base(reading.tokens[current].relation)
        if relation not in {"appos", "compound", "nmod", "flat", "conj"}:
            break
        current = reading.tokens[current].head
        found.append(current)
    return found
