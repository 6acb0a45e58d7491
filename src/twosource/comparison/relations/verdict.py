"""What a comparison of two answers says, before it is tied to claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from twosource.model.claim import Answer
from twosource.model.relation import Matter, RelationKind
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.time import ZoneBasis

_WIDENED = timedelta(hours=26)
"""By how much an interval of no known zone is wider than its local time."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with the report that prints it, the statement that holds it, and who speaks.

    Attributes:
        answer: The answer.
        report: The report.
        statement: The statement whose content holds it, where one does.
        name: Name of the entity that speaks; ``""`` where it is not known.
    """

    answer: Answer
    report: Report
    statement: Statement | None
    name: str = ""

    @property
    def speaker(self) -> str | None:
        """Id of the entity that speaks; ``None`` for own voice and for unknown speakers."""
        if self.statement is None or self.statement.speaker is None:
            return None
        return self.statement.speaker.entity

    @property
    def voice(self) -> str:
        """Who gives it, in words for a reason."""
        if self.statement is None or self.statement.speaker is None:
            return f"{self.report.name} itself"
        return f"{self.name or self.statement.speaker.span.quote} in {self.report.name}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two answers stand to each other.

    Attributes:
        kind: The relation.
        matter: What was compared.
        reason: One sentence.
        readings: What was tried before a contradiction was raised.
    """

    kind: RelationKind
    matter: Matter
    reason: str
    readings: tuple[str, ...] = ()


def came_before(first: Report, second: Report) -> bool:
    """Whether it is certain that one report was published before another."""
    if first.published is None or second.published is None:
        return False
    one, other = first.published.interval, second.published.interval
    # Where neither prints its zone, both are taken to be local to the one event.
    local = one.zone_basis is other.zone_basis is ZoneBasis.UNKNOWN
    return one.end - (_WIDENED if local else timedelta(0)) <= other.start
