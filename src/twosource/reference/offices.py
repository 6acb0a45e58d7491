"""Offices that one person holds at a time, and the bodies that speak for them.

Compiled by hand from common usage. An office that many hold at once (spokesman, lawmaker, adviser)
is not here: its name with its owner does not lead to one person.
"""

from __future__ import annotations

MINISTRIES = (
    "agriculture culture defence defense economy education energy environment finance foreign "
    "health home housing interior justice labor labour railway trade transport"
).split()

OFFICES: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "vice president",
        "prime minister",
        "chief minister",
        "first minister",
        "attorney general",
        "police chief",
        "fire chief",
        "army chief",
        "chief of police",
        "secretary of state",
        *(f"{portfolio} minister" for portfolio in MINISTRIES),
        "president",
        "premier",
        "chancellor",
        "mayor",
        "governor",
        "king",
        "queen",
        "emperor",
        "emir",
        "sultan",
        "pope",
    )
)
"""Names of offices in lower case, the longest first."""

NOT_IN_OFFICE = frozenset(
    "former ex late acting deputy vice assistant interim then next future would-be self-proclaimed "
    "elect a an any every each another past previous no".split()
)
"""Words before an office that make it another one, or nobody's."""

OFFICE_ADJECTIVES = {
    "presidential": "president",
    "mayoral": "mayor",
    "gubernatorial": "governor",
    "royal": "king",
    "papal": "pope",
}
"""Adjectives that name an office."""

OFFICE_NOUNS = {
    "presidency": "president",
    "mayoralty": "mayor",
    "premiership": "prime minister",
    "chancellery": "chancellor",
}
"""Nouns that name the body around an office by themselves."""

SPEAKING_BODIES: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "press service",
        "press department",
        "press office",
        "press bureau",
        "press secretariat",
        "press team",
        "media office",
        "media service",
        "communications office",
        "communications department",
        "information service",
        "secretariat",
        "office",
    )
)
"""Nouns for the body that speaks for the holder of an office, the longest first."""
