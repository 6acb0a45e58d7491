"""Telling briefs in tests: the whole brief of a case, or only who says what."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.brief.assemble import tell
from twosource.brief.document import brief_of
from twosource.brief.notes import notes_for
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.entity import Entity
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.pipeline.examine import told

UNTOLD = BriefDocument("", (), (), ())


def spoken(
    reports: Sequence[Report], entities: Sequence[Entity], statements: Sequence[Statement]
) -> BriefDocument:
    """The sections of the speakers alone, with their notes."""
    sections, short = tell(reports, entities, statements)
    return BriefDocument("", tuple(reports), sections, notes_for(reports, statements, short))


def case_of(
    reports: Sequence[Report],
    entities: Sequence[Entity] = (),
    statements: Sequence[Statement] = (),
) -> Case:
    """A case with its brief, from what was read alone."""
    return told(Case(tuple(reports), tuple(entities), tuple(statements), UNTOLD))


def retold(case: Case) -> BriefDocument:
    """The brief of a case as it stands now."""
    return brief_of(case)
