"""What happens to a report: read, searched for statements, joined with the others, told.

``examine`` reads top to bottom as the flow goes. It touches no file, network, clock or
environment; the order of the reports given does not change the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.brief.assemble import tell
from twosource.claims.entities import join_entities
from twosource.language.interface import Annotator
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.report import Report, readable
from twosource.pipeline.languages import is_read, language_note
from twosource.pipeline.progress import Progress
from twosource.statements.extract import Attributions, statements_in

READING = "reading"
"""The stage named to ``Progress`` while reports are read."""


def examine(reports: Sequence[Report], annotator: Annotator, progress: Progress) -> Case:
    """Examine the reports on one event.

    Args:
        reports: The reports, in any order; each id once.
        annotator: Reader of English. Reports known to be in another language are kept in the case
            and named in a note of the brief, but not read.
        progress: Told after each report that was read.

    Returns:
        The case. The same reports and the same annotator give an equal case in every run.
    """
    ordered = tuple(sorted(reports, key=lambda report: (report.file, report.id)))
    attributions = attribute(ordered, annotator, progress)
    entities, statements = join_entities(attributions)
    brief = tell(ordered, entities, statements)
    return Case(ordered, entities, statements, with_language_notes(brief))


def attribute(
    reports: Sequence[Report], annotator: Annotator, progress: Progress
) -> tuple[Attributions, ...]:
    """Find who says what in each report that is in English, one report after the other."""
    english = [report for report in reports if is_read(report)]
    found: list[Attributions] = []
    for done, report in enumerate(english, start=1):
        reading = annotator.read(readable(report))
        found.append(statements_in(report, reading))
        progress.advance(READING, done, len(english))
    return tuple(found)


def with_language_notes(brief: BriefDocument) -> BriefDocument:
    """Say in the brief's notes which of its reports were not read, and why."""
    notes = tuple(
        language_note(number, report)
        for number, report in enumerate(brief.reports)
        if not is_read(report)
    )
    return replace(brief, notes=(*brief.notes, *notes)) if notes else brief
