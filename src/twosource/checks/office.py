"""Does somebody act in an office in the years in which the same report has him hold it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.checks.sentences import matches, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, Layer
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span

NAME, VERSION = "office", 1
_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) )"
)
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){0,2} [A-Z][\w’'-]+)"
_OFFICE = r"(?:the |a |an )?(?P<office>[\w.’' -]{3,60}?)"
_TERM = re.compile(
    rf"{_NAME},? (?:who )?(?:served as|was) {_OFFICE},? "
    rf"(?:from (?:{_MONTH})?(?P<first>{_YEAR}) (?:to|until|till) |until |till )(?:{_MONTH})?"
    rf"(?P<last>{_YEAR})\b"
)
_SINCE = re.compile(
    rf"{_NAME},? (?:who )?(?:has been|has served as|became|was (?:appointed|elected|named|sworn in)"
    rf"(?: as)?|took office as) {_OFFICE},? (?:since|in) (?:{_MONTH})?(?P<first>{_YEAR})\b"
)
_LEFT = re.compile(
    rf"{_NAME},? (?:who )?(?:resigned|stepped down|retired|was (?:dismissed|sacked|removed))"
    rf" as {_OFFICE},? in (?:{_MONTH})?(?P<last>{_YEAR})\b"
)
_PAST = re.compile(r"(?i)\b(?:former|ex|late|then|one-time|onetime|ousted|retired|past)[- ]$")
_BEFORE_TITLE = 24


@dataclass(frozen=True, slots=True)
class _Tenure:
    """In which years a report has somebody hold an office; a bound that it lacks is ``None``."""

    surname: str
    office: str
    first: int | None
    last: int | None
    span: Span


def office(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold the year in which somebody is called by an office against the years of holding it.

    A year of change itself cannot be told: it has days before it and after it.
    """
    year = _year(facts, frame)
    for tenure in _tenures(facts):
        for acting in _acting(facts, tenure):
            yield _judged(tenure, acting, year)


def _year(facts: ReportFacts, frame: EventFrame) -> int | None:
    if frame.days:
        return frame.days[0].year
    published = facts.report.published
    return None if published is None else int(published.at[:4])


def _tenures(facts: ReportFacts) -> Iterator[_Tenure]:
    for pattern in (_TERM, _SINCE, _LEFT):
        for sentence, match in matches(facts, pattern):
            years = match.groupdict()
            head = re.split(r" (?:of|for|to|in|at) ", match["office"])[0].split()[-1]
            yield _Tenure(
                match["name"].split()[-1],
                head.lower(),
                int(years["first"]) if years.get("first") else None,
                int(years["last"]) if years.get("last") else None,
                piece(facts, sentence, match),
            )


def _acting(facts: ReportFacts, tenure: _Tenure) -> Iterator[Span]:
    """Where the report calls the person by the office elsewhere, as one who holds it."""
    called = re.compile(
        rf"\b(?P<title>(?i:{re.escape(tenure.office)}))(?: of [A-Z][\w-]+)?,? "
        rf"(?:[A-Z][\w.’'-]* ){{0,3}}{re.escape(tenure.surname)}\b"
    )
    for sentence, match in matches(facts, called):
        words = sentence.span.quote
        before = words[max(0, match.start() - _BEFORE_TITLE) : match.start()]
        here = piece(facts, sentence, match)
        apart = here.end <= tenure.span.start or tenure.span.end <= here.start
        told = sentence.layer in {Layer.EVENT, Layer.UNKNOWN}
        if apart and told and not _PAST.search(before):
            yield here


def _judged(tenure: _Tenure, acting: Span, year: int | None) -> Finding:
    held = f"{tenure.first or 'an open year'} to {tenure.last or 'now'}"
    inputs = (
        Input("held", held),
        Input("year", "" if year is None else str(year)),
        Input("office", tenure.office),
    )
    reason = f"the office of {tenure.office} is said to be held from {held}, the words are of "
    reason += "a year that is not printed" if year is None else str(year)
    verdict = _verdict(tenure, year)
    after = tenure.last is not None and year is not None and year > tenure.last
    suggestion = f"former {tenure.office}" if verdict is Verdict.FAILS and after else None
    return Finding(NAME, VERSION, verdict, (acting, tenure.span), inputs, reason, suggestion)


def _verdict(tenure: _Tenure, year: int | None) -> Verdict:
    if year is None or year in (tenure.first, tenure.last):
        return Verdict.CANNOT_TELL
    early = tenure.first is not None and year < tenure.first
    late = tenure.last is not None and year > tenure.last
    return Verdict.FAILS if early or late else Verdict.HOLDS
