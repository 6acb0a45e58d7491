from __future__ import annotations

import pytest

from twosource.language.interface import Annotator
from twosource.statements.features import features, surroundings
from twosource.statements.proposals import proposals
from twosource.statements.quotes import quotations
from twosource.statements.speech import is_speech


def seen(reader: Annotator, text: str) -> dict[str, tuple[str, ...]]:
    """Features of each candidate of a text, by the cue's head."""
    reading = reader.read(text)
    marks = quotations(text)
    found = proposals(reading, [q for q in marks if is_speech(text, reading, q)])
    around = surroundings(reading, marks, found)
    return {reading.tokens[c.anchor].text: features(c, around) for c in found}


@pytest.mark.parametrize(
    ("text", "cue", "wanted"),
    [
        ("The ministry said the dyke broke at noon.", "said", "cue=say"),
        ("The ministry said the dyke broke at noon.", "said", "order.cue-first"),
        ("The ministry said the dyke broke at noon.", "said", "speaker.group"),
        ("The ministry said the dyke broke at noon.", "said", "speaker.definite"),
        ("The dyke broke at noon, the ministry said.", "said", "order.cue-last"),
        ("A fisherman said the dyke broke at noon.", "said", "speaker.indefinite"),
        ("“The dyke broke at noon,” the ministry said.", "said", "content.quoted=all"),
        ("The ministry said the dyke broke at noon.", "said", "content.quoted=none"),
        ("Ana Sol said the dyke broke at noon.", "said", "speaker.name=PER"),
        ("She said the dyke broke at noon.", "said", "speaker=she"),
        ("The ministry did not say that the dyke broke.", "say", "cue.negated"),
        ("The ministry may say that the dyke broke.", "say", "cue.modal=may"),
    ],
)
def test_a_feature_names_what_is_seen(reader: Annotator, text: str, cue: str, wanted: str) -> None:
    assert wanted in seen(reader, text)[cue]


def test_each_feature_is_named_once(reader: Annotator) -> None:
    for found in seen(reader, "The ministry said the mayor denied that the dyke broke.").values():
        assert len(found) == len(set(found))


def test_a_cue_inside_another_content_is_nested(reader: Annotator) -> None:
    found = seen(reader, "The paper reported that the mayor said the dyke broke at noon.")
    assert "nested" in found["said"]
    assert "nested" not in found["reported"]


def test_features_do_not_depend_on_other_paragraphs(reader: Annotator) -> None:
    alone = "The ministry said the dyke broke at noon."
    among = f"Rain fell all week over the valley.\n\n{alone}\n\nThe mayor thanked the crews."
    assert seen(reader, among)["said"] == seen(reader, alone)["said"]
