"""Do a distance, a speed and the time that it took fit together?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, LayeredSentence
from twosource.model.finding import Finding, Input, Verdict
from twosource.reference.measures import factor
from twosource.reference.motion import RECORDS, Record

NAME, VERSION = "travel", 2
_LENGTH = r"(?:km|kms|kilomet(?:re|er)s?|miles?)"
_SPEEDS = {"mph": 1.609344, "miles": 1.609344, "mile": 1.609344}
_MOVED = (
    r"(?:covered|travelled|traveled|drove|flew|walked|sailed|rode|ran|marched|cycled|pedalled"
    r"|hiked|trekked|made)"
)
_WAY = r"(?: (?:from|to|between|along|through|over|across) [^,.;:]{1,50}?)?"
_COVERED = re.compile(
    rf"\b{_MOVED}(?: the| some| about)? "
    rf"(?P<length>{NUMBER}) ?(?P<unit>{_LENGTH}){_WAY} in (?P<hedge>about |around |under |just )?"
    rf"(?P<time>{NUMBER}) (?P<clock>minutes?|hours?)[ ,\w]{{0,40}}? at "
    rf"(?:a speed of |an average of )?(?P<about>about |around |some )?(?P<speed>{NUMBER}) ?"
    r"(?P<per>km/h|kmh|kph|mph|miles (?:per|an) hour|kilomet(?:re|er)s (?:per|an) hour)\b",
    re.IGNORECASE,
)
_RUSHED = re.compile(
    rf"\b(?P<verb>{_MOVED})(?: the| some| about)? (?P<length>{NUMBER}) ?(?P<unit>{_LENGTH}){_WAY} "
    rf"in (?P<hedge>about |around |under |just )?(?P<time>{NUMBER}) (?P<clock>minutes?|hours?)\b",
    re.IGNORECASE,
)
_REACH = re.compile(
    rf"\b(?:can|could) (?:fly|travel|reach|cover)(?: targets)?(?: up to)? "
    rf"(?P<far>(?:several|a few|many)(?: hundreds?| thousands?| dozens?)?(?: of)?|{NUMBER}) ?"
    rf"{_LENGTH}\b",
    re.IGNORECASE,
)
LEAST, MOST = 0.15, 0.5
"""Share by which speed and distance over time may differ and hold, and beyond which they fail."""


def travel(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold a printed speed against the distance covered and the time that it took.

    A range in words without a number, such as "several hundred kilometres", cannot be told: both
    its bounds are open.
    """
    for sentence, match in matches(facts, _COVERED):
        yield _finding(facts, sentence, match, _average(match))
    for sentence, match in matches(facts, _RUSHED):
        record = _record(sentence.span.quote[: match.start()], match["verb"].lower())
        if record is not None and not _COVERED.search(sentence.span.quote):
            yield _finding(facts, sentence, match, _against(match, record))
    for sentence, match in matches(facts, _REACH):
        if not match["far"][:1].isdigit() and match["far"].split()[0].lower() in _OPEN:
            reason = f"“{match.group()}” gives no number to hold a distance against"
            inputs = (Input("printed", match.group()),)
            spans = (piece(facts, sentence, match),)
            yield Finding(NAME, VERSION, Verdict.CANNOT_TELL, spans, inputs, reason)


_OPEN = frozenset({"several", "a", "many"})
Judged = tuple[Verdict, tuple[Input, ...], str, str | None]


def _speed(match: re.Match[str], unit: str) -> float:
    return number_of(match["speed"]) * _SPEEDS.get(match[unit].lower().split()[0], 1.0)


def _record(before: str, verb: str) -> Record | None:
    """The record of what moves: by its verb, else by the last noun before it that names a class."""
    for record in RECORDS:
        if verb in record.verbs:
            return record
    named = [
        (before.lower().rfind(f" {word}"), record) for record in RECORDS for word in record.words
    ]
    place, record = max(named, key=lambda one: one[0])
    return record if place >= 0 else None


def _against(match: re.Match[str], record: Record) -> Judged:
    kilometres, hours = _covered(match)
    actual = kilometres / hours if hours else float("inf")
    beats = actual > record.kilometres
    inputs = (
        Input("distance", f"{kilometres:.4g} km"),
        Input("hours", f"{hours:.4g}"),
        Input("record", f"{record.kilometres:g} km/h, {record.source}"),
    )
    reason = (
        f"{kilometres:.0f} km in {hours:.2g} hours is {actual:.0f} km/h; the fastest on record "
    )
    reason += f"{record.name} is {record.kilometres:.0f} km/h"
    if not beats:
        return Verdict.CANNOT_TELL, inputs, f"{reason}, which leaves it open", None
    return Verdict.FAILS, inputs, reason, None


def _covered(match: re.Match[str]) -> tuple[float, float]:
    """Kilometres and hours of a match."""
    kilometres = number_of(match["length"]) * (factor(_plain(match["unit"]), "kilometer") or 1.0)
    hours = number_of(match["time"]) / (60.0 if match["clock"].lower()[0] == "m" else 1.0)
    return kilometres, hours


def _average(match: re.Match[str]) -> Judged:
    kilometres, hours = _covered(match)
    printed = _speed(match, "per")
    actual = kilometres / hours if hours else float("inf")
    off = abs(actual - printed) / max(printed, 1.0)
    verdict = Verdict.HOLDS if off <= LEAST else Verdict.CANNOT_TELL
    verdict = Verdict.FAILS if off > MOST else verdict
    inputs = (
        Input("distance", f"{kilometres:.4g} km"),
        Input("hours", f"{hours:.4g}"),
        Input("speed", f"{printed:.4g} km/h"),
    )
    reason = f"{kilometres:.0f} km in {hours:.2g} hours is {actual:.0f} km/h on average"
    suggestion = f"about {actual:.0f} km/h" if verdict is Verdict.FAILS else None
    return verdict, inputs, reason, suggestion


def _plain(unit: str) -> str:
    return "mile" if unit.lower().startswith("mile") else "kilometer"


def _finding(
    facts: ReportFacts, sentence: LayeredSentence, match: re.Match[str], judged: Judged
) -> Finding:
    verdict, inputs, reason, suggestion = judged
    return Finding(
        NAME, VERSION, verdict, (piece(facts, sentence, match),), inputs, reason, suggestion
    )
