"""Does a named type of aircraft, drone or missile go as far as a report has it go?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.reference.measures import factor
from twosource.reference.ranges import RANGES, Range

NAME, VERSION = "reach", 1
_LENGTH = r"(?:km|kms|kilomet(?:re|er)s?|miles?)"
# What it did: not what it could do, and not how fast it was.
_WENT = r"(?:flew|flown|travelled|traveled|covered|crossed|launched|fired|struck|hit|reached)"
_FAR = rf"(?P<length>{NUMBER}) ?(?P<unit>{_LENGTH})(?!\s?(?:/|an? hour|per))"
_FROM = r"(?=,? (?:away|from|inside|into|deep|behind|beyond|across|over|to|north|south|east|west))"
_ROUNDING = 1.1
"""By how much a printed distance may pass the upper figure and be left open: it is rounded, and
measured from some place or other."""


def _pattern(one: Range) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<type>{one.words})\b(?! has| have| can| could)[^.;:]{{0,90}}?\b{_WENT}\b"
        rf"[^.;:]{{0,60}}?{_FAR}{_FROM}"
    )


_PATTERNS = tuple((one, _pattern(one)) for one in RANGES)


def reach(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold how far a named type is said to have gone against the ranges published for it.

    Below the lower figure it holds that the type goes so far; beyond the upper one it fails; in
    between, and where the upper figure is open, it cannot be told.
    """
    for known, pattern in _PATTERNS:
        for sentence, match in matches(facts, pattern):
            printed = number_of(match["length"]) * (factor(_unit(match), "kilometer") or 1.0)
            verdict = _verdict(printed, known)
            high = "open" if known.high is None else f"{known.high:g} km"
            reason = (
                f"{printed:.0f} km; published for the {known.name} are {known.low:g} km to {high} "
                f"({known.source})"
            )
            inputs = (
                Input("distance", f"{printed:.4g} km"),
                Input("range", f"{known.low:g} km to {high}"),
                Input("source", known.source),
            )
            spans = (piece(facts, sentence, match),)
            yield Finding(NAME, VERSION, verdict, spans, inputs, reason)


def _unit(match: re.Match[str]) -> str:
    return "mile" if match["unit"].lower().startswith("mile") else "kilometer"


def _verdict(kilometres: float, known: Range) -> Verdict:
    if kilometres <= known.low:
        return Verdict.HOLDS
    if known.high is not None and kilometres > known.high * _ROUNDING:
        return Verdict.FAILS
    return Verdict.CANNOT_TELL
