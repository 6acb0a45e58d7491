"""Cases to exchange: an invented event by hand, and one full of traps."""

from __future__ import annotations

import pytest
from tests.brief.ferry import ferry_case
from tests.brief.writers.test_pages import hostile_case

from twosource.model.case import Case


@pytest.fixture(scope="session")
def ferry() -> Case:
    return ferry_case()


@pytest.fixture(scope="session")
def hostile() -> Case:
    return hostile_case()
