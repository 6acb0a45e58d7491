"""What holds for every format that a case leaves in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.brief.telling import UNTOLD, case_of
from tests.factory import report, statement

from twosource.engine.formats import FORMATS, Format
from twosource.model.case import Case

EXCHANGED = [one for one in FORMATS if one.cannot_hold]


@pytest.mark.parametrize("wanted", EXCHANGED, ids=lambda one: one.name)
def test_a_case_of_nothing_and_a_text_that_no_encoding_holds_leave_as_utf_8(
    wanted: Format,
) -> None:
    lone = report("The clerk said that \ud800 the pier\x00 was \U0001f6a2 shut.", "P\ud800st")
    said = statement(lone, "The clerk", "said", "\ud800 the pier\x00 was \U0001f6a2 shut")
    for case in (
        case_of([lone], [], [said]),
        Case((), (), (), UNTOLD),
        case_of([replace(lone, text="", sections=(0,))]),
    ):
        content = wanted.write(case)
        assert content.decode("utf-8").endswith("\n") or not content
        assert wanted.write(case) == content
