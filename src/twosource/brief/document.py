"""The brief of a case: its sections in the order in which an editor reads, every line checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.brief.assemble import tell
from twosource.brief.changes import changes_since
from twosource.brief.ground import Draft, Refused, lines_of
from twosource.brief.lines.answers import answer_drafts
from twosource.brief.lines.details import finding_drafts
from twosource.brief.lines.disputed import disputed_drafts
from twosource.brief.lines.editions import edition_drafts, edition_notes
from twosource.brief.lines.explanations import hypothesis_drafts
from twosource.brief.lines.passed_on import lineage_drafts, loss_drafts
from twosource.brief.lines.speech import speech_drafts
from twosource.brief.lines.timeline import timeline_drafts
from twosource.brief.lines.unknown import unknown_drafts
from twosource.brief.material import Material, material_of
from twosource.brief.notes import left_out_notes, notes_for
from twosource.model.brief import BriefDocument, BriefSection, SectionKind
from twosource.model.case import Case

HEADINGS: dict[SectionKind, str] = {
    SectionKind.KNOWN: "Known",
    SectionKind.DISPUTED: "Disputed",
    SectionKind.CLAIMED: "Claimed",
    SectionKind.UNKNOWN: "Unknown",
    SectionKind.FINDINGS: "Printed details that were checked",
    SectionKind.LINEAGE: "Which reports are one source",
    SectionKind.LOSSES: "Lost on the way",
    SectionKind.HYPOTHESES: "Explanations that compete",
    SectionKind.TIMELINE: "Timeline",
    SectionKind.CHANGES: "What changed",
}
"""Headings of the sections that no speaker names."""

ON_RECORD = "Known to have been said"
"""Heading over what is on record as said. It is a section of the known, apart from what is so."""

EDITED = "Reports that were changed after they were kept"
"""Heading over the editions of reports."""

_WHEN = re.compile(r"When did (.+) happen\?")


def brief_of(case: Case, earlier: Case | None = None) -> BriefDocument:
    """Tell the brief of a case from everything that was found in it.

    Args:
        case: The case; its own brief is not read.
        earlier: The case as it stood before; what changed since is then told first.

    Returns:
        The brief. Drafts with a word that their spans do not give are left out and named in the
        notes.
    """
    material = material_of(case)
    sections: list[BriefSection] = []
    refused: list[Refused] = []
    for kind, heading, drafts in _told(material):
        lines, left_out = lines_of(drafts, material)
        refused += left_out
        if lines:
            sections.append(BriefSection(kind, heading, None, False, lines))
    gone: tuple[str, ...] = ()
    if earlier is not None:
        changes, gone = changes_since(earlier, case, sections)
        sections = [*changes, *sections]
    edited, left_out = lines_of(edition_drafts(material), material)
    refused += left_out
    if edited:
        sections.insert(
            len(sections) and sections[0].kind is SectionKind.CHANGES,
            BriefSection(SectionKind.CHANGES, EDITED, None, False, edited),
        )
    spoken, short = tell(case.reports, case.entities, case.statements)
    return BriefDocument(
        title=_title(case),
        reports=(*case.reports, *case.superseded),
        sections=(*sections, *spoken),
        notes=(
            *notes_for(case.reports, case.statements, short),
            *edition_notes(case),
            *left_out_notes(refused),
            *gone,
        ),
    )


def _told(material: Material) -> Iterator[tuple[SectionKind, str, Sequence[Draft]]]:
    """Each section in reading order, with the drafts of its lines."""
    disputed, contested = disputed_drafts(material)
    known, claimed = answer_drafts(material, contested)
    drafts: dict[SectionKind, Sequence[Draft]] = {
        SectionKind.DISPUTED: disputed,
        SectionKind.CLAIMED: claimed,
        SectionKind.UNKNOWN: unknown_drafts(material),
        SectionKind.FINDINGS: finding_drafts(material),
        SectionKind.HYPOTHESES: hypothesis_drafts(material),
        SectionKind.LINEAGE: lineage_drafts(material),
        SectionKind.LOSSES: loss_drafts(material),
        SectionKind.TIMELINE: timeline_drafts(material),
    }
    yield SectionKind.KNOWN, HEADINGS[SectionKind.KNOWN], known
    yield SectionKind.KNOWN, ON_RECORD, speech_drafts(material)
    for kind, found in drafts.items():
        yield kind, HEADINGS[kind], found


def _title(case: Case) -> str:
    """What the brief is about, as far as a question of the case and its day tell."""
    asked = (_WHEN.fullmatch(question.text) for question in case.questions)
    event = next((match.group(1) for match in asked if match), "")
    number = len(case.reports)
    reports = "1 report supports" if number == 1 else f"{number} reports support"
    if not event or event == "it":
        return f"What {reports}"
    days = case.event.days if case.event is not None else ()
    when = f", {days[0].day} {days[0]:%B} {days[0].year}" if len(days) == 1 else ""
    return f"{event[:1].upper()}{event[1:]}{when}: what {reports}"
