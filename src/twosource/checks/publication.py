"""Was it over when the report appeared, and is the date at its head a day that it tells of?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import is_of_event, sentence_of
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Publication, Span, cut
from twosource.model.value import TimeRelation, TimeValue

NAME, VERSION = "publication", 1
HEAD = 600
"""Code points at the head of a report in which its printed date is looked for."""
_STAMP = re.compile(r"\b(?:posted|updated|published|modified|revised)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|expect\w*|schedul\w*|plan\w*|due|until|till|next|set (?:to|for)|to be"
    r"|coming|upcoming|tomorrow|from)\b",
    re.IGNORECASE,
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def publication(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold the days on which things are said to have happened against the report's own date.

    A day of the event that begins after the report appeared cannot be. The printed date of the
    report holds where the report tells of that day by its weekday.
    """
    published = facts.report.published
    if published is None:
        return
    same: TimeValue | None = None
    for value in facts.times:
        if value.weekday is None:
            continue
        if _is_after(value, published):
            if is_of_event(facts, value.span) and not _is_stamp(facts, value):
                yield _after(value, published)
        elif value.day is not None and published.at.startswith(value.day.isoformat()):
            same = same or value
    head = _head(facts, published)
    if same is not None and head is not None:
        yield _told(same, head, published)


def _is_after(value: TimeValue, published: Publication) -> bool:
    """Whether every reading begins after the report appeared."""
    if not value.readings or value.relation is not TimeRelation.AT:
        return False
    return all(r.start >= published.interval.end for r in value.readings) or (
        "after the publication" in value.reason
    )


def _is_stamp(facts: ReportFacts, value: TimeValue) -> bool:
    """Whether the time says when the page was changed, or what is still to come."""
    before = facts.report.text[max(0, value.span.start - 30) : value.span.start]
    sentence = sentence_of(facts, value.span)
    return bool(_STAMP.search(before)) or bool(sentence and _AHEAD.search(sentence.span.quote))


def _after(value: TimeValue, published: Publication) -> Finding:
    inputs = (Input("published", published.at), Input("printed", value.span.quote))
    reason = f"the report appeared at {published.at}, before “{value.span.quote}” was over"
    return Finding(NAME, VERSION, Verdict.FAILS, (value.span,), inputs, reason, "the day before")


def _head(facts: ReportFacts, published: Publication) -> Span | None:
    """The printed date at the head of the report, in words."""
    year, month, day = published.at[:10].split("-")
    name = _MONTHS[int(month) - 1]
    pattern = (
        rf"\b(?:{name}|{name[:3]}\.?) 0?{int(day)},? {year}\b"
        rf"|\b0?{int(day)} (?:{name}|{name[:3]}\.?),? {year}\b"
    )
    match = re.search(pattern, facts.report.text[:HEAD], re.IGNORECASE)
    return None if match is None else cut(facts.report, *match.span())


_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def _told(value: TimeValue, head: Span, published: Publication) -> Finding:
    inputs = (Input("published", published.at), Input("printed", value.span.quote))
    name = "" if value.weekday is None else _DAYS[value.weekday]
    reason = f"{published.at[:10]} is a {name}, and the report tells of “{value.span.quote}”"
    return Finding(NAME, VERSION, Verdict.HOLDS, (head, value.span), inputs, reason)
