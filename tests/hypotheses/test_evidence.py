"""Which words bear on an explanation, and on which side; the accident is made up."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from tests.examining import Examined, case_of

from twosource.model.case import Case
from twosource.model.hypothesis import Hypothesis

COACH = "A coach left the road near Arnvik on Tuesday, killing six passengers, police said."


@pytest.fixture
def examined(tmp_path: Path) -> Examined:
    """The case of reports that open alike."""
    return partial(case_of, tmp_path, opening=COACH)


def on(case: Case, *themes: str) -> Hypothesis:
    found = [h for h in case.hypotheses if any(theme in h.label.lower() for theme in themes)]
    assert len(found) == 1, [one.label for one in case.hypotheses]
    return found[0]


def said(items: object) -> str:
    return " | ".join(item.span.quote for item in items)  # type: ignore[attr-defined]


def test_a_common_cause_told_by_two_sources_is_an_explanation(examined: Examined) -> None:
    case = examined(
        "The driver had been drinking, a passenger, Eva Lund, said.",
        "The driver was sober, his employer, Arnvik Coaches, said.",
    )
    found = on(case, "drinking", "sober", "drunk")
    assert "had been drinking" in said(found.supporting) + said(found.opposing)


def test_a_common_cause_that_one_source_tells_of_is_none(examined: Examined) -> None:
    case = examined("The driver had been drinking, a passenger, Eva Lund, said.")
    assert case.hypotheses == ()


def test_less_than_it_takes_speaks_against(examined: Examined) -> None:
    case = examined(
        "Heavy rain had washed out the road, the mayor, Ole Brandt, said.",
        "Only 3 millimetres of rain had fallen that day, the weather service said.",
    )
    found = on(case, "rain")
    assert "Heavy rain" in said(found.supporting)
    assert "Only 3 millimetres" in said(found.opposing)


def test_what_was_inspected_was_in_order(examined: Examined) -> None:
    case = examined(
        "The crash was caused by faulty brakes, the union leader, Nils Berg, said.",
        "The brakes had been inspected in May, the owner, Eva Lund, said.",
    )
    found = on(case, "brakes")
    assert "caused by faulty brakes" in said(found.supporting)
    assert "inspected in May" in said(found.opposing)


def test_words_that_turn_speak_on_both_sides(examined: Examined) -> None:
    case = examined(
        "The crash was caused by a burst tyre, the mechanic, Nils Berg, said.",
        "Inspector Ida Holm said that a burst tyre had caused the crash, but that the police had "
        "no proof of it.",
    )
    found = on(case, "tyre")
    assert "had caused the crash" in said(found.supporting)
    assert "no proof of it" in said(found.opposing)


def test_a_quotation_behind_a_denial_is_given_for_it(examined: Examined) -> None:
    case = examined(
        "The crash was caused by speeding, a passenger, Eva Lund, said.",
        'The employer, Arnvik Coaches, ruled out speeding. "Every journey is recorded," its '
        "spokesman, Per Dahl, said.",
    )
    assert "ruled out speeding" in said(on(case, "speeding").opposing)


def test_a_question_speaks_for_nothing(examined: Examined) -> None:
    case = examined(
        "The crash was caused by fog, a passenger, Eva Lund, said.",
        "Reporters asked the minister whether fog had caused the crash.",
    )
    found = on(case, "fog")
    assert "asked" not in said(found.supporting) + said(found.opposing)


def test_one_who_had_nobody_there_is_a_doer_cleared(examined: Examined) -> None:
    case = examined(
        "Gunmen fired at the coach, a survivor, Eva Lund, said. Soldiers fired at the coach, a "
        "farmer, Nils Berg, said.",
        "Soldiers fired at the coach, another survivor said. The army said no soldiers had been "
        "deployed in the valley.",
    )
    found = on(case, "soldiers")
    assert "fired at the coach" in said(found.supporting)
    assert "no soldiers had been deployed" in said(found.opposing)


def test_a_denied_common_cause_is_an_explanation_that_somebody_must_have_offered(
    examined: Examined,
) -> None:
    case = examined("The owner, Arnvik Coaches, denied that the coach was overloaded.")
    assert "denied that the coach was overloaded" in said(on(case, "overloaded").opposing)


def test_what_was_not_closed_properly_speaks_for_and_closed_and_locked_against(
    examined: Examined,
) -> None:
    case = examined(
        "The luggage door had not been closed properly, a passenger, Eva Lund, said.",
        "The luggage door was closed and locked, the owner, Arnvik Coaches, said.",
    )
    found = on(case, "door")
    assert "not been closed properly" in said(found.supporting)
    assert "closed and locked" in said(found.opposing)


def test_the_sea_that_was_calm_speaks_against_the_weather(examined: Examined) -> None:
    case = examined(
        "A gust of wind pushed the coach off the road, the driver, Nils Berg, said.",
        "The weather was calm, a farmer, Eva Lund, said.",
    )
    found = on(case, "wind", "weather", "gust")
    assert "gust of wind" in said(found.supporting)
    assert "was calm" in said(found.opposing)


def test_evidence_goes_on_to_the_words_that_turn_it(examined: Examined) -> None:
    case = examined(
        "The crash was caused by worn tyres, the mayor, Ole Brandt, said.",
        "Claims by the union that worn tyres caused the crash are untrue.",
    )
    against = [item.span.quote for item in on(case, "tyres").opposing]
    assert against
    assert all("untrue" in quote for quote in against)


def test_the_verb_of_a_reason_agrees_with_who_speaks(examined: Examined) -> None:
    case = examined(
        "Officials said the crash was caused by worn tyres.",
        "The mayor, Ole Brandt, said the crash was caused by worn tyres.",
    )
    reasons = {item.reason for h in case.hypotheses for item in (*h.supporting, *h.opposing)}
    assert any("Officials say what" in reason for reason in reasons)
    assert any("Ole Brandt says what" in reason for reason in reasons)


def test_a_blast_that_one_heard_and_others_did_not_is_an_explanation(tmp_path: Path) -> None:
    opening = "A stand at Lorvik collapsed on Monday, killing six."
    case = case_of(
        tmp_path,
        f"{opening} A vendor said she heard an explosion first. Fire service: no sign of a blast.",
        f'{opening} "I did not hear any explosion," said a guard, Ivo Brandt.',
    )
    found = on(case, "explosion")
    assert "heard an explosion first" in said(found.supporting)
    assert "no sign of a blast" in said(found.opposing)
    assert "did not hear any explosion" in said(found.opposing)
