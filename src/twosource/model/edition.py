"""Editions: a report that was changed after it was kept, what changed and whether it says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.model.shown import Shown
from twosource.model.statement import Stance


class SharedBy(StrEnum):
    """By what two texts are known as editions of one report."""

    NAME = "name"
    ADDRESS = "address"
    HEADLINE = "headline"


class Disclosure(StrEnum):
    """Whether a later edition says that it was changed.

    ``TOLD`` is a notice of a correction. ``DATED`` says that the report was updated, and not what
    was changed. ``SILENT`` is neither.
    """

    TOLD = "told"
    DATED = "dated"
    SILENT = "silent"


class EditKind(StrEnum):
    """What was done to a run of words."""

    PUT_IN = "put-in"
    TAKEN_OUT = "taken-out"
    REPLACED = "replaced"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words that differs between two editions.

    Attributes:
        kind: What was done.
        before: The words in the earlier edition; ``None`` where words were put in.
        after: The words in the later edition; ``None`` where words were taken out.
        told: Whether a notice of the later edition has a word or a number of them.
    """

    kind: EditKind
    before: Span | None
    after: Span | None
    told: bool

    def __post_init__(self) -> None:
        wanted = (self.kind is not EditKind.PUT_IN, self.kind is not EditKind.TAKEN_OUT)
        if wanted != (self.before is not None, self.after is not None):
            raise InvariantError(f"an edit of the kind {self.kind} lacks an edition's words")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one edition prints it.

    Attributes:
        speaker: The words that name the speaker; ``None`` for the report's own voice.
        content: What is said, its first part where a cue splits it.
        stance: In which act.
    """

    speaker: Span | None
    content: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement that appeared, vanished or was changed.

    Attributes:
        before: As the earlier edition prints it; ``None`` where it appeared.
        after: As the later one prints it; ``None`` where it vanished.
        differs: What differs between the two, in order: ``words``, ``speaker``, ``stance``.
    """

    before: Said | None
    after: Said | None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A number, an amount or a time that was printed otherwise.

    Attributes:
        sort: ``quantity``, ``duration``, ``distance`` or ``time``.
        before: The figure in the earlier edition.
        after: The figure in the later one.
        told: Whether a notice of the later edition has one of them.
    """

    sort: str
    before: Span
    after: Span
    told: bool


@dataclass(frozen=True, slots=True)
class Redated:
    """Another date of publication, in ISO 8601 as precise as printed.

    Attributes:
        before: What the earlier edition gives; ``None`` where it gives none.
        after: What the later one gives.
    """

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Edition(Shown):
    """What became of a report between one edition and the next.

    Attributes:
        earlier: The edition that was kept first. It is not examined where the later one has its
            name.
        later: The edition that was kept after it.
        shared: By what the two are known as one report.
        disclosure: Whether the later one says that it was changed.
        notices: The sentences that say so, in the later one.
        edits: The runs of words that differ, in order of the text.
        statements: The statements that appeared, vanished or were changed.
        figures: The figures that were printed otherwise.
        returned: Whether the later text had been kept before the earlier one came: the report was
            changed back.
        redated: The date of publication, where the two give another one.
    """

    earlier: ReportId
    later: ReportId
    shared: SharedBy
    disclosure: Disclosure
    notices: tuple[Span, ...]
    edits: tuple[Edit, ...]
    statements: tuple[StatementChange, ...]
    figures: tuple[FigureChange, ...]
    returned: bool = False
    redated: Redated | None = None
