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
from twosource.model.report import Report

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


def sides_told(
    answers: dict[str, tuple[tuple[Report, str, None], ...]], *sides: tuple[str, ...]
) -> list[str]:
    """How the sides of a contradiction are told, each being the answers that it names."""
    kind = QuestionKind.WHETHER if "no" in answers else QuestionKind.WHEN
    asked = question("Did the kiln burst?", kind, answers)
    by_answer = {claim.answer: claim for claim in asked.claims}
    made = []
    for names in sides:
        claims = [by_answer[name] for name in names]
        spans = tuple(s for claim in claims for s in claim.spans)
        made.append(Side("; ".join(names), tuple(claim.id for claim in claims), spans))
    found = Contradiction(
        ContradictionId("co-1"), asked.text, Matter.TIME, tuple(made), (), "they collide"
    )
    reports = {given[0].id: given[0] for all_ in answers.values() for given in all_}
    case = case_with(tuple(reports.values()), (), (), (asked,))
    (section,) = brief_of(replace(case, contradictions=(found,))).of(SectionKind.DISPUTED)
    return [version.text for version in section.lines[0].versions]


def test_each_answer_of_a_side_is_told_with_those_who_give_it_and_no_others() -> None:
    day = report("The kiln burst on Monday.", "Day", "d.txt")
    hour = report("The kiln burst at noon.", "Hour", "h.txt")
    late = report("The kiln burst on Tuesday.", "Late", "l.txt")
    assert sides_told(
        {
            "Monday": ((day, "Monday", None),),
            "noon": ((hour, "noon", None),),
            "Tuesday": ((late, "Tuesday", None),),
        },
        ("Monday", "noon"),
        ("Tuesday",),
    ) == [
        "Monday, according to Day in its own voice; noon, according to Hour in its own voice",
        "Tuesday, according to Late in its own voice",
    ]


def test_two_answers_by_the_same_voices_are_told_with_those_once() -> None:
    post = report("The kiln burst at noon (1000 GMT).", "Post", "p.txt")
    late = report("The kiln burst at dusk.", "Late", "l.txt")
    assert sides_told(
        {
            "noon": ((post, "noon", None),),
            "1000 GMT": ((post, "1000 GMT", None),),
            "dusk": ((late, "dusk", None),),
        },
        ("noon", "1000 GMT"),
        ("dusk",),
    ) == [
        "Noon and 1000 GMT, according to Post in its own voice",
        "Dusk, according to Late in its own voice",
    ]


def test_yes_in_several_words_is_one_answer() -> None:
    post = report("The old kiln had burst by then.", "Post", "p.txt")
    wire = report("The kiln in the yard burst open.", "Wire", "w.txt")
    late = report("The kiln never burst at all.", "Late", "l.txt")
    assert sides_told(
        {
            "yes": ((post, "The old kiln had burst", None),),
            "yes: burst open": ((wire, "The kiln in the yard burst open", None),),
            "no": ((late, "The kiln never burst at all", None),),
        },
        ("yes", "yes: burst open"),
        ("no",),
    ) == [
        "Yes, according to Post in its own voice and Wire in its own voice: "
        "“The old kiln had burst”",
        "No, according to Late in its own voice: “The kiln never burst at all”",
    ]
