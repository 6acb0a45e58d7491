"""Does a printed share fit the counts beside it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.near import between, inside
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import QuantityKind, QuantityValue

NAME, VERSION = "share", 1
ROUNDING = 0.02
"""Share of the whole by which a printed percentage may be rounded."""
_ASIDE = re.compile(r"\s*[(\[,]?\s*(?:or |about |around |some )*", re.I)


def share(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold a percentage against the count right before it and the total of its sentence.

    "Of 120 houses, 30 (25 percent) burned": the total is the one larger count of the sentence.
    Where the sentence has none, or several, nothing is said.
    """
    counts = [q for q in facts.quantities if q.kind is QuantityKind.COUNT and _exact(q)]
    for value in facts.quantities:
        if value.kind is not QuantityKind.SHARE or not _exact(value):
            continue
        sentence = next(
            (s.span for s in facts.sentences if s.span.start <= value.span.start < s.span.end), None
        )
        near = [] if sentence is None else inside(counts, sentence)
        part = next((q for q in near if _stands_before(facts, q, value)), None)
        whole = [
            q for q in near if part is not None and (q.amount.low or 0) > (part.amount.low or 0)
        ]
        if part is not None and len(whole) == 1:
            yield _finding(part, whole[0], value)


def _exact(quantity: QuantityValue) -> bool:
    return quantity.amount.low is not None and quantity.amount.low == quantity.amount.high


def _stands_before(facts: ReportFacts, count: QuantityValue, value: QuantityValue) -> bool:
    words = between(facts.report, count.span, value.span)
    return count.span.end <= value.span.start and _ASIDE.fullmatch(words) is not None


def _finding(part: QuantityValue, whole: QuantityValue, value: QuantityValue) -> Finding:
    measured = (part.amount.low or 0.0) / (whole.amount.low or 1.0)
    printed = value.amount.low or 0.0
    good = abs(measured - printed) <= ROUNDING
    inputs = (
        Input("part", f"{part.amount.low:g}"),
        Input("total", f"{whole.amount.low:g}"),
        Input("printed", value.span.quote),
    )
    reason = (
        f"{part.amount.low:g} of {whole.amount.low:g} is {100 * measured:.1f} per cent; the report "
        f"has {value.span.quote}"
    )
    fits = None if good else f"{100 * measured:.0f} per cent"
    verdict = Verdict.HOLDS if good else Verdict.FAILS
    return Finding(
        NAME, VERSION, verdict, (value.span, part.span, whole.span), inputs, reason, fits
    )
