"""Hypotheses: explanations of the event that the reports offer, with what speaks for and against.

The terms are those of Analysis of Competing Hypotheses (Heuer 1999): an item of evidence is rated
against each hypothesis, and the hypothesis with the least that is inconsistent with it stands best.
Hypotheses are rows, which lowers confirmation bias (Dhami et al. 2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import EntityId, HypothesisId, StatementId
from twosource.model.report import Span
from twosource.model.shown import Shown


class HypothesisKind(StrEnum):
    """What a hypothesis explains: who did it, what brought it about, or what it was done for."""

    ACTOR = "who"
    CAUSE = "cause"
    AIM = "what-for"


class Rating(StrEnum):
    """How an item of evidence stands to a hypothesis: very consistent down to very inconsistent."""

    STRONGLY_FOR = "CC"
    FOR = "C"
    NEITHER = "N"
    AGAINST = "I"
    STRONGLY_AGAINST = "II"


class EvidenceKind(StrEnum):
    """What sort of evidence an item is."""

    ASSERTION = "assertion"
    DENIAL = "denial"
    JUDGEMENT = "judgement"
    OBSERVATION = "observation"
    MOTIVE = "motive"
    MEANS = "means"
    PRECEDENT = "precedent"


@dataclass(frozen=True, slots=True)
class Evidence(Shown):
    """One item that speaks for or against a hypothesis.

    Attributes:
        span: The words, with who says them where one sentence holds both.
        statement: The statement that they belong to.
        rating: How it stands to the hypothesis; proposed by rule, a person decides.
        kind: What sort of evidence it is.
        origin: Whom it comes from, in words; items of one origin count once.
        counted: Whether it is the item that counts for its origin on this side.
        reason: One sentence: why it stands on this side.
    """

    span: Span
    statement: StatementId | None
    rating: Rating
    kind: EvidenceKind
    origin: str
    counted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Hypothesis(Shown):
    """One explanation of the event.

    Attributes:
        id: Content id over its kind and the words that raise it.
        kind: What it explains.
        label: The explanation in words that the reports print.
        raised: The words that raise it, in order of report and offset.
        proponents: Who says it or holds it possible, each once.
        deniers: Who denies it.
        supporting, opposing: The evidence on each side, in order of report and offset.
        overlaps: Hypotheses that may be true together with it, as far as shared words show.
        reason: One sentence: what makes it a hypothesis.
        within: The hypothesis that this one is a part of, where a text says so: "officers of A did
            it" lies within "A did it". ``None``: none is said.
        absent: What an analyst would expect to see if it were so and does not see, in the
            analyst's words. No rule fills it.
    """

    id: HypothesisId
    kind: HypothesisKind
    label: str
    raised: tuple[Span, ...]
    proponents: tuple[EntityId, ...]
    deniers: tuple[EntityId, ...]
    supporting: tuple[Evidence, ...]
    opposing: tuple[Evidence, ...]
    overlaps: tuple[HypothesisId, ...]
    reason: str
    within: HypothesisId | None = None
    absent: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.raised:
            raise InvariantError(f"the hypothesis {self.label!r} rests on no words")
        if any(one.rating not in _FOR for one in self.supporting):
            raise InvariantError(f"evidence for {self.label!r} is rated as if it were not")
        if any(one.rating not in _AGAINST for one in self.opposing):
            raise InvariantError(f"evidence against {self.label!r} is rated as if it were not")


_FOR = frozenset({Rating.STRONGLY_FOR, Rating.FOR})
_AGAINST = frozenset({Rating.STRONGLY_AGAINST, Rating.AGAINST})
