"""The frame of the case: what, when and where, by what most reports open with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from twosource.claims.event.ground import kilometres
from twosource.claims.event.scene import Cue, CueKind, Scene, Told
from twosource.model.event import EventFrame
from twosource.model.report import Report
from twosource.model.value import Place, PlaceKind, Precision, TimeRelation, TimeValue
from twosource.reference.happenings import NOMINALISATIONS

_DAY_OR_FINER = frozenset(
    {
        Precision.SECOND,
        Precision.MINUTE,
        Precision.HOUR,
        Precision.PART_OF_DAY,
        Precision.DAY,
    }
)
_FINE = (
    PlaceKind.SITE,
    PlaceKind.AIRPORT,
    PlaceKind.CITY,
    PlaceKind.NATURAL,
    PlaceKind.REGION,
    PlaceKind.COUNTRY,
)
"""Kinds of place from fine to coarse."""
_KINDS = tuple(
    frozenset(line.split("/"))
    for line in (
        "collapse/burst/breach/break/give way/rupture/cave in",
        "sink/capsize/founder/run aground/overturn/go down/go under",
        "burn/ignite",
        "explode/detonate/blow up",
        "crash/collide/derail/plunge/slam/smash",
        "shoot/open fire",
        "flood/inundate/overflow",
    )
)
"""Happenings of one kind, by lemma."""
MOST_TERMS = 6
"""Most words that name an event."""


def frame_of(case: Sequence[Told]) -> EventFrame:
    """Find what the reports of a case have in common: the event that they are about.

    Times may be anchored by publication only; with the frame's days as a further anchor the same
    call gives the frame again, with reports counted that print no date of their own.

    Args:
        case: What each report gives, in any order.
    """
    ordered = sorted(case, key=lambda told: (told.report.file, told.report.id))
    days, why_days = _days(ordered)
    place, zone, why_place = _place(ordered)
    terms, why_terms = _terms(ordered)
    return EventFrame(days, place, zone, terms, (why_terms, why_days, why_place))


def is_told_aside(scene: Scene, start: int) -> bool:
    """Whether words at an offset only qualify a noun."""
    return any(first <= start < last for first, last in scene.asides)


def earlier_cue(scene: Scene) -> Cue | None:
    """The first cue in a main clause that sets the sentence before the event."""
    for cue in scene.cues:
        if cue.kind is CueKind.EARLIER and not is_told_aside(scene, cue.start):
            return cue
    return None


def published_on(report: Report) -> date | None:
    """The calendar day printed for the publication of a report."""
    return date.fromisoformat(report.published.at[:10]) if report.published else None


def _leads(told: Told) -> Iterator[Scene]:
    """Sentences that set the scene and are not visibly about something else."""
    for scene in told.scenes:
        other = {CueKind.PARALLEL, CueKind.FORESEEN} & {c.kind for c in scene.cues}
        if scene.lead and not other and earlier_cue(scene) is None:
            yield scene


def _days(case: Sequence[Told]) -> tuple[tuple[date, ...], str]:
    votes: Counter[date] = Counter()
    for told in case:
        day = next(_days_in_lead(told), None)
        if day is not None:
            votes[day] += 1
    if not votes:
        return (), "no report gives it a day that can be told"
    ranked = sorted(votes, key=lambda day: (-votes[day], day))
    top = ranked[0]
    near = [
        day
        for day in ranked
        if abs(day - top) <= timedelta(days=1) or votes[day] * 2 > votes[top] > 1
    ]
    count = votes[top]
    return tuple(near), f"{count} of {len(case)} report(s) give it {top.isoformat()}"


def _days_in_lead(told: Told) -> Iterator[date]:
    """Days of the opening; then those of sentences that name its happening."""
    latest = published_on(told.report)
    leads = list(_leads(told))
    terms = {term for scene in leads for term in scene.terms}
    later = [
        scene
        for scene in told.scenes
        if not scene.lead and terms & set(scene.terms) and earlier_cue(scene) is None
    ]
    for scene in [*leads, *later]:
        for value in told.times:
            inside = scene.span.start <= value.span.start < scene.span.end
            if not inside or not gives_day(value) or value.day is None:
                continue
            if latest is None or value.day <= latest:
                yield value.day


def gives_day(value: TimeValue) -> bool:
    """Whether a time says on which day something was."""
    on_it = value.relation in {TimeRelation.AT, TimeRelation.SINCE}
    return value.day is not None and value.precision in _DAY_OR_FINER and on_it


def _place(case: Sequence[Told]) -> tuple[Place | None, str, str]:
    votes: Counter[str] = Counter()
    known: dict[str, Place] = {}
    for told in case:
        seen: set[str] = set()
        for scene in _leads(told):
            for value in told.places:
                if scene.span.start <= value.span.start < scene.span.end and value.candidates:
                    known.setdefault(value.candidates[0].key, value.candidates[0])
                    seen.add(value.candidates[0].key)
        votes.update(seen)
    if not votes:
        return None, "", "no report opens with a place that is known"
    local = [key for key in sorted(votes) if known[key].kind is not PlaceKind.COUNTRY]
    pool = local or sorted(votes)
    # Naming a wider place speaks for a place inside it.
    backed = {key: _backing(known[key], votes, known) for key in pool}
    well = [key for key in pool if 2 * backed[key] >= max(backed.values())]
    best = min(well, key=lambda key: (-votes[key], _FINE.index(known[key].kind), key))
    place = known[best]
    zone = place.zone or _zone_within(place, known)
    why = f"{votes[best]} of {len(case)} report(s) open with {place.name}"
    return place, zone, why


def _backing(place: Place, votes: Counter[str], known: dict[str, Place]) -> float:
    """Reports that name a place, and half of those that name a wider one around it."""
    wider = sum(
        votes[key]
        for key, other in known.items()
        if key != place.key
        and other.radius > place.radius
        and kilometres(place, other) <= other.radius
    )
    return votes[place.key] + wider / 2


def _zone_within(place: Place, known: dict[str, Place]) -> str:
    zones = {p.zone for p in known.values() if p.zone and p.country == place.country}
    return zones.pop() if len(zones) == 1 else ""


def _terms(case: Sequence[Told]) -> tuple[tuple[str, ...], str]:
    votes: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    for told in case:
        leads = list(_leads(told))
        votes.update({term for scene in leads for term in scene.terms})
        nouns.update({noun for scene in leads for noun in scene.nouns})
    for kind in _KINDS:
        # Reports call one happening by several words of its kind: each word has all their votes.
        together = sum(
            1 for told in case if any(kind.intersection(scene.terms) for scene in _leads(told))
        )
        votes.update({t: together - votes[t] for t in sorted(kind) if votes[t]})
    least = 2 if len(case) > 2 else 1
    ranked = sorted((t for t in votes if votes[t] >= least), key=lambda t: (-votes[t], t))
    ranked = ranked or sorted(votes, key=lambda t: (-votes[t], t))
    found: list[str] = []
    for term in ranked:
        found.append(term)
        own = [n for n in nouns if n in NOMINALISATIONS and NOMINALISATIONS[n][0] == term]
        found += sorted(own, key=lambda n: (-nouns[n], n))
    loose = [n for n in nouns if n not in NOMINALISATIONS and nouns[n] >= least]
    found += sorted(loose, key=lambda n: (-nouns[n], n))
    kept = tuple(dict.fromkeys(found))[: 2 * MOST_TERMS]
    if not kept:
        return (), "no report opens with a happening that can be named"
    return kept, f"{votes[kept[0]] or nouns[kept[0]]} of {len(case)} report(s) open with {kept[0]}"
