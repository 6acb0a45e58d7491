from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told

from twosource.model.statement import SourceKind

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Sol said the dyke broke.", SourceKind.PERSON),
        ("The water board said the dyke broke.", SourceKind.ORGANISATION),
        ("Norway said the dyke broke.", SourceKind.PLACE),
        ("Reuters said the dyke broke.", SourceKind.OUTLET),
        ("An official said the dyke broke.", SourceKind.ANONYMOUS),
        ("Residents said the dyke broke.", SourceKind.GROUP),
        ("Some said the dyke broke.", SourceKind.GROUP),
        ("The report said the dyke broke.", SourceKind.DOCUMENT),
    ],
)
def test_a_source_is_told_by_its_sort(told: Tell, text: str, kind: SourceKind) -> None:
    (statement,) = told(text).all()
    assert statement.speaker is not None
    assert statement.speaker.kind is kind


def test_an_unnamed_source_keeps_the_words_on_how_close_it_stands(told: Tell) -> None:
    (statement,) = told("An official with knowledge of the talks said the dyke broke.").all()
    assert statement.speaker is not None
    assert statement.speaker.closeness is not None
    assert statement.speaker.closeness.quote == "with knowledge of the talks"


def test_a_name_that_two_share_keeps_both_as_candidates(told: Tell) -> None:
    found = told("Tomas Reyes and Clara Reyes left. Reyes said the valley was dry.")
    speaker = found.of("the valley was dry").speaker
    assert speaker is not None
    assert speaker.entity is None
    names = {e.id: e.name for e in found.attributions.entities}
    assert {names[c] for c in speaker.candidates} == {"Tomas Reyes", "Clara Reyes"}


def test_negations_stand_apart_so_that_what_is_denied_stays_positive(told: Tell) -> None:
    (statement,) = told("The minister said that no officer opened the gate.").all()
    assert [word.quote for word in statement.negations] == ["no"]


def test_words_that_keep_a_distance_are_the_reports_not_the_speakers(told: Tell) -> None:
    (statement,) = told("The minister denied the alleged theft.").all()
    assert [word.quote for word in statement.distancing] == ["alleged"]
    (quoted,) = told("“It was an alleged theft,” the minister said.").all()
    assert quoted.distancing == ()
