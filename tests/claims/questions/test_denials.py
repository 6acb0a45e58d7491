from __future__ import annotations

import pytest
from tests.examining import Examined

from twosource.model.case import Case


def sides(case: Case) -> list[list[str]]:
    """The answers of each contradiction."""
    return [[side.answer for side in one.sides] for one in case.contradictions]


EXPLOSION = "An explosion shook the port of Lorvik on Monday and started a fire."


def test_a_denial_in_other_words_meets_what_it_denies(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nA relative, Jana Ferro, said the owner had buried some of the bodies.",
        f"{EXPLOSION}\n\nThe owner denied burying anyone.",
    )
    assert sides(case) == [["yes", "no: burying anyone"]]


def test_what_one_body_denies_says_nothing_of_another(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nA relative, Jana Ferro, said that the army had buried the bodies.",
        f"{EXPLOSION}\n\nThe owner denied burying bodies.",
    )
    assert case.contradictions == ()


def test_what_is_not_ordered_may_still_have_happened(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nTraders marched over the demolition of the market.",
        f"{EXPLOSION}\n\nThe mayor said that the city never ordered the demolition of the market.",
    )
    assert case.contradictions == ()


def test_a_denied_number_is_not_the_number_of_who_denies_it(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION} Nine dockers died, a nurse said.",
        f"{EXPLOSION} The port denied that nine dockers had died.",
    )
    (question,) = [one for one in case.questions if one.text.startswith("How many")]
    assert [len(claim.given) for claim in question.claims] == [1]
    assert not any(one.text.startswith("Were the") for one in case.questions)


def test_what_cannot_be_excluded_is_possible(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe harbour master, Ole Brandt, ruled out sabotage.",
        f"{EXPLOSION}\n\nThe union leader, Eva Lund, said that sabotage could not be excluded.",
    )
    (question,) = [one for one in case.questions if "sabotage" in one.text]
    assert sorted(claim.answer.partition(":")[0] for claim in question.claims) == ["no", "possibly"]


@pytest.mark.parametrize("burnt", ["The depot burned.", "Two tanks are burning."])
def test_what_burns_did_not_do_it(examined: Examined, burnt: str) -> None:
    case = examined(
        f"A strike on the depot at Lorvik killed a guard on Monday. {burnt}",
        "Drones of the northern army struck the depot at Lorvik on Monday, a spokesman said.",
    )
    assert not any(one.text.startswith("Who was behind") for one in case.questions)


def test_what_is_not_seen_answers_what_is_said_to_have_been_there(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe night guard, Jana Ferro, said a horse was on the quay.",
        f"{EXPLOSION}\n\nNo animal is visible on the recording, the port said.",
    )
    assert len(case.contradictions) == 1


def test_what_broke_answers_who_says_that_all_held(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe pilot, Ole Brandt, said one of the ropes had snapped.",
        f"{EXPLOSION}\n\nThe owner, Eva Lund, said all ropes had held.",
    )
    assert len(case.contradictions) == 1


def test_only_one_thing_answers_any_other(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe mayor, Ole Brandt, said only rubbish was burning.",
        f"{EXPLOSION}\n\nA crane driver, Eva Lund, said two warehouses were burning.",
    )
    assert len(case.contradictions) == 1


def test_only_a_number_of_things_is_a_count(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe mayor, Ole Brandt, said only two sheds were burning.",
        f"{EXPLOSION}\n\nA crane driver, Eva Lund, said a warehouse was burning.",
    )
    assert case.contradictions == ()


def test_what_a_phrase_takes_for_granted_answers_who_denies_it(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe owner denied that fireworks were ever kept in the hangar.",
        f"{EXPLOSION}\n\nSmoke rose from the fireworks hangar, a crane driver said.",
    )
    assert len(case.contradictions) == 1


def test_a_name_is_near_to_itself_alone(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nNorvia denied attacking Lorvik.",
        f"{EXPLOSION}\n\nThe minister, Ole Brandt, said that rebels attacked Sandvik.",
    )
    assert case.contradictions == ()


def test_who_speaks_of_a_thing_does_not_deny_it(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe guard, Jana Ferro, denied that she had spoken of a boat.",
        f"{EXPLOSION}\n\nJana Ferro spoke to reporters on Tuesday.",
    )
    assert case.contradictions == ()


@pytest.mark.parametrize(
    "denial",
    [
        "Reports that forty dockers died are denied.",
        "Reports that forty dockers died are untrue.",
        "It is not true that forty dockers died.",
        "The claim that forty dockers died is without foundation.",
    ],
)
def test_a_number_whose_clause_is_denied_from_outside_is_nobodys_answer(
    examined: Examined, denial: str
) -> None:
    case = examined(
        f"{EXPLOSION} Nine dockers died, a nurse said.",
        f"{EXPLOSION}\n\nPort authority statement\n\n{denial}",
    )
    given = [c.answer for q in case.questions for c in q.claims if q.text.endswith("killed?")]
    assert "forty" not in " ".join(given)


def test_a_denial_that_reaches_its_noun_from_before_it_counts_none(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION} The port said that a crane had fallen without causing any injuries.",
        f"{EXPLOSION} Nobody was hurt, the harbour master said.",
    )
    (question,) = [one for one in case.questions if one.text == "Was anyone injured?"]
    (claim,) = question.claims
    assert (claim.answer.partition(":")[0], len(claim.given)) == ("no", 2)


def test_what_exploded_is_not_who_killed(examined: Examined) -> None:
    case = examined(
        "A boiler exploded at the mill at Lorvik on Monday, killing three workers, police said.",
        "A sacked stoker wrecked the boiler at Lorvik and killed three workers on Monday.",
    )
    who = [one for one in case.questions if one.text.startswith("Who killed")]
    assert not any("boiler" in claim.answer.lower() for one in who for claim in one.claims)


def test_a_number_in_claims_that_are_called_untrue_is_nobodys_answer(examined: Examined) -> None:
    case = examined(
        f"{EXPLOSION} Nine dockers died, a nurse said.",
        f"{EXPLOSION}\n\nClaims that forty dockers died are untrue.",
    )
    given = [c.answer for q in case.questions for c in q.claims if q.text.endswith("killed?")]
    assert "forty" not in " ".join(given)


def test_those_who_march_were_not_behind_anything(examined: Examined) -> None:
    case = examined(
        "A teacher died after a march of thousands in Lorvik on Monday.",
        "A teacher died after a march in Lorvik on Monday. The union said 1,500 teachers marched.",
    )
    assert not any("behind" in question.text for question in case.questions)


@pytest.mark.parametrize(("verb", "past"), [("brake", "braked"), ("fire", "fired")])
def test_a_verb_and_its_negation_are_one_question_with_the_right_signs(
    examined: Examined, verb: str, past: str
) -> None:
    case = examined(
        f"{EXPLOSION}\n\nThe driver, Jana Ferro, {past} twice, her brother said.",
        f"{EXPLOSION}\n\nA signalman said that the driver did not {verb}.",
    )
    for question in case.questions:
        for claim in question.claims:
            for given in claim.given:
                if f"did not {verb}" in given.span.quote:
                    assert claim.answer.startswith("no")
