"""The file of the gazetteer says little twice; what is left out of it is made when it is read."""

from __future__ import annotations

import re
from importlib.resources import files
from math import pi, sqrt

from twosource.reference.folding import folded, folded_together
from twosource.reference.gazetteer import entries_named, load_gazetteer
from twosource.reference.place_table import GENERIC, KINDS


def test_the_file_weighs_little_more_than_a_megabyte() -> None:
    packed = files("twosource.reference").joinpath("gazetteer.xz").read_bytes()
    assert len(packed) < 1_100_000


def test_every_place_stands_once_and_every_form_leads_to_places() -> None:
    table = load_gazetteer()
    places = len(table.kinds)
    assert places == len(table.names) == len(table.number_of)
    assert re.fullmatch("".join(f"{kind}+" for kind in KINDS), table.kinds)
    assert all(0 <= number < places for number in table.first.values())
    assert all(
        len({table.first[form], *others}) == 1 + len(others)
        for form, others in table.further.items()
    )


def test_many_names_are_folded_as_each_is_alone() -> None:
    names = ["Saint-Étienne", "O'Hare", "U.S.", "  Łódź ", "Рига", "Ýokary–Çerkes", "İzmir", "a_b"]
    assert folded_together(names) == [folded(name) for name in names]
    every = load_gazetteer().names[::97]
    assert folded_together(every) == [folded(name) for name in every]


def test_the_radius_of_a_town_holds_its_people() -> None:
    entry = entries_named("Nairobi")[0]
    assert abs(entry.place.radius - sqrt(entry.people / 1500 / pi)) <= 0.5
    assert entries_named("Felton")[0].place.radius == 3.0


def test_a_division_is_found_without_its_generic_noun() -> None:
    table = load_gazetteer()
    divisions = [n for n, kind in enumerate(table.kinds) if kind in "rd"][::53]
    for number in divisions:
        words = [word for word in folded(table.names[number]).split() if word not in GENERIC]
        assert not words or number in table.named(f"~{' '.join(words)}")


def test_a_region_is_found_by_the_names_of_its_largest_town() -> None:
    found = {entry.place.key for entry in entries_named("Kiev region")}
    assert found & {entry.place.key for entry in entries_named("Kyiv region")}


def test_a_name_in_cyrillic_letters_leads_where_its_romanisation_leads() -> None:
    assert entries_named("Вологда") == entries_named("Vologda") != ()
