"""Which places a name can mean by its words alone, and which of them lie in a place printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.claims.event.ground import kilometres
from twosource.claims.places.name import PlaceName
from twosource.model.value import PlaceKind
from twosource.reference.folding import folded
from twosource.reference.gazetteer import Entry, entries_named
from twosource.reference.place_words import (
    AIRPORTS,
    BUILT,
    DIVISIONS,
    PARTS,
    POINTS,
    SETTLEMENTS,
    SITES,
    WIDE,
)

SEAT_SHARE, SEAT_PEOPLE = 0.25, 100_000
"""Share of a division's people, and people, from which a name shared with a town means the town."""
NAMESAKE_SHARE, NAMESAKE_PEOPLE = 0.05, 20_000
"""The same where town and division have one name and not only one alias."""
LEAST_CALLED = 15_000
"""People from which a town called like a site ("Long Beach") is meant and not the site."""


def candidates_of(name: PlaceName) -> tuple[Entry, ...]:
    """The places that a name with its generic noun can mean, in no order of merit.

    A site stands for the town that is printed as the one around it; with none printed it has no
    candidate. Wide areas have none.
    """
    form = folded(name.form)
    if form in WIDE | PARTS or set(form.split()) <= POINTS:
        return ()
    if name.sort in AIRPORTS:
        return _airports(name)
    whole = tuple(e for e in entries_named(name.form) if e.place.kind is not PlaceKind.AIRPORT)
    if name.sort in DIVISIONS:
        return _divisions(name) or (whole if _is_proper(name) else ())
    if whole and _is_proper(name):
        return whole
    if name.sort in SITES:
        return _around_site(name)
    if name.sort in SETTLEMENTS:
        return _of_kind(whole, PlaceKind.CITY) or whole
    return _or_airport(name, whole)


def _or_airport(name: PlaceName, whole: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Small places of a name with the airports called by it ("Heathrow")."""
    if any(e.people >= SEAT_PEOPLE for e in whole):
        return whole
    return (*whole, *_of_kind(entries_named(f"{name.form} Airport"), PlaceKind.AIRPORT))


def outside(name: PlaceName, entries: Sequence[Entry]) -> str:
    """The country or division printed around a name that holds none of its places, or ``""``.

    A printed name that can be a town's tells nothing: it may be the next of a list.
    """
    if is_site(name) or any(e.place.kind is PlaceKind.COUNTRY for e in entries):
        return ""
    for around in name.within:
        outer = () if folded(around) in WIDE else entries_named(around)
        towns = any(o.place.kind is PlaceKind.CITY and o.people >= SEAT_PEOPLE for o in outer)
        if outer and not towns and not any(lies_in(e, o) for e in entries for o in outer):
            return around
    return ""


def voted_form(name: PlaceName) -> str:
    """The folded name that is ranked: that of a site is the name of the town around it."""
    return folded(name.within[0] if is_site(name) and name.within else name.form)


def is_site(name: PlaceName) -> bool:
    """Whether a name is that of a site and not of a town called like one ("Long Beach")."""
    return name.sort in SITES and not _is_proper(name)


def _is_proper(name: PlaceName) -> bool:
    """Whether the noun is part of a proper name: "Long Beach", "Czech Republic", "Mexico City"."""
    if not name.form.lower().endswith(f" {name.sort}"):
        return False
    least = LEAST_CALLED if name.sort in SITES else 0
    return any(e.people >= least for e in entries_named(name.form))


def inside(entries: Sequence[Entry], within: Sequence[str]) -> tuple[Entry, ...]:
    """The entries that lie in the places printed around them.

    Printed words that hold none of the entries are passed over: what stands after a comma may as
    well be the next of a list. Empty where no printed place holds any entry.
    """
    kept: tuple[Entry, ...] = ()
    for around in within:
        if folded(around) in WIDE:
            continue
        outer = (*entries_named(around), *entries_named(around, division=True))
        held = tuple(e for e in kept or entries if any(lies_in(e, o) for o in outer))
        kept = held or kept
    return kept


def lies_in(entry: Entry, outer: Entry) -> bool:
    """Whether a place lies in another: by country, by division, else by the other's circle."""
    place, around = entry.place, outer.place
    if around.kind is PlaceKind.AIRPORT or around.key == place.key:
        return False
    if around.country != place.country or place.kind is PlaceKind.COUNTRY:
        return False
    if around.kind is PlaceKind.COUNTRY or entry.region == around.key:
        return True
    if place.kind is PlaceKind.REGION or (entry.region and not outer.region):
        return False
    return kilometres(place, around) <= around.radius


def _of_kind(entries: Iterable[Entry], kind: PlaceKind) -> tuple[Entry, ...]:
    return tuple({e.place.key: e for e in entries if e.place.kind is kind}.values())


def seat_of(division: Entry, entries: Sequence[Entry]) -> Entry | None:
    """The town that a bare name shared with its division means, as with Istanbul and its own."""
    if division.place.kind is not PlaceKind.REGION:
        return None
    for town in entries:
        if town.place.kind is not PlaceKind.CITY or not lies_in(town, division):
            continue
        own = folded(town.place.name) == folded(division.place.name)
        least, share = (NAMESAKE_PEOPLE, NAMESAKE_SHARE) if own else (SEAT_PEOPLE, SEAT_SHARE)
        if town.people >= max(least, share * division.people):
            return town
    return None


def _airports(name: PlaceName) -> tuple[Entry, ...]:
    words = name.form.split()
    form = name.form if words[-1].lower() in AIRPORTS else f"{name.form} Airport"
    found = (*entries_named(form), *entries_named(form.replace(" International", "")))
    return _of_kind(found, PlaceKind.AIRPORT)


def _divisions(name: PlaceName) -> tuple[Entry, ...]:
    words = name.form.split()
    bare = " ".join(words[:-1]) if words[-1].lower() == name.sort and words[1:] else name.form
    found = entries_named(f"{bare} {name.sort}")
    if not set(bare.lower().split()) <= POINTS:
        found = (*found, *entries_named(bare, division=True), *entries_named(bare))
    # American counties are called nothing else; other countries' divisions go by many nouns.
    county = name.sort in {"county", "parish", "borough"}
    fitting = (e for e in found if county or e.place.country != "US" or not e.region)
    return _of_kind(fitting, PlaceKind.REGION)


def _around_site(name: PlaceName) -> tuple[Entry, ...]:
    """The town printed as the one around a site, or the large one that a building is called by."""
    for outer in name.within:
        towns = _of_kind(entries_named(outer), PlaceKind.CITY)
        if towns:
            further = [around for around in name.within if around != outer]
            return inside(towns, further) or towns
    words = name.form.split()
    longest = len(words) - (words[-1].lower() == name.sort)
    for last in range(longest, 0, -1) if name.sort in BUILT else ():
        towns = _of_kind(entries_named(" ".join(words[:last])), PlaceKind.CITY)
        large = tuple(e for e in towns if e.people >= SEAT_PEOPLE)
        if large:
            return large
    return ()
