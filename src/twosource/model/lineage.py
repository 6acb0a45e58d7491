"""Lineage: which report descends from, cites, or shares an origin with which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import OriginId, ReportId
from twosource.model.report import Span
from twosource.model.shown import Shown


class LineageKind(StrEnum):
    """How a report is tied to another.

    ``COPIES``: most of one stands in the other word for word. ``PARAPHRASES``: one rewords the
    other. ``CITES``: one names the other as its source. ``COMMON_ORIGIN``: the two share text and
    nothing shows which came first; each may descend from the other or both from a third.
    """

    COPIES = "copies"
    PARAPHRASES = "paraphrases"
    CITES = "cites"
    COMMON_ORIGIN = "common-origin"


class Direction(StrEnum):
    """Whether it is shown which of two reports came first."""

    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OutsideOrigin(Shown):
    """Something that a report leads back to and that is no report of the case.

    Attributes:
        id: Content id over its name, or over the words that point to it where it has none.
        name: Its name as printed; ``""`` where the words name nobody ("we also reported").
        spans: The words that point to it.
    """

    id: OriginId
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LineageEdge(Shown):
    """One tie between a report and another report, or something outside the case.

    Attributes:
        source: What it descends from, or the first of the two where ``direction`` is unknown.
        target: The report that descends, or the second of the two.
        kind: How they are tied.
        direction: Whether it is shown which came first.
        score: The share of the words of the report that has more of them in common, 0 to 1,
            quotations taken out; 0 where only a citation ties them.
        runs: Shared or aligned stretches, that of ``source`` first; a citation has none.
        citation: The words by which ``target`` names ``source``, where it does.
        reason: One sentence.
    """

    source: ReportId | OriginId
    target: ReportId
    kind: LineageKind
    direction: Direction
    score: float
    runs: tuple[tuple[Span, Span], ...]
    citation: Span | None
    reason: str

    def __post_init__(self) -> None:
        if self.source == self.target:
            raise InvariantError(f"report {self.target} cannot descend from itself")
        if not self.runs and self.citation is None:
            raise InvariantError(f"lineage of {self.target} from {self.source} rests on nothing")
