from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from tests.claims.questions.written_facts import agent, clause, count, facts, moment, patient
from tests.factory import report, statement

from twosource.claims.facts import ReportFacts
from twosource.claims.questions.asking import questions_of
from twosource.language.meaning import Meaning, load_meaning
from twosource.model.claim import Question
from twosource.model.event import Layer
from twosource.model.proposition import Modality
from twosource.model.statement import Stance
from twosource.model.value import ClockTime


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return load_meaning(threads=1)


def texts(questions: tuple[Question, ...]) -> list[str]:
    return [question.text for question in questions]


def answers(questions: tuple[Question, ...], text: str) -> list[str]:
    (question,) = [one for one in questions if one.text == text]
    return [claim.answer for claim in question.claims]


def told(file: str, body: str):
    return report(body, name=file, file=f"{file}.txt")


def deaths(file: str, body: str, words: str, number: int, noun: str, status: str) -> ReportFacts:
    one = told(file, body)
    return facts(one, count(one, words, number, noun, status))


KILLED = (
    deaths("a", "Fourteen rowers were killed.", "Fourteen", 14, "rower", "kill"),
    deaths("b", "The dead number at least 12.", "at least 12", 12, "dead", "dead"),
    deaths("c", "In all 14 people died.", "14", 14, "person", "die"),
)


def test_deaths_in_whatever_words_are_one_question(meaning: Meaning) -> None:
    questions = questions_of(KILLED, (), meaning)
    assert texts(questions) == ["How many people were killed?"]
    assert answers(questions, "How many people were killed?") == ["14", "at least 12"]


def test_the_same_number_in_words_and_digits_is_one_claim(meaning: Meaning) -> None:
    (question,) = questions_of(KILLED, (), meaning)
    assert [len(claim.given) for claim in question.claims] == [2, 1]


def test_order_of_reports_changes_nothing(meaning: Meaning) -> None:
    expected = questions_of(KILLED, (), meaning)
    assert all(questions_of(order, (), meaning) == expected for order in permutations(KILLED))


def test_an_unrelated_report_changes_nothing_in_the_other_questions(meaning: Meaning) -> None:
    other = deaths("d", "Nine goats were injured at a farm.", "Nine", 9, "goat", "injure")
    assert set(questions_of(KILLED, (), meaning)) <= set(
        questions_of((*KILLED, other), (), meaning)
    )


def test_every_span_of_a_claim_is_verbatim(meaning: Meaning) -> None:
    known = {one.report.id: one.report.text for one in KILLED}
    for question in questions_of(KILLED, (), meaning):
        for claim in question.claims:
            for span in claim.spans:
                assert known[span.report][span.start : span.end] == span.quote


def test_a_count_of_another_event_answers_nothing(meaning: Meaning) -> None:
    one = told("a", "Two rowers were killed. Last year 30 died.")
    layers = (Layer.EVENT, Layer.BACKGROUND)
    values = (count(one, "Two", 2, "rower", "kill"), count(one, "30", 30, "", "die"))
    questions = questions_of((facts(one, *values, layers=layers),), (), meaning)
    assert [claim.answer for question in questions for claim in question.claims] == ["two"]


def test_a_part_of_a_total_does_not_answer_for_the_total(meaning: Meaning) -> None:
    one = told("a", "Nine rowers were injured, of whom three were children.")
    values = (
        count(one, "Nine", 9, "rower", "injure"),
        replace(count(one, "three", 3, "child", "injure"), part=True),
    )
    questions = questions_of((facts(one, *values),), (), meaning)
    assert sorted(len(question.claims) for question in questions) == [1, 1]


def test_near_synonyms_without_a_fate_are_counted_together(meaning: Meaning) -> None:
    first, second = told("a", "Two yachts came."), told("b", "One boat came.")
    case = (
        facts(first, count(first, "Two", 2, "yacht")),
        facts(second, count(second, "One", 1, "boat")),
    )
    assert len(questions_of(case, (), meaning)) == 1


def test_a_denied_clause_answers_no_to_the_question_that_others_answer_yes(
    meaning: Meaning,
) -> None:
    first = told("a", "The boathouse was damaged.")
    second = told("b", "The owner denied that the boathouse was damaged.")
    denial = statement(
        second, "The owner", "denied", "the boathouse was damaged", stance=Stance.DENIES
    )
    case = (
        facts(
            first,
            clause(
                first,
                "The boathouse was damaged",
                "damaged",
                "damage",
                patient(first, "The boathouse", "boathouse"),
            ),
        ),
        facts(
            second,
            clause(
                second,
                "the boathouse was damaged",
                "damaged",
                "damage",
                patient(second, "the boathouse", "boathouse"),
                statement=denial,
            ),
            statements=(denial,),
        ),
    )
    questions = questions_of(case, (), meaning)
    assert texts(questions) == ["Was the boathouse damaged?"]
    assert answers(questions, "Was the boathouse damaged?") == [
        "yes",
        "no: the boathouse was damaged",
    ]


def test_a_possibility_answers_possibly(meaning: Meaning) -> None:
    case = []
    for file, body, modality, positive in (
        ("a", "The pumps may have failed.", Modality.POSSIBLE, True),
        ("b", "The pumps did not fail.", Modality.ACTUAL, False),
    ):
        one = told(file, body)
        predicate = "failed" if modality is Modality.POSSIBLE else "fail"
        said = clause(
            one,
            body[:-1],
            predicate,
            "fail",
            agent(one, "The pumps", "pump"),
        )
        said = replace(said, positive=positive, modality=modality)
        case.append(facts(one, said))
    questions = questions_of(case, (), meaning)
    assert texts(questions) == ["Did the pumps fail?"]
    assert [a.split(":")[0] for a in answers(questions, "Did the pumps fail?")] == [
        "possibly",
        "no",
    ]


def test_two_agents_of_one_deed_raise_who_did_it(meaning: Meaning) -> None:
    case = []
    for file, who, lemma in (("a", "The keeper", "keeper"), ("b", "Two swimmers", "swimmer")):
        one = told(file, f"{who} opened the sluice.")
        said = clause(
            one,
            one.text[:-1],
            "opened",
            "open",
            agent(one, who, lemma),
            patient(one, "the sluice", "sluice"),
        )
        case.append(facts(one, said))
    questions = questions_of(case, (), meaning)
    assert "Who opened the sluice?" in texts(questions)
    assert answers(questions, "Who opened the sluice?") == ["The keeper", "Two swimmers"]


def test_times_of_one_happening_answer_when_it_began(meaning: Meaning) -> None:
    case = []
    for file, words, clock in (("a", "7.15 am", ClockTime(7, 15)), ("b", "8 am", ClockTime(8))):
        one = told(file, f"The blaze began at {words}.")
        said = clause(one, one.text[:-1], "began", "begin", agent(one, "The blaze", "blaze"))
        case.append(facts(one, said, moment(one, words, clock, date(2031, 4, 9))))
    questions = questions_of(case, (), meaning)
    assert answers(questions, "When did the blaze begin?") == [
        "7.15 am (9 April 2031)",
        "8 am (9 April 2031)",
    ]


def test_the_first_of_two_happenings_is_not_the_second(meaning: Meaning) -> None:
    case = []
    for file, which in (("a", "first"), ("b", "second")):
        one = told(file, f"The {which} blast happened at noon.")
        subject = agent(one, f"The {which} blast", "blast")
        subject = replace(subject, modifiers=(which,))
        said = clause(one, one.text[:-1], "happened", "happen", subject)
        case.append(facts(one, said, moment(one, "noon", ClockTime(12), None)))
    assert texts(questions_of(case, (), meaning)) == []
