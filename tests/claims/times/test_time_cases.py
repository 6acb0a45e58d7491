"""The table of time expressions: what is found in a sentence, and which intervals it gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from twosource.model.value import ClockTime, TimeValue

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "times.json").read_text("utf-8")
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def told(value: TimeValue) -> dict[str, Any]:
    """A time in the words of the table; what is plain is left out."""
    row: dict[str, Any] = {
        "words": value.span.quote,
        "readings": [[moment(r.start), moment(r.end)] for r in value.readings],
        "precision": value.precision.value,
    }
    if value.relation.value != "at":
        row["relation"] = value.relation.value
    if value.approximate:
        row["approximate"] = True
    if value.clock is not None:
        row["clock"] = clock(value.clock)
    if value.weekday is not None:
        row["weekday"] = WEEKDAYS[value.weekday]
    return row


def moment(at: datetime) -> str:
    assert at.tzinfo is UTC
    return at.strftime("%Y-%m-%dT%H:%M:%SZ" if at.second else "%Y-%m-%dT%H:%MZ")


def clock(at: ClockTime) -> str:
    parts = (at.hour, at.minute, at.second)
    return ":".join(f"{part:02}" for part in parts if part is not None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:60])
def test_a_sentence_gives_the_times_of_the_table(
    case: dict[str, Any], times: Callable[..., tuple[TimeValue, ...]]
):
    case_day = date.fromisoformat(case["case_day"]) if "case_day" in case else None
    found = times(case["text"], case.get("published"), case.get("zone", ""), case_day)
    assert [told(value) for value in found] == case["times"]


def test_the_table_holds_many_times_and_many_sentences_without_any():
    assert sum(len(case["times"]) for case in CASES) >= 200
    assert sum(not case["times"] for case in CASES) >= 40
