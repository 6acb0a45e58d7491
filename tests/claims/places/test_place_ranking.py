"""What ranks places over a case, and what their names and datelines carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.factory import report

from twosource.claims.places import PlaceName, located, place_names_in, zone_of, zones_of
from twosource.language.embedded import load_embedded
from twosource.model.report import Region, RegionKind, readable

Names = Callable[..., tuple[PlaceName, ...]]


def test_a_place_printed_in_one_report_ranks_the_bare_name_in_another(names: Names) -> None:
    one = names("A fire broke out in Springfield, Oregon.", "1.txt")
    two = names("The fire in Springfield burned all night.", "2.txt")
    bare = located((*one, *two))[-1]
    assert bare.candidates[0].key == located(one)[0].candidates[0].key


def test_the_order_of_names_does_not_change_what_they_mean(names: Names) -> None:
    both = (
        *names("Police in Birmingham and Alabama's governor met.", "1.txt"),
        *names("Georgia and Tbilisi, then Paris, Texas.", "2.txt"),
    )
    forward = dict(zip(both, located(both), strict=True))
    backward = dict(zip(both[::-1], located(both[::-1]), strict=True))
    assert forward == backward


def test_no_names_give_no_places() -> None:
    assert located(()) == ()


def test_a_dateline_names_a_place_and_sets_the_scene() -> None:
    text = "SPRINGFIELD, Ohio (Wire) — A bridge closed in Dayton on Monday.\n"
    end = text.index("—") + 2
    item = replace(report(text), regions=(Region(0, end, RegionKind.DATELINE),))
    found = place_names_in(item, load_embedded(threads=1).read(readable(item)))
    assert found[0].span.quote == "SPRINGFIELD"
    assert found[0].within == ("Ohio",)
    assert all("SPRINGFIELD" in name.setting for name in found)


def test_the_generic_noun_belongs_to_the_span_and_not_to_the_form(names: Names) -> None:
    (name,) = names("A bus crashed in the Tula region.")
    assert (name.span.quote, name.form, name.sort) == ("Tula region", "Tula", "region")


def test_a_country_with_one_zone_has_it_and_one_with_many_has_none(names: Names) -> None:
    values = located(names("Ministers from Latvia and Canada met."))
    assert [zone_of(value.candidates[0]) for value in values] == ["Europe/Riga", ""]
    assert zones_of(values) == (("latvia", "Europe/Riga"),)
