"""The standing rules: what makes a claim known, and what never does."""

from __future__ import annotations

from dataclasses import replace

from tests.brief.asked import Given, case_with, question
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.material import material_of
from twosource.brief.standing import NEEDED, RULES, Support, support_of
from twosource.model.brief import Standing
from twosource.model.case import Case
from twosource.model.claim import QuestionKind
from twosource.model.entity import Entity, EntityKind
from twosource.model.event import Layer
from twosource.model.identity import StatementId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.report import Report
from twosource.model.statement import SourceKind, Stance

POST = report(
    "Nine people were hurt in the fire, said Ines Tolland.\n"
    "Nine people were hurt, the coroner Bo Marsh said.\n"
    "Nine people were hurt, a nurse said.\n"
    "Nine people were hurt, said a police spokesman, Ede Quill.\n"
    "Nine people were hurt, Harbour Police said.\n"
    "Nine people may have been hurt, said Ola Renn.\n"
    "Nine people of Denvale Works were hurt, Denvale Works said.\n"
    "Nine people were hurt by all accounts.",
    "Harbour Post",
    "a.txt",
)
WIRE = report("Nine people were hurt when the mill burned.", "Coast Wire", "b.txt")
TOLLAND, MARSH, QUILL, RENN = (
    entity(name, span(POST, name)) for name in ("Ines Tolland", "Bo Marsh", "Ede Quill", "Ola Renn")
)
BODY = EntityKind.ORGANISATION
POLICE = entity("Harbour Police", span(POST, "Harbour Police"), kind=BODY)
DENVALE = entity("Denvale Works", span(POST, "Denvale Works", 400), kind=BODY)
NURSE = entity("nurse", span(POST, "nurse"))
EVERYONE = (TOLLAND, MARSH, QUILL, RENN, POLICE, DENVALE, NURSE)


def said(
    who: Entity, stance: Stance = Stance.ASSERTS, kind: SourceKind = SourceKind.PERSON
) -> Given:
    """That nine were hurt, said by an entity beside its name."""
    at = span(POST, who.name, 10**6 if who is DENVALE else 0)
    line = POST.text.rfind("\n", 0, at.start) + 1
    words = span(POST, "Nine people", line)
    voice = replace(speaker(POST, who.name, who, at.start), kind=kind)
    told = replace(statement(POST, voice, None, words.quote, stance), content=words)
    return POST, words.quote, replace(told, id=StatementId(f"st-{who.name}"))


def supported(
    *given: Given,
    kind: QuestionKind = QuestionKind.HOW_MANY,
    answer: str = "nine",
    lineage: tuple[LineageEdge, ...] = (),
) -> Support:
    asked = question("How many people were hurt?", kind, {answer: given})
    told = [s for _, _, s in given if s is not None]
    case = case_with((POST, WIRE), EVERYONE, told, (asked,), lineage)
    return support_of(asked.claims[0], asked, material_of(case))


def in_own_voice(
    where: Report = POST, words: str = "Nine people were hurt by all accounts"
) -> Given:
    return where, words, None


def test_two_named_origins_make_a_claim_known() -> None:
    support = supported(said(TOLLAND), said(MARSH))
    assert (support.standing, support.count) == (Standing.KNOWN, NEEDED)
    assert "Ines Tolland" in support.reason
    assert "Bo Marsh" in support.reason


def test_one_origin_is_a_claim_however_often_it_speaks() -> None:
    assert supported(said(TOLLAND), said(TOLLAND)).standing is Standing.CLAIMED


def test_who_is_not_named_counts_for_nothing_beside_one_who_is() -> None:
    support = supported(said(TOLLAND), said(NURSE, kind=SourceKind.ANONYMOUS))
    assert (support.standing, support.count) == (Standing.CLAIMED, 1)


def test_unnamed_speakers_alone_are_one_origin() -> None:
    support = supported(said(NURSE, kind=SourceKind.ANONYMOUS))
    assert (support.standing, support.count) == (Standing.CLAIMED, 1)


def test_one_who_is_printed_beside_a_body_is_one_voice_with_it() -> None:
    body = said(POLICE, kind=SourceKind.ORGANISATION)
    assert supported(said(QUILL), body).standing is Standing.CLAIMED
    assert supported(said(TOLLAND), body).standing is Standing.KNOWN


