"""Does an age fit the year of birth?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import matches, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Report

NAME, VERSION = "age", 2
_YEAR = r"(?:1[89]|20)\d\d"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = rf"(?:on )?(?:\d{{1,2}} {_MONTH},? |{_MONTH} \d{{1,2}}, )"
_LIVING = re.compile(
    rf"(?<![\w-])(?P<age>\d{{1,3}})(?:,? (?:who )?(?:was |is )?born |-year-old [\w ]{{0,40}}?born )"
    rf"(?:{_DAY}|in (?:{_MONTH} )?)(?P<birth>{_YEAR})\b"
)
_DEAD = re.compile(
    rf"\(?(?:born (?:in )?)?(?P<birth>{_YEAR}) ?[-–] ?(?P<death>{_YEAR})\)[^.;]{{0,60}}?"
    r"\b(?:died )?(?:at (?:the age of )?|aged )(?P<age>\d{1,3})\b(?![:.]\d|,\d| ?[ap]\.?m)"
)
_BORN_FIRST = re.compile(
    rf"\bborn (?:{_DAY}|in (?:{_MONTH} )?)(?P<birth>{_YEAR})\b[^.;–—(]{{0,90}}?"
    r"\b(?:died|killed|shot|drowned|buried|found dead|succumbed)\b[^.;]{0,60}?"
    r"\b(?:at (?:the age of )?|aged |at age )(?P<age>\d{1,3})\b(?![:.]\d|,\d| ?[ap]\.?m)"
)


def age(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold an age beside a year of birth against the year of publication, or that of death.

    Both the age before the birthday of the year and the one after it hold.
    """
    for pattern in (_LIVING, _DEAD, _BORN_FIRST):
        for sentence, match in matches(facts, pattern):
            groups = match.groupdict()
            end = int(groups["death"]) if groups.get("death") else _published(facts.report)
            printed, birth = int(groups["age"]), int(groups["birth"])
            passed = None if end is None else end - birth
            if passed is None:
                verdict = Verdict.CANNOT_TELL
                reason = "nothing printed tells the year that the age is of"
            else:
                fits = passed - 1 <= printed <= passed
                # A report may give the age of another day than its own.
                near = passed - 2 <= printed <= passed + 1
                verdict = Verdict.CANNOT_TELL if near else Verdict.FAILS
                verdict = Verdict.HOLDS if fits else verdict
                reason = f"who was born in {birth} is {passed - 1} or {passed} years old in {end}"
            inputs = (
                Input("birth", str(birth)),
                Input("year", "" if end is None else str(end)),
                Input("age", str(printed)),
            )
            suggestion = str(passed) if verdict is Verdict.FAILS else None
            spans = (piece(facts, sentence, match),)
            yield Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)


def _published(report: Report) -> int | None:
    return None if report.published is None else int(report.published.at[:4])
