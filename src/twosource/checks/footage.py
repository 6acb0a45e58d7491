"""Can a picture told of show the event, given the light in it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.checks.daylight import DARK, DOWN, LIGHT, UP, moment_of, sun_over
from twosource.checks.sentences import matches, names_event, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span

NAME, VERSION = "footage", 1
MOST = 0.6
"""Share of the printed times of the event that have to be dark, or light."""
_PICTURE = re.compile(
    r"\b(?:clips?|videos?|footage|photos?|photographs?|pictures?|images?|recordings?)\b", re.I
)
_OF_EVENT = re.compile(r"\b(?:moment of|as the (?:attack|crash|crush|blast|explosion))\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:years? old|months? old|old (?:clip|video|footage|photo|picture)|(?:from|of|in) another"
    r"|unrelated|fake|false(?:ly)?|misleading|does not show|did not show|not (?:from|of) the)\b",
    re.IGNORECASE,
)


def footage(reports: Sequence[ReportFacts], frame: EventFrame) -> Iterator[Finding]:
    """Hold the light in a picture told of against the sun at the printed times of the event.

    Where nearly all times that the reports give the event were dark, a picture in daylight cannot
    show it, and the other way round. A sentence that says so holds; one that has the picture show
    the very moment fails; otherwise it cannot be told, since a picture may be of the time after.
    """
    dark = _darkness(reports, frame)
    if dark is None:
        return
    for facts in reports:
        for light, pattern in ((True, LIGHT), (False, DARK)):
            for sentence, match in matches(facts, pattern):
                words = sentence.span.quote
                if _PICTURE.search(words) and light == dark[0]:
                    yield _finding(piece(facts, sentence, match), words, dark)


def _darkness(reports: Sequence[ReportFacts], frame: EventFrame) -> tuple[bool, Span, float] | None:
    """Whether it was dark at the times of the event, with the first of them and the sun then.

    ``None`` where the reports print none, or where fewer than ``MOST`` of them agree.
    """
    found: list[tuple[bool, Span, float]] = []
    for facts in reports:
        for value in facts.times:
            moment = moment_of(value, frame)
            if moment is None or frame.place is None or not names_event(facts, value.span, frame):
                continue
            sun = sun_over(frame.place, moment)
            found.append((sun < (DOWN + UP) / 2, value.span, sun))
    for dark in (True, False):
        same = [one for one in found if one[0] == dark and not DOWN <= one[2] <= UP]
        if same and len(same) >= MOST * len(found):
            return same[0]
    return None


def _finding(word: Span, sentence: str, dark: tuple[bool, Span, float]) -> Finding:
    is_dark, clock, sun = dark
    if _ELSEWHERE.search(sentence):
        verdict, said = Verdict.HOLDS, "so that the picture is of something else, as printed"
    elif _OF_EVENT.search(sentence):
        verdict, said = Verdict.FAILS, "so that the picture cannot show that moment"
    else:
        verdict, said = Verdict.CANNOT_TELL, "so that the picture shows another time or event"
    stood = f"{abs(sun):.0f} degrees {'below' if is_dark else 'above'} the horizon"
    inputs = (
        Input("words", word.quote),
        Input("time", clock.quote),
        Input("sun", f"{sun:.1f} degrees"),
    )
    reason = f"at {clock.quote} the sun stood {stood}, {said}"
    return Finding(NAME, VERSION, verdict, (word, clock), inputs, reason)
