"""The statements of one report: rules propose, quotations settle, speakers are resolved.

One report at a time; the result does not depend on any other report.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.model.entity import Entity
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.statements.acceptance import accepted
from twosource.statements.build import Builder
from twosource.statements.entities import entities_of
from twosource.statements.proposals import proposals
from twosource.statements.quotes import quotations
from twosource.statements.resolution import Cast
from twosource.statements.speech import is_speech
from twosource.statements.turns import (
    outside_labels,
    outside_turns,
    spoken,
    turn_candidates,
    turns_in,
)


@dataclass(frozen=True, slots=True)
class Attributions:
    """What one report attributes: its statements, and the entities that it names.

    Entity ids hold within the report; joining reports replaces them.
    """

    report: ReportId
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]


def statements_in(report: Report, reading: Reading) -> Attributions:
    """Find who says what in one report.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of ``readable(report)``, so that offsets agree.
    """
    turns = turns_in(reading.text)
    said = spoken(reading, turns)
    marks = outside_turns(quotations(reading.text), said)
    speech = [q for q in marks if is_speech(reading.text, reading, q)]
    candidates = accepted(reading, marks, proposals(reading, speech))
    candidates = outside_labels(reading, turns, candidates)
    candidates += turn_candidates(reading, turns, said)
    marks = tuple(sorted((*marks, *said), key=lambda quotation: quotation.start))
    entities, owner = entities_of(reading)
    cast = Cast(reading, entities, owner, publisher=report.publisher or "", marks=marks)
    builder = Builder(report, reading, marks, cast)
    statements = builder.build(candidates)
    return Attributions(report.id, statements, builder.entities(statements))
