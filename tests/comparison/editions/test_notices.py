"""How a report says that it was changed, in the forms that newsrooms use, and what says nothing."""

from __future__ import annotations

import pytest
from tests.factory import report

from twosource.comparison.editions.notices import notices_in, speaks_of
from twosource.model.edition import Disclosure

BODY = "Nine sailors were hurt on the quay, the harbour master said.\n\nTwo ships were damaged."
BEFORE = report(BODY)

TOLD = """\
An earlier version of this article gave the number of the injured as nine.
A previous version of this story misspelled the name of the harbour master.
This article was amended on 4 April 2031 to correct the number of sailors.
This report has been corrected.
This page was subsequently revised.
The headline of this article was changed; the headline has been amended.
Correction: eleven sailors were hurt, not nine.
Corrected at 14:20 to say that the crane was leased.
CORRECTION (4 April): the ship was the Alma.
Clarification: the owner is a holding company.
Editor's note: a sentence on the owner was taken out.
Editors’ Note — the photograph showed another quay.
(Corrects the spelling of the mayor's name)
We wrongly said that the crane was new.
The Post regrets the error.
We apologise for the mistake.
This story corrects the age of the captain.
This article has been updated to reflect that eleven sailors were hurt."""

DATED = """\
Updated: 4 April 2031, 14:20
Last updated on Friday.
UPDATED 14:20
Last modified 4 April 2031
This article has been updated.
(Adds details on the crane)
This story was last updated at noon."""

SILENT = """\
The earlier version of the crane had no brake.
The harbour office corrected the figure on Tuesday.
The register was amended in March.
An update is expected from the hospital.
Updates of the software had failed, the owner said.
The mayor apologised for the delay.
He was wrongly accused of negligence, his lawyer said.
The correction of the quay wall will cost two millions.
The ministry revised its toll to eleven.
He changed his statement on Friday."""


def disclosed(line: str) -> Disclosure:
    return notices_in(BEFORE, report(f"{BODY}\n\n{line}\n"))[0]


@pytest.mark.parametrize("line", TOLD.splitlines())
def test_a_notice_of_a_correction_is_known(line: str) -> None:
    assert disclosed(line) is Disclosure.TOLD


@pytest.mark.parametrize("line", DATED.splitlines())
def test_a_stamp_says_that_it_was_updated_and_not_what(line: str) -> None:
    assert disclosed(line) is Disclosure.DATED


@pytest.mark.parametrize("line", SILENT.splitlines())
def test_what_a_report_tells_of_others_is_no_notice_of_its_own(line: str) -> None:
    assert disclosed(line) is Disclosure.SILENT


def test_a_notice_that_stood_there_before_speaks_of_an_older_change() -> None:
    noted = f"{BODY}\n\nCorrection: the ship was the Alma."
    found = notices_in(report(noted), report(noted.replace("Nine", "Ten")))
    assert found == (Disclosure.SILENT, ())


def test_a_notice_reaches_to_the_end_of_its_paragraph() -> None:
    line = "An earlier version of this report was wrong. Eleven sailors were hurt, not nine."
    _, (notice,) = notices_in(BEFORE, report(f"{BODY}\n\n{line}\n"))
    assert notice.quote == line


def test_a_notice_speaks_of_what_it_names_and_not_of_what_every_notice_says() -> None:
    later = report(
        "Eleven sailors were hurt.\n\nThe ship sank. This was an earlier report.\n\n"
        "An earlier version of this report said that nine sailors were hurt."
    )
    _, notices = notices_in(BEFORE, later)
    whole = [span for span in notices if span.quote]
    before = notices_in(later, BEFORE)[1]
    assert before == ()
    text = later.text

    def speaks(words: str) -> bool:
        from twosource.model.report import cut  # noqa: PLC0415

        start = text.index(words)
        return speaks_of(whole, cut(later, start, start + len(words)))

    assert speaks("Eleven sailors")
    assert not speaks("ship sank")
    assert not speaks("This was an earlier report")
