"""Whom an outlet cites is the source; the outlet is whom the words went through."""

from __future__ import annotations

from collections.abc import Callable

from tests.statements.conftest import Told

Tell = Callable[[str], Told]


def _by(said: Told, speaker: str) -> list[tuple[str, list[str]]]:
    return [
        (one.content.quote, [relay.span.quote for relay in one.via])
        for one in said.all()
        if one.speaker is not None and one.speaker.span.quote == speaker
    ]


def test_the_cited_is_the_speaker_and_the_outlet_relays(told: Tell) -> None:
    said = told("The Gazette, citing the mayor, said the quay had broken.")
    assert ("the quay had broken", ["The Gazette"]) in _by(said, "the mayor")


def test_a_tag_of_a_station_before_citing_relays(told: Tell) -> None:
    said = told("At least two people have drowned, coastal radio reports, citing the pilot.")
    assert _by(said, "the pilot") == [("At least two people have drowned", ["coastal radio"])]


def test_the_author_of_a_cited_paper_is_the_source(told: Tell) -> None:
    said = told("The clerk, citing a report by the surveyor, said the wall was cracked.")
    assert ("the wall was cracked", ["The clerk"]) in _by(said, "the surveyor")
