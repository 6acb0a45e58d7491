from __future__ import annotations

from tests.factory import report, span, speaker, statement

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.entities import JoinedCase, join_entities, joined_case
from twosource.model.entity import Entity, EntityKind, JoinKind, Mention, MentionForm, Ruling
from twosource.model.identity import EntityId, content_id
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.statements.extract import Attributions

Names = dict[str, EntityKind]


def one(text: str, file: str, names: Names, said: str | None = None) -> Attributions:
    """A report with an entity for each name; ``said`` names the speaker of "it burned"."""
    item = report(text, file=file)
    entities = {name: local(item, name, kind) for name, kind in names.items()}
    statements: tuple[Statement, ...] = ()
    if said is not None:
        near = text.rindex(said)
        who = speaker(item, said, entities[said], near)
        statements = (statement(item, who, "said", "it burned"),)
    return Attributions(item.id, statements, tuple(entities.values()))


def local(item: Report, name: str, kind: EntityKind) -> Entity:
    form = MentionForm.ROLE if name.islower() else MentionForm.NAME
    starts = [i for i in range(len(item.text)) if item.text.startswith(name, i)]
    mentions = tuple(Mention(span(item, name, start), kind, form) for start in starts)
    return Entity(EntityId(content_id("en", item.id, name)), name, kind, mentions)


def person(name: str, file: str, text: str | None = None) -> Attributions:
    return one(text or f"{name} said it burned.", file, {name: EntityKind.PERSON}, name)


def names_of(found: JoinedCase) -> list[list[str]]:
    return sorted(sorted({m.span.quote for m in e.mentions}) for e in found.entities)


def test_equal_names_in_two_reports_are_one_entity_with_a_reason() -> None:
    entities, statements = join_entities(
        [person("Ana Sol", "a.txt"), person("Ana Sol", "b.txt", "Ana Sol said it burned. So.")]
    )
    assert [e.name for e in entities] == ["Ana Sol"]
    assert "2 reports" in entities[0].reasons[0]
    assert {s.speaker.entity for s in statements if s.speaker} == {entities[0].id}


def test_different_names_stay_apart() -> None:
    found = joined_case([person("Ana Sol", "a.txt"), person("Eva Sol", "b.txt")])
    assert names_of(found) == [["Ana Sol"], ["Eva Sol"]]


def test_romanisations_of_one_name_are_one_person() -> None:
    found = joined_case([person("Semyon Zhdan", "a.txt"), person("Semen Ždan", "b.txt")])
    assert names_of(found) == [["Semen Ždan", "Semyon Zhdan"]]
    (joins,) = (e.joins for e in found.entities)
    assert [join.kind for join in joins] == [JoinKind.SPELLING]


def test_a_misspelt_name_is_joined_over_reports_but_not_within_one() -> None:
    apart = one(
        "Anita Valverde met Anita Valverda.",
        "a.txt",
        {"Anita Valverde": EntityKind.PERSON, "Anita Valverda": EntityKind.PERSON},
    )
    assert len(joined_case([apart]).entities) == 2
    over = [person("Anita Valverde", "a.txt"), person("Anita Valverda", "b.txt")]
    assert len(joined_case(over).entities) == 1


def test_a_surname_joins_the_one_full_name_that_bears_it() -> None:
    found = joined_case([person("Ana Sol", "a.txt"), person("Sol", "b.txt")])
    assert names_of(found) == [["Ana Sol", "Sol"]]


def test_a_surname_that_two_full_names_bear_joins_neither() -> None:
    found = joined_case(
        [person("Ana Sol", "a.txt"), person("Eva Sol", "b.txt"), person("Sol", "c.txt")]
    )
    assert names_of(found) == [["Ana Sol"], ["Eva Sol"], ["Sol"]]


def test_somebody_known_only_by_description_stays_in_one_report() -> None:
    found = joined_case(
        [person("a guard", "a.txt"), person("a guard", "b.txt", "a guard said it burned. So.")]
    )
    assert len(found.entities) == 2


def test_a_place_that_speaks_is_kept_apart_from_the_place() -> None:
    text = "It fell in Larvik. Larvik said it burned."
    found = joined_case([one(text, "a.txt", {"Larvik": EntityKind.PLACE}, "Larvik")])
    assert [e.kind for e in found.entities if e.name == "Larvik"] in (
        [EntityKind.PLACE, EntityKind.ORGANISATION],
        [EntityKind.ORGANISATION, EntityKind.PLACE],
    )
    body = next(e for e in found.entities if e.kind is EntityKind.ORGANISATION)
    (said,) = found.statements
    assert said.speaker is not None
    assert said.speaker.entity == body.id


def test_an_acronym_joins_its_expansion() -> None:
    found = joined_case(
        [
            one("The Arden Grain Council met.", "a.txt", {"Arden Grain Council": ORGANISATION}),
            one("The AGC met.", "b.txt", {"AGC": ORGANISATION}),
        ]
    )
    assert names_of(found) == [["AGC", "Arden Grain Council"]]


ORGANISATION = EntityKind.ORGANISATION


def office(item: Report, words: str, core: str, holder: str | None = None) -> Description:
    named = None if holder is None else span(item, holder)
    kind = DescriptionKind.OFFICE_HOLDER
    return Description(span(item, words), span(item, core), kind, "mayor", "larvik", holder=named)


