"""From what each report gives to the facts of the case: event first, then days, then layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from twosource.claims.event.frame import frame_of
from twosource.claims.event.layers import layered
from twosource.claims.event.scene import Told
from twosource.claims.extract import Extract
from twosource.claims.facts import ReportFacts
from twosource.claims.places import located
from twosource.claims.times import times_of
from twosource.model.event import EventFrame
from twosource.model.identity import ReportId
from twosource.model.statement import Statement
from twosource.model.value import PlaceValue, TimeValue

Statements = Mapping[ReportId, Sequence[Statement]]
_ROUNDS = 2
"""Times are anchored by publication first; the event's day and zone, found from them, anchor the
reports that print no date of their own, and the event is looked for again."""


def facts_of(
    extracts: Sequence[Extract], statements: Sequence[Statement]
) -> tuple[EventFrame, tuple[ReportFacts, ...]]:
    """Find the case's event, anchor every time and set every sentence in its layer.

    Args:
        extracts: What each report gives.
        statements: The statements of the case, speakers joined over reports.

    Returns:
        The event, and the facts of each report in the order of the extracts.
    """
    said: dict[ReportId, list[Statement]] = {extract.report.id: [] for extract in extracts}
    for statement in statements:
        said[statement.report].append(statement)
    places = _located(extracts)
    frame: EventFrame | None = None
    times: list[tuple[TimeValue, ...]] = []
    for _ in range(_ROUNDS):
        day = frame.days[0] if frame is not None and frame.days else None
        zone = "" if frame is None else frame.zone
        times = [_anchored(extract, said, day, zone) for extract in extracts]
        frame = frame_of(
            [
                Told(extract.report, extract.scenes, dated, lying)
                for extract, dated, lying in zip(extracts, times, places, strict=True)
            ]
        )
    found = frame or frame_of(())
    return found, tuple(
        _facts(extract, said[extract.report.id], dated, lying, found)
        for extract, dated, lying in zip(extracts, times, places, strict=True)
    )


def _located(extracts: Sequence[Extract]) -> list[tuple[PlaceValue, ...]]:
    """The places of each report, ranked over the case as a whole."""
    values = iter(located([name for extract in extracts for name in extract.places]))
    return [tuple(islice(values, len(extract.places))) for extract in extracts]


def _anchored(
    extract: Extract, said: Statements, day: date | None, zone: str
) -> tuple[TimeValue, ...]:
    return times_of(extract.report, extract.times, said[extract.report.id], day, zone)


def _facts(
    extract: Extract,
    said: Sequence[Statement],
    times: tuple[TimeValue, ...],
    places: tuple[PlaceValue, ...],
    frame: EventFrame,
) -> ReportFacts:
    return ReportFacts(
        report=extract.report,
        statements=tuple(said),
        propositions=extract.propositions,
        times=times,
        durations=extract.durations,
        quantities=extract.quantities,
        places=places,
        distances=extract.distances,
        sentences=layered(extract.report, extract.scenes, times, places, frame),
    )
