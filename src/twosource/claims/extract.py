"""What one report gives towards the claims of its case, before the case is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.event.scene import Scene, scenes_in
from twosource.claims.places import PlaceName, distances_in, place_names_in
from twosource.claims.propositions.extract import propositions_in
from twosource.claims.quantities import quantities_in
from twosource.claims.times import TimeExpression, durations_in, times_in
from twosource.language.interface import Reading
from twosource.model.proposition import Proposition
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.value import DistanceValue, DurationValue, QuantityValue


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything comparable in one report, times not anchored yet and places not located.

    Attributes:
        report: The report.
        propositions: What its clauses say.
        times: Its times as printed.
        durations, quantities: Its lengths of time, and how many and how much.
        places: The names of places that it prints.
        distances: The distances and directions that it prints.
        scenes: Its sentences with what the search for the event needs.
    """

    report: Report
    propositions: tuple[Proposition, ...]
    times: tuple[TimeExpression, ...]
    durations: tuple[DurationValue, ...]
    quantities: tuple[QuantityValue, ...]
    places: tuple[PlaceName, ...]
    distances: tuple[DistanceValue, ...]
    scenes: tuple[Scene, ...]


def extract_of(report: Report, reading: Reading, statements: Sequence[Statement]) -> Extract:
    """Read everything comparable off one report. The result depends on no other report.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of its readable text.
        statements: Its statements; a proposition names the innermost one that holds it.
    """
    quantities = quantities_in(report, reading)
    return Extract(
        report=report,
        propositions=propositions_in(report, reading, statements),
        times=times_in(report, reading),
        durations=durations_in(report, reading),
        quantities=quantities,
        places=place_names_in(report, reading),
        distances=distances_in(report, reading, quantities),
        scenes=scenes_in(report, reading),
    )
