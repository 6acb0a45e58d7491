from __future__ import annotations

from datetime import date

import pytest
from tests.claims.questions.written_facts import agent, clause, count, facts, moment, patient
from tests.factory import report, statement

from twosource.claims.facts import ReportFacts
from twosource.claims.questions.asking import questions_of
from twosource.language.meaning import Meaning, load_meaning
from twosource.model.claim import Question
from twosource.model.report import Report
from twosource.model.statement import Stance
from twosource.model.value import ClockTime


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return load_meaning(threads=1)


def named(file: str, body: str) -> Report:
    return report(body, name=file, file=f"{file}.txt")


def answers(questions: tuple[Question, ...], text: str) -> list[str]:
    (question,) = [one for one in questions if one.text == text]
    return [claim.answer for claim in question.claims]


def heard() -> ReportFacts:
    one = named("a", "Neighbours heard an explosion at 7.15 am.")
    said = clause(
        one,
        one.text[:-1],
        "heard",
        "hear",
        agent(one, "Neighbours", "neighbour"),
        patient(one, "an explosion", "explosion"),
    )
    return facts(one, said, moment(one, "7.15 am", ClockTime(7, 15), None))


def began() -> ReportFacts:
    one = named("b", "The blast happened at 8 am.")
    said = clause(one, one.text[:-1], "happened", "happen", agent(one, "The blast", "blast"))
    return facts(one, said, moment(one, "8 am", ClockTime(8), None))


def killed_on_a_day() -> ReportFacts:
    one = named("c", "Six rowers were killed on Sunday.")
    said = clause(one, one.text[:-1], "killed", "kill", patient(one, "Six rowers", "rower"))
    day = moment(one, "Sunday", None, date(2031, 4, 6))
    return facts(one, said, day, count(one, "Six", 6, "rower", "kill"))


def test_what_is_heard_and_what_happens_at_a_time_date_the_event(meaning: Meaning) -> None:
    questions = questions_of((heard(), began()), (), meaning, ("explosion",))
    assert answers(questions, "When did the blast happen?") == ["7.15 am", "8 am"]


def test_a_day_on_which_the_harmed_are_counted_is_the_event_s(meaning: Meaning) -> None:
    questions = questions_of((began(), killed_on_a_day()), (), meaning, ("blast",))
    assert answers(questions, "When did the blast happen?") == ["8 am", "Sunday (6 April 2031)"]


def test_without_a_name_for_the_event_its_times_are_not_joined(meaning: Meaning) -> None:
    questions = questions_of((began(), killed_on_a_day()), (), meaning)
    assert [q.text for q in questions if q.text.startswith("When")] == []


def blamed(file: str, body: str, who: str, lemma: str) -> ReportFacts:
    one = named(file, body)
    said = clause(
        one,
        f"{who} attacked the dam",
        "attacked",
        "attack",
        agent(one, who, lemma),
        patient(one, "the dam", "dam"),
    )
    return facts(one, said)


def test_an_accusation_and_a_denial_answer_whether_a_body_was_behind_it(
    meaning: Meaning,
) -> None:
    accusing = blamed("a", "A man said that troops attacked the dam.", "troops", "troop")
    body = "The south denied that troops attacked the dam in an attack."
    one = named("b", body)
    content = "troops attacked the dam"
    denial = statement(one, "The south", "denied", content, stance=Stance.DENIES)
    said = clause(
        one,
        content,
        "attacked",
        "attack",
        agent(one, "troops", "troop"),
        patient(one, "the dam", "dam"),
        patient(one, "an attack", "attack"),
        statement=denial,
    )
    case = (accusing, facts(one, said, statements=(denial,)))
    questions = questions_of(case, (), meaning, ("attack",))
    assert answers(questions, "Were the troops behind it?") == [
        "yes: troops attacked the dam",
        "no: troops attacked the dam",
    ]


def test_two_bodies_named_raise_who_was_behind_it(meaning: Meaning) -> None:
    first = blamed("a", "Later rebels attacked the dam.", "rebels", "rebel")
    second = blamed("b", "Later soldiers attacked the dam.", "soldiers", "soldier")
    third = named("c", "An attack came.")
    noun = clause(third, "An attack came", "came", "come", agent(third, "An attack", "attack"))
    questions = questions_of((first, second, facts(third, noun)), (), meaning, ("attack",))
    assert answers(questions, "Who was behind it?") == ["rebels", "soldiers"]
