"""The laws of a reading, on the shipped weights."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import SettingsError
from twosource.language.embedded import WEIGHTS, load_embedded
from twosource.language.interface import Annotator, NameKind, Reading
from twosource.language.network import FILES

READER = load_embedded(threads=1)

STORY = (
    "The harbour master of Ostmere, Lena Brandt, said on Tuesday that two barges had collided. "
    "“Nobody was hurt,” she told reporters.\n\n"
    '"We warned them," Brandt said. The union denied it.'
)


@pytest.fixture
def reader() -> Annotator:
    return READER


def check_laws(reading: Reading) -> None:
    """Offsets are verbatim, sentences cover the tokens, trees are whole."""
    covered = 0
    for number, token in enumerate(reading.tokens):
        assert token.index == number
        assert token.text == reading.text[token.start : token.end] != ""
        assert token.start >= covered
        covered = token.end
    following = 0
    for number, sentence in enumerate(reading.sentences):
        assert sentence.first == following < sentence.last
        following = sentence.last
        inside = reading.tokens[sentence.first : sentence.last]
        assert {token.sentence for token in inside} == {number}
        assert all(sentence.first <= token.head < sentence.last for token in inside)
        assert [token.relation == "root" for token in inside] == [
            token.head == token.index for token in inside
        ]
        assert sum(token.head == token.index for token in inside) == 1
        for token in inside:
            steps = 0
            while token.head != token.index:
                token = reading.tokens[token.head]
                steps += 1
                assert steps <= len(inside)
    assert following == len(reading.tokens)
    for name in reading.names:
        sentences = {t.sentence for t in reading.tokens[name.first : name.last]}
        assert len(sentences) == 1
        assert 0.0 <= name.confidence <= 1.0


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80))
def test_any_text_gives_a_lawful_reading(text: str) -> None:
    check_laws(READER.read(text))


def test_a_story_is_read(reader: Annotator) -> None:
    reading = reader.read(STORY)
    check_laws(reading)
    said = next(token for token in reading.tokens if token.text == "said")
    subject = next(t for t in reading.tokens if t.head == said.index and t.relation == "nsubj")
    assert (said.lemma, subject.text) == ("say", "master")
    names = {
        reading.text[reading.tokens[n.first].start : reading.tokens[n.last - 1].end]: n.kind
        for n in reading.names
    }
    assert names["Lena Brandt"] is NameKind.PERSON
    assert names["Ostmere"] is NameKind.PLACE


def test_a_closing_mark_belongs_to_the_sentence_that_it_closes(reader: Annotator) -> None:
    text = "“The lock is shut.” The crew went home."
    reading = reader.read(text)
    ends = [text[: reading.tokens[s.last - 1].end] for s in reading.sentences]
    assert ends == ["“The lock is shut.”", text]


def test_two_readings_are_equal(reader: Annotator) -> None:
    assert reader.read(STORY) == reader.read(STORY)


def test_threads_do_not_change_the_reading(reader: Annotator) -> None:
    assert load_embedded(threads=2).read(STORY) == reader.read(STORY)


def test_a_paragraph_reads_the_same_whatever_stands_around_it(reader: Annotator) -> None:
    paragraph = "The ferry left at noon. Its captain, Odo Marsh, said the engine had failed twice."
    alone = reader.read(paragraph)
    around = reader.read(f"Something else happened.\n\n{paragraph}\n\nThen the night came.")
    shift = around.text.index(paragraph)
    inside = [
        token
        for token in around.tokens
        if shift <= token.start and token.end <= shift + len(paragraph)
    ]
    facts = [(t.text, t.lemma, t.upos, t.xpos, t.head - t.index, t.relation) for t in alone.tokens]
    assert facts == [
        (t.text, t.lemma, t.upos, t.xpos, t.head - t.index, t.relation) for t in inside
    ]
    assert [t.start + shift for t in alone.tokens] == [t.start for t in inside]


def test_one_form_has_one_kind_in_a_text(reader: Annotator) -> None:
    text = "\n\n".join(
        [
            "Delvo Press reported it.",
            "Delvo Press, an agency in Larnford, said so.",
            "She lives in Delvo Press.",
        ]
    )
    reading = reader.read(text)
    kinds = {
        name.kind
        for name in reading.names
        if text[reading.tokens[name.first].start : reading.tokens[name.last - 1].end]
        == "Delvo Press"
    }
    assert len(kinds) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n"])
def test_blank_text_gives_an_empty_reading(reader: Annotator, text: str) -> None:
    reading = reader.read(text)
    assert (reading.tokens, reading.sentences, reading.names) == ((), (), ())


def test_a_paragraph_without_a_full_stop_is_read_to_its_end(reader: Annotator) -> None:
    text = "and then the boats came in " * 400
    reading = reader.read(text)
    check_laws(reading)
    assert reading.tokens[-1].end == len(text.rstrip())


def test_a_very_long_word_is_one_token(reader: Annotator) -> None:
    reading = reader.read("x" * 200_000)
    assert len(reading.tokens) == 1
    check_laws(reading)


def test_the_description_names_model_and_version(reader: Annotator) -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert reader.description == f"{manifest['name']} {manifest['version']}"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for name in FILES[1:]:
        (tmp_path / name).touch()
    with pytest.raises(SettingsError, match=r"network\.onnx is missing"):
        load_embedded(weights=tmp_path)


def test_threads_must_be_positive() -> None:
    with pytest.raises(SettingsError, match="1 or more, not 0"):
        load_embedded(threads=0)


def test_shipped_files_are_those_of_the_manifest_and_the_card() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    card = (WEIGHTS / "CARD.md").read_text(encoding="utf-8")
    assert sorted(manifest["files"]) == sorted(FILES)
    for name, entry in manifest["files"].items():
        digest = hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()
        assert digest == entry["sha256"]
        assert f"`{name}`" in card
        assert digest in card
