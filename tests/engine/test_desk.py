"""Deciding on a kept case: decisions hold after another run, are told, and are never lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from twosource.engine.cases import add_files, case_document, new_case, update_case, verify_case
from twosource.engine.desk import (
    applied_case,
    correcting,
    decide,
    joining,
    judging,
    rating,
    remark,
    turned_back,
)
from twosource.engine.references import span_at
from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.custody import Stamp
from twosource.model.edition import Disclosure
from twosource.model.review import Decision, Part, Review, ReviewAction
from twosource.model.statement import Stance
from twosource.reviews.chain import head
from twosource.store.case_file import read_case
from twosource.store.kept import open_kept

REPORTS = Path(str(files("twosource.cli") / "example" / "reports"))
NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
LATER = Stamp("Bo Marsh", "2031-04-10T10:00:00+00:00")


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of four reports of the example, examined, to be copied."""
    home = tmp_path_factory.mktemp("examined") / "case"
    new_case(str(home), NOW)
    add_files(str(home), sorted(REPORTS.iterdir())[:4], NOW)
    update_case(str(home), NOW)
    return home


@pytest.fixture
def place(examined: Path, tmp_path: Path) -> str:
    """Such a case of the test's own; the other reports of the example are left to be added."""
    return str(shutil.copytree(examined, tmp_path / "case"))


def chain(place: str) -> tuple[Review, ...]:
    with open_kept(place) as kept:
        return kept.reviews()


def stands(place: str) -> Case:
    return read_case(case_document(place))


def label(case: Case, start: int, end: int, report: str) -> str:
    number = next(n for n, one in enumerate(case.brief.reports, 1) if one.id == report)
    return f"S{number}:{start}-{end}"


def many(case: Case) -> list[Decision]:
    """Over thirty decisions, by the names that the commands take."""
    spoken = [one for one in case.statements if one.speaker is not None]
    places = [
        label(case, one.content.start, one.content.end, one.report) for one in case.statements
    ]
    held = next(one for one in case.hypotheses if one.supporting)
    item = held.supporting[0].span
    named = [one.id for one in case.entities][:2]
    made: list[Decision] = []
    for one in spoken[:8]:
        made += judging(case, one.id, ReviewAction.ACCEPT, "heard on the recording")
    for one in spoken[8:14]:
        made += judging(case, one.id, ReviewAction.REJECT, "no statement")
    for one in spoken[14:20]:
        made.append(correcting(case, one.id, Part.STANCE, Stance.HEDGES.value, "he said may"))
    for one in spoken[20:22]:
        made.append(correcting(case, one.id, Part.SPEAKER, "-", "the report itself"))
    made += judging(case, case.contradictions[0].id, ReviewAction.REJECT, "two different things")
    made += judging(case, case.questions[0].claims[0].id, ReviewAction.ACCEPT, "")
    made += judging(case, "finding-1", ReviewAction.ACCEPT, "")
    made += judging(case, "lineage-1", ReviewAction.ACCEPT, "")
    made.append(
        rating(case, held.id, label(case, item.start, item.end, item.report), "II", "a rumour")
    )
    made.append(joining(case, named, ReviewAction.MERGE, "one desk"))
    made += [remark(case, at, ReviewAction.NOTE, "Ask them again.") for at in places[:3]]
    made += [remark(case, at, ReviewAction.PIN, "") for at in places[3:6]]
    return made


def test_over_thirty_decisions_hold_after_reports_were_added_and_the_case_examined_anew(
    place: str,
) -> None:
    before = stands(place)
    decisions = many(before)
    assert len(decisions) >= 30
    assert len(decide(place, decisions, NOW)) == len(decisions)
    add_files(place, sorted(REPORTS.iterdir())[4:], LATER)
    assert update_case(place, LATER).fresh
    with open_kept(place) as kept:
        found = applied_case(kept)
        assert len(kept.reviews()) == len(decisions)
    assert [(one.review.decision, one.reason) for one in found.unfit] == []
    assert len(found.applied) + len(found.remarks) + len(found.pending) == len(decisions)
    rejected = [d for d in decisions if d.action is ReviewAction.REJECT and d.named]
    still = {(one.report, one.content.start, one.content.quote) for one in found.case.statements}
    for one in rejected[:6]:
        (pointer,) = one.pointers[:1]
        assert (pointer.report, pointer.start, pointer.quote) not in still
    assert verify_case(place) == ()


def test_over_thirty_decisions_hold_after_a_report_was_corrected_in_the_case(
    place: str, tmp_path: Path
) -> None:
    case = stands(place)
    decisions = many(case)
    decide(place, decisions, NOW)
    first = sorted(REPORTS.iterdir())[0]
    gone = next(
        pointer.quote
        for one in decisions
        for pointer in one.pointers
        if pointer.file == first.name and len(pointer.quote) > 20
    )
    text = first.read_text("utf-8").replace(gone, "nothing of the kind")
    (tmp_path / first.name).write_text(f"{text}\nCorrection: a sentence was wrong.\n", "utf-8")
    add_files(place, [tmp_path / first.name], LATER)
    assert update_case(place, LATER).fresh
    with open_kept(place) as kept:
        found = applied_case(kept)
        assert len(kept.reviews()) == len(decisions)
    taken = len(found.applied) + len(found.remarks) + len(found.pending)
    assert taken + len(found.unfit) == len(decisions)
    assert taken >= 30
    assert found.unfit
    listed = {p.quote for one in found.unfit for p in one.review.decision.pointers}
    assert gone in listed
    assert [one.disclosure for one in found.case.editions] == [Disclosure.TOLD]
    assert verify_case(place) == ()


