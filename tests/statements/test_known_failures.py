"""What the rules get wrong and are known to: every text here fails, and is to be put right.

A case that begins to pass turns red, because then it belongs with the ordinary ones in
``tests/cases/synthetic``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.statements.conftest import Told
from tests.statements.written_cases import WrittenCase, read_cases


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.id, marks=pytest.mark.xfail(reason=why, strict=True))
        for case, why in read_cases("known-failures")
    ],
)
def test_a_known_failure_still_fails(case: WrittenCase, told: Callable[[str], Told]) -> None:
    assert case.holds(told(case.text))


def test_every_known_failure_says_why() -> None:
    assert [case.id for case, why in read_cases("known-failures") if not why] == []
