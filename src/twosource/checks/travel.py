"""Do a distance, the time that it took and a speed fit together?"""

from __future__ import annotations

from collections.abc import Iterator

import pint

from twosource.checks.near import inside
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import Amount, DurationValue, QuantityKind, QuantityValue
from twosource.reference.measures import load_measures

NAME, VERSION = "travel", 1
ROUNDING = 0.1
"""Share by which each of the three may be rounded."""


def travel(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold a distance against speed and time where one sentence prints one of each.

    A bound that is open ("several hundred kilometres", "more than") leaves the answer open too.
    """
    for sentence in facts.sentences:
        near = inside(facts.quantities, sentence.span)
        lengths = [q for q in near if _is(q, "[length]")]
        speeds = [q for q in near if _is(q, "[length] / [time]")]
        times = inside(facts.durations, sentence.span)
        if len(lengths) == len(speeds) == len(times) == 1:
            yield _finding(lengths[0], speeds[0], times[0])


def _is(quantity: QuantityValue, dimension: str) -> bool:
    if quantity.kind is not QuantityKind.MEASURE or not quantity.unit:
        return False
    try:
        return bool(load_measures().Quantity(1.0, quantity.unit).check(dimension))
    except pint.UndefinedUnitError:
        return False


def _finding(length: QuantityValue, speed: QuantityValue, time: DurationValue) -> Finding:
    spans = (length.span, speed.span, time.span)
    printed = _in(length, "kilometer")
    rate = _in(speed, "kilometer / hour")
    hours = (_or(time.seconds.low, 0.0) / 3600, _high(time.seconds, 3600))
    covered = (rate[0] * hours[0], rate[1] * hours[1])
    low, high = printed[0] * (1 - ROUNDING), printed[1] * (1 + ROUNDING)
    inputs = (
        Input("distance", length.span.quote),
        Input("speed", speed.span.quote),
        Input("time", time.span.quote),
        Input("covered", f"{covered[0]:.4g} to {covered[1]:.4g} km"),
    )
    closed = all(bound != float("inf") for bound in (covered[1], printed[1]))
    meets = covered[0] * (1 - ROUNDING) <= high and low <= covered[1] * (1 + ROUNDING)
    open_verdict = Verdict.HOLDS if closed else Verdict.CANNOT_TELL
    verdict = open_verdict if meets else Verdict.FAILS
    reason = (
        f"{speed.span.quote} for {time.span.quote} covers {covered[0]:.3g} km; the report has "
        f"{length.span.quote}"
    )
    fits = f"about {covered[0]:.3g} km" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, spans, inputs, reason, fits)


def _in(quantity: QuantityValue, unit: str) -> tuple[float, float]:
    factor = float(load_measures().Quantity(1.0, quantity.unit).to(unit).magnitude)
    low = _or(quantity.amount.low, 0.0) * factor
    high = float("inf") if quantity.amount.high is None else quantity.amount.high * factor
    return low, high


def _high(amount: Amount, divisor: float) -> float:
    return float("inf") if amount.high is None else amount.high / divisor


def _or(value: float | None, default: float) -> float:
    return default if value is None else value
