"""Speakers that stand after their verb become its subject."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.language.repairs import misplaced, subjects_after_the_verb


@dataclass(frozen=True)
class Word:
    form: str
    xpos: str
    head: int
    relation: str


def sentence(rows: str) -> list[Word]:
    """Words from ``form/tag/head/relation`` in a row."""
    cells = [row.split("/") for row in rows.split()]
    return [Word(form, tag, int(head), relation) for form, tag, head, relation in cells]


def test_the_noun_after_a_clause_and_a_verb_is_the_subject() -> None:
    words = sentence("It/PRP/1/nsubj sank/VBD/3/ccomp ,/,/1/punct added/VBD/3/root board/NN/3/obj")
    assert subjects_after_the_verb(words) == [4]


def test_a_verb_of_saying_may_hang_on_the_quotation() -> None:
    words = sentence(
        "It/PRP/1/nsubj sank/VBD/1/root \"/''/1/punct ,/,/4/punct write/VB/1/parataxis"
        " dockers/NNS/4/obj"
    )
    assert subjects_after_the_verb(words) == [5]


def test_without_a_quotation_the_object_stays_an_object() -> None:
    words = sentence("Wait/VB/0/root ,/,/2/punct call/VB/0/parataxis board/NN/2/obj")
    assert subjects_after_the_verb(words) == []


def test_a_verb_with_a_subject_keeps_its_object() -> None:
    words = sentence(
        "Sunk/VBN/3/ccomp ,/,/0/punct she/PRP/3/nsubj told/VBD/3/root reporters/NNS/3/obj"
    )
    assert subjects_after_the_verb(words) == []


def test_an_object_pronoun_is_no_subject() -> None:
    words = sentence("Go/VB/2/ccomp ,/,/0/punct told/VBD/2/root them/PRP/2/obj")
    assert subjects_after_the_verb(words) == []


def test_an_infinitive_keeps_its_object() -> None:
    words = sentence("Go/VB/3/ccomp ,/,/0/punct to/TO/3/mark tell/VB/3/root board/NN/3/obj")
    assert subjects_after_the_verb(words) == []


def test_of_two_subjects_the_one_right_before_a_verb_of_saying_is_its_own() -> None:
    words = sentence(
        "Firm/NNP/5/nsubj says/VBZ/1/root its/PRP$/3/nmod:poss men/NNS/5/nsubj were/VBD/5/cop "
        "there/RB/1/ccomp"
    )
    assert misplaced(words) == [(0, 1, "nsubj")]


def test_a_clause_with_who_after_a_comma_is_of_the_noun_before_it() -> None:
    words = sentence(
        "Sank/VBD/2/ccomp ,/,/0/punct said/VBD/2/root Sol/NNP/2/nsubj ,/,/6/punct who/WP/6/nsubj "
        "swam/VBD/2/ccomp"
    )
    assert misplaced(words) == [(6, 3, "acl:relcl")]


def test_what_is_said_stays_with_its_verb() -> None:
    words = sentence("Sol/NNP/1/nsubj said/VBD/1/root it/PRP/3/nsubj sank/VBD/1/ccomp")
    assert misplaced(words) == []
