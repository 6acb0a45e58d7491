"""The sections of the brief that no speaker names, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.brief.grid import anchor_id
from twosource.brief.printed import line_mark
from twosource.model.brief import BriefDocument, BriefLine, BriefSection, SectionKind
from twosource.model.identity import ReportId
from twosource.model.report import Span

MEANINGS: Mapping[SectionKind, str] = {
    SectionKind.KNOWN: "What two independent origins give and no report disputes, or what somebody "
    "is on record as saying.",
    SectionKind.DISPUTED: "Versions that cannot hold together, side by side. What could be "
    "reconciled (zone, rounding, scope, time of writing) is not here.",
    SectionKind.CLAIMED: "What somebody says, or a report states as its own, with the origins that "
    "stand behind it.",
    SectionKind.UNKNOWN: "What was asked, declined or left open.",
    SectionKind.FINDINGS: "What cannot be so as printed, what cannot be told, and what holds. A "
    "check says nothing on who is right.",
    SectionKind.LINEAGE: "Quotations were taken out before texts were compared. An arrow stands "
    "only where time or a citation shows who came first.",
    SectionKind.LOSSES: "What one report states, beside what another shows it to rest on.",
    SectionKind.HYPOTHESES: "What the reports offer as an explanation, with what speaks for and "
    "against it. Ratings are proposed by rule; a person decides.",
    SectionKind.TIMELINE: "What the reports date, in the order of the times that they give.",
    SectionKind.CHANGES: "What stands otherwise than in the earlier brief.",
}
"""One sentence under the heading of a section."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage with the link to its place."""

    target: str
    label: str
    offsets: str
    words: str


@dataclass(frozen=True, slots=True)
class MatterItem:
    """A version under a line, with its passages."""

    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A line; ``passages`` are those that no version carries."""

    number: int
    glyph: str
    word: str
    text: str
    reason: str
    passages: tuple[Passage, ...]
    items: tuple[MatterItem, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A section with its place in the page."""

    id: str
    kind: SectionKind
    heading: str
    meaning: str
    lines: tuple[MatterLine, ...]


def matters_of(brief: BriefDocument, labels: Mapping[ReportId, str]) -> tuple[Matter, ...]:
    """Lay out every section that is no speaker's; lines are numbered from 1 through all of them."""
    matters: list[Matter] = []
    number = 0
    for section in brief.sections:
        if section.kind is SectionKind.SPEAKER:
            continue
        lines: list[MatterLine] = []
        for line in section.lines:
            number += 1
            lines.append(_line(number, line, section, labels))
        repeated = sum(matter.kind is section.kind for matter in matters)
        id_ = f"{section.kind.value}-{repeated + 1}" if repeated else section.kind.value
        meaning = "" if repeated else MEANINGS[section.kind]
        matters.append(Matter(id_, section.kind, section.heading, meaning, tuple(lines)))
    return tuple(matters)


def spans_of(brief: BriefDocument) -> Iterator[tuple[Span, str]]:
    """Every span of those sections, with what it is, for a tooltip."""
    for section in brief.sections:
        if section.kind is not SectionKind.SPEAKER:
            for line in section.lines:
                yield from ((span, section.heading.casefold()) for span in line.spans)


def _line(
    number: int, line: BriefLine, section: BriefSection, labels: Mapping[ReportId, str]
) -> MatterLine:
    glyph, word = line_mark(line, section)
    below = {span for version in line.versions for span in version.spans}
    return MatterLine(
        number=number,
        glyph=glyph,
        word=word,
        text=line.text,
        reason=line.reason,
        passages=tuple(_passage(span, labels) for span in line.spans if span not in below),
        items=tuple(
            MatterItem(version.text, tuple(_passage(span, labels) for span in version.spans))
            for version in line.versions
        ),
    )


def _passage(span: Span, labels: Mapping[ReportId, str]) -> Passage:
    label = labels[span.report]
    words = " ".join(span.quote.split())
    return Passage(anchor_id(label, span), label, f"{span.start}–{span.end}", words)
