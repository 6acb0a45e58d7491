"""Does a printed age fit the year of birth beside it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span, cut

NAME, VERSION = "age", 1
_BORN = re.compile(r"\bborn\b[^.;()]{0,40}?\b(1[89]\d\d|20\d\d)\b", re.I)
_AGE = re.compile(r"(?:\baged |, )(\d{1,3})\b(?=,| |\.|\))|\b(\d{1,3})-year-old\b", re.I)
_OLDEST = 120


def age(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold the one age of a sentence against the one year of birth that it prints.

    Both the year's age before the birthday and the one after it are right. The year is that of the
    event, else that of publication; where neither is known it cannot be told.
    """
    for sentence in facts.sentences:
        born = list(_BORN.finditer(sentence.span.quote))
        ages = [m for m in _AGE.finditer(sentence.span.quote) if int(m[1] or m[2]) <= _OLDEST]
        if len(born) == len(ages) == 1:
            year = _span(facts, sentence.span, born[0], 1)
            number = _span(facts, sentence.span, ages[0], 1 if ages[0][1] else 2)
            yield _finding(year, number, _year(facts, frame))


def _span(facts: ReportFacts, sentence: Span, match: re.Match[str], group: int) -> Span:
    start, end = match.span(group)
    return cut(facts.report, sentence.start + start, sentence.start + end)


def _year(facts: ReportFacts, frame: EventFrame) -> int | None:
    if frame.days:
        return frame.days[0].year
    published = facts.report.published
    return None if published is None else published.interval.start.year


def _finding(born: Span, printed: Span, year: int | None) -> Finding:
    inputs = (Input("born", born.quote), Input("age", printed.quote), Input("year", str(year)))
    if year is None:
        reason = "neither the year of the event nor that of publication is known"
        return Finding(NAME, VERSION, Verdict.CANNOT_TELL, (printed, born), inputs, reason)
    older = year - int(born.quote)
    good = int(printed.quote) in {older - 1, older}
    reason = f"born in {born.quote}, one is {older - 1} or {older} in {year}"
    fits = None if good else f"{older - 1} or {older}"
    verdict = Verdict.HOLDS if good else Verdict.FAILS
    return Finding(NAME, VERSION, verdict, (printed, born), inputs, reason, fits)
