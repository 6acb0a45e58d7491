from __future__ import annotations

from pathlib import Path

from tests.examining import case_of

from twosource.model.lineage import LineageKind
from twosource.model.relation import LossKind

STATEMENT = """publisher: Lorvik Harbour Board
published: 2025-03-03T08:00:00+00:00
title: Statement on the fire

The crane was checked in January. Two sheds burned down and nobody was hurt.
"""
QUOTING = """publisher: The Lorvik Post
published: 2025-03-03T18:00:00+00:00
title: Fire at the harbour

"The crane was checked in January," the Lorvik Harbour Board said.
"""
TAKING = """publisher: Port Now
published: 2025-03-04T09:00:00+00:00
title: Harbour fire

The crane was checked in January. Two sheds burned down and nobody was hurt.
"""


def test_a_report_that_quotes_a_partys_statement_cites_it(tmp_path: Path) -> None:
    case = case_of(tmp_path, STATEMENT, QUOTING)
    assert [edge.kind for edge in case.lineage] == [LineageKind.CITES]
    assert len(case.wordings) == 1


def test_a_partys_statement_taken_over_has_lost_its_speaker(tmp_path: Path) -> None:
    case = case_of(tmp_path, STATEMENT, QUOTING, TAKING)
    kinds = {loss.kind for loss in case.losses if loss.span.report == case.reports[2].id}
    assert kinds == {LossKind.ATTRIBUTION}
    assert not any(loss.span.report == case.reports[0].id for loss in case.losses)


def test_a_number_in_words_is_not_another_figure(tmp_path: Path) -> None:
    other = QUOTING.replace("The crane was checked in January", "Gas came out for twelve minutes")
    third = TAKING.split("\n\n")[0] + '\n\n"Gas came out for 12 minutes," the harbour board said.\n'
    case = case_of(tmp_path, other, third)
    assert not any(loss.kind is LossKind.FIGURE for loss in case.losses)
