"""Lines for what is disputed: every version with who gives it, and what was tried first."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.asked import case_with, question
from tests.factory import report, span

from twosource.brief.document import brief_of
from twosource.model.brief import BriefDocument, SectionKind, Standing
from twosource.model.claim import QuestionKind
from twosource.model.identity import ContradictionId
from twosource.model.relation import Contradiction, Matter, Side

POST = report("Nine people were hurt in the fire.", "Post", "a.txt")
WIRE = report("The fire left forty people hurt.", "Wire", "b.txt")
ASKED = question(
    "How many people were hurt?",
    QuestionKind.HOW_MANY,
    {"nine": ((POST, "Nine people", None),), "forty": ((WIRE, "forty people", None),)},
)


def brief() -> BriefDocument:
    sides = tuple(Side(claim.answer, (claim.id,), claim.spans) for claim in ASKED.claims)
    found = Contradiction(
        ContradictionId("co-1"),
        ASKED.text,
        Matter.COUNT,
        sides,
        ("bounds and rounding of each",),
        "Post has nine, Wire forty: both cannot hold",
    )
    return brief_of(replace(case_with((POST, WIRE), (), (), (ASKED,)), contradictions=(found,)))


def test_versions_stand_side_by_side_with_who_gives_each() -> None:
    (section,) = brief().of(SectionKind.DISPUTED)
    (line,) = section.lines
    assert line.text == "How many people were hurt?"
    assert [version.text for version in line.versions] == [
        "Nine, according to Post in its own voice",
        "Forty, according to Wire in its own voice",
    ]
    assert line.versions[0].spans == (span(POST, "Nine people"),)
    assert line.reason == (
        "Post has nine, Wire forty: both cannot hold. Tried first: bounds and rounding of each."
    )


def test_a_version_that_is_disputed_is_neither_known_nor_claimed() -> None:
    standings = {line.standing for line in brief().lines}
    assert standings == {Standing.DISPUTED}
