"""Checks on sentences of press prose: what fails, what holds, and what must not be called wrong.

``tests/cases/checks.json`` holds one sentence an item, with the check and the verdict that it
should give. Without a verdict nothing may fail in it: look-alikes of what cannot be so.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.factory import published, report

from twosource.checks import findings_of
from twosource.claims.assemble import facts_of
from twosource.claims.entities import join_entities
from twosource.engine.loaded import embedded
from twosource.engine.tables import load_tables
from twosource.pipeline.kernels import ReadThrough

ITEMS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "checks.json").read_text("utf-8")
)
LEAST_ITEMS = 150


@cache
def _tables() -> None:
    load_tables()


def verdicts(text: str) -> list[tuple[str, str]]:
    """What every check gives on one sentence that a paper of 10 April 2031 prints."""
    _tables()
    told = replace(report(text), published=published("2031-04-10"))
    (read,) = ReadThrough(embedded())([told])
    _, statements = join_entities([read.attributions], read.descriptions)
    event, facts = facts_of([read.extract], statements)
    return [(one.check, one.verdict.value) for one in findings_of(facts, event)]


def cases() -> list[Any]:
    made = []
    for number, item in enumerate(ITEMS):
        known = item.get("known_failure")
        marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
        made.append(pytest.param(item, marks=marks, id=f"{number}-{item['check']}"))
    return made


@pytest.mark.parametrize("item", cases())
def test_a_detail_is_judged_as_it_should_be(item: dict[str, Any]) -> None:
    found = verdicts(item["text"])
    failing = [check for check, verdict in found if verdict == "fails"]
    if item["verdict"] is None:
        assert failing == []
        return
    assert (item["check"], item["verdict"]) in found
    assert set(failing) <= {item["check"] if item["verdict"] == "fails" else ""}


def test_the_table_has_look_alikes_beside_what_is_wrong() -> None:
    wanted = [item["verdict"] for item in ITEMS]
    assert len(ITEMS) >= LEAST_ITEMS
    assert wanted.count("fails") < len(ITEMS) / 2
    assert wanted.count(None) >= len(ITEMS) / 6
