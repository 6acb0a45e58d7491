from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

from twosource.model.statement import Stance

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Reports that nine divers drowned are denied.", "nine divers drowned"),
        ("Reports that nine divers drowned are untrue.", "nine divers drowned"),
        ("Rumours that the ferry sank are not true.", "the ferry sank"),
        ("Suggestions that the ferry was overloaded are without foundation.",
         "the ferry was overloaded"),
        ("Suggestions that the ferry was overloaded have no basis in fact.",
         "the ferry was overloaded"),
        ("Any suggestion that our crew was asleep is firmly rejected.", "our crew was asleep"),
        ("The reports of deaths at the quarry are false.", "deaths at the quarry"),
        ("It is not true that the quay was closed.", "the quay was closed"),
        ("There is no truth in reports that the ferry sank.", "the ferry sank"),
        ("These allegations are without merit.", "These allegations"),
        ("The information about a fire at the quarry is not true.", "a fire at the quarry"),
        ("Reports about deaths among the crew do not correspond to the facts.",
         "deaths among the crew"),
        ("Allegations of torture at the camp bear no relation to reality.",
         "torture at the camp"),
        ("Assertions to the effect that the ship carried arms are untrue.",
         "the ship carried arms"),
    ],
)  # fmt: skip
def test_a_report_that_denies_what_is_told_denies_it_in_its_own_voice(
    told: Tell, text: str, content: str
) -> None:
    denial = told(text).of(content)
    assert (denial.speaker, denial.stance) == (None, Stance.DENIES)
    assert denial.cue is not None
    assert denial.negations == ()


def test_a_sentence_set_against_what_is_told_is_the_reports_own(told: Tell) -> None:
    (denial,) = told("Contrary to media reports, no prisoner escaped.").all()
    assert (denial.speaker, denial.stance) == (None, Stance.DENIES)


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the ferry sank was dismissed by the harbour master as nonsense.",
        "The claim that the ferry sank was dismissed as nonsense by the harbour master.",
        "Reports that the ferry sank have been denied by the harbour master.",
    ],
)
def test_who_turns_a_claim_away_denies_what_it_says(told: Tell, text: str) -> None:
    (denial,) = told(text).all()
    assert denial.speaker is not None
    assert denial.speaker.span.quote == "the harbour master"
    assert (denial.content.quote, denial.stance) == ("the ferry sank", Stance.DENIES)


def test_who_says_that_reports_are_untrue_denies(told: Tell) -> None:
    found = told("Claims that the pilot was drunk are baseless, the owner said.")
    assert found.of("Claims that the pilot was drunk are baseless").stance is Stance.DENIES
    found = told("The owner said reports that the ferry sank were untrue.")
    assert found.of("reports that the ferry sank were untrue").stance is Stance.DENIES


@pytest.mark.parametrize(
    "text",
    [
        "The claim was denied.",
        "Reports that the ferry sank were denied on Friday.",
        "There were no reports of damage.",
        "The reports may be false.",
        "Were the reports false?",
        "The report is wrong about the number of boats.",
        "The owner admitted that his earlier statement was false.",
    ],
)
def test_a_denial_by_nobody_known_a_doubt_and_a_question_deny_nothing(
    told: Tell, text: str
) -> None:
    assert all(one.stance is not Stance.DENIES for one in told(text).all())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour office, according to which the ferry sank, gave no proof.",
         "The harbour office"),
        ("Two guards, according to whom the gate was open, were sent home.", "Two guards"),
        ("The board has published figures according to which nine boats were lost.", "figures"),
    ],
)  # fmt: skip
def test_according_to_which_leads_to_what_which_stands_for(
    told: Tell, text: str, speaker: str
) -> None:
    cited = [one for one in told(text).all() if one.rule == "phrase.according-to"]
    assert [one.speaker.span.quote for one in cited if one.speaker] == [speaker]
