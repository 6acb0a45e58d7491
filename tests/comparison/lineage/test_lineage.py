"""Rules of the lineage: what counts as shared text, what does not, and which came first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import published, report

from twosource.comparison.lineage.candidates import FEW, candidate_pairs
from twosource.comparison.lineage.lineage import Lineage, lineage_of
from twosource.comparison.lineage.shared_runs import shared_runs
from twosource.comparison.lineage.wordprint import WordPrint, print_of
from twosource.engine.loaded import embedded
from twosource.model.lineage import Direction, LineageKind
from twosource.model.report import Report, readable
from twosource.statements.extract import statements_in

WIRE = """A grain barge sank in the canal at Tollmere on Monday night after it struck a lock gate.

Divers searched the flooded hold until dawn and found nobody inside, the canal trust said.

“We heard a crack and the water came in faster than we could run,” said the skipper, Odd Brekke.

The trust closed the lock for a week and asked farmers to send their harvest by road.
"""
COPY = """A grain barge sank in the canal at Tollmere on Monday night after it struck a lock gate.

Divers searched the flooded hold until dawn and found nobody inside, the canal trust said.

The trust closed the lock for a week and asked farmers to send their harvest by road.
"""
REWORDED = """Divers found nobody in the flooded hold of a barge that sank at Tollmere, having \
searched it until dawn.

The lock is closed for a week. Farmers were asked by the trust to send their harvest by road.

The grain barge had struck a lock gate on Monday night before it sank in the canal.
"""
INDEPENDENT = """Two villagers of Tollmere watched from the towpath as a vessel loaded with wheat \
went under.

“We heard a crack and the water came in faster than we could run,” Odd Brekke, its skipper, \
recalled.

