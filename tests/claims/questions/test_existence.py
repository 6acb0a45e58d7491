from __future__ import annotations

from dataclasses import replace

from tests.claims.questions.written_facts import agent, clause, count, facts, patient
from tests.factory import report

from twosource.claims.facts import ReportFacts
from twosource.claims.questions.context import contexts
from twosource.claims.questions.existence import existence_questions


def answers(*case: ReportFacts) -> dict[str, list[str]]:
    return {
        question.text: [claim.answer for claim in question.claims]
        for question in existence_questions(contexts(case, ()))
    }


def no_damage(file: str = "a") -> ReportFacts:
    one = report("The surge caused no damage.", name=file, file=f"{file}.txt")
    none = replace(patient(one, "no damage", "damage"), negative=True)
    said = clause(one, one.text[:-1], "caused", "cause", agent(one, "The surge", "surge"), none)
    return facts(one, said)


def damage(words: str = "The jetty", lemma: str = "jetty", file: str = "b") -> ReportFacts:
    one = report(f"{words} was damaged.", name=file, file=f"{file}.txt")
    return facts(one, clause(one, one.text[:-1], "damaged", "damage", patient(one, words, lemma)))


def test_damage_to_one_thing_contradicts_that_there_was_none() -> None:
    assert answers(no_damage(), damage()) == {
        "Was anything damaged?": [
            "no: The surge caused no damage",
            "yes: The jetty was damaged",
        ]
    }


def test_damage_that_nobody_denies_is_not_asked_about() -> None:
    assert answers(damage(), damage("The quay", "quay", "c")) == {}


def test_that_one_thing_was_spared_does_not_say_that_all_were() -> None:
    spared = damage("The quay", "quay", "c")
    (said,) = spared.propositions
    spared = replace(spared, propositions=(replace(said, positive=False),))
    assert answers(spared, damage()) == {}


def test_where_the_hurt_are_counted_the_question_is_how_many() -> None:
    one = report("Nobody was hurt.", name="a", file="a.txt")
    nobody = replace(patient(one, "Nobody", "nobody"), negative=True)
    first = facts(one, clause(one, "Nobody was hurt", "hurt", "hurt", nobody))
    other = report("Six rowers were injured.", name="b", file="b.txt")
    second = facts(other, count(other, "Six", 6, "rower", "injure"))
    assert answers(first, second) == {}
