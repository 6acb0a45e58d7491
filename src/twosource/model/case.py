"""The case: one event under examination, with everything found in its reports."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.brief import BriefDocument
from twosource.model.claim import Question
from twosource.model.entity import Entity
from twosource.model.event import EventFrame, LayeredSentence
from twosource.model.report import Report
from twosource.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Case:
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
    """

    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    brief: BriefDocument
    event: EventFrame | None = None
    sentences: tuple[LayeredSentence, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
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
