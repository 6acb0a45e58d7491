from __future__ import annotations

from tests.factory import entity, report, span, speaker, statement

from twosource.claims.entities import join_entities
from twosource.statements.extract import Attributions


def one(text: str, file: str, name: str) -> Attributions:
    item = report(text, file=file)
    who = entity(name, span(item, name))
    local = type(who)(
        type(who.id)(f"{who.id}-{file}"), who.name, who.kind, who.mentions, who.reasons
    )
    said = statement(item, speaker(item, name, local), "said", "it burned")
    return Attributions(item.id, (said,), (local,))


def test_equal_names_in_two_reports_are_one_entity_with_a_reason() -> None:
    entities, statements = join_entities(
        [
            one("Ana Sol said it burned.", "a.txt", "Ana Sol"),
            one("Ana Sol said it burned. So.", "b.txt", "Ana Sol"),
        ]
    )
    assert [e.name for e in entities] == ["Ana Sol"]
    assert "2 reports" in entities[0].reasons[0]
    assert {s.speaker.entity for s in statements if s.speaker} == {entities[0].id}


def test_different_names_stay_apart() -> None:
    entities, _ = join_entities(
        [
            one("Ana Sol said it burned.", "a.txt", "Ana Sol"),
            one("Eva Sol said it burned.", "b.txt", "Eva Sol"),
        ]
    )
    assert [e.name for e in entities] == ["Ana Sol", "Eva Sol"]


def test_somebody_known_only_by_description_stays_in_one_report() -> None:
    entities, _ = join_entities(
        [
            one("a guard said it burned.", "a.txt", "a guard"),
            one("a guard said it burned. So.", "b.txt", "a guard"),
        ]
    )
    assert len(entities) == 2
