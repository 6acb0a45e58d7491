from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.questions.written_facts import agent, clause, patient
from tests.factory import report

from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.wording import counted_words, phrase, plural, was
from twosource.model.report import cut


@pytest.mark.parametrize(
    ("printed", "lemma", "expected"),
    [
        ("The roof", "roof", "the roof"),
        ("a small boat", "boat", "a small boat"),
        ("its officers", "officer", "the officers"),
        ("Ana Sol", "ana sol", "Ana Sol"),
        ("Rowers", "rower", "the rowers"),
        ("more than 40 rowers", "rower", "the rowers"),
        ("this year's parade", "parade", "this year's parade"),
        ("the roof of the old northern boat house", "roof", "the roof"),
    ],
)
def test_a_participant_is_named_as_printed_with_an_article(
    printed: str, lemma: str, expected: str
) -> None:
    one = report(f"{printed} it was")
    start = printed.lower().find(lemma)
    size = len(printed) - start if printed.endswith("s") else len(lemma)
    argument = replace(agent(one, printed, lemma), head=cut(one, start, start + size))
    assert phrase(argument) == expected


def test_one_is_asked_with_was_and_several_with_were() -> None:
    one = report("The roof and the rowers")
    assert was(agent(one, "The roof", "roof")) == "Was"
    assert was(agent(one, "the rowers", "rower")) == "Were"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("boat", "boats"), ("person", "people"), ("bus", "buses"), ("body", "bodies")],
)
def test_plurals_follow_the_rules_of_spelling(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def test_an_irregular_participle_is_never_made_up() -> None:
    one = report("They tore the sail.")
    said = clause(one, "They tore the sail", "tore", "tear", patient(one, "the sail", "sail"))
    assert clause_parts([said]) is None


def test_a_printed_passive_is_asked_with_its_participle() -> None:
    one = report("The sail was torn.")
    said = clause(one, "The sail was torn", "torn", "tear", patient(one, "The sail", "sail"))
    parts = clause_parts([said])
    assert parts is not None
    assert asked(parts) == "Was the sail torn?"
    assert asked(parts, "when") == "When was the sail torn?"


def test_and_in_what_is_said_of_a_thing_makes_it_no_plural() -> None:
    one = report("the ferry with its seven rowing passengers and a dog it was")
    argument = replace(agent(one, one.text.removesuffix(" it was"), "ferry"), head=cut(one, 4, 9))
    assert was(argument) == "Was"


def test_soldiers_and_conscripts_together_are_people() -> None:
    printed = [("conscript", "two conscripts"), ("conscript", "30 conscripts"), ("soldier", "five")]
    assert counted_words(printed, {"person"}) == "people"
