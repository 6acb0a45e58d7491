"""Whose event a sentence is about, on small events with the layer of every sentence written down.

The times of the reports are read and anchored as in a case: by publication first, then by the day
that the reports agree on.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.factory import published, report, span

from twosource.claims.event.frame import frame_of
from twosource.claims.event.layers import layered
from twosource.claims.event.scene import Told, scenes_in
from twosource.claims.times.anchors import times_of
from twosource.claims.times.grammar import times_in
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.event import EventFrame, Layer, LayeredSentence
from twosource.model.report import Region, RegionKind, Report, readable
from twosource.model.value import Place, PlaceKind, PlaceValue

EVENTS = json.loads((Path(__file__).parents[2] / "cases" / "layers.json").read_text("utf-8"))
READER: Annotator = load_embedded(threads=1)


def made(record: dict[str, object], number: int) -> Report:
    """A report whose first sentence is its headline where it has no full stop."""
    sentences = [one["text"] for one in record["sentences"]]
    item = report("\n\n".join(sentences) + "\n", file=f"{number}.txt")
    if not sentences[0].endswith("."):
        item = replace(item, regions=(Region(0, len(sentences[0]), RegionKind.TITLE),))
    day = record["published"]
    return replace(item, published=published(day)) if day else item


def told(item: Report, case_day: date | None = None) -> Told:
    reading = READER.read(readable(item))
    times = times_of(item, times_in(item, reading), (), case_day)
    return Told(item, scenes_in(item, reading), times, ())


def examined(reports: list[Report]) -> tuple[EventFrame, list[tuple[LayeredSentence, ...]]]:
    first = frame_of([told(item) for item in reports])
    second = [told(item, first.days[0] if first.days else None) for item in reports]
    frame = frame_of(second)
    layers = [layered(t.report, t.scenes, t.times, t.places, frame) for t in second]
    return frame, layers


@pytest.mark.parametrize("event", EVENTS, ids=[event["id"] for event in EVENTS])
def test_every_sentence_stands_to_the_event_as_written_down(event: dict[str, object]) -> None:
    reports = [made(record, n) for n, record in enumerate(event["reports"])]
    _, layers = examined(reports)
    wanted = {
        one["text"]: one["layer"] for record in event["reports"] for one in record["sentences"]
    }
    about = {Layer.UNKNOWN: "event"}
    found = {s.span.quote: about.get(s.layer, s.layer.value) for own in layers for s in own}
    wrong = {text: found.get(text) for text in wanted if found.get(text) != wanted[text]}
    assert wrong == {}


@pytest.mark.parametrize("event", EVENTS, ids=[event["id"] for event in EVENTS])
def test_the_frame_has_the_day_and_the_name_of_the_event(event: dict[str, object]) -> None:
    frame, _ = examined([made(record, n) for n, record in enumerate(event["reports"])])
    assert [day.isoformat() for day in frame.days][:1] == event["days"]
    assert event["term"] in frame.terms[:3]


def test_the_frame_does_not_depend_on_the_order_of_the_reports() -> None:
    reports = [made(record, n) for n, record in enumerate(EVENTS[0]["reports"])]
    assert examined(reports)[0] == examined(reports[::-1])[0]


def test_without_a_day_in_any_opening_the_frame_cannot_tell() -> None:
    frame, _ = examined([report("A wall fell on two cars.\n")])
    assert (frame.days, frame.place, frame.zone) == ((), None, "")
    assert "no report gives it a day" in " ".join(frame.reasons)


def test_an_empty_case_has_an_empty_frame() -> None:
    frame = frame_of([])
    assert (frame.days, frame.place, frame.terms) == ((), None, ())


def test_every_sentence_has_one_layer_and_a_reason() -> None:
    item = made(EVENTS[0]["reports"][0], 0)
    reading = READER.read(readable(item))
    _, ((*sentences,),) = examined([item])
    assert [s.number for s in sentences] == list(range(len(reading.sentences)))
    assert all(s.reason and "\n" not in s.reason for s in sentences)


def place(name: str, latitude: float, longitude: float) -> Place:
    return Place(f"gn-{name}", name, PlaceKind.CITY, "XX", latitude, longitude, 10.0, "Etc/UTC")


def test_a_happening_in_a_place_far_off_is_parallel() -> None:
    item = report(
        "A dam burst near Vell on Monday, drowning nine people.\n\n"
        "The water reached the market.\n\nShops were closed.\n\n"
        "A landslide near Torrin killed four people.\n\n"
        "Rescuers reached Vell by boat after the dam burst.\n"
    )
    home, far = place("Vell", 10.0, 10.0), place("Torrin", 18.0, 10.0)
    values = tuple(
        PlaceValue(span(item, words, near), (where,), certain=True, reason="given")
        for words, where, near in (("Vell", home, 0), ("Torrin", far, 0), ("Vell", home, 999))
    )
    one = replace(told(item), places=values)
    frame = frame_of([one])
    assert frame.place == home
    assert frame.zone == "Etc/UTC"
    layers = [s.layer for s in layered(item, one.scenes, one.times, one.places, frame)]
    assert layers[0] is layers[4] is Layer.EVENT
    assert layers[3] is Layer.PARALLEL
