"""Announcements: which reports came into a watched case, and what they changed in it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.brief import Standing
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.model.shown import Shown


@dataclass(frozen=True, slots=True)
class Arrival(Shown):
    """A report that came into a watched case.

    Attributes:
        report: Its id; ``None`` where the case has no report of it, since it could not be read.
        file: Name of its original.
        url: Where it was found; ``""`` where it has no address.
        title, publisher: As printed, or ``None``.
        published: When it appeared, as printed, or ``None``.
    """

    report: ReportId | None
    file: str
    url: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimChange(Shown):
    """An answer that nobody gave before.

    Attributes:
        question: The question in words.
        answer: The answer in plain words.
        spans: The words that give it.
    """

    question: str
    answer: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConflictChange(Shown):
    """A contradiction that is new, or one that is there no more.

    Attributes:
        question: The question in words.
        matter: What the versions collide on.
        sides: The versions in plain words.
        spans: The words that give them, of all sides.
        ended: Whether it is there no more.
    """

    question: str
    matter: str
    sides: tuple[str, ...]
    spans: tuple[Span, ...]
    ended: bool = False


@dataclass(frozen=True, slots=True)
class LineChange(Shown):
    """A line of the brief that is new, that stands elsewhere, or that is no longer told.

    Attributes:
        was: Where it stood before; ``None`` for a new line.
        now: Where it stands; ``None`` for a line that is no longer told.
        text: The line; of one that is no longer told, as it was.
        spans: The words that it rests on.
    """

    was: Standing | None
    now: Standing | None
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CaseChanges(Shown):
    """What differs between two examinations of a case.

    Attributes:
        claims: Answers that are new.
        conflicts: Contradictions that are new, and those that ended.
        lines: Lines of the brief that are new, moved or lost.
    """

    claims: tuple[ClaimChange, ...]
    conflicts: tuple[ConflictChange, ...]
    lines: tuple[LineChange, ...]


@dataclass(frozen=True, slots=True)
class Announcement(Shown):
    """What is told when reports came into a watched case.

    Attributes:
        seq: Number of the announcement in its case, from 1.
        case: What the case is called.
        at: When it was made, ISO 8601, UTC.
        run: The examination that it tells of.
        arrivals: The reports that came.
        changes: What they changed.
    """

    seq: int
    case: str
    at: str
    run: int
    arrivals: tuple[Arrival, ...]
    changes: CaseChanges
