"""Which texts of a kept case are editions of one report, and what its brief tells of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from twosource.engine.cases import (
    add_files,
    case_document,
    new_case,
    update_case,
    verify_case,
)
from twosource.engine.desk import decide, remark
from twosource.engine.editions import Drawn, current, drawn, pairs_of
from twosource.engine.formats import FORMATS
from twosource.exchange.tables import table_named
from twosource.model.brief import SectionKind
from twosource.model.case import Case
from twosource.model.custody import CustodyAction, Stamp
from twosource.model.edition import Disclosure, Redated, SharedBy
from twosource.model.original import seal
from twosource.model.review import ReviewAction
from twosource.store.case_file import case_json, read_case
from twosource.store.kept import open_kept

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
EARLY = (
    "publisher: Ostrel Post\n\nFire on the quay\n\nThe harbour master, Ilse Varn, said on Monday "
    "that nine sailors were hurt on the quay. Two ships were damaged, said Bo Marsh.\n"
)
LATE = EARLY.replace("nine", "eleven")
OTHER = "\nThe council met on its budget in autumn, and nobody spoke of the harbour.\n"
LAST = LATE.replace("Two ships", "Three ships") + (
    "\nAn earlier version of this article said that two ships were damaged.\n"
)


def text(name: str, words: str) -> Drawn:
    return drawn(seal(name, words.encode()))


def post(url: str, words: str) -> str:
    return json.dumps({"url": url, "text": words})


def pairs(*originals: Drawn) -> list[tuple[str, str, SharedBy]]:
    return [(p.before.text[:60], p.after.text[:60], p.shared) for p in pairs_of(originals)]


def test_versions_of_one_file_are_editions_each_of_the_one_before() -> None:
    found = pairs_of([text("a.txt", EARLY), text("b.txt", OTHER), text("a.txt", LATE)])
    assert [(p.before.text, p.after.text, p.shared) for p in found] == [
        (EARLY, LATE, SharedBy.NAME)
    ]
    assert len(pairs_of([text("a.txt", one) for one in (EARLY, LATE, LAST)])) == 2


def test_texts_of_one_address_are_editions_if_they_share_their_words() -> None:
    lead = "url: https://post.example/quay\n"
    one, other = text("a.txt", lead + EARLY), text("b.txt", lead + LATE)
    assert [shared for _, _, shared in pairs(one, other)] == [SharedBy.ADDRESS]
    assert pairs(one, text("b.txt", lead + OTHER)) == []
    assert pairs(one, text("b.txt", OTHER)) == []


def test_a_page_saved_again_under_another_name_is_an_edition_by_its_headline() -> None:
    lead = "title: Fire on the quay\n"
    found = pairs(text("a.txt", lead + EARLY), text("b.txt", lead + LATE))
    assert [shared for _, _, shared in found] == [SharedBy.HEADLINE]


def test_what_does_not_change_the_article_does_not_count_in_its_address() -> None:
    one = text("a.txt", "url: https://www.post.example/quay?utm_source=feed\n" + EARLY)
    other = text("b.txt", "url: http://post.example/quay/#top\n" + LATE)
    assert [shared for _, _, shared in pairs(one, other)] == [SharedBy.ADDRESS]


def test_the_date_of_publication_says_which_text_of_one_address_came_first() -> None:
    lead = "url: https://post.example/quay\npublished: 2031-04-{}\n"
    late, early = lead.format("10") + LATE, lead.format("09") + EARLY
    ((before, _, _),) = pairs(text("b.txt", late), text("a.txt", early))
    assert "09" in before


def test_posts_of_a_container_are_paired_by_address_and_not_by_their_line() -> None:
    nine = post("https://post.example/1", "Nine sailors were hurt on the quay.")
    sank = post("https://post.example/2", "Two ships sank in the harbour at noon.")
    first = text("posts.jsonl", f"{nine}\n{sank}\n")
    second = text("posts.jsonl", f"{sank}\n{nine.replace('Nine', 'Ten')}\n")
    assert {(a, b) for a, b, _ in pairs(first, second)} == {
        ("Nine sailors were hurt on the quay.", "Ten sailors were hurt on the quay."),
        ("Two ships sank in the harbour at noon.", "Two ships sank in the harbour at noon."),
    }


def test_only_the_last_version_of_a_file_is_examined() -> None:
    found = current([text("a.txt", EARLY), text("b.txt", LAST), text("a.txt", LATE)])
    assert [report.text for report in found.reports] == [LATE, LAST]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A case with one report in three editions, of which the last has a notice."""
    home = str(tmp_path / "case")
    new_case(home, NOW)
    for words in (EARLY, LATE, LAST):
        (tmp_path / "quay.txt").write_text(words, "utf-8")
        add_files(home, [tmp_path / "quay.txt"], NOW)
        update_case(home, NOW)
    return home


def stands(place: str) -> Case:
    return read_case(case_document(place))


def test_every_edition_is_kept_in_the_case_and_its_file_reads_back(place: str) -> None:
    case = stands(place)
    assert [one.disclosure for one in case.editions] == [Disclosure.SILENT, Disclosure.TOLD]
    assert {report.text for report in case.superseded} == {EARLY, LATE}
    assert [report.text for report in case.reports] == [LAST]
    assert read_case(case_json(case)) == case
    assert verify_case(place) == ()


