"""The bundled example, examined: what comes out is kept in a file and compared exactly.

``pytest --regenerate-golden`` writes the file anew; the change is to be reviewed as a diff.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from twosource.engine.examination import examine
from twosource.model.case import Case
from twosource.model.statement import Statement
from twosource.store.case_file import case_json

GOLDEN = Path(__file__).parent / "demo.txt"


@pytest.fixture(scope="module")
def case() -> Case:
    return examine(Path(str(files("twosource.cli") / "example" / "reports"))).case


def told(case: Case) -> str:
    """One line per statement: file, offset, speaker, stance, kind, content."""
    names = {entity.id: entity.name for entity in case.entities}
    reports = {report.id: report.file for report in case.reports}

    def who(statement: Statement) -> str:
        speaker = statement.speaker
        if speaker is None:
            return "(own voice)"
        name = names[speaker.entity] if speaker.entity else "?"
        return f"{name} [{speaker.span.quote}]"

    lines = [
        " | ".join(
            [
                f"{reports[s.report]}:{s.content.start}",
                who(s),
                s.stance.value,
                s.kind.value,
                " … ".join(" ".join(part.quote.split()) for part in s.parts),
            ]
        )
        for s in case.statements
    ]
    return "\n".join(lines) + "\n"


def test_the_demo_tells_what_it_told(case: Case, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--regenerate-golden"):
        GOLDEN.write_text(told(case), "utf-8")
    assert told(case) == GOLDEN.read_text("utf-8")


def test_the_case_file_of_the_demo_meets_the_shipped_schema(case: Case) -> None:
    schema_file = files("twosource.store") / "twosource-case-1.schema.json"
    schema = json.loads(schema_file.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(case_json(case)))
