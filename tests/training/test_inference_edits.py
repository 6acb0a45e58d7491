"""Controlled edits: what is done to a sentence says how the outcome relates to it."""

from __future__ import annotations

import random

from training.inference_edits import Edit, Material, Tree, clauses, edits, is_usable, joined, spelt
from training.inference_pairs import Pair, parted, plain, swapped
from training.inference_words import WordRelations
from training.treebank import Sentence, Word

# form, lemma, upos, xpos, head, relation
FIRE = """
The the DET DT 2 det
fire fire NOUN NN 3 nsubj
burned burn VERB VBD 0 root
twelve twelve NUM CD 5 nummod
sheds shed NOUN NNS 3 obj
in in ADP IN 7 case
Orla Orla PROPN NNP 3 obl
on on ADP IN 9 case
Tuesday Tuesday PROPN NNP 3 obl
. . PUNCT . 3 punct
"""
WAS = """
The the DET DT 2 det
gate gate NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
locked lock VERB VBN 0 root
after after SCONJ IN 8 mark
the the DET DT 7 det
guards guard NOUN NNS 8 nsubj
left leave VERB VBD 4 advcl
early early ADV RB 8 advmod
. . PUNCT . 4 punct
"""


def tree(table: str) -> Tree:
    rows = [line.split() for line in table.strip().splitlines()]
    words = [
        Word(form, lemma, upos, xpos, int(head), relation, number + 2 < len(rows))
        for number, (form, lemma, upos, xpos, head, relation) in enumerate(rows)
    ]
    return Tree(Sentence(tuple(words), "", False))


def material() -> Material:
    forms = {("burn", "VBN"): "burned", ("leave", "VBN"): "left"}
    return Material(WordRelations(forms), forms, ["Vessen"], ["Tamm"])


def outcomes(table: str, kind: str, label: str) -> set[str]:
    found: set[str] = set()
    for seed in range(20):
        chance = random.Random(seed)  # noqa: S311
        read = tree(table)
        found |= {
            spelt(read, edit)
            for edit in edits(read, material(), chance)
            if edit.kind == kind and edit.there == label
        }
    return found


def test_a_sentence_is_spelt_as_it_stands() -> None:
    assert spelt(tree(FIRE)) == "The fire burned twelve sheds in Orla on Tuesday."
    assert is_usable(tree(FIRE))


def test_a_denial_contradicts() -> None:
    assert "The fire did not burn twelve sheds in Orla on Tuesday." in outcomes(
        FIRE, "negation", "c"
    )
    assert "The gate was not locked after the guards left early." in outcomes(WAS, "negation", "c")


def test_another_number_day_or_place_contradicts() -> None:
    assert all("twelve" not in text for text in outcomes(FIRE, "number", "c"))
    assert all("Tuesday" not in text for text in outcomes(FIRE, "date", "c"))
    assert outcomes(FIRE, "place", "c") == {"The fire burned twelve sheds in Vessen on Tuesday."}


def test_a_cut_is_entailed_and_entails_nothing_more() -> None:
    assert outcomes(FIRE, "cut", "e") == {
        "The fire burned twelve sheds on Tuesday.",
        "The fire burned twelve sheds in Orla.",
    }
    read = tree(FIRE)
    cuts = [
        edit
        for edit in edits(read, material(), random.Random(0))  # noqa: S311
        if edit.kind == "cut"
    ]
    assert {edit.back for edit in cuts} == {"n"}


def test_a_hedge_is_entailed_and_what_is_planned_is_open() -> None:
    assert any("may have burned" in text for text in outcomes(FIRE, "hedge", "e"))
    assert outcomes(FIRE, "tense", "n") == {"The fire will burn twelve sheds in Orla on Tuesday."}


def test_a_clause_that_is_told_as_fact_is_entailed() -> None:
    assert list(clauses(tree(WAS))) == [("The guards left early.", "e")]


def test_a_contradiction_joined_with_another_change_of_meaning_has_no_sure_label() -> None:
    against = Edit("number", "c", "c", put={3: "nine"})
    cut = Edit("cut", "e", "n", frozenset({7, 8}))
    later = Edit("tense", "n", "n", put={2: "will burn"})
    both = joined(cut, against)
    assert both is not None
    assert (both.there, both.back) == ("c", "c")
    assert joined(against, later) is None
    assert joined(against, Edit("date", "c", "c", put={8: "Friday"})) is None


def test_a_premise_and_all_its_hypotheses_are_kept_together() -> None:
    pairs = [Pair("x", f"premise {n // 4}", f"hypothesis {n}", "e") for n in range(400)]
    learnt, held = parted(pairs, 5)
    assert len(learnt) + len(held) == 400
    assert held
    assert not {p.premise for p in learnt} & {p.premise for p in held}


def test_only_contradictions_are_turned_round() -> None:
    pairs = [Pair("x", "a", "b", "c"), Pair("x", "a", "d", "e")]
    assert list(swapped(pairs)) == [Pair("x", "b", "a", "c")]


def test_punctuation_and_doubled_quotation_marks_are_mended() -> None:
    assert plain('"He said ""no"" , then left ."') == 'He said "no", then left.'