A crane from the regional port is to lift the wreck, and engineers will then inspect the masonry.
"""


def told(text: str, name: str | None, file: str, day: str | None = None) -> Report:
    made = report(text, name, file)
    return replace(made, published=published(day)) if day else made


def lineage(reports: Sequence[Report]) -> Lineage:
    annotator = embedded(1)
    readings = {r.id: annotator.read(readable(r)) for r in reports}
    statements = [s for r in reports for s in statements_in(r, readings[r.id]).statements]
    names = {e.id: e.name for r in reports for e in statements_in(r, readings[r.id]).entities}
    return lineage_of(reports, [print_of(r, readings[r.id]) for r in reports], statements, names)


def print_made(report: Report) -> WordPrint:
    return print_of(report, embedded(1).read(readable(report)))


def test_a_text_cut_from_an_earlier_one_is_a_copy_of_it() -> None:
    wire = told(WIRE, "Canal Wire", "a.txt", "2031-04-08")
    copy = told(COPY, "Evening Paper", "b.txt", "2031-04-12")
    (edge,) = lineage([copy, wire]).edges
    assert (edge.source, edge.target) == (wire.id, copy.id)
    assert (edge.kind, edge.direction) == (LineageKind.COPIES, Direction.KNOWN)
    assert "published first" in edge.reason


def test_the_same_sentences_in_other_words_are_a_paraphrase() -> None:
    wire = told(WIRE, "Canal Wire", "a.txt", "2031-04-08")
    reworded = told(REWORDED, "Evening Paper", "b.txt", "2031-04-12")
    (edge,) = lineage([wire, reworded]).edges
    assert edge.kind is LineageKind.PARAPHRASES
    assert edge.source == wire.id


def test_without_dates_or_citation_no_direction_is_made_up() -> None:
    (edge,) = lineage([told(WIRE, "A", "a.txt"), told(REWORDED, "B", "b.txt")]).edges
    assert edge.direction is Direction.UNKNOWN
    assert edge.kind is LineageKind.COMMON_ORIGIN
    assert "nothing shows" in edge.reason


def test_a_shared_quotation_alone_is_not_copying() -> None:
    assert lineage([told(WIRE, "A", "a.txt"), told(INDEPENDENT, "B", "b.txt")]).edges == ()


def test_two_copies_of_a_third_get_no_edge_between_them() -> None:
    wire = told(WIRE, "Canal Wire", "a.txt", "2031-04-08")
    first = told(WIRE.partition("Divers")[0] + WIRE.split("\n\n")[3], "B", "b.txt", "2031-04-12")
    second = told(COPY, "C", "c.txt", "2031-04-12")
    edges = lineage([wire, first, second]).edges
    assert {(e.source, e.target) for e in edges} == {(wire.id, first.id), (wire.id, second.id)}


def test_naming_another_report_as_source_is_a_citation_that_gives_the_direction() -> None:
    wire = told(WIRE, "Canal Wire", "z.txt")
    citing = told("The lock gate was old, an engineer told the Canal Wire.", "B", "a.txt")
    (edge,) = lineage([citing, wire]).edges
    assert (edge.source, edge.target, edge.kind) == (wire.id, citing.id, LineageKind.CITES)
    assert edge.citation is not None
    assert edge.citation.quote == "Canal Wire"


def test_an_outlets_word_on_its_own_earlier_report_points_outside_the_case() -> None:
    found = lineage([told("We also reported on a barge that sank in spring.", "B", "a.txt")])
    (origin,) = found.outside
    assert origin.name == ""
    assert found.edges[0].source == origin.id


def test_a_set_phrase_that_many_reports_print_ties_none_of_them() -> None:
    phrase = "The old swing bridge at Tollmere fell."
    reports = [
        told(f"{phrase} {rest}", name, f"{name}.txt")
        for name, rest in [
            ("A", "Crews measured cracks along the eastern pier before noon."),
            ("B", "Nurses treated a cyclist whose wrist was broken in the fall."),
            ("C", "Ministers promised money for new signals and a second warden."),
            ("D", "Anglers complained that oil had reached their stretch of bank."),
        ]
    ]
    assert lineage(reports).edges == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_reports_changes_nothing(order: tuple[int, ...]) -> None:
    reports = [
        told(WIRE, "A", "a.txt", "2031-04-08"),
        told(REWORDED, "B", "b.txt"),
        told(INDEPENDENT, "C", "c.txt"),
    ]
    assert lineage([reports[i] for i in order]) == lineage(reports)


def test_an_unrelated_report_changes_no_edge() -> None:
    pair = [told(WIRE, "A", "a.txt"), told(REWORDED, "B", "b.txt")]
    other = told("The orchestra opened its season with a new symphony.", "C", "c.txt")
    assert lineage([*pair, other]).edges == lineage(pair).edges


@given(st.integers(0, 3), st.integers(0, 3))
def test_every_run_is_printed_alike_in_both_reports(drop_first: int, drop_second: int) -> None:
    parts = WIRE.strip().split("\n\n")
    first = told("\n\n".join(p for i, p in enumerate(parts) if i != drop_first), "A", "a.txt")
    second = told("\n\n".join(p for i, p in enumerate(parts) if i != drop_second), "B", "b.txt")
    a, b = print_made(first), print_made(second)
    for run in shared_runs(a, b):
        ours = [w.folded for w in a.words[run.left : run.left + run.length]]
        assert ours == [w.folded for w in b.words[run.right : run.right + run.length]]


def test_the_pairs_to_verify_grow_with_the_reports_and_not_with_their_square() -> None:
    texts = [f"The {n}th barge of the year carried grain and sank near lock {n}." for n in range(9)]
    prints = [print_made(told(t, "A", f"{n}.txt")) for n, t in enumerate(texts)]
    many = [replace(prints[n % 9], report=told(str(n), "A", f"{n}.txt").id) for n in range(FEW * 5)]
    assert len(candidate_pairs(many)) <= 24 * len(many)
    assert len(candidate_pairs(many[:5])) == 10
