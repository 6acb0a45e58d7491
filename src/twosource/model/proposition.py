"""Propositions: what a clause says happened or is so, in one normal form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.identity import StatementId
from twosource.model.report import Span


class ArgumentRole(StrEnum):
    """What part an argument plays, the voice of the verb undone.

    ``AGENT`` is the deep subject ("by volunteers" of a passive), ``PATIENT`` the deep object,
    ``OBLIQUE`` whatever a preposition joins.
    """

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    OBLIQUE = "oblique"
    ATTRIBUTE = "attribute"


class Modality(StrEnum):
    """How far a clause commits itself to what it says."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    NECESSARY = "necessary"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    ASKED = "asked"


class Tense(StrEnum):
    """When a clause sets what it says, seen from the time of writing or of speech."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a proposition.

    Attributes:
        role: The part it plays.
        preposition: Lemma of the preposition that joins it; ``""`` where there is none.
        span: The whole noun phrase, without relative clauses.
        head: The head word, or the whole name where the head stands in one.
        lemma: Lemma of the head in lower case, compounds before it included ("live wire").
        modifiers: Lemmas that narrow the head down, sorted ("eastern", "first").
        negative: Whether the phrase says that there is none ("no wire", "nobody").
    """

    role: ArgumentRole
    preposition: str
    span: Span
    head: Span
    lemma: str
    modifiers: tuple[str, ...] = ()
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its arguments.

    Attributes:
        span: The clause or the noun phrase that says it, without clauses under it that say
            something of their own.
        predicate: The predicate's words, particles included ("went out").
        lemma: The predicate's lemma, particles included ("go out"); a noun that names a happening
            gives its verb ("destruction": "destroy"); ``be`` for identities and properties.
        arguments: The participants, in order of text.
        positive: Whether it is said to be so; every negation inside the clause is counted in.
        modality: How far it is committed to.
        tense: When it is set.
        nominal: Whether a noun says it.
        sentence: Number of the sentence in its report.
        statement: The innermost statement whose content holds it; ``None`` where none does.
        negations, hedges: The words that decided ``positive`` and ``modality``.
    """

    span: Span
    predicate: Span
    lemma: str
    arguments: tuple[Argument, ...]
    positive: bool
    modality: Modality
    tense: Tense
    nominal: bool
    sentence: int
    statement: StatementId | None
    negations: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
