"""One reader for all tests of statements: the model that ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from tests.factory import report

from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.report import Report, readable
from twosource.model.statement import Statement
from twosource.statements.extract import Attributions, statements_in


@dataclass(frozen=True)
class Told:
    """A text with what was found in it, easy to ask."""

    report: Report
    attributions: Attributions

    def all(self) -> tuple[Statement, ...]:
        return self.attributions.statements

    def of(self, words: str) -> Statement:
        """The one statement whose content is exactly ``words``, its marks and stops aside."""
        hits = [s for s in self.all() if _plain(s) == words]
        assert len(hits) == 1, [(_plain(s), s.rule) for s in self.all()]
        return hits[0]

    def who(self, statement: Statement) -> str | None:
        """The name that the statement's speaker leads to."""
        if statement.speaker is None:
            return None
        names = {e.id: e.name for e in self.attributions.entities}
        return names.get(statement.speaker.entity) if statement.speaker.entity else None


def _plain(statement: Statement) -> str:
    return " … ".join(part.quote.strip("“”\"'‘’.,") for part in statement.parts)


@pytest.fixture(scope="session")
def reader() -> Annotator:
    return load_embedded(threads=1)


@pytest.fixture
def told(reader: Annotator) -> Callable[[str], Told]:
    def tell(text: str) -> Told:
        item = report(text)
        return Told(item, statements_in(item, reader.read(readable(item))))

    return tell