def test_a_case_with_editions_and_readings_verifies_from_its_archive_elsewhere(
    place: str, tmp_path: Path
) -> None:
    decide(place, [remark(stands(place), "S1:0-9", ReviewAction.NOTE, "Ask.")], NOW)
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", place)
    elsewhere = str(tmp_path / "elsewhere")
    shutil.unpack_archive(archive, elsewhere)
    assert verify_case(elsewhere) == ()
    assert case_document(elsewhere) == case_document(place)
    assert not update_case(elsewhere, NOW).fresh


def test_the_brief_tells_a_silent_change_with_the_words_of_both_editions(place: str) -> None:
    case = stands(place)
    lines = [
        line
        for section in case.brief.of(SectionKind.CHANGES)
        for line in section.lines
        if "was changed after it was kept" in line.text
    ]
    texts = " ".join(line.text for line in lines)
    assert "does not say so" in texts
    assert "and says so" in texts
    silent = next(line for line in lines if "does not say so" in line.text)
    assert any(v.text == "“nine” became “eleven”" for v in silent.versions)
    assert {span.quote for v in silent.versions for span in v.spans} >= {"nine", "eleven"}
    assert any("is an earlier edition of S1" in note for note in case.brief.notes)
    assert any("in a new edition: Ostrel Post" in note for note in case.brief.notes)


def test_every_format_is_written_of_a_case_with_editions(place: str) -> None:
    case = stands(place)
    assert [one.name for one in FORMATS if not one.write(case)] == []


def test_the_table_of_changes_has_a_row_for_each_edit_with_the_places_of_both(place: str) -> None:
    case = stands(place)
    table = table_named(case, "changes")
    assert len(table.rows) == sum(len(one.edits) for one in case.editions)
    pairs = zip(table.column("before_quote"), table.column("quote"), strict=True)
    assert ("nine", "eleven") in list(pairs)
    assert table_named(case, "brief").rows


def test_a_note_can_be_put_at_words_that_only_an_earlier_edition_prints(place: str) -> None:
    case = stands(place)
    number = next(n for n, r in enumerate(case.brief.reports, 1) if r.text == EARLY)
    start = EARLY.index("nine")
    decide(place, [remark(case, f"S{number}:{start}-{start + 4}", ReviewAction.NOTE, "Why?")], NOW)
    assert any("Decision 1 (note) does not fit any more" in n for n in stands(place).brief.notes)


def test_a_later_update_still_tells_of_the_editions(place: str, tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text("Bo Marsh said that the ships were old.\n", "utf-8")
    add_files(place, [tmp_path / "echo.txt"], NOW)
    case = update_case(place, NOW).case
    assert len(case.editions) == 2
    assert any("does not say so" in line.text for line in case.brief.lines)


def put(home: str, folder: Path, *texts: str) -> Case:
    """The case after each text came under one name and was examined."""
    for words in texts:
        (folder / "post.txt").write_text(words, "utf-8")
        add_files(home, [folder / "post.txt"], NOW)
        update_case(home, NOW)
    return read_case(case_document(home))


def test_a_report_that_was_changed_back_is_seen_and_examined_as_it_stands(tmp_path: Path) -> None:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    first = put(home, tmp_path, EARLY, LATE)
    assert [one.returned for one in first.editions] == [False]
    back = put(home, tmp_path, EARLY)
    assert [one.text for one in back.reports] == [EARLY]
    assert [one.text for one in back.superseded] == [LATE]
    ends = {(one.earlier, one.later): one.returned for one in back.editions}
    early, late = back.reports[0].id, back.superseded[0].id
    assert ends == {(early, late): False, (late, early): True}
    lines = [line.text for section in back.brief.sections for line in section.lines]
    assert any("is back at words that it had before" in line for line in lines)
    assert case_json(read_case(case_json(back))) == case_json(back)
    with open_kept(home) as kept:
        assert [one.action for one in kept.log()].count(CustodyAction.RETURNED) == 1
        assert len(list(kept.originals())) == 2
    # The same bytes once more are no news, and the case verifies with its history.
    assert put(home, tmp_path, EARLY) == back
    assert verify_case(home) == ()
    again = put(home, tmp_path, LATE)
    assert [one.text for one in again.reports] == [LATE]
    assert verify_case(home) == ()


def test_another_date_of_publication_is_told_also_where_no_word_changed(tmp_path: Path) -> None:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    dated = EARLY.replace("Ostrel Post\n", "Ostrel Post\npublished: {}\n")
    found = put(home, tmp_path, dated.format("2031-04-08"), dated.format("2031-04-09"))
    (edition,) = found.editions
    assert edition.edits == ()
    assert edition.redated == Redated("2031-04-08", "2031-04-09")
    assert any("published 2031-04-08 became 2031-04-09" in note for note in found.brief.notes)
    assert read_case(case_json(found)) == found
    assert verify_case(home) == ()


def test_an_edition_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    document = json.loads(case_json(put(home, tmp_path, EARLY, LATE)))
    for one in document["editions"]:
        del one["returned"], one["redated"]
    (edition,) = read_case(json.dumps(document)).editions
    assert (edition.returned, edition.redated) == (False, None)
