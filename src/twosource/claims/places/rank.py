"""Which place of a name is meant: what is printed around it, then the case, then its size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.claims.event.ground import kilometres
from twosource.claims.places.candidates import (
    candidates_of,
    inside,
    is_site,
    lies_in,
    outside,
    seat_of,
    voted_form,
)
from twosource.claims.places.name import PlaceName
from twosource.claims.places.votes import LEAST_ALONE, Votes, region_of, size, votes_of
from twosource.model.identity import ReportId
from twosource.model.value import Place, PlaceKind, PlaceValue
from twosource.reference.folding import folded
from twosource.reference.gazetteer import Entry, entry_of, is_shared
from twosource.reference.place_words import PARTS, WIDE

CLEAR = 1.0
"""Lead of the first candidate over the next, in powers of ten of people, that makes it certain."""
NEAR = 150.0
"""Kilometres within which another place of the report speaks for a candidate."""
_DEGREE = 110.0
"""Kilometres in a degree of latitude, at least; what lies further north or south is passed over."""
MOST_CANDIDATES = 5
_SAME_COUNTRY, _SAME_COUNTRY_CASE, _SAME_REGION, _NEAR = 1.5, 0.5, 1.5, 1.0
_PRINTED, _PRINTED_IN_REPORT, _PRINTED_IN_CASE = 20.0, 6.0, 3.0
_IN_COUNTRY, _IN_CASE_COUNTRY = "its report names its country", "the case lies in its country"
_COUNTS = 2
_BEHIND = 0.01
LEAST_UNIQUE = 5_000
"""People from which a place is believed whose name no populated place of 500 people shares."""
_LEAST_SIGN = 0.25
"""Weight below which a sign goes unmentioned."""


@dataclass(frozen=True, slots=True)
class _Scored:
    entry: Entry
    score: float
    signs: tuple[str, ...]


def located(names: Sequence[PlaceName]) -> tuple[PlaceValue, ...]:
    """Find the places that the names of a case mean.

    Names that can mean but one place, or that print the place around them, vote first; the others
    are ranked by what is printed, by the votes of their report and of the case, and by population.
    Those that are certain then vote as well, and all are ranked again. No name votes for itself.

    Args:
        names: The names of all reports of the case. Their order does not change what is found.

    Returns:
        One value for each name, in the same order.
    """
    candidates: dict[_Kind, tuple[Entry, ...]] = {}
    for name in names:
        if _kind(name) not in candidates:
            candidates[_kind(name)] = candidates_of(name)
    ordered = sorted(set(names), key=_place_in_case)
    values: dict[tuple[ReportId, _Kind], PlaceValue] = {}
    for _ in range(_COUNTS):
        reports, case = votes_of([_cast(name, candidates, values) for name in ordered])
        values = {}
        for name in ordered:
            key = (name.span.report, _kind(name))
            if key not in values:
                values[key] = _value(name, candidates[key[1]], reports[key[0]], case)
    return tuple(replace(values[name.span.report, _kind(name)], span=name.span) for name in names)


_Kind = tuple[str, str, tuple[str, ...]]
"""What decides the candidates of a name, whichever report prints it."""


def _kind(name: PlaceName) -> _Kind:
    return name.form, name.sort, name.within


def _cast(
    name: PlaceName,
    candidates: Mapping[_Kind, tuple[Entry, ...]],
    values: Mapping[tuple[ReportId, _Kind], PlaceValue],
) -> tuple[PlaceName, tuple[Entry, ...], Entry | None]:
    """A name with its candidates and with the one that is certain by the count before."""
    value = values.get((name.span.report, _kind(name)))
    if value is None or not value.certain:
        return name, candidates[_kind(name)], None
    return name, candidates[_kind(name)], entry_of(value.candidates[0].key)


def _place_in_case(name: PlaceName) -> tuple[str, int, int, str]:
    return name.span.report, name.span.start, name.span.end, name.form


def _value(name: PlaceName, candidates: Sequence[Entry], report: Votes, case: Votes) -> PlaceValue:
    if not candidates:
        return PlaceValue(name.span, (), False, _why_unknown(name))
    further = name.within[1:] if is_site(name) else name.within
    printed = frozenset(e.place.key for e in inside(candidates, further))
    scored = sorted(
        _seated([_scored(name, entry, printed, report, case) for entry in candidates]),
        key=lambda s: (-s.score, s.entry.place.key),
    )
    best = scored[0]
    rivals = [s for s in scored[1:] if not _beside(s.entry, best.entry)]
    lead = best.score - rivals[0].score if rivals else None
    around = outside(name, candidates)
    alone = all(s.entry.place.kind is PlaceKind.AIRPORT for s in rivals)
    clear = (lead is None or lead >= CLEAR) and (not alone or _stands_alone(best, name.form))
    certain = clear and not around
    places = tuple(_as_named(name, s.entry) for s in scored[:MOST_CANDIDATES])
    why = f"none of that name is known in {around}" if around else _why(best, lead, certain)
    return PlaceValue(name.span, places, certain, why)


def _scored(
    name: PlaceName, entry: Entry, printed: frozenset[str], report: Votes, case: Votes
) -> _Scored:
    place, form = entry.place, voted_form(name)
    parts = (
        (_PRINTED * (place.key in printed), "the place around it is printed"),
        (
            _PRINTED_IN_REPORT * (place.key in report.printed.get(form, ())),
            "its report prints elsewhere where it lies",
        ),
        (
            _PRINTED_IN_CASE * (place.key in case.printed.get(form, ())),
            "a report of the case prints where it lies",
        ),
        (_SAME_REGION * report.share(region_of(entry), form), "its report names its division"),
        (_SAME_COUNTRY * report.share(place.country, form), _IN_COUNTRY),
        (_SAME_COUNTRY_CASE * case.share(place.country, form), _IN_CASE_COUNTRY),
        (_NEAR * _is_near(place, form, report), "another place of its report is near"),
    )
    signs = sorted((pair for pair in parts if pair[0] > _LEAST_SIGN), key=lambda p: -p[0])
    return _Scored(entry, size(entry, form) + sum(p[0] for p in parts), tuple(t for _, t in signs))


def _seated(scored: Sequence[_Scored]) -> Iterator[_Scored]:
    """Each division that gives its name to a town right behind that town."""
    by_key = {one.entry.place.key: one for one in scored}
    entries = [one.entry for one in scored]
    for one in scored:
        seat = seat_of(one.entry, entries)
        behind = by_key[seat.place.key].score - _BEHIND if seat else one.score
        yield replace(one, score=min(one.score, behind))


def _is_near(place: Place, form: str, report: Votes) -> bool:
    if place.kind is PlaceKind.COUNTRY:
        return False
    return any(
        other_form != form
        and abs(other.latitude - place.latitude) <= NEAR / _DEGREE
        and kilometres(place, other) <= NEAR
        for other, other_form in report.ground.values()
    )


def _beside(entry: Entry, best: Entry) -> bool:
    """Whether two places of a name are one for a reader: a town and the district around it."""
    kinds = {entry.place.kind, best.place.kind}
    if entry.place.country != best.place.country:
        return False
    if PlaceKind.COUNTRY in kinds:
        # A town that is the most of a country, as Singapore is.
        return min(entry.people, best.people) * 2 >= max(entry.people, best.people)
    if kinds == {PlaceKind.CITY, PlaceKind.REGION}:
        return lies_in(entry, best) or lies_in(best, entry)
    apart = kilometres(entry.place, best.place)
    return apart <= entry.place.radius + best.place.radius


def _stands_alone(best: _Scored, form: str) -> bool:
    """Whether a place that alone has its name is believed: airports are, hamlets need a sign.

    A name that places too small for the gazetteer share needs a sign nearer than the country's.
    """
    people = best.entry.people
    if best.entry.place.kind is PlaceKind.AIRPORT or people >= LEAST_ALONE:
        return True
    if is_shared(form):
        return bool(set(best.signs) - {_IN_COUNTRY, _IN_CASE_COUNTRY})
    return people >= LEAST_UNIQUE or bool(best.signs)


def _as_named(name: PlaceName, entry: Entry) -> Place:
    if is_site(name):
        whole = name.form if name.form.lower().endswith(name.sort) else f"{name.form} {name.sort}"
        return replace(entry.place, kind=PlaceKind.SITE, name=f"{whole}, {entry.place.name}")
    return entry.place


def _why(best: _Scored, lead: float | None, certain: bool) -> str:
    place, around = best.entry.place, entry_of(best.entry.region)
    where = place.country if around is None else f"{around.place.name}, {place.country}"
    alone = "it alone has that name" if lead is None else "it is the largest of that name"
    doubt = "" if certain else ", which leaves doubt"
    return f"{place.name} ({where}): {' and '.join(best.signs[:2]) or alone}{doubt}"


def _why_unknown(name: PlaceName) -> str:
    if folded(name.form) in WIDE:
        return "a wide area without bounds that everybody draws alike"
    if folded(name.form) in PARTS:
        return "a part that many towns have"
    if is_site(name):
        return "a site that the text ties to no town"
    return "the gazetteer has no such place"