def with_mayor() -> tuple[list[Attributions], list[Description]]:
    texts = ("Larvik's mayor Tora Lund left.", "The mayor of Larvik left.")
    first = one(texts[0], "a.txt", {"Tora Lund": EntityKind.PERSON})
    second = one(texts[1], "b.txt", {})
    descriptions = [
        office(report(texts[0], file="a.txt"), "Larvik's mayor Tora Lund", "mayor", "Tora Lund"),
        office(report(texts[1], file="b.txt"), "mayor of Larvik", "mayor"),
    ]
    return [first, second], descriptions


def test_an_office_leads_to_the_one_person_whom_a_report_names_as_its_holder() -> None:
    found = joined_case(*with_mayor())
    assert names_of(found) == [["Larvik's mayor Tora Lund", "Tora Lund", "mayor of Larvik"]]
    assert found.entities[0].name == "Tora Lund"


def test_an_office_with_two_holders_leads_to_neither() -> None:
    attributions, descriptions = with_mayor()
    text = "Larvik's mayor Arne Vik left."
    third = one(text, "c.txt", {"Arne Vik": EntityKind.PERSON})
    item = report(text, file="c.txt")
    rival = office(item, "Larvik's mayor Arne Vik", "mayor", "Arne Vik")
    found = joined_case([*attributions, third], [*descriptions, rival])
    assert ["mayor of Larvik"] in names_of(found)


def test_bodies_around_one_office_are_one_body() -> None:
    texts = ("The mayoralty of Larvik spoke.", "Tora Lund's press office spoke.")
    items = [report(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    attributions, descriptions = with_mayor()
    third = one(texts[0], "0.txt", {})
    fourth = one(texts[1], "1.txt", {"Tora Lund": EntityKind.PERSON})
    words = span(items[0], "mayoralty of Larvik")
    bodies = [
        Description(words, span(items[0], "mayoralty"), DescriptionKind.BODY, "mayor", "larvik"),
        Description(
            span(items[1], "Tora Lund's press office"),
            span(items[1], "press office"),
            DescriptionKind.BODY,
            "",
            "",
            person=span(items[1], "Tora Lund"),
        ),
    ]
    found = joined_case([*attributions, third, fourth], [*descriptions, *bodies])
    assert ["Tora Lund's press office", "mayoralty of Larvik"] in names_of(found)


def site(item: Report, words: str, key: str) -> Description:
    return Description(span(item, words), span(item, words), DescriptionKind.SITE, "building", key)


def test_one_site_may_be_a_palace_here_and_a_building_there() -> None:
    texts = ("Halsnes Palace burned.", "The Halsnes building burned.")
    items = [report(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    attributions = [one(text, f"{i}.txt", {}) for i, text in enumerate(texts)]
    sites = [site(items[0], "Halsnes Palace", "h"), site(items[1], "Halsnes building", "h")]
    assert len(joined_case(attributions, sites).entities) == 1


def test_sites_with_a_common_word_need_the_same_noun() -> None:
    texts = ("The White House burned.", "The White Palace burned.")
    items = [report(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    attributions = [one(text, f"{i}.txt", {}) for i, text in enumerate(texts)]
    sites = [site(items[0], "White House", "w"), site(items[1], "White Palace", "w")]
    assert len(joined_case(attributions, sites).entities) == 2


def test_a_ruling_of_a_person_parts_and_joins() -> None:
    pair = [person("Semyon Zhdan", "a.txt"), person("Semen Ždan", "b.txt")]
    spans = [a.entities[0].mentions[0].span for a in pair]
    assert len(joined_case(pair, (), [Ruling(spans[0], spans[1], same=False)]).entities) == 2
    other = [person("Ana Sol", "a.txt"), person("Eva Ek", "b.txt")]
    spans = [a.entities[0].mentions[0].span for a in other]
    found = joined_case(other, (), [Ruling(spans[0], spans[1], same=True)])
    assert len(found.entities) == 1
    assert [join.kind for entity in found.entities for join in entity.joins] == [JoinKind.RULING]


def test_ids_do_not_depend_on_the_order_of_reports() -> None:
    reports = [
        person("Ana Sol", "a.txt"),
        person("Eva Sol", "b.txt"),
        person("Semyon Zhdan", "c.txt"),
    ]
    there, back = joined_case(reports), joined_case(reports[::-1])
    assert {e.id for e in there.entities} == {e.id for e in back.entities}


def test_a_full_name_that_a_report_took_for_a_shorter_one_is_parted_again() -> None:
    text = "Ana Maria Sol left. Eva Sol said it burned."
    item = report(text)
    mentions = tuple(
        Mention(span(item, name), EntityKind.PERSON, MentionForm.NAME)
        for name in ("Ana Maria Sol", "Eva Sol")
    )
    merged = Entity(EntityId("en-1"), "Ana Maria Sol", EntityKind.PERSON, mentions)
    said = statement(item, speaker(item, "Eva Sol", merged), "said", "it burned")
    found = joined_case([Attributions(item.id, (said,), (merged,))])
    assert names_of(found) == [["Ana Maria Sol"], ["Eva Sol"]]
    eva = next(e for e in found.entities if e.name == "Eva Sol")
    assert found.statements[0].speaker is not None
    assert found.statements[0].speaker.entity == eva.id
