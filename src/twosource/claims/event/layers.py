"""How each sentence of a report stands to the event of its case."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.claims.event.dating import (
    SLACK,
    begins_after,
    ends_before,
    is_bare_weekday,
    is_long_past,
)
from twosource.claims.event.frame import earlier_cue, gives_day, is_told_aside, published_on
from twosource.claims.event.ground import is_elsewhere
from twosource.claims.event.scene import Cue, CueKind, Scene
from twosource.model.event import EventFrame, Layer, LayeredSentence
from twosource.model.proposition import Tense
from twosource.model.report import Report
from twosource.model.value import (
    PlaceKind,
    PlaceValue,
    TimeValue,
)
from twosource.reference.cues import GROUP_ROLES, PERSON_ROLES
from twosource.reference.happenings import FIRM_PARALLEL, NOMINALISATIONS

_OTHER = frozenset({Layer.BACKGROUND, Layer.PARALLEL})
_LEADING_UP = re.compile(
    r"\b(?:before|until|till|by|for|to|of|since|ahead of)\s+(?:the\s+)?$", re.I
)
"""Words that set something before a time, not on it."""
_FIRM = re.compile(rf"\b(?:{FIRM_PARALLEL})", re.IGNORECASE)
_COMMON_THINGS = frozenset(
    "area city country day evening hospital hour morning night people person place statement time "
    "town week year".split()
)
_Verdict = tuple[Layer, str]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a report gives for the layering of its sentences.

    Attributes:
        report, times, places, frame: As given.
        people: Names that the opening names, countries left out.
        things: Nouns of the opening.
    """

    report: Report
    times: Sequence[TimeValue]
    places: Sequence[PlaceValue]
    frame: EventFrame
    people: frozenset[str]
    things: frozenset[str]

    @property
    def latest(self) -> date | None:
        """The last day that the report can look back on, where one is known."""
        day = published_on(self.report)
        return max(self.frame.days) if day is None and self.frame.days else day

    def times_in(self, scene: Scene, *, asides: bool = False) -> list[TimeValue]:
        """The times that a sentence prints, in its main clauses or anywhere."""
        inside = [t for t in self.times if _holds(scene, t.span.start)]
        return [t for t in inside if asides or not is_told_aside(scene, t.span.start)]

    def on_day(self, scene: Scene, *, asides: bool = False) -> TimeValue | None:
        """The first time of a sentence that is a day of the event, give or take one."""
        if not self.frame.days:
            return None
        first, last = min(self.frame.days) - SLACK, max(self.frame.days)
        for value in self.times_in(scene, asides=asides):
            if gives_day(value) and value.day is not None and first <= value.day <= last:
                return value
        return None


@dataclass(frozen=True, slots=True)
class _Before:
    """The sentence before.

    Attributes:
        scene, layer: It and its layer.
        elsewhere: Places that parallel events brought in so far.
        run: Names brought in since the text left the event, the sentence before included.
    """

    scene: Scene
    layer: Layer
    elsewhere: frozenset[str]
    run: frozenset[str]


_OVER_YEARS = re.compile(r"(?i)(?:past|last|previous|recent) (?:\w+ )?(?:decades?|century|years)")


def layered(
    report: Report,
    scenes: Sequence[Scene],
    times: Sequence[TimeValue],
    places: Sequence[PlaceValue],
    frame: EventFrame,
) -> tuple[LayeredSentence, ...]:
    """Say of every sentence whether it is about the case's event.

    Args:
        report: The report.
        scenes: Its sentences.
        times: Its times, anchored.
        places: Its places.
        frame: The frame of the case.

    Returns:
        One layered sentence per scene, in order, each with what decided it.
    """
    setting = _setting(report, scenes, times, places, frame)
    found: list[LayeredSentence] = []
    home = set(setting.people)
    elsewhere: set[str] = set()
    run: set[str] = set()
    before: _Before | None = None
    for scene in scenes:
        layer, reason = _layer(setting, scene, before)
        found.append(LayeredSentence(scene.span, scene.number, layer, reason))
        own = {n for n in scene.names if not _is_country(setting, n) and not _among(n, home)}
        if layer in _OTHER:
            run |= own
        else:
            home |= set(scene.names) - elsewhere
            run = set()
        if layer is Layer.PARALLEL:
            elsewhere |= own & set(scene.places)
        before = _Before(scene, layer, frozenset(elsewhere), frozenset(run))
    return tuple(found)


