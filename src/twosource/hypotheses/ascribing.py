"""Whom words count for: their speaker, or where nobody is named, whoever they were taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.model.identity import ReportId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.relation import AttributionLoss, LossKind
from twosource.model.report import Span
from twosource.model.statement import Speaker, Statement

_TEXT = frozenset({LineageKind.COPIES, LineageKind.PARAPHRASES, LineageKind.COMMON_ORIGIN})
_TAKEN = frozenset({LossKind.ATTRIBUTION, LossKind.SPEAKER})


_Run = tuple[Span, Span, LineageEdge]
"""Words of a report, those of another that are the same, and the tie between the two."""


@dataclass(frozen=True, slots=True)
class Ascription:
    """What is known of where the words of a case come from.

    Attributes:
        losses: Words that lost their attribution, with the statement that they come from.
        edges: Which report shares text with which.
        statements: The statements of the case by id.
        names: Names of its entities by id.
        called: Names of its reports by id.
    """

    losses: Sequence[AttributionLoss] = ()
    edges: Sequence[LineageEdge] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[ReportId, str] = field(default_factory=dict)
    _lost: Mapping[ReportId, Sequence[AttributionLoss]] = field(
        init=False, repr=False, compare=False
    )
    _runs: Mapping[ReportId, Sequence[_Run]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lost: dict[ReportId, list[AttributionLoss]] = {}
        for loss in self.losses:
            if loss.kind in _TAKEN and loss.origin is not None:
                lost.setdefault(loss.span.report, []).append(loss)
        runs: dict[ReportId, list[_Run]] = {}
        for edge in self.edges:
            if edge.kind in _TEXT:
                for one, other in edge.runs:
                    runs.setdefault(one.report, []).append((one, other, edge))
                    if other.report != one.report:
                        runs.setdefault(other.report, []).append((other, one, edge))
        object.__setattr__(self, "_lost", lost)
        object.__setattr__(self, "_runs", runs)

    def origin(self, span: Span, speaker: Speaker | None, voice: str) -> str:
        """What words count under, in lower case.

        Args:
            span: The words.
            speaker: Who says them; ``None`` for the report's own voice.
            voice: The speaker's name, or the report's.

        Returns:
            The name of the speaker; of own-voice words that were taken from a statement, that of
            its speaker; of those that stand in another report too, both reports' names.
        """
        if speaker is not None:
            return _plain(voice)
        for loss in self._lost.get(span.report, ()):
            if loss.origin is not None and _meet(loss.span, span):
                said = self.statements.get(loss.origin)
                if said is not None and said.speaker is not None:
                    return _plain(self._name(said.speaker))
        return self._shared(span) or _plain(voice)

    def _name(self, speaker: Speaker) -> str:
        known = self.names.get(speaker.entity, "") if speaker.entity is not None else ""
        return known or " ".join(speaker.span.quote.split())

    def _shared(self, span: Span) -> str:
        """Under whom words count that another report prints too; ``""`` where none does."""
        for here, there, edge in self._runs.get(span.report, ()):
            if not _covers(here, span):
                continue
            if edge.direction is Direction.KNOWN and here.report == edge.target:
                return _plain(self.called.get(there.report, there.report))
            if edge.direction is Direction.UNKNOWN:
                both = sorted(self.called.get(r, r) for r in (here.report, there.report))
                return _plain(" and ".join(both))
        return ""


_FORMS = re.compile(
    r",? (?:limited|ltd|inc|incorporated|plc|llc|gmbh|ag|asa?|s\.a|nv|bv|co|corp|corporation)\.?$"
)


def _plain(name: str) -> str:
    low = " ".join(name.split()).removeprefix("The ").removeprefix("the ").casefold()
    return _FORMS.sub("", low)


def joined(origins: Iterable[str]) -> dict[str, str]:
    """The name under which each origin counts: the shortest that it begins with, of two words.

    A body is printed in full by one report and shortened by the next.
    """
    known = sorted(set(origins), key=lambda name: (len(name), name))
    found: dict[str, str] = {}
    for name in known:
        short = (o for o in known if len(o.split()) > 1 and name.startswith(f"{o} "))
        found[name] = next(short, name)
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _covers(run: Span, span: Span) -> bool:
    """Whether most of some words lie in a run."""
    shared = min(run.end, span.end) - max(run.start, span.start)
    return 2 * shared > span.end - span.start
