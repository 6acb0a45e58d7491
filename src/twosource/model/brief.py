"""The brief as a document: lines with a standing, each resting on spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import EntityId, LineId, StatementId, content_id
from twosource.model.report import Report, Span
from twosource.model.shown import MOST_ITEMS, Shown, text_html
from twosource.model.statement import Stance


class Standing(StrEnum):
    """Where a line of the brief belongs. Never a degree of truth."""

    KNOWN = "known"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class SectionKind(StrEnum):
    """What a section of the brief tells, in the order in which an editor reads.

    Lines of the first four have the standing of that name; those of the others have none, since
    they tell of the reports and not of the event.
    """

    KNOWN = "known"
    DISPUTED = "disputed"
    CLAIMED = "claimed"
    UNKNOWN = "unknown"
    FINDINGS = "findings"
    LINEAGE = "lineage"
    LOSSES = "losses"
    HYPOTHESES = "hypotheses"
    TIMELINE = "timeline"
    CHANGES = "changes"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Version(Shown):
    """One of the versions that a disputed line sets side by side, or one item under a line.

    Attributes:
        text: The version as printed, with who gives it.
        spans: The words that give it.
    """

    text: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.spans:
            raise InvariantError(f"version without evidence: {self.text!r}")


@dataclass(frozen=True, slots=True)
class BriefLine(Shown):
    """One line of the brief.

    Attributes:
        id: Content id over the standing, the text and the spans.
        standing: Where the line belongs; ``None`` for a line that tells of the reports.
        stance: The act that the line reports, or ``None`` where it reports none.
        text: The line as printed.
        spans: The words that it rests on, its versions' included. Only an *unknown* line may have
            none.
        statements: The statements that it was built from.
        relayed_by: Names of the relayers, outermost first.
        reason: One sentence: why it stands where it stands; empty where nothing needs saying.
        versions: What stands side by side under the line.
    """

    id: LineId
    standing: Standing | None
    stance: Stance | None
    text: str
    spans: tuple[Span, ...]
    statements: tuple[StatementId, ...]
    relayed_by: tuple[str, ...] = ()
    reason: str = ""
    versions: tuple[Version, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans and self.standing is not Standing.UNKNOWN:
            raise InvariantError(f"brief line without evidence: {self.text!r}")
        known = set(self.spans) if self.versions else set()
        missing = [s for version in self.versions for s in version.spans if s not in known]
        if missing:
            raise InvariantError(f"a version of {self.text!r} rests on words that its line lacks")


def line_id(standing: Standing | None, text: str, spans: tuple[Span, ...]) -> LineId:
    """Content id of a line over its standing, its text and its spans."""
    fields: list[str | int | None] = [standing and standing.value, text]
    for span in spans:
        fields += [span.report, span.start, span.end]
    return LineId(content_id("ln", *fields))


@dataclass(frozen=True, slots=True)
class BriefSection(Shown):
    """Lines that belong together: one standing, one matter, or what one speaker says.

    Attributes:
        kind: What the section tells.
        heading: The name of the section; for a speaker's, the name as printed.
        entity: The speaker; ``None`` for speakers that lead to no entity and for own voice.
        own_voice: Whether the lines are the reports' own.
        lines: The lines, in order.
    """

    kind: SectionKind
    heading: str
    entity: EntityId | None
    own_voice: bool
    lines: tuple[BriefLine, ...]

    def __post_init__(self) -> None:
        wanted = self.kind.value if self.kind.value in set(Standing) else None
        if any(line.standing != wanted for line in self.lines):
            raise InvariantError(f"a line of another standing is in the section {self.heading!r}")


@dataclass(frozen=True, slots=True)
class BriefDocument(Shown):
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

    def _within_html_(self) -> str:
        """The lines by section, each with its reason and the number of its passages."""
        return f"<div>{text_html(self.title)}</div>" + "".join(map(_section_html, self.sections))

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        """Every line of every section, in order."""
        return tuple(line for section in self.sections for line in section.lines)

    def of(self, kind: SectionKind) -> tuple[BriefSection, ...]:
        """The sections of one kind, in order."""
        return tuple(section for section in self.sections if section.kind is kind)


def _section_html(section: BriefSection) -> str:
    items = "".join(f"<li>{_line_html(line)}</li>" for line in section.lines[:MOST_ITEMS])
    more = len(section.lines) - MOST_ITEMS
    rest = f"<div>and {more} more</div>" if more > 0 else ""
    heading = text_html(section.heading)
    return f'<p style="margin:.6em 0 0"><b>{heading}</b></p><ul style="margin:0">{items}</ul>{rest}'


def _line_html(line: BriefLine) -> str:
    number = len(line.spans)
    passages = "1 passage" if number == 1 else f"{number} passages"
    below = "".join(f"<li>{text_html(version.text)}</li>" for version in line.versions)
    told = f"<ul>{below}</ul>" if below else ""
    return (
        f"{text_html(line.text)} "
        f'<span style="opacity:.65">{text_html(line.reason)} ({passages})</span>{told}'
    )
