"""The case: one event under examination, with everything found in its reports."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.brief import BriefDocument
from twosource.model.claim import Question
from twosource.model.edition import Edition
from twosource.model.entity import Entity
from twosource.model.event import EventFrame, LayeredSentence
from twosource.model.finding import Finding
from twosource.model.hypothesis import Hypothesis
from twosource.model.lineage import LineageEdge, OutsideOrigin
from twosource.model.relation import (
    AttributionLoss,
    Contradiction,
    Origin,
    Relation,
    Sourcing,
    Wording,
)
from twosource.model.report import Report
from twosource.model.shown import Shown, rows_html
from twosource.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Case(Shown):
    """Everything found in the reports on one event.

    Attributes:
        reports: The reports, sorted by file, then id.
        entities: Who and what the reports name, sorted by name, then id.
        statements: Who says what, in order of report and offset.
        brief: The brief told from them.
        event: When and where the event took place as far as the reports agree; ``None`` where
            none was looked for.
        sentences: The sentences of the reports, each with its layer, in order of report and
            offset.
        questions: What the reports give answers to, those that most reports answer first.
        relations: How claims on one question stand to each other, where they do not agree.
        contradictions: Versions that cannot hold together, in the order of their questions.
        wordings: Utterances that stand in several wordings.
        lineage: Which report descends from, cites, or shares an origin with which.
        outside: What reports lead back to that is no report of the case.
        origins: The roots that claims lead back to.
        sourcing: For each claim, its origins and how many of them are independent.
        losses: What reports lost of what they pass on.
        findings: What checking printed details gave.
        hypotheses: Which explanations of the event the reports offer, the best supported first.
        superseded: Earlier texts of reports, which are not examined; sorted as the reports are.
        editions: What became of reports between one edition and the next.
    """

    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    brief: BriefDocument
    event: EventFrame | None = None
    sentences: tuple[LayeredSentence, ...] = ()
    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    wordings: tuple[Wording, ...] = ()
    lineage: tuple[LineageEdge, ...] = ()
    outside: tuple[OutsideOrigin, ...] = ()
    origins: tuple[Origin, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()
    losses: tuple[AttributionLoss, ...] = ()
    findings: tuple[Finding, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    superseded: tuple[Report, ...] = ()
    editions: tuple[Edition, ...] = ()

    def _within_html_(self) -> str:
        """How many there are of each, and the brief."""
        names = (
            *("reports", "entities", "statements", "questions", "contradictions", "wordings"),
            *("lineage", "losses", "findings", "hypotheses"),
        )
        counts = tuple(len(getattr(self, name)) for name in names)
        return rows_html(names, (counts,)) + self.brief._within_html_()


@dataclass(frozen=True, slots=True)
class Unreadable(Shown):
    """One item that could not be read, and what to do about it. The rest went on.

    Attributes:
        name: The item, as its user knows it.
        what: What is wrong.
        remedy: What to do.
    """

    name: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}; {self.remedy}"
