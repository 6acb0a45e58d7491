"""Do two figures for one thing, printed side by side in two units, agree?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pint

from twosource.checks.near import between, neighbours
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import QuantityKind, QuantityValue
from twosource.reference.measures import load_measures

NAME, VERSION = "units", 1
ROUNDING = 0.07
"""Share by which a conversion may be rounded: "a mile" for 1.5 km is none, "5 miles (8 km)" is."""
_ASIDE = re.compile(r"\s*(?:\(|\[|/|, or|,? or about)\s*(?:about |around |some |or )?", re.I)


def units(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold a measure against its conversion in brackets behind it ("70 miles (113 km)")."""
    measures = [
        q
        for q in facts.quantities
        if q.kind is QuantityKind.MEASURE and q.unit and q.amount.low is not None
    ]
    for first, second in neighbours(measures):
        aside = _ASIDE.fullmatch(between(facts.report, first.span, second.span))
        if aside and first.unit != second.unit:
            yield from _finding(first, second)


def _finding(first: QuantityValue, second: QuantityValue) -> Iterator[Finding]:
    try:
        one = load_measures().Quantity(first.amount.low or 0.0, first.unit)
        converted = float(one.to(second.unit).magnitude)
    except (pint.DimensionalityError, pint.UndefinedUnitError):
        return
    printed = second.amount.low or 0.0
    off = abs(converted - printed) / max(abs(converted), abs(printed), 1e-9)
    good = off <= ROUNDING
    inputs = (
        Input("first", first.span.quote),
        Input("second", second.span.quote),
        Input("converted", f"{converted:.4g} {second.unit}"),
    )
    reason = f"{first.span.quote} is {converted:.3g} {second.unit}; beside it stands {printed:g}"
    fits = None if good else f"{converted:.3g} {second.unit}"
    verdict = Verdict.HOLDS if good else Verdict.FAILS
    yield Finding(NAME, VERSION, verdict, (first.span, second.span), inputs, reason, fits)
