"""What a report tells of those harmed, gathered once, and the toll that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.quantities.victims import Victim
from twosource.language.interface import Reading
from twosource.model.report import Span
from twosource.model.value import Amount, QuantityValue


@dataclass(frozen=True, slots=True)
class Toll:
    """How many a report says were killed, or injured.

    Attributes:
        amount: The number with its bounds.
        spans: The words that give it; empty where it rests on people told of one by one, or on
            silence.
        reason: One sentence.
    """

    amount: Amount
    spans: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells, the lead and the whole of it.

    Attributes:
        reading: The reading.
        limit: Offset of the end of the lead.
        counts: Counts of the harmed, over the whole text, parts of totals left out.
        victims: Mentions of the harmed, over the whole text.
    """

    reading: Reading
    limit: int
    counts: tuple[QuantityValue, ...]
    victims: tuple[Victim, ...]

    @property
    def lead_counts(self) -> tuple[QuantityValue, ...]:
        """The counts of the lead."""
        return tuple(q for q in self.counts if q.span.start < self.limit)

    @property
    def lead_victims(self) -> tuple[Victim, ...]:
        """The mentions of the lead."""
        tokens = self.reading.tokens
        return tuple(v for v in self.victims if tokens[v.token].start < self.limit)


def is_one_person(victims: Sequence[Victim]) -> bool:
    """Whether mentions can all be of one: at most one name, and not both a man and a woman."""
    names = {v.key for v in victims if v.named}
    sexes = {v.sex for v in victims} - {""}
    return len(names) <= 1 and len(sexes) <= 1 and not any(v.many for v in victims)


def described(told: Told, victims: Sequence[Victim]) -> str:
    """The words that stand for people, each once."""
    words = dict.fromkeys(told.reading.tokens[v.token].text for v in victims)
    return ", ".join(f"“{word}”" for word in words)


def none(reason: str) -> Toll:
    """Nobody, for a reason."""
    return Toll(Amount(0.0, 0.0), (), reason)


def one_person(reason: str) -> Toll:
    """One person, for a reason."""
    return Toll(Amount(1.0, 1.0), (), reason)
