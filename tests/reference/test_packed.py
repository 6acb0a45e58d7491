"""Tables are read as they were before they were packed."""

from __future__ import annotations

import numpy as np
from training.packing import folded_steps, fronted, planes, steps

from twosource.reference.borders import load_borders, outline
from twosource.reference.lexicon import load_lexicon
from twosource.reference.packed import columns, unfolded, whole_words
from twosource.reference.romanisation import attested


def test_a_column_of_numbers_is_read_as_it_was_packed() -> None:
    small, large = [0, 3, 255], [65_536, 1, 70_000, 256]
    data = planes(small, 1) + planes(large, 3)
    assert [one.tolist() for one in columns(data, (3, 1), (4, 3))] == [small, large]


def test_steps_either_way_are_read_as_they_were_packed() -> None:
    away = [0, -1, 1, -2, 2, -9000]
    assert folded_steps(away)[:5] == [0, 1, 2, 3, 4]
    assert unfolded(np.array(folded_steps(away))).tolist() == away
    assert unfolded(np.array(steps([5, 2, 2, 900]))).cumsum().tolist() == [5, 2, 2, 900]


def test_words_are_read_as_they_were_packed_however_much_they_share() -> None:
    words = ["", "harbour", "harbour", "harbourmaster", "ha", "ælf", "x" * 300, "x" * 300 + "y"]
    assert list(whole_words(*fronted(words))) == words


def test_borders_lie_on_the_globe_and_every_arc_of_a_country_is_a_line() -> None:
    table = load_borders()
    assert all(len(arc) > 1 and (abs(arc) <= (90, 180)).all() for arc in table.arcs)
    assert len(outline("SE")) > 1


def test_senses_of_verbs_count_from_nought() -> None:
    verbs = load_lexicon()
    told = frozenset().union(*(own | above for own, above in verbs.values()))
    assert told == frozenset(range(len(told)))
    assert len(verbs) > 8000


def test_spellings_of_one_name_have_one_number() -> None:
    names = attested()
    assert names["abdulla"] == names["abdullah"] != names["abbott"]
