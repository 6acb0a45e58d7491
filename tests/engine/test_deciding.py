"""Decisions on answers, ties and explanations, by the names that a command takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.engine.cases import add_files, case_document, new_case, update_case
from twosource.engine.deciding import correcting_answers, expecting, relating, unexpecting
from twosource.engine.desk import applied_case, decide, judging, review_states
from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.claim import Claim, QuestionKind
from twosource.model.custody import Stamp
from twosource.model.review import Decision, Part, ReviewAction
from twosource.store.case_file import read_case
from twosource.store.kept import open_kept

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
TEXTS = {
    "one.txt": (
        "publisher: Quay Post\npublished: 2031-03-05\n\n"
        "Nine sailors were hurt when a crane fell on the quay of Patras at 19:40 on 4 March 2031, "
        "Ilse Varn, the harbour master, said.\n\n"
        "The crane had been inspected, Varn said. An explosion was caused by a gas leak, Varn "
        "said.\n"
    ),
    "two.txt": (
        "publisher: Quay Daily\npublished: 2031-03-05\n\n"
        "Eleven sailors were hurt when a crane fell on the quay of Patras at 18:10 on 4 March "
        "2031, a union leader, Bo Marsh, said.\n\n"
        "The crane had not been inspected, Marsh said. Marsh denied that an explosion was caused "
        "by a gas leak.\n"
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    home = tmp_path_factory.mktemp("deciding")
    for name, text in TEXTS.items():
        (home / name).write_text(text, "utf-8")
    place = str(home / "case")
    new_case(place, NOW)
    add_files(place, [home / name for name in TEXTS], NOW)
    update_case(place, NOW)
    return place


@pytest.fixture
def case(made: str) -> Case:
    return read_case(case_document(made))


def claims(case: Case, kind: QuestionKind) -> list[Claim]:
    return next(list(q.claims) for q in case.questions if q.kind is kind and len(q.claims) > 1)


def after(place: str, tmp_path: Path, *decisions: Decision) -> Case:
    """The case with decisions, made on a copy and examined anew with a report that was corrected.

    What holds after that has outlived both.
    """
    copy = str(tmp_path / "copy")
    new_case(copy, NOW)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    add_files(copy, [tmp_path / name for name in TEXTS], NOW)
    update_case(copy, NOW)
    decide(copy, decisions, NOW)
    (tmp_path / "one.txt").write_text(TEXTS["one.txt"] + "\nThis report was corrected.\n", "utf-8")
    add_files(copy, [tmp_path / "one.txt"], NOW)
    update_case(copy, NOW)
    with open_kept(copy) as kept:
        assert set(review_states(kept).values()) <= {"applied", "accepted"}
        return applied_case(kept).case


def test_a_count_a_time_and_a_polarity_are_corrected_and_outlive_a_corrected_report(
    made: str, case: Case, tmp_path: Path
) -> None:
    count = next(one for one in claims(case, QuestionKind.HOW_MANY) if "leven" in one.answer)
    time = next(one for one in claims(case, QuestionKind.WHEN) if "18:10" in one.answer)
    no = next(one for one in claims(case, QuestionKind.WHETHER) if one.answer.startswith("no"))
    decisions = [
        *correcting_answers(case, count.id, Part.VALUE, "9", "a slip"),
        *correcting_answers(case, time.id, Part.TIME, "2031-03-04T19:40", "the log says so"),
        *correcting_answers(case, no.id, Part.VALUE, "yes", ""),
    ]
    found = after(made, tmp_path, *decisions)
    told = {q.text: [c.answer for c in q.claims] for q in found.questions}
    asked = {q.text: q.kind for q in case.questions}
    for text, kind in asked.items():
        if kind in {QuestionKind.HOW_MANY, QuestionKind.WHEN} and text in told:
            assert len(told[text]) == 1, text
    before = {one.kind for one in case.contradictions}
    left = {one.kind for one in found.contradictions}
    assert {"count", "time"} <= before
    assert not {"count", "time"} & left


def test_two_answers_are_related_and_the_relation_outlives_a_corrected_report(
    made: str, case: Case, tmp_path: Path
) -> None:
    pair = [one.id for one in claims(case, QuestionKind.HOW_MANY)][:2]
    apart = relating(case, pair, "apart", "two tallies")
    found = after(made, tmp_path, apart)
    assert "count" in {one.kind for one in case.contradictions}
    assert "count" not in {one.kind for one in found.contradictions}
    assert "two tallies" in [one.reason for one in found.relations]


def test_a_contradiction_is_accepted_or_rejected_by_its_id(
    made: str, case: Case, tmp_path: Path
) -> None:
    count = next(one for one in case.contradictions if one.kind == "count")
    time = next(one for one in case.contradictions if one.kind == "time")
    found = after(
        made,
        tmp_path,
        *judging(case, count.id, ReviewAction.REJECT, "two tallies"),
        *judging(case, time.id, ReviewAction.ACCEPT, ""),
    )
    kinds = {one.kind for one in found.contradictions}
    assert "count" not in kinds
    assert "time" in kinds


def test_a_tie_between_reports_is_set_by_places_of_words(
    made: str, case: Case, tmp_path: Path
) -> None:
    tie = relating(case, ["S1:60-70", "S2:60-70"], "copies", "they share a desk")
    found = after(made, tmp_path, tie)
    assert [one.reason for one in found.lineage] == ["they share a desk"]
    with pytest.raises(SettingsError, match="both places stand in one report"):
        relating(case, ["S1:60-70", "S1:80-90"], "copies", "")


def test_what_is_expected_of_a_hypothesis_is_noted_and_taken_back(
    made: str, case: Case, tmp_path: Path
) -> None:
    one = case.hypotheses[0]
    found = after(made, tmp_path, expecting(case, one.id, " no  smell of gas ", ""))
    assert [h.absent for h in found.hypotheses if h.label == one.label] == [("no smell of gas",)]
    with pytest.raises(NotFoundError, match="has no note"):
        unexpecting(case, (), one.id, "no smell of gas")
    with pytest.raises(SettingsError, match="nothing is said"):
        expecting(case, one.id, "  ", "")


@pytest.mark.parametrize(
    ("part", "to", "told"),
    [
        (Part.TIME, "2031-03-04", "has no time to correct; its question asks how-many"),
        (Part.PLACE, "Patras", "has no place to correct"),
        (Part.VALUE, "several", "is no number"),
    ],
)
def test_a_value_of_another_sort_is_refused_before_anything_is_decided(
    part: Part, to: str, told: str, case: Case
) -> None:
    with pytest.raises(SettingsError, match=told):
        correcting_answers(case, claims(case, QuestionKind.HOW_MANY)[0].id, part, to, "")


def test_a_question_of_whether_takes_yes_no_or_possibly(case: Case) -> None:
    with pytest.raises(SettingsError, match="name yes, no or possibly"):
        correcting_answers(case, claims(case, QuestionKind.WHETHER)[0].id, Part.VALUE, "9", "")


def test_what_names_no_answer_is_told(case: Case) -> None:
    count, time = claims(case, QuestionKind.HOW_MANY)[0], claims(case, QuestionKind.WHEN)[0]
    with pytest.raises(NotFoundError, match="there is no answer cl-none"):
        correcting_answers(case, "cl-none", Part.VALUE, "9", "")
    with pytest.raises(NotFoundError, match="there is no answer cl-none"):
        relating(case, [count.id, "cl-none"], "apart", "")
    with pytest.raises(SettingsError, match="different questions"):
        relating(case, [count.id, time.id], "apart", "")
    with pytest.raises(SettingsError, match="no relation 'friends'; name one of agreement"):
        relating(case, [count.id, time.id], "friends", "")
