"""A reader shared by the tests of times, and a way to read the times of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.factory import published, report

from twosource.claims.times import times_in, times_of
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.report import readable
from twosource.model.value import TimeValue


@pytest.fixture(scope="session")
def time_reader() -> Annotator:
    return load_embedded(threads=1)


@pytest.fixture
def times(time_reader: Annotator) -> Callable[..., tuple[TimeValue, ...]]:
    def read(
        text: str, day: str | None = None, zone: str = "", case_day: date | None = None
    ) -> tuple[TimeValue, ...]:
        item = report(text)
        if day:
            item = replace(item, published=published(day))
        found = times_in(item, time_reader.read(readable(item)))
        return times_of(item, found, (), case_day, zone)

    return read
