"""STIX 2.1: every object reads with the library of the standard's committee."""

from __future__ import annotations

import json
from collections import Counter

import pytest
import stix2

from twosource.exchange.stix import OPINIONS, file_object, stix
from twosource.model.case import Case
from twosource.model.hypothesis import Rating


def objects(case: Case) -> list[dict]:
    return json.loads(stix(case))["objects"]


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_the_bundle_is_read_by_the_library_and_every_reference_leads_somewhere(
    name: str, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(name)
    assert stix2.parse(stix(case), allow_custom=True).type == "bundle"
    found = objects(case)
    idents = [one["id"] for one in found]
    assert len(set(idents)) == len(idents)
    for one in found:
        refs = [v for k, v in one.items() if k.endswith("_ref")]
        refs += [ref for k, v in one.items() if k.endswith("_refs") for ref in v]
        custom = any(name.startswith("x-") for name in (one["type"], *refs))
        stix2.parse(one, allow_custom=custom)
        assert set(refs) <= set(idents), one


def test_the_id_of_a_file_is_the_one_that_the_standard_prescribes(example: Case) -> None:
    for report in example.reports:
        ours = file_object(report)
        theirs = stix2.v21.File(name=report.file, hashes={"SHA-256": report.sha256})
        assert ours["id"] == theirs.id


def test_every_object_of_the_extension_names_its_definition(example: Case) -> None:
    found = objects(example)
    definition = next(one for one in found if one["type"] == "extension-definition")
    custom = [one for one in found if one["type"].startswith("x-twosource-")]
    assert custom
    assert all(
        one["extensions"] == {definition["id"]: {"extension_type": "new-sdo"}} for one in custom
    )
    assert len(custom) == len(example.statements) + len(example.hypotheses)


def test_evidence_is_an_opinion_on_its_hypothesis(example: Case) -> None:
    given = Counter(one["opinion"] for one in objects(example) if one["type"] == "opinion")
    rated = Counter(
        OPINIONS[evidence.rating]
        for hypothesis in example.hypotheses
        for evidence in (*hypothesis.supporting, *hypothesis.opposing)
    )
    assert rated
    assert given == rated
    assert set(OPINIONS) == set(Rating)


def test_no_object_claims_to_know_when_it_was_written(ferry: Case, example: Case) -> None:
    for case in (ferry, example):
        dated = {one["created"] for one in objects(case) if "created" in one}
        last = max(r.published.interval.start for r in case.reports if r.published)
        assert dated == {f"{last:%Y-%m-%dT%H:%M:%S}.000Z"}
    assert stix(ferry) == stix(ferry)
