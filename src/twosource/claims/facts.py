"""What one report contributes to the claims of its case: everything comparable that it prints."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.event import LayeredSentence
from twosource.model.proposition import Proposition
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.value import (
    DistanceValue,
    DurationValue,
    PlaceValue,
    QuantityValue,
    TimeValue,
)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The values and propositions of one report, each tuple in order of offset.

    Attributes:
        report: The report.
        statements: Its statements, their speakers pointing at the entities of the case.
        propositions: What its clauses say.
        times, durations, quantities, places, distances: What its words give as values.
        sentences: Its sentences, each with its layer.
    """

    report: Report
    statements: tuple[Statement, ...]
    propositions: tuple[Proposition, ...]
    times: tuple[TimeValue, ...]
    durations: tuple[DurationValue, ...]
    quantities: tuple[QuantityValue, ...]
    places: tuple[PlaceValue, ...]
    distances: tuple[DistanceValue, ...]
    sentences: tuple[LayeredSentence, ...]
