"""The brief as a document: lines with a standing, each resting on spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import EntityId, LineId, StatementId
from twosource.model.report import Report, Span
from twosource.model.statement import Stance


class Standing(StrEnum):
    """Where a line of the brief belongs. Never a degree of truth."""

    KNOWN = "known"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of the brief.

    Attributes:
        id: Content id over the standing, the text and the spans.
        standing: Where the line belongs.
        stance: The act that the line reports, or ``None`` where it reports none.
        text: The line as printed.
        spans: The words that it rests on. Only an *unknown* line may have none.
        statements: The statements that it was built from.
        relayed_by: Names of the relayers, outermost first.
    """

    id: LineId
    standing: Standing
    stance: Stance | None
    text: str
    spans: tuple[Span, ...]
    statements: tuple[StatementId, ...]
    relayed_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans and self.standing is not Standing.UNKNOWN:
            raise InvariantError(f"brief line without evidence: {self.text!r}")


@dataclass(frozen=True, slots=True)
class BriefSection:
    """What one speaker says, or what the reports say in their own voice.

    Attributes:
        heading: The speaker's name as printed, or the name of the section.
        entity: The speaker; ``None`` for speakers that lead to no entity and for own voice.
        own_voice: Whether the lines are the reports' own.
        lines: The lines, in order.
    """

    heading: str
    entity: EntityId | None
    own_voice: bool
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class BriefDocument:
    """The whole brief, from which every writer writes.

    Attributes:
        title: Headline of the brief.
        reports: The reports that it rests on, in the order in which they are numbered.
        sections: The sections, in reading order.
        notes: What the brief does not do, in plain sentences; printed by every writer.
    """

    title: str
    reports: tuple[Report, ...]
    sections: tuple[BriefSection, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        """Every line of every section, in order."""
        return tuple(line for section in self.sections for line in section.lines)
