"""Lines for what is on record: that it was said is known, what it says is not."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.asked import case_with
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.document import ON_RECORD, brief_of
from twosource.model.brief import BriefLine
from twosource.model.case import Case
from twosource.model.identity import WordingId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.relation import Wording
from twosource.model.statement import StatementKind

POST = report("Ines Tolland said that the gate had been left open.", "Post", "a.txt")
WIRE = report("“Somebody left that gate open,” Ines Tolland said.", "Wire", "b.txt")
TOLLAND = entity("Ines Tolland", span(POST, "Ines Tolland"), span(WIRE, "Ines Tolland"))
SAID = (
    statement(
        POST, speaker(POST, "Ines Tolland", TOLLAND), "said", "that the gate had been left open"
    ),
    statement(
        WIRE,
        speaker(WIRE, "Ines Tolland", TOLLAND),
        "said",
        "“Somebody left that gate open,”",
        kind=StatementKind.DIRECT,
    ),
)
WORDING = Wording(
    WordingId("wo-1"), tuple(s.id for s in SAID), tuple(s.content for s in SAID), ("other words",)
)


def on_record(case: Case) -> tuple[BriefLine, ...]:
    found = [s for s in brief_of(case).sections if s.heading == ON_RECORD]
    return found[0].lines if found else ()


def test_what_two_reports_give_is_on_record_in_the_speakers_own_words_where_one_has_them() -> None:
    case = replace(case_with((POST, WIRE), (TOLLAND,), SAID, ()), wordings=(WORDING,))
    (line,) = on_record(case)
    assert line.text == "Ines Tolland said: “Somebody left that gate open”"
    assert "not known by it" in line.reason
    assert [version.spans[0] for version in line.versions] == [s.content for s in SAID]


def test_what_one_report_gives_is_not_on_record() -> None:
    case = replace(case_with((POST, WIRE), (TOLLAND,), SAID, ()), wordings=())
    assert on_record(case) == ()


def test_a_copy_puts_nothing_on_record() -> None:
    runs = ((SAID[0].content, SAID[1].content),)
    edge = LineageEdge(
        POST.id, WIRE.id, LineageKind.COPIES, Direction.KNOWN, 0.9, runs, None, "shared words"
    )
    case = replace(case_with((POST, WIRE), (TOLLAND,), SAID, (), (edge,)), wordings=(WORDING,))
    assert on_record(case) == ()


def test_an_utterance_whose_wordings_overlap_is_told_once() -> None:
    again = replace(WORDING, id=WordingId("wo-2"))
    case = replace(case_with((POST, WIRE), (TOLLAND,), SAID, ()), wordings=(WORDING, again))
    assert len(on_record(case)) == 1
