"""The bundled example, examined once for every writer."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from twosource.engine.examination import examine
from twosource.model.case import Case


@pytest.fixture(scope="session")
def example() -> Case:
    return examine(Path(str(files("twosource.cli") / "example" / "reports"))).case