def _among(name: str, names: Collection[str]) -> bool:
    """Whether a name is one of those, or the short or the long form of one."""
    words = set(name.split())
    return any(words <= set(other.split()) or words >= set(other.split()) for other in names)


def _setting(
    report: Report,
    scenes: Sequence[Scene],
    times: Sequence[TimeValue],
    places: Sequence[PlaceValue],
    frame: EventFrame,
) -> _Setting:
    leads = [scene for scene in scenes if scene.lead]
    names = frozenset(name for scene in leads for name in scene.names)
    things = frozenset(thing for scene in leads for thing in scene.things)
    return _Setting(report, times, places, frame, names, things)


def _is_country(setting: _Setting, name: str) -> bool:
    return any(
        value.span.quote.lower() == name and value.candidates[0].kind is PlaceKind.COUNTRY
        for value in setting.places
        if value.candidates
    )


def _layer(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict:
    returning = _cue(scene, CueKind.RETURNING)
    if returning is not None:
        return Layer.EVENT, f"“{returning.words}” comes back to the event"
    for rule in (
        _by_prospect,
        _by_past,
        _by_other_place,
        _by_parallel,
        _by_day,
        _by_cue,
        _by_future,
    ):
        found = rule(setting, scene, before)
        if found is not None:
            return found
    return _by_continuation(setting, scene, before) or _by_default(setting, scene)


def _by_prospect(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """A phrase in its main clause sets it after the time of writing."""
    cue = _cue(scene, CueKind.FORESEEN)
    if cue is None or scene.opening or scene.tense is Tense.PAST:
        return None
    if any(first <= cue.start < last for first, last in scene.subordinate):
        return None
    if setting.on_day(scene, asides=True) is not None:
        return None
    return Layer.FORESEEN, f"“{cue.words}” sets it after the report"


def _by_past(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """A time in its main clause lies before the event, and none on its days."""
    if not setting.frame.days or setting.on_day(scene) is not None:
        return None
    first = min(setting.frame.days) - SLACK
    loose = _by_default(setting, scene)[0] is Layer.UNKNOWN
    for value in setting.times_in(scene):
        # A bare weekday may be of another week: it does not outweigh what ties to the event.
        if ends_before(value, first) and (loose or not is_bare_weekday(value)):
            return Layer.BACKGROUND, f"“{value.span.quote}” lies before the event"
    return None


def _by_other_place(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """It tells of something in a place far off, or in one that another event brought in."""
    if scene.lead or not scene.terms:
        return None
    far = _far_place(setting, scene)
    if far is not None:
        return Layer.PARALLEL, f"“{far.span.quote}” lies far from the event's place"
    if before is None or any(_among(place, setting.people) for place in scene.places):
        return None
    for place in scene.places:
        if place in before.elsewhere:
            return Layer.PARALLEL, f"{place} was named for another event"
    return None


def _by_parallel(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    cue = _cue(scene, CueKind.PARALLEL)
    if cue is None or scene.opening:
        return None
    new_place = any(not _among(place, setting.people) for place in scene.places)
    if not new_place and not _FIRM.search(cue.words):
        return None
    return Layer.PARALLEL, f"“{cue.words}” brings in another event"


def _by_day(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """A day of the event in the main clause, and nothing that leads away from it."""
    value = setting.on_day(scene)
    if value is None or earlier_cue(scene) is not None or scene.tense is Tense.FUTURE:
        return None
    return Layer.EVENT, f"“{value.span.quote}” is a day of the event"


def _by_cue(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    earlier = earlier_cue(scene)
    if earlier is None or scene.opening:
        return None
    # What is summed up over years holds the event too, and is not about it.
    if not _OVER_YEARS.search(earlier.words) and _reaches_event(setting, scene, earlier):
        return None
    return Layer.BACKGROUND, f"“{earlier.words}” sets it before the event"


def _reaches_event(setting: _Setting, scene: Scene, cue: Cue) -> bool:
    """Whether a cue is a time that the event lies in: "last summer" in a report a year later."""
    if not setting.frame.days:
        return False
    over = [
        t
        for t in setting.times_in(scene)
        if t.span.start < cue.end and cue.start < t.span.end and t.readings
    ]
    first = min(setting.frame.days) - SLACK
    return any(
        not ends_before(value, first)
        for value in over
        if is_long_past(value, published_on(setting.report))
    )


def _by_future(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """Still to come when the report was written, and nothing in it is of the event's day."""
    if setting.on_day(scene, asides=True) is not None:
        return None
    if scene.tense is not Tense.PAST:
        for value in setting.times_in(scene):
            if begins_after(value, setting.latest) and not _leads_up(scene, value):
                return Layer.FORESEEN, f"“{value.span.quote}” lies after the report"
    if scene.tense is Tense.FUTURE and not scene.opening and not _takes_up(setting, scene):
        return Layer.FORESEEN, "its main verb is in the future"
    return None


def _takes_up(setting: _Setting, scene: Scene) -> bool:
    """Whether it names the event as known: "no charges will follow from the collapse"."""
    nouns = [noun for noun in scene.nouns if noun in setting.frame.terms]
    return any(
        re.search(rf"\b(?:the|this)\s+(?:\w+\s+){{0,2}}{re.escape(noun)}\b", scene.span.quote, re.I)
        for noun in nouns
    )


def _leads_up(scene: Scene, value: TimeValue) -> bool:
    before = scene.span.quote[: value.span.start - scene.span.start]
    return _LEADING_UP.search(before) is not None


def _far_place(setting: _Setting, scene: Scene) -> PlaceValue | None:
    """A known place far off, in a sentence that names no place near the event's."""
    event = setting.frame.place
    if event is None:
        return None
    here = [
        place
        for place in setting.places
        if _holds(scene, place.span.start)
        and place.candidates
        and place.candidates[0].kind is not PlaceKind.COUNTRY
        and not is_told_aside(scene, place.span.start)
    ]
    far = [p for p in here if is_elsewhere(p.candidates[0], event)]
    return far[0] if far and len(far) == len(here) and far[0].certain else None


def _by_continuation(setting: _Setting, scene: Scene, before: _Before | None) -> _Verdict | None:
    """A sentence that goes on with one about something else is about it too."""
    if before is None or before.layer not in _OTHER:
        return None
    same = scene.paragraph == before.scene.paragraph
    opening = _cue(scene, CueKind.GOING_ON)
    named = next((name for name in scene.names if name in before.run), None)
    named = named or _kept_thing(setting, scene, before.scene)
    if not (same or opening or named) or _comes_back(setting, scene, before.scene):
        return None
    why = f"“{opening.words}”" if opening else "the same paragraph" if same else f"{named}"
    return before.layer, f"it goes on with the sentence before it ({why})"


def _kept_thing(setting: _Setting, scene: Scene, above: Scene) -> str | None:
    """A thing that the sentence before brought in, in a sentence without one of the opening's."""
    if any(thing in setting.things for thing in scene.things):
        return None
    new = set(above.things) - setting.things - PERSON_ROLES - GROUP_ROLES - _COMMON_THINGS
    return next((thing for thing in scene.things if thing in new), None)


def _comes_back(setting: _Setting, scene: Scene, above: Scene) -> bool:
    """Whether a sentence names something of the opening that the one before it did not.

    Countries are named in every sentence and tell nothing.
    """
    if setting.on_day(scene, asides=True) is not None:
        return True
    return any(
        name in setting.people and name not in above.names and not _is_country(setting, name)
        for name in scene.names
    )


def _by_default(setting: _Setting, scene: Scene) -> _Verdict:
    if scene.lead:
        return Layer.EVENT, "it opens the report"
    terms = set(setting.frame.terms)
    for word in (*scene.terms, *scene.nouns):
        if word in terms:
            return Layer.EVENT, f"it names the event ({word})"
    for name in scene.names:
        if name in setting.people:
            return Layer.EVENT, f"it names {name}, as the opening does"
    for thing in scene.things:
        if thing in setting.things and thing not in NOMINALISATIONS:
            return Layer.EVENT, f"it names the {thing}, as the opening does"
    return Layer.UNKNOWN, "nothing ties it to the event or to another"


def _cue(scene: Scene, kind: CueKind) -> Cue | None:
    for cue in scene.cues:
        if cue.kind is kind and not is_told_aside(scene, cue.start):
            return cue
    return None


def _holds(scene: Scene, offset: int) -> bool:
    return scene.span.start <= offset < scene.span.end
