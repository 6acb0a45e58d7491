from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

from twosource.language.interface import Annotator
from twosource.statements import acceptance
from twosource.statements.acceptance import THRESHOLD, accepted
from twosource.statements.acceptance_weights import BIAS, WEIGHTS
from twosource.statements.candidates import Candidate
from twosource.statements.proposals import proposals
from twosource.statements.quotes import quotations
from twosource.statements.speech import is_speech

Tell = Callable[[str], Told]

STORY = (
    "The ministry said the dyke broke at noon. Two boats sank, according to the harbour board.\n\n"
    "“We lost everything,” said Ana Sol, a farmer. “Nobody came.”\n\n"
    "The mayor denied that the gate was open. He suggested a leak."
)


def proposed(reader: Annotator, text: str) -> list[Candidate]:
    reading = reader.read(text)
    return proposals(reading, [q for q in quotations(text) if is_speech(text, reading, q)])


def kept(reader: Annotator, text: str) -> list[Candidate]:
    return accepted(reader.read(text), quotations(text), proposed(reader, text))


def test_confidence_is_a_probability_with_three_decimals(told: Tell) -> None:
    found = [s for s in told(STORY).all() if s.speaker is not None]
    assert found
    for statement in found:
        assert THRESHOLD <= statement.confidence <= 1
        assert statement.confidence == round(statement.confidence, 3)


def test_the_same_candidate_gets_the_same_confidence(told: Tell) -> None:
    first, again = told(STORY), told(STORY)
    assert [s.confidence for s in first.all()] == [s.confidence for s in again.all()]


def test_confidence_does_not_depend_on_other_paragraphs(told: Tell) -> None:
    alone = "The ministry said the dyke broke at noon."
    among = f"Rain fell all week.\n\n{alone}\n\nThe mayor said that crews had left the town."
    words = "the dyke broke at noon"
    assert told(among).of(words).confidence == told(alone).of(words).confidence


@pytest.mark.parametrize(
    ("clear", "doubtful"),
    [
        (
            "The ministry said the dyke broke at noon.",
            "Some found the road to the dyke.",
        ),
        (
            "The dyke broke at noon, the ministry said.",
            "Boats cost 40 crowns per day in the valley.",
        ),
    ],
)
def test_a_clear_attribution_ranks_above_a_doubtful_one(
    reader: Annotator, monkeypatch: pytest.MonkeyPatch, clear: str, doubtful: str
) -> None:
    monkeypatch.setattr(acceptance, "THRESHOLD", 0.0)
    (sure,) = kept(reader, clear)
    assert all(c.confidence < sure.confidence for c in kept(reader, doubtful))


def test_below_the_threshold_nothing_comes_out(
    reader: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acceptance, "THRESHOLD", 1.01)
    assert proposed(reader, STORY)
    assert kept(reader, STORY) == []


def test_speech_that_goes_on_is_as_sure_as_what_it_goes_on_from(reader: Annotator) -> None:
    found = kept(reader, STORY)
    going_on = [c for c in found if c.continues is not None]
    assert going_on
    for candidate in going_on:
        before = max(c.confidence for c in found if c.anchor == candidate.continues)
        assert candidate.confidence == before


def test_speech_that_goes_on_falls_with_what_it_goes_on_from(
    reader: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = [c for c in kept(reader, STORY) if c.continues is not None]
    monkeypatch.setattr(acceptance, "WEIGHTS", {"cue=say": -50.0})
    left = kept(reader, STORY)
    assert going_on
    assert not [c for c in left if c.continues is not None]


def test_accepting_changes_nothing_but_the_confidence(reader: Annotator) -> None:
    before = {(c.anchor, c.content): (c.rule, c.speaker) for c in proposed(reader, STORY)}
    for candidate in kept(reader, STORY):
        assert before[candidate.anchor, candidate.content] == (candidate.rule, candidate.speaker)


def test_the_weights_are_finite_and_sorted() -> None:
    assert list(WEIGHTS) == sorted(WEIGHTS)
    assert all(math.isfinite(weight) for weight in (BIAS, *WEIGHTS.values()))
