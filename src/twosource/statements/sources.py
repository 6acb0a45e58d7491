"""What sort of source a speaker is, and how close an unnamed one stands to what it tells."""

from __future__ import annotations

from twosource.language.interface import Reading
from twosource.language.tree import dependents, subtree
from twosource.model.entity import EntityKind
from twosource.model.statement import SourceKind
from twosource.reference.cues import DOCUMENT_NOUNS, GROUP_ROLES, PERSON_ROLES, WITNESS_NOUNS
from twosource.reference.outlets import is_outlet
from twosource.statements.entities import LocalEntity
from twosource.statements.phrases import QUANTIFIERS, Phrase

NAMED = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.PLACE,
}
OUTLET_NOUNS = frozenset(
    "agency broadcaster radio television tv channel daily magazine media network newspaper "
    "newsroom outlet outlets paper portal station tabloid website weekly".split()
)
UNNAMED_HEADS = frozenset("insider informant one person people source whistleblower".split())
CLOSENESS_WORDS = frozenset(
    "anonymity briefed close closely direct familiar informed involved inside knowledge near ties "
    "present privy senior unnamed".split()
)
"""Words that say how near an unnamed source stands, or why it is not named."""


def source_kind(reading: Reading, phrase: Phrase, local: LocalEntity | None) -> SourceKind:
    """Classify a speaker by its entity where it has a name, else by the head of its phrase."""
    if local is not None and local.names:
        if is_outlet(local.name):
            return SourceKind.OUTLET
        return NAMED.get(local.kind, SourceKind.UNKNOWN)
    token = reading.tokens[phrase.head]
    lemma = token.lemma.lower()
    if lemma in DOCUMENT_NOUNS | WITNESS_NOUNS and lemma not in OUTLET_NOUNS:
        return SourceKind.DOCUMENT
    if lemma in OUTLET_NOUNS:
        return SourceKind.OUTLET
    if lemma in UNNAMED_HEADS:
        return SourceKind.ANONYMOUS
    if lemma in QUANTIFIERS:
        return SourceKind.GROUP
    if lemma in PERSON_ROLES:
        return SourceKind.GROUP if token.xpos == "NNS" else SourceKind.ANONYMOUS
    if lemma in GROUP_ROLES:
        return SourceKind.ORGANISATION
    return SourceKind.GROUP if token.xpos in {"NNS", "NNPS"} else SourceKind.UNKNOWN


def closeness(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:
    """The words after an unnamed speaker's head that say how near it stands, as a token run."""
    tokens = {t for t in subtree(reading, phrase.head) if t > phrase.head}
    for child in dependents(reading, phrase.head, "nmod", "acl", "amod"):
        if child < phrase.head:
            continue
        own = subtree(reading, child)
        words = {reading.tokens[t].lemma.lower() for t in own}
        whole = own[-1] - own[0] + 1 == len(own)
        if whole and tokens.issuperset(own) and words & CLOSENESS_WORDS:
            return own[0], own[-1] + 1
    return None
