"""The language of a text: plain English without a model, anything else by the identifier."""

from __future__ import annotations

import pytest

from twosource.documents import languages
from twosource.documents.languages import language_of

ENGLISH = (
    "The ferry had left the harbour when the fire was seen by the crew of a tug, which said that "
    "it had been on its way to the island for the night. There were not many passengers, but they "
    "had to wait for more than an hour before the first boat was there, the coast guard said. "
)
GERMAN = (
    "Die Fähre hatte den Hafen verlassen, als die Besatzung eines Schleppers das Feuer sah und "
    "sagte, dass sie auf dem Weg zur Insel gewesen sei. Es waren nicht viele Fahrgäste an Bord. "
)


def test_plain_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> object:
        raise AssertionError("the identifier was loaded")

    monkeypatch.setattr(languages, "_identifier", refuse)
    assert language_of(ENGLISH * 2) == "en"


@pytest.mark.parametrize(("text", "code"), [(GERMAN * 3, "de"), (ENGLISH, "en"), (GERMAN, "de")])
def test_other_texts_are_identified(text: str, code: str) -> None:
    assert language_of(text) == code


def test_an_english_headline_over_a_foreign_text_does_not_make_it_english() -> None:
    assert language_of("The fire of the ferry and the night of the crew. " + GERMAN * 4) == "de"


def test_a_text_too_short_to_tell_has_no_language() -> None:
    assert language_of("Fire!") is None
