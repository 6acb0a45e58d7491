"""A small invented event in three reports, for tests of the writers and of the case file."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.telling import case_of
from tests.factory import entity, published, report, span, speaker, statement

from twosource.model.case import Case
from twosource.model.entity import Entity, EntityKind
from twosource.model.report import PublicationBasis, Region, RegionKind, Report
from twosource.model.statement import Resolution, Stance, Statement, StatementKind

HARBOUR = """Ferry and barge collide off Skerry Point

By Ines Tolland

The ferry Merrow struck a gravel barge off Skerry Point on Tuesday evening and took on water.

Mara Quill, who chairs the ferry's owners, accused the barge of sailing without lights.

“There was nothing to see,” she said, “because there was nothing lit. My crew did what \
the rules ask.”

Denvale Aggregates denied any fault in the collision. “Every lamp on that barge was burning \
when she left the quay,” said Tobias Renn, its director.

A port official said that the radar recording may have been overwritten.

Sign up for our evening letter.
"""

WIRE = """SKERRY — At least eleven people were hurt when the ferry Merrow hit a barge, the Coast \
Guard said on Wednesday.

"Every lamp on that barge was burning when she left the quay," Denvale's director Tobias Renn \
told Radio Ness.

Asked who had the helm, the Coast Guard declined to comment. It will publish its first findings \
within a month, it said.

The barge carried no lights, according to Mara Quill, who spoke through the owners' lawyer, \
Ede Marsh.
"""

LEDGER = """The barge in Tuesday's collision was unlit, and its owner knew.

Residents of Skerry told the Ledger that "half the barges out there are dark". Mr Renn called \
that "a story for the quay-side".

"I was asked to look away," a former deckhand said.

The Merrow sails again on Monday.
"""


def _reports() -> tuple[Report, Report, Report]:
    harbour = report(HARBOUR, "Harbour Post", "harbour-post.txt")
    byline, letter = (
        span(harbour, "By Ines Tolland"),
        span(harbour, "Sign up for our evening letter."),
    )
    harbour = replace(
        harbour,
        title="Ferry and barge collide off Skerry Point",
        byline="Ines Tolland",
        published=published("2031-04-09"),
        regions=(
            Region(0, 40, RegionKind.TITLE),
            Region(byline.start, byline.end, RegionKind.BYLINE),
            Region(letter.start, letter.end, RegionKind.PROMOTION),
        ),
    )
    wire = replace(
        report(WIRE, "Coast Wire", "coast-wire.txt"),
        title="Eleven hurt as ferry hits barge",
        published=published("2031-04-10", PublicationBasis.DATELINE),
        regions=(Region(0, 8, RegionKind.DATELINE),),
    )
    return harbour, wire, report(LEDGER, None, "ledger.txt")


def _entities(harbour: Report, wire: Report, ledger: Report) -> dict[str, Entity]:
    body = EntityKind.ORGANISATION
    return {
        "quill": entity("Mara Quill", span(harbour, "Mara Quill"), span(wire, "Mara Quill")),
        "renn": entity(
            "Tobias Renn",
            span(harbour, "Tobias Renn"),
            span(wire, "Tobias Renn"),
            span(ledger, "Mr Renn"),
        ),
        "denvale": entity("Denvale Aggregates", span(harbour, "Denvale Aggregates"), kind=body),
        "guard": entity("Coast Guard", span(wire, "Coast Guard"), kind=body),
    }


def _in_harbour(r: Report, e: dict[str, Entity]) -> list[Statement]:
    direct = StatementKind.DIRECT
    quill, renn = speaker(r, "Mara Quill", e["quill"]), speaker(r, "Tobias Renn", e["renn"])
    she = replace(speaker(r, "she", e["quill"], 280), resolution=Resolution.PRONOUN)
    denvale = speaker(r, "Denvale Aggregates", e["denvale"])
    official = statement(
        r,
        "A port official",
        "said",
        "the radar recording may have been overwritten",
        Stance.HEDGES,
    )
    split = (
        "“There was nothing to see,”",
        "“because there was nothing lit. My crew did what the rules ask.”",
    )
    lamps = "“Every lamp on that barge was burning when she left the quay,”"
    return [
        statement(
            r,
            None,
            None,
            "The ferry Merrow struck a gravel barge off Skerry Point on Tuesday evening",
        ),
        statement(r, quill, "accused", "the barge of sailing without lights", Stance.ACCUSES),
        statement(r, she, "said", split, kind=direct),
        statement(r, denvale, "denied", "any fault in the collision", Stance.DENIES),
        statement(r, renn, "said", lamps, Stance.DENIES, direct),
        replace(official, hedges=(span(r, "may"),)),
    ]


def _in_wire(r: Report, e: dict[str, Entity]) -> list[Statement]:
    lamps = '"Every lamp on that barge was burning when she left the quay,"'
    guard, renn = speaker(r, "Coast Guard", e["guard"]), speaker(r, "Tobias Renn", e["renn"])
    later = speaker(r, "Coast Guard", e["guard"], 300)
    it = replace(speaker(r, "it", e["guard"], 380), resolution=Resolution.PRONOUN)
    findings = "It will publish its first findings within a month"
    quill = speaker(r, "Mara Quill", e["quill"])
    relayed = statement(r, quill, "according to", "The barge carried no lights", Stance.ACCUSES)
    hurt = statement(r, guard, "said", "At least eleven people were hurt")
    return [
        replace(hurt, said_at=span(r, "on Wednesday")),
        replace(
            statement(r, renn, "told", lamps, Stance.DENIES, StatementKind.DIRECT),
            venue=span(r, "Radio Ness"),
        ),
        statement(r, later, "declined to comment", "who had the helm", Stance.DECLINES),
        statement(r, it, "said", findings, Stance.PREDICTS),
        replace(relayed, via=(speaker(r, "Ede Marsh"),)),
    ]


def _in_ledger(r: Report, e: dict[str, Entity]) -> list[Statement]:
    renn = speaker(r, "Mr Renn", e["renn"])
    dark = 'that "half the barges out there are dark"'
    mixed, direct = StatementKind.MIXED, StatementKind.DIRECT
    outer = statement(r, "Residents of Skerry", "told", dark, Stance.ACCUSES, mixed)
    story = statement(r, renn, "called", 'that "a story for the quay-side"', Stance.DENIES, mixed)
    return [
        statement(r, None, None, "The barge in Tuesday's collision was unlit, and its owner knew"),
        outer,
        story,
        statement(
            r, "a former deckhand", "said", '"I was asked to look away,"', Stance.ACCUSES, direct
        ),
        statement(r, None, None, "The Merrow sails again on Monday", Stance.PREDICTS),
    ]


def ferry_case() -> Case:
    """Three reports, four speakers with a name, two without, own voice, a relayed statement."""
    harbour, wire, ledger = _reports()
    by_key = _entities(harbour, wire, ledger)
    statements = (
        *_in_harbour(harbour, by_key),
        *_in_wire(wire, by_key),
        *_in_ledger(ledger, by_key),
    )
    reports = (harbour, wire, ledger)
    entities = tuple(sorted(by_key.values(), key=lambda e: (e.name, e.id)))
    return case_of(reports, entities, statements)
