from __future__ import annotations

import pytest

from twosource.documents.extract import reports_from
from twosource.model.original import seal
from twosource.model.report import Report


@pytest.fixture(scope="session")
def read():
    """Read the one report of a text or of bytes."""

    def one(material: str | bytes, name: str = "note.txt") -> Report:
        data = material.encode() if isinstance(material, str) else material
        (report,) = reports_from(seal(name, data))
        assert isinstance(report, Report), str(report)
        return report

    return one


@pytest.fixture(scope="session")
def runs():
    """The runs of a report's text that bear a kind of region."""

    def of(report: Report, kind: str) -> list[str]:
        return [report.text[r.start : r.end] for r in report.regions if r.kind == kind]

    return of


@pytest.fixture(scope="session")
def refused():
    """What is said about an original that cannot be read."""

    def one(data: bytes, name: str = "note.txt"):
        (item,) = reports_from(seal(name, data))
        assert not isinstance(item, Report)
        return item

    return one
