"""Do two clock times printed for one moment fit their zones?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from twosource.checks.sentences import (
    CLOCK,
    HALF_DAY,
    WHOLE_DAY,
    clock_of,
    is_of_event,
    matches,
    piece,
)
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.reference.zones import zone_named

NAME, VERSION = "zone", 2
ZONES: Mapping[str, str] = {
    "gmt": "UTC", "utc": "UTC",
    "eastern": "America/New_York", "et": "America/New_York", "edt": "America/New_York",
    "est": "America/New_York", "pacific": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "bst": "Europe/London", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "eet": "Europe/Kyiv", "eest": "Europe/Kyiv", "msk": "Europe/Moscow",
    "uk": "Europe/London", "british": "Europe/London", "london": "Europe/London",
    "moscow": "Europe/Moscow", "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "central european": "Europe/Paris", "us eastern": "America/New_York",
    "new york": "America/New_York", "japan": "Asia/Tokyo", "beijing": "Asia/Shanghai",
}  # fmt: skip
"""Names of zones that English print adds in brackets and that mean one zone, to IANA names.
GMT as printed is UTC all year; EST printed in summer means the clocks of New York. IST is left out:
it names three zones."""
_PAIR = re.compile(
    rf"(?P<local>{CLOCK})(?P<named>,? (?:local time|[A-Z]\w+ time))? ?"
    rf"[(,] ?(?P<other>\d{{4}}|{CLOCK})(?: hrs| hours)? (?P<zone>{'|'.join(ZONES)})\b"
    r"(?: time)?(?:,? on \w+day)?\)",
    re.IGNORECASE,
)


def zone(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold "7.40 p.m. (1740 GMT)" against the zone of the place of the event on its day.

    What does not fit fails only if no place that the report names keeps such a zone: the moment may
    be of another place.
    """
    if not frame.zone or not frame.days:
        return
    for sentence, match in matches(facts, _PAIR):
        span = piece(facts, sentence, match)
        named = (match["named"] or "").strip(" ,").lower()
        local, other = clock_of(match["local"]), _other(match["other"])
        if local is None or other is None or not is_of_event(facts, span):
            continue
        if named in {"", "local time"}:
            yield _finding(facts, frame, span, (local, other, ZONES[match["zone"].lower()]))


def _other(words: str) -> tuple[int, bool] | None:
    if re.fullmatch(r"\d{4}", words):
        words = f"{words[:2]}:{words[2:]}"
        found = clock_of(words)
        return None if found is None else (found[0], False)
    return clock_of(words)


Pair = tuple[tuple[int, bool], tuple[int, bool], str]


def _finding(facts: ReportFacts, frame: EventFrame, span: Span, pair: Pair) -> Finding:
    (local, open_local), (other, open_other), name = pair
    day = frame.days[0]
    apart = _offset(frame.zone, day) - _offset(name, day)
    cycle = HALF_DAY if open_local or open_other else WHOLE_DAY
    expected = (local - apart) % WHOLE_DAY
    fits = (expected - other) % cycle == 0
    inputs = (
        Input("printed", span.quote),
        Input("zone", frame.zone),
        Input("other zone", name),
        Input("day", day.isoformat()),
        Input("apart", f"{apart} minutes"),
    )
    clock = f"{expected // 60:02}:{expected % 60:02}"
    reason = (
        f"on {day} the clocks of {frame.zone} stood {apart / 60:+g} hours from those of {name}, so "
        f"that the second time is {clock}"
    )
    if fits:
        return Finding(NAME, VERSION, Verdict.HOLDS, (span,), inputs, reason)
    elsewhere = _elsewhere(facts, pair, day)
    verdict = Verdict.CANNOT_TELL if elsewhere else Verdict.FAILS
    if elsewhere:
        reason = f"{reason}; it would fit the clocks of {elsewhere}, which the report names"
    return Finding(NAME, VERSION, verdict, (span,), inputs, reason, None if elsewhere else clock)


def _offset(name: str, day: date) -> int:
    """Minutes east of UTC of a zone at noon of a day; 0 for a zone that is not known."""
    found = zone_named(name)
    if found is None:
        return 0
    offset = datetime.combine(day, time(12), found).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def _elsewhere(facts: ReportFacts, pair: Pair, day: date) -> str:
    """Another place of the report whose clocks would make the pair fit, ``""`` for none."""
    (local, _), (other, _), name = pair
    for value in facts.places:
        place = value.candidates[0] if value.candidates else None
        if place is not None and place.zone:
            apart = _offset(place.zone, day) - _offset(name, day)
            if (local - apart - other) % WHOLE_DAY == 0:
                return place.name
    return ""