def test_a_party_that_speaks_about_itself_makes_nothing_known() -> None:
    where, _, told_itself = said(DENVALE, kind=SourceKind.ORGANISATION)
    assert told_itself is not None
    words = span(POST, "Nine people of Denvale Works were hurt")
    itself = (where, words.quote, replace(told_itself, content=words))
    asked = question(
        "How many people were hurt?",
        QuestionKind.HOW_MANY,
        {"nine": ((POST, "Nine people of Denvale Works were hurt", itself[2]), said(TOLLAND))},
    )
    told = [s for a in asked.claims[0].given for s in (itself[2], said(TOLLAND)[2]) if s]
    case = case_with((POST, WIRE), EVERYONE, told, (asked,))
    support = support_of(asked.claims[0], asked, material_of(case))
    assert support.standing is Standing.CLAIMED
    assert "a party speaks about itself" in support.reason


def test_a_speaker_whose_name_stands_only_in_the_attribution_is_no_party() -> None:
    words = "Nine people were hurt in the fire, said Ines Tolland"
    told = said(TOLLAND)[2]
    assert told is not None
    support = supported((POST, words, told))
    assert support.reason == "One named origin: Ines Tolland."


def test_what_is_hedged_denied_alleged_or_foreseen_does_not_count() -> None:
    for stance in (Stance.HEDGES, Stance.DENIES, Stance.ACCUSES, Stance.PREDICTS):
        support = supported(said(TOLLAND), said(MARSH, stance))
        assert support.standing is Standing.CLAIMED
        assert "does not count" in support.reason


def test_a_report_in_its_own_voice_counts_only_where_nobody_is_named() -> None:
    alone = supported(in_own_voice(), in_own_voice(WIRE, "Nine people were hurt"))
    assert alone.standing is Standing.KNOWN
    assert "how they know it is not printed" in alone.reason
    beside = supported(said(TOLLAND), in_own_voice(WIRE, "Nine people were hurt"))
    assert (beside.standing, beside.count) == (Standing.CLAIMED, 1)


def test_reports_that_share_text_are_one_origin() -> None:
    both = (in_own_voice(), in_own_voice(WIRE, "Nine people were hurt"))
    runs = ((span(POST, "Nine people were hurt"), span(WIRE, "Nine people were hurt")),)
    for kind, direction in (
        (LineageKind.COPIES, Direction.KNOWN),
        (LineageKind.COMMON_ORIGIN, Direction.UNKNOWN),
    ):
        edge = LineageEdge(POST.id, WIRE.id, kind, direction, 0.9, runs, None, "shared words")
        assert supported(*both, lineage=(edge,)).standing is Standing.CLAIMED


def test_own_voice_outside_the_event_does_not_count() -> None:
    asked = question(
        "How many people were hurt?",
        QuestionKind.HOW_MANY,
        {"nine": (in_own_voice(), in_own_voice(WIRE, "Nine people were hurt"))},
    )
    case = case_with((POST, WIRE), EVERYONE, (), (asked,))
    case = replace(
        case, sentences=tuple(replace(s, layer=Layer.BACKGROUND) for s in case.sentences)
    )
    support = support_of(asked.claims[0], asked, material_of(case))
    assert (support.standing, support.count) == (Standing.CLAIMED, 0)


def test_who_is_to_blame_is_never_known_by_being_said() -> None:
    both = (said(TOLLAND), said(MARSH))
    assert supported(*both, kind=QuestionKind.WHO).standing is Standing.CLAIMED
    assert supported(*both, answer="possibly: nine").standing is Standing.CLAIMED


def test_the_rules_are_written_down_where_users_read_them() -> None:
    assert len(RULES) == len(set(RULES))
    assert any("A party's word about itself" in rule for rule in RULES)


def test_support_does_not_depend_on_the_order_of_reports() -> None:
    asked = question(
        "How many people were hurt?", QuestionKind.HOW_MANY, {"nine": (said(TOLLAND), said(MARSH))}
    )
    told = [said(TOLLAND)[2], said(MARSH)[2]]

    def count(case: Case) -> int:
        return support_of(asked.claims[0], asked, material_of(case)).count

    forward = case_with((POST, WIRE), EVERYONE, told, (asked,))
    back = case_with((WIRE, POST), EVERYONE[::-1], told[::-1], (asked,))
    assert count(forward) == count(back) == NEEDED
