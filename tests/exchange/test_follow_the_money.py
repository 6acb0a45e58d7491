"""FollowTheMoney: schemata and properties of its model, and every reference leads somewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.exchange.follow_the_money import SCHEMATA, ftm
from twosource.model.case import Case

PROPERTIES = {
    "Article": "title author publisher publishedAt language fileName bodyText sourceUrl notes",
    "Person": "name weakAlias",
    "Organization": "name weakAlias",
    "Address": "name weakAlias",
    "Event": "name date location country summary",
    "Mention": "document resolved name detectedSchema",
    "Note": "description entity notes",
}
"""What of the model's schemata may be written; ``test_the_library...`` holds it to the model."""
REFERENCES = ("document", "resolved", "entity")


def lines(case: Case) -> list[dict]:
    return [json.loads(line) for line in ftm(case).decode("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_every_line_is_an_entity_of_a_known_schema(
    name: str, request: pytest.FixtureRequest
) -> None:
    found = lines(request.getfixturevalue(name))
    idents = {one["id"] for one in found}
    assert len(idents) == len(found)
    for one in found:
        assert set(one["properties"]) <= set(PROPERTIES[one["schema"]].split())
        for values in one["properties"].values():
            assert all(isinstance(value, str) and value for value in values)
        for name_of in REFERENCES:
            assert set(one["properties"].get(name_of, ())) <= idents


def test_reports_statements_and_entities_are_all_there(example: Case) -> None:
    schemata = [one["schema"] for one in lines(example)]
    assert schemata.count("Article") == len(example.reports)
    assert schemata.count("Note") == len(example.statements)
    kept = [entity for entity in example.entities if entity.kind in SCHEMATA]
    assert sum(schemata.count(schema) for schema in SCHEMATA.values()) == len(kept)


def test_a_publication_is_dated_by_the_day_that_is_printed(ferry: Case) -> None:
    dated = [one["properties"].get("publishedAt") for one in lines(ferry)[:3]]
    assert dated == [["2031-04-09"], ["2031-04-10"], None]


LIBRARY = Path(sys.prefix) / "formats"
"""Where ``make test`` installs the library, apart from everything else."""
READ = """
import json, sys
from followthemoney import model
for line in sys.stdin:
    one = json.loads(line)
    proxy = model.get_proxy(one, cleaned=False)
    told = proxy.to_dict()
    kept = sorted(told["properties"])
    print(json.dumps([proxy.schema.name, kept, bool(proxy.schema.validate(told))]))
"""
"""Reads entities one to a line, and says of each its schema, its properties and if it is faulty."""


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_the_library_reads_every_entity_and_drops_nothing(
    name: str, request: pytest.FixtureRequest
) -> None:
    if not (LIBRARY / "followthemoney").is_dir():
        pytest.skip(f"the library followthemoney is not in {LIBRARY}: make test installs it")
    written = ftm(request.getfixturevalue(name)).decode("utf-8")
    read = subprocess.run(
        [sys.executable, "-c", READ],
        input=written, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(LIBRARY), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert read.returncode == 0, read.stderr
    found = [json.loads(line) for line in read.stdout.splitlines()]
    assert found == [
        [one["schema"], sorted(one["properties"]), False]
        for one in map(json.loads, written.splitlines())
    ]
