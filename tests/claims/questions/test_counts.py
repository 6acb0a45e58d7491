from __future__ import annotations

import pytest
from tests.examining import Examined

from twosource.model.case import Case
from twosource.model.claim import Question

FERRY = "The ferry Halden sank off the cape on Friday. Nine people died."


def asked(case: Case, words: str) -> list[Question]:
    """The questions whose answers print some words."""
    return [
        question
        for question in case.questions
        if any(words in given.span.quote for claim in question.claims for given in claim.given)
    ]


@pytest.mark.parametrize(
    "told",
    [
        "It had a permitted load of 96 passengers.",
        "Its capacity was 96 passengers.",
        "It was licensed to carry up to 96 passengers.",
        "The boat was built for 96 passengers.",
        "It can carry 96 passengers.",
        "There were seats for only 96 passengers.",
    ],
)
def test_how_many_a_thing_may_hold_is_not_how_many_were_in_it(
    examined: Examined, told: str
) -> None:
    case = examined(f"{FERRY} {told}", f"{FERRY} There were 140 passengers on board.")
    assert not any("140" in c.answer for q in asked(case, "96") for c in q.claims)


def test_two_figures_of_what_a_thing_may_hold_answer_one_question(examined: Examined) -> None:
    case = examined(
        f"{FERRY} It was licensed for 96 passengers.",
        f"{FERRY} The boat was built for 80 passengers.",
    )
    (question,) = asked(case, "96")
    assert question.text == "How many passengers was it built or allowed for?"
    assert {claim.answer for claim in question.claims} == {"96", "80"}


def test_how_many_were_carried_stays_a_count_of_those_there(examined: Examined) -> None:
    case = examined(
        f"{FERRY} The boat carried 140 passengers.",
        f"{FERRY} The boat was carrying 120 passengers.",
    )
    (question,) = asked(case, "140")
    assert {claim.answer for claim in question.claims} == {"140", "120"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Two mooring lines were slack.", "How many lines were slack?"),
        ("Forty passengers fled over the rail.", "How many passengers fled?"),
        ("Forty passengers were kneeling on the deck.", "How many passengers were kneeling?"),
    ],
)
def test_a_count_is_asked_by_what_is_said_of_the_counted(
    examined: Examined, told: str, text: str
) -> None:
    case = examined(f"{FERRY} {told}", f"{told} {FERRY}")
    assert text in [q.text for q in case.questions]


def test_the_missing_who_were_found_are_not_missing(examined: Examined) -> None:
    case = examined(
        f"{FERRY} Six children were missing.",
        f"{FERRY} Two of the missing children were found alive.",
    )
    missing = [c.answer for q in case.questions for c in q.claims if q.text.endswith("missing?")]
    assert missing == ["six"]


def test_bodies_that_are_found_are_told_as_bodies(examined: Examined) -> None:
    case = examined(f"{FERRY} Two bodies were recovered on Saturday.", f"{FERRY}")
    killed = [c.answer for q in case.questions for c in q.claims if q.text.endswith("killed?")]
    assert "two bodies" in killed
    assert "two" not in killed


def test_whom_it_befell_is_one_toll_whatever_they_once_were(examined: Examined) -> None:
    case = examined(
        "The ferry Halden sank off the cape on Friday. Nine former sailors died.",
        f"{FERRY} The cape is steep.",
    )
    assert [q.text for q in case.questions if q.text.endswith("killed?")] == [
        "How many people were killed?"
    ]


def test_a_number_that_another_puts_it_at_counts_the_same(examined: Examined) -> None:
    case = examined(
        "A clerk died after a protest at Lorvik on Monday. About 600 people took part in the "
        "protest, according to the police. The union put the number at 2,000.",
        "A clerk died after a protest at Lorvik on Monday.",
    )
    (question,) = asked(case, "2,000")
    assert [claim.answer for claim in question.claims] == ["about 600", "2,000"]
