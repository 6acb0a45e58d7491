"""The dictionary form of words, by the shipped table and by the rules."""

from __future__ import annotations

import pytest

from twosource.language.embedded import WEIGHTS
from twosource.language.lemmas import LemmaTable, lemma_by_rule


@pytest.fixture(scope="module")
def table() -> LemmaTable:
    return LemmaTable.load(WEIGHTS / "lemmas.tsv.gz")


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("SAID", "VBD", "say"),
        ("told", "VBN", "tell"),
        ("fled", "VBD", "flee"),
        ("shot", "VBD", "shoot"),
        ("denies", "VBZ", "deny"),
        ("denied", "VBD", "deny"),
        ("died", "VBD", "die"),
        ("accusing", "VBG", "accuse"),
        ("blaming", "VBG", "blame"),
        ("children", "NNS", "child"),
        ("n't", "RB", "not"),
        ("n’t", "RB", "not"),
        ("'m", "VBP", "be"),
        ("ca", "MD", "can"),
        ("worse", "JJR", "bad"),
        ("them", "PRP", "they"),
        ("Ostmere", "NNP", "Ostmere"),
    ],
)
def test_words_of_the_news_have_their_lemma(
    table: LemmaTable, form: str, tag: str, lemma: str
) -> None:
    assert table.lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("lockkeepers", "NNS", "lockkeeper"),
        ("tugmen", "NNS", "tugman"),
        ("sluices", "NNS", "sluice"),
        ("dredged", "VBD", "dredge"),
        ("remooring", "VBG", "remoor"),
        ("overstocked", "VBN", "overstock"),
        ("unplugged", "VBD", "unplug"),
        ("detraining", "VBG", "detrain"),
        ("gloomier", "JJR", "gloomy"),
        ("drabbest", "JJS", "drab"),
        ("bus", "NN", "bus"),
    ],
)
def test_unseen_words_follow_the_spelling(form: str, tag: str, lemma: str) -> None:
    assert lemma_by_rule(form, tag) == lemma
