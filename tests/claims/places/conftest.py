"""Reading a short text for its places with the real reader, once a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.factory import report

from twosource.claims.places import PlaceName, place_names_in
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator, Reading
from twosource.model.report import Report, readable

Read = Callable[..., tuple[Report, Reading]]


@cache
def _reader() -> Annotator:
    return load_embedded(threads=1)


@pytest.fixture
def read() -> Read:
    """A text as a report with its reading."""

    def one(text: str, file: str = "a.txt") -> tuple[Report, Reading]:
        item = report(text, file=file)
        return item, _reader().read(readable(item))

    return one


@pytest.fixture
def names(read: Read) -> Callable[..., tuple[PlaceName, ...]]:
    """The names of places in a text."""

    def all_in(text: str, file: str = "a.txt") -> tuple[PlaceName, ...]:
        return place_names_in(*read(text, file))

    return all_in
