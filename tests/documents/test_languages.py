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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", '{"text": "¡Ya!", "lang": "es-MX"}'),
        ("a.json", '[{"content": "<p>Ya.</p>", "language": "es"}]'),
        ("a.html", '<html lang="es"><body><p>Ya llega.</p></body></html>'),
        (
            "a.rss",
            "<rss><channel><language>es</language><item><title>Ya</title></item></channel></rss>",
        ),
    ],
)
def test_where_the_text_does_not_tell_its_language_its_format_does(read, name, text):
    assert read(text, name).language == "es"


def test_what_a_format_states_does_not_outrank_the_text(read):
    text = "The harbour master said that the ferry had left on time and would be back before noon."
    assert read(f'{{"text": "{text}", "lang": "es"}}', "a.jsonl").language == "en"
    assert read('{"text": "It left.", "lang": "und"}', "a.jsonl").language is None
