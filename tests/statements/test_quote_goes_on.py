"""Who goes on speaking behind a quotation: whoever uttered it, never somebody quoted in it."""

from __future__ import annotations

from collections.abc import Callable

from tests.statements.conftest import Told

Tell = Callable[[str], Told]


def _speaker(said: Told, words: str) -> str | None:
    return said.who(said.of(words))


def test_the_utterer_goes_on_and_not_the_one_within(told: Tell) -> None:
    said = told(
        'Brandt spoke first. "He said the gate was shut," Ana Sol said. "We slept until noon."'
    )
    assert _speaker(said, "We slept until noon") == "Ana Sol"


def test_the_utterer_goes_on_in_the_next_paragraph(told: Tell) -> None:
    said = told('Ana Sol said: "The owner told us it was shut."\n\n"We slept until noon."\n')
    assert _speaker(said, "We slept until noon") == "Ana Sol"


def test_nobody_goes_on_where_only_a_voice_within_is_known(told: Tell) -> None:
    said = told('"Brandt said the gate was shut."\n\n"We slept until noon."\n')
    assert all(one.content.quote != '"We slept until noon."' for one in said.all())


def test_a_signed_quotation_is_over(told: Tell) -> None:
    said = told('"It held all night." — Ana Sol, baker\n\n"We slept until noon."\n')
    assert all(one.content.quote != '"We slept until noon."' for one in said.all())


def test_she_is_quoted_by_an_outlet_that_relays(told: Tell) -> None:
    said = told('Ana Sol left. "We counted five," she is quoted by the Tidewater Gazette.')
    one = said.of("We counted five")
    assert said.who(one) == "Ana Sol"
    assert [relay.span.quote for relay in one.via] == ["Tidewater Gazette"]


def test_what_others_believe_is_theirs_within_somebodys_words(told: Tell) -> None:
    said = told('"They think the boat is theirs," Ana Sol said.')
    assert [relay.span.quote for relay in said.of("the boat is theirs").via] == ["Ana Sol"]


def test_what_others_think_is_nobodys_where_nobody_is_known_to_say_it(told: Tell) -> None:
    said = told('"Brandt thinks the boat is his."\n')
    assert all(one.content.quote.strip('".') != "the boat is his" for one in said.all())
