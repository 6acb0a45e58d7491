"""Short texts with what must be found in them, as the files of cases write it down."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.statements.conftest import Told

from twosource.model.statement import Stance, Statement

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class WrittenCase:
    """One text with one expectation.

    Attributes:
        id: Name of the case.
        text: The whole report.
        speaker: Name or printed words of the speaker; ``None`` for the report's own voice.
        content: Words that the content holds.
        stance: The act, or ``None`` where it does not matter.
        via: Printed words of relayers, all of which must be there.
        absent: Whether no such statement may be found.
    """

    id: str
    text: str
    speaker: str | None
    content: str
    stance: Stance | None
    via: tuple[str, ...]
    absent: bool

    def holds(self, told: Told) -> bool:
        """Whether the statements of the text are as expected."""
        return self.absent != any(self._is_met_by(told, s) for s in told.all())

    def _is_met_by(self, told: Told, statement: Statement) -> bool:
        content = " ".join(part.quote for part in statement.parts)
        relayers = {relayer.span.quote for relayer in statement.via}
        return (
            self.content in content
            and self.stance in {None, statement.stance}
            and relayers.issuperset(self.via)
            and self._is_said_by(told, statement)
        )

    def _is_said_by(self, told: Told, statement: Statement) -> bool:
        if statement.speaker is None or self.speaker is None:
            return statement.speaker is self.speaker
        names = {told.who(statement) or "", statement.speaker.span.quote}
        return _bare(self.speaker) in {_bare(name) for name in names}


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?) |['’]s?$", "", name.casefold())


def read_cases(kind: str) -> list[tuple[WrittenCase, str]]:
    """The cases of a folder, each with the reason why it is hard, where one is given."""
    records = json.loads((CASES / kind / "statements.json").read_text("utf-8"))
    return [(_case(record), record.get("why", "")) for record in records]


def _case(record: dict[str, object]) -> WrittenCase:
    expected = record["expected"]
    return WrittenCase(
        id=record["id"],
        text=record["text"],
        speaker=expected["speaker"],
        content=expected["content"],
        stance=Stance(expected["stance"]) if expected["stance"] else None,
        via=tuple(expected.get("via", ())),
        absent=expected.get("absent", False),
    )
