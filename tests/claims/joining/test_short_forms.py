from __future__ import annotations

import pytest
from tests.factory import report

from twosource.claims.entities import joined_case
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.entity import Entity
from twosource.pipeline.kernels import ReadThrough


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load_embedded()


def entities(annotator: Annotator, *texts: str) -> tuple[Entity, ...]:
    read = ReadThrough(annotator)([report(t, file=f"{n}.txt") for n, t in enumerate(texts)])
    descriptions = [one for found in read for one in found.descriptions]
    return joined_case([found.attributions for found in read], descriptions).entities


def printed(found: tuple[Entity, ...], words: str) -> list[set[str]]:
    return [
        quotes
        for e in found
        if words in (quotes := {m.span.quote.removeprefix("The ") for m in e.mentions})
    ]


def test_a_capitalised_noun_after_the_is_the_body_of_its_report_that_ends_in_it(
    annotator: Annotator,
) -> None:
    found = entities(
        annotator,
        "The Harbour Works Board met on Monday. The Board said it would close the pier.",
        "The Lake Safety Board met on Monday. The Board said it would open the dam.",
    )
    assert sorted(sorted(one) for one in printed(found, "Board")) == [
        ["Board", "Harbour Works Board"],
        ["Board", "Lake Safety Board"],
    ]


def test_two_bodies_that_end_in_one_noun_leave_it_apart(annotator: Annotator) -> None:
    found = entities(
        annotator,
        "The Harbour Works Board and the Lake Safety Board met. The Board said it would close.",
    )
    assert all(len(one) == 1 for one in printed(found, "Board"))


def test_a_distinctive_first_word_is_the_company(annotator: Annotator) -> None:
    found = entities(
        annotator,
        "Tormsund Gas Carriers said on Monday that the ship was sound.",
        "Tormsund denies that the ship moved.",
    )
    assert printed(found, "Tormsund") == [{"Tormsund", "Tormsund Gas Carriers"}]


def test_a_town_is_no_short_form_of_the_union_that_bears_its_name(annotator: Annotator) -> None:
    found = entities(
        annotator,
        "The Larvik Dockers' Union went on strike. The ship lay at Larvik. Larvik was quiet.",
    )
    assert all("Union" not in " ".join(one) for one in printed(found, "Larvik"))


def test_a_surname_leads_to_him_and_not_to_her_whose_surname_has_an_ending(
    annotator: Annotator,
) -> None:
    found = entities(
        annotator,
        "Timur Sadykov, the head of the district, and the surgeon Olga Sadykova spoke.",
        "Sadykov said that only grass was burning.",
    )
    assert printed(found, "Sadykov") == [{"Sadykov", "Timur Sadykov"}]


def test_a_station_is_called_with_and_without_its_number(annotator: Annotator) -> None:
    found = entities(annotator, "Residents told the station Corvo 94 that the smell was strong.")
    assert any(
        "Corvo 94" in quotes for one in found for quotes in [{m.span.quote for m in one.mentions}]
    )


def test_a_short_form_of_nothing_is_no_entity(annotator: Annotator) -> None:
    found = entities(annotator, "Nils Holm left the hall. He told the Post nothing.")
    assert [e.name for e in found if e.name != "Nils Holm"] == []


def test_a_rank_is_no_part_of_a_printed_name(annotator: Annotator) -> None:
    found = entities(annotator, 'The depot "does not exist any more," said Col. Timur Sadykov.')
    assert printed(found, "Timur Sadykov")
