"""Are as many named as are counted?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span, cut
from twosource.model.value import QuantityKind, QuantityValue

NAME, VERSION = "listed", 1
FEWEST = 2
_COLON = re.compile(r":\s*(?P<list>[^:;.!?]+)[.;!?]?\s*$")
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|de|van|bin|al))*"
)


def listed(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold a count against the names that follow it behind a colon.

    Only lists of bare names count, each beginning with a capital; a list that may go on ("among
    them", "including") says nothing.
    """
    for sentence in facts.sentences:
        match = _COLON.search(sentence.span.quote)
        if match is None or re.search(
            r"\b(?:among|including|such as)\b", sentence.span.quote, re.I
        ):
            continue
        names = [name.strip() for name in _JOINT.split(match["list"]) if name.strip()]
        start = sentence.span.start + match.start("list")
        counted = _count(facts, sentence.span.start, start)
        if counted is not None and len(names) >= FEWEST and all(map(_NAME.fullmatch, names)):
            end = sentence.span.start + match.start("list") + len(match["list"].rstrip())
            yield _finding(counted, cut(facts.report, start, end), len(names))


def _count(facts: ReportFacts, start: int, end: int) -> QuantityValue | None:
    """The one exact count of things before the colon."""
    found = [
        q
        for q in facts.quantities
        if q.kind is QuantityKind.COUNT
        and start <= q.span.start
        and q.span.end <= end
        and q.amount.low is not None
        and q.amount.low == q.amount.high
        and not q.amount.approximate
        and q.noun
    ]
    return found[0] if len(found) == 1 else None


def _finding(counted: QuantityValue, names: Span, number: int) -> Finding:
    wanted = counted.amount.low or 0.0
    inputs = (Input("counted", f"{wanted:g}"), Input("named", str(number)))
    good = number == wanted
    reason = f"{counted.span.quote} are counted and {number} are named"
    fits = None if good else str(number)
    verdict = Verdict.HOLDS if good else Verdict.FAILS
    return Finding(NAME, VERSION, verdict, (counted.span, names), inputs, reason, fits)
