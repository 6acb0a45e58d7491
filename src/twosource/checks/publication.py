"""Was something told as past before it can have happened?"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.checks.near import holds
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, Layer
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.proposition import Modality, Tense
from twosource.model.value import Precision, TimeRelation, TimeValue

NAME, VERSION = "publication", 1
_FINE = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.DAY})


def publication(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold the time of what a report tells as past against when the report was published.

    Only times in plain past clauses count, and only where every reading of the time lies wholly
    behind the latest moment at which the report may have been published.
    """
    published = facts.report.published
    if published is None:
        return
    latest = published.interval.end
    for value in facts.times:
        if not _is_past(facts, value) or not value.readings:
            continue
        after = [reading.start >= latest for reading in value.readings]
        inputs = (
            Input("printed", value.span.quote),
            Input("earliest", min(r.start for r in value.readings).isoformat()),
            Input("published", latest.isoformat()),
        )
        if all(after):
            reason = (
                f"“{value.span.quote}” begins {value.readings[0].start.isoformat()}, after the "
                f"report was published ({latest.isoformat()})"
            )
            yield Finding(NAME, VERSION, Verdict.FAILS, (value.span,), inputs, reason)


def _is_past(facts: ReportFacts, value: TimeValue) -> bool:
    if value.precision not in _FINE or value.relation is not TimeRelation.AT:
        return False
    sentence = next((s for s in facts.sentences if holds(s.span, value.span)), None)
    if sentence is None or sentence.layer is Layer.FORESEEN:
        return False
    around = [p for p in facts.propositions if holds(p.span, value.span) and not p.nominal]
    if not around:
        return False
    nearest = min(around, key=lambda p: p.span.end - p.span.start)
    return nearest.tense is Tense.PAST and nearest.modality is Modality.ACTUAL