def test_the_brief_tells_what_people_decided(place: str) -> None:
    case = stands(place)
    statement = next(one for one in case.statements if one.speaker is not None)
    at = label(case, statement.content.start, statement.content.end, statement.report)
    decide(place, judging(case, statement.id, ReviewAction.REJECT, "no statement"), NOW)
    decide(place, [remark(stands(place), at, ReviewAction.NOTE, "Ask the office.")], LATER)
    notes = stands(place).brief.notes
    assert "In this brief 1 decision of a person is applied to what was found." in notes
    assert any("Bo Marsh" in note and "Ask the office." in note for note in notes)
    assert statement.id not in [one.id for one in stands(place).statements]


def test_undoing_gives_back_what_was_found_and_redoing_takes_it_out_again(place: str) -> None:
    found = stands(place)
    statement = found.statements[0]
    decide(place, judging(found, statement.id, ReviewAction.REJECT, ""), NOW)
    decided = stands(place)
    decide(place, [turned_back(chain(place), [1], "too soon", undo=True)], LATER)
    assert stands(place).statements == found.statements
    decide(place, [turned_back(chain(place), [1], "", undo=False)], LATER)
    assert stands(place).statements == decided.statements
    with pytest.raises(NotFoundError, match="no review 9"):
        turned_back(chain(place), [9], "", undo=True)


def test_who_decides_on_an_old_state_is_shown_the_others_decision_and_nothing_is_added(
    place: str,
) -> None:
    case = stands(place)
    with open_kept(place) as kept:
        seen = head(kept.reviews())
    ref = case.statements[0].id
    decide(place, judging(case, ref, ReviewAction.ACCEPT, ""), NOW, seen)
    with pytest.raises(SettingsError, match="review 1 by Ines Tolland"):
        decide(place, judging(case, ref, ReviewAction.REJECT, ""), LATER, seen)
    other = case.statements[1].id
    assert len(decide(place, judging(case, other, ReviewAction.REJECT, ""), LATER, seen)) == 1


def test_a_merge_waits_for_the_next_update_and_verify_holds_before_and_after(place: str) -> None:
    case = stands(place)
    pair = [one.id for one in case.entities][:2]
    decide(place, [joining(case, pair, ReviewAction.MERGE, "one desk")], NOW)
    assert any("takes effect at the next update" in note for note in stands(place).brief.notes)
    assert verify_case(place) == ()
    update_case(place, LATER)
    assert len([one for one in stands(place).entities if one.id in pair]) <= 1
    assert verify_case(place) == ()


def test_a_review_that_was_changed_behind_the_tool_is_found(place: str) -> None:
    case = stands(place)
    for one in case.statements[:2]:
        decide(place, judging(case, one.id, ReviewAction.ACCEPT, ""), NOW)
    with closing(sqlite3.connect(Path(place) / "case.db")) as connection, connection:
        connection.execute("DROP TRIGGER review_no_update")
        connection.execute("UPDATE review SET actor = 'nobody' WHERE seq = 1")
    assert any("review" in fault.place for fault in verify_case(place, replay=False))


@pytest.mark.parametrize("place_named", ["S0:1-2", "S99:1-2", "S1:5-5", "S1:0-999999", "here"])
def test_a_place_that_names_no_words_is_refused(example: Case, place_named: str) -> None:
    with pytest.raises(SettingsError):
        span_at(example, place_named)


@pytest.mark.parametrize(
    "made",
    [
        lambda case: judging(case, "st-none", ReviewAction.ACCEPT, ""),
        lambda case: judging(case, "finding-999", ReviewAction.ACCEPT, ""),
        lambda case: correcting(case, "co-none", Part.STANCE, "denies", ""),
        lambda case: rating(case, "hy-none", "S1:0-5", "CC", ""),
        lambda case: joining(case, ["en-none", "S1:0-5"], ReviewAction.MERGE, ""),
    ],
)
def test_a_name_that_nothing_has_is_refused(example: Case, made: Callable[[Case], object]) -> None:
    with pytest.raises(NotFoundError, match=r"there is no|nothing in the case"):
        made(example)


@pytest.mark.parametrize("form", ["S{}:{}-{}", "S{} {}–{}"])
def test_a_statement_is_named_by_the_place_of_its_words_as_the_brief_prints_it(
    example: Case, form: str
) -> None:
    one = next(s for s in example.statements if s.speaker is not None)
    number = next(n for n, r in enumerate(example.brief.reports, 1) if r.id == one.report)
    by_place = judging(
        example,
        form.format(number, one.content.start, one.content.end),
        ReviewAction.ACCEPT,
        "",
    )
    assert judging(example, one.id, ReviewAction.ACCEPT, "")[0] in by_place


def test_what_is_no_stance_and_no_rating_is_refused(example: Case) -> None:
    with pytest.raises(SettingsError, match="'shouts' is no stance"):
        correcting(example, example.statements[0].id, Part.STANCE, "shouts", "")
    with pytest.raises(SettingsError, match="'X' is no rating"):
        rating(example, example.hypotheses[0].id, "S1:0-5", "X", "")
