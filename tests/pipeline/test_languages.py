"""Which reports are read, and how the brief says that one was not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factory import report

from twosource.pipeline.languages import is_read, language_note

MEETING = report("The council met on Monday.", file="council.txt")


@pytest.mark.parametrize("language", [None, "en", "EN", "en-GB"])
def test_reports_in_english_or_in_a_language_that_nothing_tells_are_read(
    language: str | None,
) -> None:
    assert is_read(replace(MEETING, language=language))


@pytest.mark.parametrize("language", ["ru", "uk", "de", "enm", "xx"])
def test_reports_in_another_language_are_not_read(language: str) -> None:
    assert not is_read(replace(MEETING, language=language))


@pytest.mark.parametrize(
    ("language", "named"), [("ru", "Russian (ru)"), ("pt-BR", "Portuguese (pt-BR)"), ("xx", "'xx'")]
)
def test_a_report_that_was_not_read_is_named_with_its_number_and_language(
    language: str, named: str
) -> None:
    note = language_note(2, replace(MEETING, language=language))
    assert note.startswith("S3 (council.txt) is in ")
    assert named in note
    assert "not read" in note
