from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factory import report
from tests.statements.conftest import Told

from twosource.language.interface import Annotator
from twosource.model.report import Region, RegionKind, readable
from twosource.model.statement import Resolution, StatementKind
from twosource.statements.extract import statements_in

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The harbour master, Ilse Brandt, said that the crane had failed at noon.",
            "Ilse Brandt",
            "the crane had failed at noon",
        ),
        (
            "The crane had failed at noon, Ilse Brandt said on Monday.",
            "Ilse Brandt",
            "The crane had failed at noon",
        ),
        (
            "The crane had failed at noon, said Ilse Brandt, the harbour master.",
            "Ilse Brandt",
            "The crane had failed at noon",
        ),
        (
            "The crane failed twice that week, according to the port authority.",
            "port authority",
            "The crane failed twice that week",
        ),
        (
            "According to the port authority, the crane failed twice that week.",
            "port authority",
            "the crane failed twice that week",
        ),
        ("Port sources: two cranes down.", "Port sources", "two cranes down"),
    ],
)
def test_a_cue_may_stand_before_after_or_beside_its_content(
    told: Tell, text: str, speaker: str, content: str
) -> None:
    found = told(text)
    assert found.who(found.of(content)) == speaker


def test_a_quotation_split_by_its_cue_keeps_both_parts(told: Tell) -> None:
    found = told("“We saw the mast go,” Tomas Reyes said, “and then the lights went out.”")
    statement = found.of("We saw the mast go … and then the lights went out")
    assert statement.kind is StatementKind.DIRECT
    assert len(statement.more) == 1


def test_speech_goes_on_in_the_paragraph_and_at_the_head_of_the_next(told: Tell) -> None:
    found = told(
        "“We saw the mast go,” Tomas Reyes said. “Nobody shouted.”\n\n“Then the lights went out.”"
    )
    for words in ("Nobody shouted", "Then the lights went out"):
        statement = found.of(words)
        assert found.who(statement) == "Tomas Reyes"
        assert statement.speaker is not None
        assert statement.speaker.resolution is Resolution.CONTINUATION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The dyke broke at noon,” Ana Sol said.", StatementKind.DIRECT),
        ("Ana Sol said the dyke broke at noon.", StatementKind.INDIRECT),
        ("Ana Sol said the dyke had “burst like a bag” at noon.", StatementKind.MIXED),
    ],
)
def test_kind_tells_whose_words_the_content_is_in(
    told: Tell, text: str, kind: StatementKind
) -> None:
    (statement,) = told(text).all()
    assert statement.kind is kind


def test_a_relayer_stands_in_the_chain_of_what_it_relays(told: Tell) -> None:
    found = told(
        "The mayor, Ana Sol, claimed that the owners had skipped inspections, Reuters reported."
    )
    inner = found.of("the owners had skipped inspections")
    assert [relayer.span.quote for relayer in inner.via] == ["Reuters"]
    assert inner.parent is not None
    outer = next(s for s in found.all() if s.id == inner.parent)
    assert found.who(outer) == "Reuters"


def test_an_outlet_that_was_told_something_is_a_relayer(told: Tell) -> None:
    (statement,) = told("Ana Sol told the BBC that the dyke broke at noon.").all()
    assert [relayer.span.quote for relayer in statement.via] == ["BBC"]


def test_a_scare_quoted_phrase_is_no_statement(told: Tell) -> None:
    (statement,) = told("The so-called “safe zone” was empty by noon.").all()
    assert statement.speaker is None
    assert [words.quote for words in statement.distancing] == ["so-called", "safe zone"]


def test_furniture_yields_no_statement(reader: Annotator) -> None:
    text = "Ana Sol said the dyke broke.\n\nThe publisher said readers should subscribe today."
    item = report(text)
    start = text.index("The publisher")
    labelled = type(item)(
        **{
            **{name: getattr(item, name) for name in item.__slots__},
            "regions": (Region(start, len(text), RegionKind.PROMOTION),),
        }
    )
    found = statements_in(labelled, reader.read(readable(labelled)))
    assert [s.content.quote for s in found.statements] == ["the dyke broke"]


PIECES = st.sampled_from(
    [
        "“It fell,” Ana Sol said.",
        "He said the dyke “broke.",
        "Nobody died,” she added.",
        "According to Reuters, the ministry denied it had known.",
        "Police declined to say who opened the gate.",
        "\n\n",
        "\n",
        " 😀 ",
        "“",
        "”",
        '"',
        "The owner accused Ana Sol of lying, Tomas Reyes wrote.",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(PIECES, max_size=8))
def test_every_span_is_verbatim_and_inside_its_report(reader: Annotator, pieces: list[str]) -> None:
    item = report(" ".join(pieces) or "x")
    found = statements_in(item, reader.read(readable(item)))
    for statement in found.statements:
        spans = [*statement.parts, *statement.hedges]
        spans += [s for s in (statement.cue, statement.said_at, statement.venue) if s]
        spans += [s.span for s in (statement.speaker, *statement.via) if s]
        assert all(item.text[s.start : s.end] == s.quote for s in spans)
        assert len({s.id for s in found.statements}) == len(found.statements)
    again = statements_in(item, reader.read(readable(item)))
    assert again == found


def test_what_speakers_say_that_they_think_is_nested_and_relayed_by_nobody(told: Tell) -> None:
    found = told("“I think the mast was sawn through,” Tomas Reyes told the court.")
    outer, inner = (
        found.of("I think the mast was sawn through"),
        found.of("the mast was sawn through"),
    )
    assert inner.parent == outer.id
    assert inner.via == ()
    assert found.who(inner) == found.who(outer) == "Tomas Reyes"
    assert inner.speaker is not None
    assert inner.speaker.resolution is Resolution.PRONOUN


def test_the_i_of_a_running_text_is_nobody_known(told: Tell) -> None:
    statement = told("I believe that the mast was sawn through.").of("the mast was sawn through")
    assert statement.speaker is not None
    assert statement.speaker.entity is None
    assert statement.speaker.resolution is Resolution.UNRESOLVED


def test_a_report_that_says_it_does_not_know_declines_nothing(told: Tell) -> None:
    found = told("At this hour, we do not know who cut the cable.")
    assert all(statement.speaker is None for statement in found.all())


def test_an_i_in_marks_that_nobody_is_found_for_says_nothing(told: Tell) -> None:
    found = told("A card lay on the desk. “I think the cable will not hold.”")
    assert all(statement.speaker is None for statement in found.all())


def test_somebody_unknown_speaks_only_inside_the_words_of_somebody_known(told: Tell) -> None:
    found = told("“It is something that they say they cannot repair,” Ana Sol said.")
    inner = found.of("they cannot repair")
    assert inner.speaker is not None
    assert inner.speaker.entity is None
    assert [found.who(s) for s in found.all() if s.id == inner.parent] == ["Ana Sol"]


def test_a_flood_that_claims_lives_says_nothing(told: Callable[[str], Told]) -> None:
    assert [s for s in told("Flood claims 12 in the valley.").all() if s.speaker is not None] == []


def test_a_noise_that_rises_as_word_spreads_says_nothing(told: Callable[[str], Told]) -> None:
    found = told(
        "Cries pierced the air outside the Lorvik Clinic last night as word spread that a "
        "17-year-old had succumbed to his injuries, bringing to nine the number of men who lost "
        "their lives in Monday's fire at the Lorvik Market Hall."
    )
    assert not any(s.speaker and s.speaker.span.quote == "Cries" for s in found.all())
