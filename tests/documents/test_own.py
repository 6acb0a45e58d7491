"""What Twosource wrote of a case is no report of it."""

from __future__ import annotations

import pytest

from twosource.documents.extract import reports_from
from twosource.engine.formats import FORMATS
from twosource.model.case import Case, Unreadable
from twosource.model.original import SUPPORTED_SUFFIXES, seal

OF_OURS = ["html", "docx", "pdf", "csv", "json", "review-csv"]


@pytest.mark.parametrize("name", OF_OURS)
def test_what_was_written_of_a_case_is_left_out(example: Case, name: str) -> None:
    (one,) = (form for form in FORMATS if form.name == name)
    assert one.suffix in SUPPORTED_SUFFIXES
    (item,) = reports_from(seal(f"a{one.suffix}", one.write(example)))
    assert isinstance(item, Unreadable)
    assert item.what.endswith("that Twosource wrote, not a report")
