from __future__ import annotations

import pytest
from tests.factory import report

from twosource.claims.descriptions import Description, DescriptionKind, descriptions_in
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.report import readable


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load_embedded()


def described(annotator: Annotator, text: str, kind: DescriptionKind) -> list[Description]:
    item = report(text)
    found = descriptions_in(item, annotator.read(readable(item)))
    return [one for one in found if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "owner", "holder"),
    [
        ("The mayor of Larvik closed the bridge.", "larvik", None),
        ("Larvik's mayor Tora Lund closed the bridge.", "larvik", "Tora Lund"),
        ("Tora Lund, the mayor of Larvik, closed the bridge.", "larvik", "Tora Lund"),
        ("The mayor of Larvik, Anna Berg, closed the bridge.", "larvik", "Anna Berg"),
    ],
)
def test_an_office_is_told_with_its_owner_and_its_holder(
    annotator: Annotator, text: str, owner: str, holder: str | None
) -> None:
    (one,) = described(annotator, text, DescriptionKind.OFFICE_HOLDER)
    assert (one.what, one.owner) == ("mayor", owner)
    assert (one.holder.quote if one.holder else None) == holder


def test_a_country_and_its_adjective_own_the_same_office(annotator: Annotator) -> None:
    text = "The Norwegian president left. Later Norway's president returned to Oslo."
    found = described(annotator, text, DescriptionKind.OFFICE_HOLDER)
    assert {one.owner for one in found} == {"norway"}


@pytest.mark.parametrize(
    "text",
    [
        "A former president of Norway spoke.",
        "The deputy mayor of Larvik spoke.",
        "A Norwegian president would never say so.",
    ],
)
def test_somebody_who_is_not_in_office_is_not_its_holder(annotator: Annotator, text: str) -> None:
    assert described(annotator, text, DescriptionKind.OFFICE_HOLDER) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian presidency issued a statement.",
        "The Norwegian president's office issued a statement.",
        "Norway's presidential press service issued a statement.",
        "The press service of the presidency of Norway issued a statement.",
    ],
)
def test_bodies_around_an_office_are_known_by_office_and_owner(
    annotator: Annotator, text: str
) -> None:
    found = described(annotator, text, DescriptionKind.BODY)
    assert ("president", "norway") in {(one.what, one.owner) for one in found}


def test_the_office_of_a_person_is_a_body_only_where_it_acts(annotator: Annotator) -> None:
    room = "Tora Lund's office lies behind the harbour."
    acting = "Tora Lund's press office issued a statement."
    (one,) = described(annotator, acting, DescriptionKind.BODY)
    assert one.person is not None
    assert one.person.quote == "Tora Lund"
    assert all(
        d.core.quote != "press office" for d in described(annotator, room, DescriptionKind.BODY)
    )


def test_a_site_is_known_by_its_sort_and_its_distinctive_words(annotator: Annotator) -> None:
    text = "Smoke rose over Halsnes Palace. Guards left the Halsnes building at noon."
    found = described(annotator, text, DescriptionKind.SITE)
    assert [one.what for one in found] == ["building", "building"]
    assert len({one.owner for one in found}) == 1


def test_a_proper_noun_in_a_post_is_kept_as_a_loose_name(annotator: Annotator) -> None:
    found = described(annotator, "SP Valverde: no one was hurt", DescriptionKind.LOOSE_NAME)
    names = described(annotator, "Anita Valverde said so.", DescriptionKind.LOOSE_NAME)
    assert [one.span.quote for one in found] in (["Valverde"], [])
    assert names == []


def test_every_span_quotes_its_report(annotator: Annotator) -> None:
    text = "Larvik's mayor Tora Lund left Halsnes Palace; the mayor of Larvik's office was silent."
    item = report(text)
    for one in descriptions_in(item, annotator.read(readable(item))):
        for span in (one.span, one.core, one.person, one.holder):
            assert span is None or text[span.start : span.end] == span.quote
