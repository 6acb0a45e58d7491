"""Two editions of one report: figures, statements and words that changed, and what is admitted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factory import report

from twosource.comparison.editions.compare import Text, edition_of, share_words
from twosource.engine.loaded import embedded
from twosource.engine.tables import load_tables
from twosource.errors import InvariantError
from twosource.model.edition import Disclosure, Edit, Edition, EditKind, SharedBy
from twosource.model.report import Region, RegionKind, Report, cut
from twosource.pipeline.kernels import ReadThrough

EARLY = (
    "Fire on the quay\n\nThe harbour master, Ilse Varn, said on Monday that nine sailors were hurt "
    "at 7.30 p.m.\n\n“Nobody had warned us,” said Tomas Reke, the mayor.\n\nBo Marsh, who owns the "
    "crane, said that it had been checked in March.\n"
)
NOTICE = "An earlier version of this article gave the number of the injured as nine.\n"


def text(one: Report) -> Text:
    load_tables()
    (read,) = ReadThrough(embedded())([one])
    return Text(one, read.attributions.statements, read.extract)


def edition(before: str, after: str) -> Edition:
    found = edition_of(text(report(before)), text(report(after)), SharedBy.NAME)
    assert found is not None
    return found


def figures(one: Edition) -> list[tuple[str, str, str, bool]]:
    return [(f.sort, f.before.quote, f.after.quote, f.told) for f in one.figures]


def test_figures_that_were_printed_otherwise_are_paired_with_the_words_of_both() -> None:
    found = edition(EARLY, EARLY.replace("nine", "eleven").replace("7.30", "8.15"))
    assert figures(found) == [
        ("quantity", "nine", "eleven", False),
        ("time", "7.30 p.m.", "8.15 p.m.", False),
    ]
    assert found.disclosure is Disclosure.SILENT
    assert all(one.before and one.after for one in found.edits)


def test_a_figure_printed_in_another_form_is_no_changed_figure() -> None:
    found = edition(EARLY, EARLY.replace("nine", "9"))
    assert figures(found) == []
    assert [(e.before.quote, e.after.quote) for e in found.edits if e.before and e.after] == [
        ("nine", "9")
    ]


def test_a_notice_tells_of_the_change_it_names_and_not_of_the_others() -> None:
    later = EARLY.replace("nine", "eleven").replace("in March", "in April") + NOTICE
    found = edition(EARLY, later)
    assert found.disclosure is Disclosure.TOLD
    assert [notice.quote for notice in found.notices] == [NOTICE.strip()]
    assert {(e.before.quote, e.told) for e in found.edits if e.before} == {
        ("nine", True),
        ("March", False),
    }


def test_the_notice_itself_is_neither_an_edit_nor_a_new_statement() -> None:
    found = edition(EARLY, EARLY.replace("nine", "eleven") + NOTICE)
    assert [e.kind for e in found.edits] == [EditKind.REPLACED]
    assert all(one.before is not None for one in found.statements)


def test_a_statement_that_vanished_one_that_appeared_and_one_that_changed_are_told() -> None:
    later = EARLY.replace(
        "“Nobody had warned us,” said Tomas Reke, the mayor.",
        "Ada Orme, who leads the union, blamed the port.",
    ).replace("it had been checked in March", "it had not been checked in March")
    found = edition(EARLY, later)
    gone = [one.before for one in found.statements if one.before and not one.after]
    come = [one.after for one in found.statements if one.after and not one.before]
    changed = [one for one in found.statements if one.before and one.after]
    assert [one.speaker.quote for one in gone if one.speaker] == ["Tomas Reke"]
    assert any("Ada Orme" in one.speaker.quote for one in come if one.speaker)
    assert any("words" in one.differs for one in changed)


def test_a_statement_that_only_stands_elsewhere_did_not_change() -> None:
    first, second, third, fourth = EARLY.strip().split("\n\n")
    found = edition(EARLY, f"{first}\n\n{third}\n\n{fourth}\n\n{second}\n")
    assert {one.kind for one in found.edits} == {EditKind.MOVED}
    assert found.statements == ()


def test_what_yields_no_statements_changes_without_an_edition() -> None:
    advert = "Subscribe to our letter today.\n"
    before = report(EARLY + advert)
    after = report(EARLY + advert.replace("today", "for one crown"))
    marked = [
        replace(one, regions=(Region(len(EARLY), len(one.text), RegionKind.PROMOTION),))
        for one in (before, after)
    ]
    assert edition_of(text(marked[0]), text(marked[1]), SharedBy.NAME) is None


def test_a_text_in_another_language_is_compared_by_its_words_alone() -> None:
    before, after = (report(f"На причале ранены {n} моряков.") for n in ("девять", "десять"))
    found = edition_of(Text(before, (), None), Text(after, (), None), SharedBy.ADDRESS)
    assert found is not None
    assert [(e.before.quote, e.after.quote) for e in found.edits if e.before and e.after] == [
        ("девять", "десять")
    ]
    assert (found.statements, found.figures) == ((), ())


def test_texts_share_their_words_or_are_another_report() -> None:
    assert share_words(report(EARLY), report(EARLY.replace("nine", "eleven")))
    assert not share_words(report(EARLY), report("The council met for its budget in autumn."))
    assert not share_words(report(EARLY), report("..."))


def test_an_edit_has_the_words_of_the_editions_that_it_stands_in() -> None:
    span = cut(report(EARLY), 0, 4)
    with pytest.raises(InvariantError):
        Edit(EditKind.PUT_IN, span, span, told=False)
    with pytest.raises(InvariantError):
        Edit(EditKind.REPLACED, span, None, told=False)
