"""Names beside the words for a speaker: in apposition, after "identified himself as", as title.

Also which words of a report mean its own publisher ("the company" in a company's statement).
"""

from __future__ import annotations

from collections.abc import Collection

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import dependents, subtree
from twosource.reference.cues import PERSON_ROLES
from twosource.reference.outlets import is_outlet
from twosource.statements.entities import RANKS, TITLES, before_titles, is_comma
from twosource.statements.phrases import Phrase

INTRODUCING = frozenset("give identify introduce name".split())
"""Verbs by which unnamed persons tell the name that they wish to be called by."""
OUTLET_WORDS = frozenset(
    "agency broadcasting broadcaster bulletin chronicle courier daily dispatch echo examiner "
    "express gazette globe guardian herald inquirer journal magazine mail media mercury "
    "mirror monitor news newspaper newsroom newswire observer post press radio record "
    "reporter review sentinel standard star telegraph television times today tribune tv voice "
    "weekly wire".split()
)
"""Words of the names of papers, stations and agencies."""
CORPORATE = frozenset(
    "ab ag airline airlines airways as bank bv co company corp corporation energy gmbh group "
    "holdings inc industries jsc limited llc llp ltd motors nv ojsc oy pjsc plc pty railway "
    "railways sa spa systems".split()
)
"""Last words of the names of businesses."""
BUSINESS = frozenset(
    "airline bank business carrier company corporation firm group manufacturer operator owner "
    "producer railway utility".split()
)
"""Nouns by which a text takes up a business that it named before."""


def name_beside(reading: Reading, phrase: Phrase) -> int | None:
    """Position of the one person's name that follows a role after a comma.

    The parse often hangs it on another noun: "the head of the Harbour Board, Ilse Brandt, said".
    """
    head = reading.tokens[phrase.head]
    if head.lemma.lower() not in PERSON_ROLES or head.xpos == "NNS":
        return None
    after = phrase.last + 1 if is_comma(reading, phrase.last) else phrase.last
    found = [
        n
        for n, name in enumerate(reading.names)
        if name.kind is NameKind.PERSON
        and phrase.head < name.first <= after + 1
        and _is_beside(reading, phrase, (name.first, name.last))
    ]
    return found[0] if len(found) == 1 else None


def _is_beside(reading: Reading, phrase: Phrase, name: tuple[int, int]) -> bool:
    """Whether a name is that of the role: after a comma, or closing its words without "of"."""
    first, last = name
    before = before_titles(reading, first) - 1
    if is_comma(reading, before):
        return last == phrase.last or is_comma(reading, last)
    closes = last == phrase.last and not dependents(reading, first, "case")
    return closes and before >= phrase.head and reading.tokens[before].upos in {"NOUN", "PROPN"}


def name_given(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:
    """The name in "a trader who identified himself as Sol", as a half-open run of tokens."""
    for clause in dependents(reading, phrase.head, "acl:relcl", "acl"):
        for verb in (clause, *dependents(reading, clause, "xcomp")):
            if reading.tokens[verb].lemma.lower() not in INTRODUCING:
                continue
            for child in dependents(reading, verb, "obl", "xcomp", "nmod"):
                first = subtree(reading, child)
                names = [t for t in first if reading.tokens[t].upos == "PROPN"]
                introduced = reading.tokens[first[0]].lemma.lower() in {"as", "only"}
                if introduced and names and names[-1] - names[0] + 1 == len(names):
                    return names[0], names[-1] + 1
    return None


def is_titled(reading: Reading, phrase: Phrase) -> bool:
    """Whether a rank, title or role stands before a proper name: "Commander Sol"."""
    if reading.tokens[phrase.head].upos != "PROPN":
        return False
    before = {reading.tokens[t].lemma.lower().rstrip(".") for t in range(phrase.first, phrase.head)}
    return bool(before & (TITLES | RANKS | PERSON_ROLES))


def means_publisher(lemma: str, publisher: str, named: Collection[str] = ()) -> bool:
    """Whether a noun with "the" can mean the publisher of a report.

    "The ministry" in a text of the Ministry of Ports, "the company" in one of Sol Shipping Ltd, or
    in one of Sol Shipping that names itself. Outlets mostly write about others.

    Args:
        lemma: The noun.
        publisher: Who published the report.
        named: Names that stand in the report.
    """
    words = [word.strip(".,()").casefold() for word in publisher.split()]
    if not words or is_outlet(publisher) or OUTLET_WORDS.intersection(words):
        return False
    if lemma in words:
        return True
    itself = any(names_publisher(name, publisher) for name in named)
    return lemma in BUSINESS and (words[-1] in CORPORATE or itself)


def names_publisher(name: str, publisher: str) -> bool:
    """Whether a name is the publisher's, whole or its first words ("Sol" for Sol Shipping)."""
    mine = name.casefold().removeprefix("the ").split()
    whole = publisher.casefold().removeprefix("the ").split()
    return bool(mine) and mine == whole[: len(mine)]
