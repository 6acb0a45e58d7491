"""Was it light or dark then, as the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from astral import Observer
from astral.sun import elevation

from twosource.checks.sentences import is_of_event, sentence_of
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span, cut
from twosource.model.value import ClockTime, Place, Precision, TimeValue
from twosource.reference.zones import zone_named

NAME, VERSION = "daylight", 4
UP, DOWN = 3.0, -6.0
"""Degrees of the sun above which it is day whatever the weather, and below which civil twilight has
ended and lamps are lit (United States Naval Observatory, definitions of twilight)."""
_FINE = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR})
_ZONED = re.compile(r"\b(?:GMT|UTC|[A-Z]{2}T|[A-Z]{3}T)\b")
_HALF_DAY = timedelta(hours=12)
DARK = re.compile(
    r"\b(?:in the dark(?:ness)?|darkness|(?:the )?night sky|"
    r"(?:lit|lights?|lighting) up the (?:night )?sky|floodlights?|street ?lights?|"
    r"street ?lamps?|lanterns?|torch(?:es|light)|headlights?|moonlight|pitch[- ]dark|"
    r"before (?:dawn|sunrise|daybreak|first light)|pre-?dawn|after (?:dark|nightfall|sunset)|"
    r"by candlelight|illuminat\w+ the sky|searchlights?|"
    r"(?:fled|ran|walked|vanished|disappeared|escaped) into the night|"
    r"(?:under|by) (?:the )?(?:stars|moon)|starlight|unlit streets?|black as night)\b",
    re.IGNORECASE,
)
LIGHT = re.compile(
    r"\b(?:broad daylight|daylight|bright sunshine|sunshine|sunlit|sunlight|in the sun|"
    r"under a (?:clear )?blue sky|sun was (?:already )?(?:high|up|shining|blazing)|"
    r"(?:midday|noon|afternoon|blazing|scorching) (?:sun|heat)|heat of the day|"
    r"sun had (?:already )?risen|after sunrise)\b",
    re.IGNORECASE,
)


def daylight(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold clock times of the event against the words of light and dark around them.

    The words of the same paragraph count, else those of the paragraphs beside it. The sun is
    computed for the place and the day of the event.
    """
    place = frame.place
    if place is None:
        return
    for value in facts.times:
        moment = moment_of(value, frame)
        if moment is None or not is_of_event(facts, value.span):
            continue
        dark, light = _words(facts, value.span)
        if dark is not None or light is not None:
            yield _finding(value, moment, place, dark, light)


def _finding(
    value: TimeValue, moment: datetime, place: Place, dark: Span | None, light: Span | None
) -> Finding:
    sun = sun_over(place, moment)
    word = dark or light
    told = "dark" if dark is not None else "light"
    spans = (value.span,) if word is None else (value.span, word)
    inputs = (
        Input("moment", moment.isoformat()),
        Input("place", f"{place.name} ({place.latitude}, {place.longitude})"),
        Input("sun", f"{sun:.1f} degrees"),
        Input("words", "" if word is None else word.quote),
    )
    verdict = _verdict(sun, is_dark=dark is not None)
    stood = f"at {value.span.quote} in {place.name} the sun stood {_height(sun)}"
    reason = f"{stood}; the report has it {told}"
    suggestion = None
    if verdict is Verdict.FAILS:
        other = sun_over(place, moment + _HALF_DAY)
        if _verdict(other, is_dark=dark is not None) is Verdict.HOLDS:
            suggestion = "the other half of the day: a.m. for p.m., or p.m. for a.m."
    return Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)


def _verdict(sun: float, *, is_dark: bool) -> Verdict:
    if DOWN <= sun <= UP:
        return Verdict.CANNOT_TELL
    return Verdict.HOLDS if (sun < DOWN) == is_dark else Verdict.FAILS


def _height(sun: float) -> str:
    return f"{abs(sun):.0f} degrees {'above' if sun >= 0 else 'below'} the horizon"


def sun_over(place: Place, moment: datetime) -> float:
    """Elevation of the sun in degrees, by astral, with refraction."""
    return float(elevation(Observer(place.latitude, place.longitude), moment))


def moment_of(value: TimeValue, frame: EventFrame) -> datetime | None:
    """The instant of a clock time; one without a day is taken on the day of the event."""
    if value.precision not in _FINE or not isinstance(value.clock, ClockTime):
        return None
    if value.readings:
        return value.readings[0].start if len(value.readings) == 1 else None
    if value.day is not None or not frame.days or not frame.zone or _ZONED.search(value.span.quote):
        return None
    local = time(value.clock.hour, value.clock.minute or 0)
    zone = zone_named(frame.zone)
    return None if zone is None else datetime.combine(frame.days[0], local, zone).astimezone(UTC)


def _words(facts: ReportFacts, span: Span) -> tuple[Span | None, Span | None]:
    """The first words of dark and of light in the paragraph of a time, else in those beside it."""
    text = facts.report.text
    start = text.rfind("\n\n", 0, span.start) + 1
    end = _end_of_paragraph(text, span.end)
    found = _in_run(facts, start, end, span)
    if found != (None, None):
        return found
    before = text.rfind("\n\n", 0, max(0, start - 2)) + 1
    return _in_run(facts, before, _end_of_paragraph(text, min(len(text), end + 2)), span)


def _end_of_paragraph(text: str, at: int) -> int:
    end = text.find("\n\n", at)
    return len(text) if end < 0 else end


_OTHER_TIME = re.compile(
    r"\b(?:later|by (?:nightfall|evening|night|dawn|dusk|dark|morning)|that (?:night|evening)"
    r"|overnight|the (?:next|following|previous)|hours? (?:after|before)|until)\b",
    re.IGNORECASE,
)
_ALWAYS_DARK = re.compile(
    r"\b(?:tunnels?|cellars?|basements?|caves?|mines?|shafts?|holds?|stairwells?|corridors?"
    r"|underground|metro|subway|sewers?|plunged|power (?:cut|failure|outage)|blackout|eclipse)\b",
    re.IGNORECASE,
)


def _tells(facts: ReportFacts, span: Span, clock: Span) -> bool:
    """Whether a word of light or dark tells of the light outside at the time of a clock.

    It does not where its own sentence is about another time, or about a place that is always dark.
    """
    sentence = sentence_of(facts, span)
    if sentence is None or not is_of_event(facts, span):
        return False
    words = sentence.span.quote
    same = sentence.span.start <= clock.start < sentence.span.end
    return not _ALWAYS_DARK.search(words) and (same or not _OTHER_TIME.search(words))


def _in_run(
    facts: ReportFacts, start: int, end: int, clock: Span
) -> tuple[Span | None, Span | None]:
    """Words of dark and of light in a run of the text that tell of the time of a clock."""
    text = facts.report.text
    found: list[Span | None] = []
    for pattern in (DARK, LIGHT):
        matches = (cut(facts.report, *m.span()) for m in pattern.finditer(text, start, end))
        found.append(next((span for span in matches if _tells(facts, span, clock)), None))
    return found[0], found[1]
