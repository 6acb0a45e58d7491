"""The case file is indented character for character as the standard library does it."""

from __future__ import annotations

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.store.indented import indented

PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
NODES = st.recursive(
    PLAIN.filter(lambda one: one not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


class Colour(StrEnum):
    RED = "red"


def whole(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


@given(NODES)
def test_what_is_indented_is_what_the_standard_library_writes(value: object) -> None:
    assert indented(value) == whole(value)


def test_members_tuples_and_lone_surrogates_are_written_alike() -> None:
    value = {"a": Colour.RED, "b": ((), {}, '\ud800\u2028\x7f"\\'), "c": [1.0, -0.0, 10**30]}
    assert indented(value) == whole(value)


@pytest.mark.parametrize("value", [float("nan"), [float("inf")]])
def test_a_number_that_json_lacks_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="JSON"):
        indented(value)


@pytest.mark.parametrize("value", [{1: 2}, {"a": {1, 2}}])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        indented(value)
