"""What holds of the statements of any text, however its pieces fall together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factory import report

from twosource.language.interface import Annotator
from twosource.model.report import Region, RegionKind, Report, Span, readable
from twosource.model.statement import Statement
from twosource.statements.extract import Attributions, statements_in

PIECES = st.sampled_from(
    [
        "The foreman said that the clerk had told him that the rope was wet.",
        "“I think that the guard believed us,” Ana Sol said.",
        "“The gate was shut",
        "Nobody knew why.”",
        "Karl Voss denied it. He said she was wrong.",
        "According to the harbour office, nobody was hurt, the Echo reported.",
        "The dyke, insisted the baker, broke at noon.",
        "Police: two hurt",
        "It may have been the wind, which the mayor called absurd.",
        "\n\n",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=7).map(" ".join)
LAW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def found_in(reader: Annotator, item: Report) -> Attributions:
    return statements_in(item, reader.read(readable(item)))


def spans_of(one: Statement) -> Iterator[Span]:
    yield from (*one.parts, *one.hedges, *one.negations, *one.distancing)
    yield from (span for span in (one.cue, one.said_at, one.venue) if span is not None)
    for speaker in (one.speaker, *one.via):
        if speaker is not None:
            yield speaker.span
            yield from () if speaker.closeness is None else (speaker.closeness,)


@LAW
@given(TEXTS)
def test_every_span_is_verbatim_and_inside_one_report(reader: Annotator, text: str) -> None:
    item = report(text)
    for one in found_in(reader, item).statements:
        for span in spans_of(one):
            assert span.report == item.id == one.report
            assert item.text[span.start : span.end] == span.quote != ""


@LAW
@given(TEXTS)
def test_children_stand_inside_their_parents_and_nothing_goes_round(
    reader: Annotator, text: str
) -> None:
    known = {one.id: one for one in found_in(reader, report(text)).statements}
    for one in known.values():
        if one.parent is None:
            continue
        around = known[one.parent].parts
        assert all(
            any(outer.start <= part.start and part.end <= outer.end for outer in around)
            for part in one.parts
        )
        seen = {one.id}
        while one.parent is not None:
            one = known[one.parent]
            assert one.id not in seen
            seen.add(one.id)


@LAW
@given(TEXTS)
def test_what_is_denied_stands_inside_what_is_said(reader: Annotator, text: str) -> None:
    for one in found_in(reader, report(text)).statements:
        for span in (*one.negations, *one.hedges, *one.distancing):
            assert any(p.start <= span.start and span.end <= p.end for p in one.parts)


@LAW
@given(TEXTS, TEXTS)
def test_one_report_is_read_alike_whatever_was_read_before(
    reader: Annotator, first: str, second: str
) -> None:
    one, other = report(first), report(second, file="b.txt")
    forth = [found_in(reader, item) for item in (one, other)]
    back = [found_in(reader, item) for item in (other, one)]
    assert forth == back[::-1]


@LAW
@given(TEXTS, TEXTS)
def test_no_statement_comes_from_furniture(reader: Annotator, text: str, aside: str) -> None:
    plain = report(f"{text}\n\n{aside}")
    region = Region(len(text) + 2, len(plain.text), RegionKind.PROMOTION)
    item = replace(plain, regions=(region,))
    for one in found_in(reader, item).statements:
        assert all(span.end <= region.start for span in spans_of(one))
