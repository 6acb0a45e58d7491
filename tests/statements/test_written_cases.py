"""Constructions of news English, one short text for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told
from tests.statements.written_cases import WrittenCase, read_cases


@pytest.mark.parametrize(
    "case", [case for case, _ in read_cases("synthetic")], ids=lambda case: case.id
)
def test_a_construction_is_attributed_as_written(
    case: WrittenCase, told: Callable[[str], Told]
) -> None:
    found = told(case.text)
    assert case.holds(found), [
        (s.speaker and s.speaker.span.quote, s.content.quote, str(s.stance)) for s in found.all()
    ]
