"""What the plain places of a report and of its case say about where the doubtful ones lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log10

from twosource.claims.places.candidates import inside, is_site, outside, seat_of, voted_form
from twosource.claims.places.name import PlaceName
from twosource.model.identity import ReportId
from twosource.model.value import Place, PlaceKind
from twosource.reference.folding import folded
from twosource.reference.gazetteer import Entry, entries_named

LEAST_ALONE = 50_000
"""People below which a place that alone has its name needs another sign to be believed."""
_DOMINANT = 1.5
"""Lead over the next, in powers of ten of people, from which the first of a name may vote."""
_COUNTRY, _CAPITAL, _DIVISION, _ALIAS = 1.0, 1.0, -0.7, -0.5
_AIRPORT = 2.0


@dataclass(slots=True)
class Votes:
    """Votes of the plain places of one report, or of a whole case.

    Attributes:
        places: Countries and divisions by key or ISO code, with how many names vote for each.
        by_form: The same by the folded name that voted, so that no name votes for itself.
        ground: Where the plain places lie, by key, with the names that they were printed by.
        printed: Folded name to the keys of those of its places that a printed place holds.
    """

    places: Counter[str] = field(default_factory=Counter)
    by_form: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    ground: dict[str, tuple[Place, str]] = field(default_factory=dict)
    printed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def share(self, key: str, form: str) -> float:
        """Share of the other names' votes that go to a country or division, 0 to 1."""
        own = self.by_form.get(form, Counter())
        kind = "countries" if len(key) == 2 else "regions"
        total = self.places[kind] - own[kind]
        return (self.places[key] - own[key]) / total if key and total > 0 else 0.0

    def add(self, entry: Entry, form: str) -> None:
        """Count one name that plainly means a place."""
        self.add_country(entry.place.country, form)
        if region_of(entry):
            self._count(("regions", region_of(entry)), form)
        if entry.place.kind is not PlaceKind.COUNTRY:
            self.ground.setdefault(entry.place.key, (entry.place, form))

    def add_country(self, country: str, form: str) -> None:
        """Count one name that means a place in a country, whichever place it is."""
        self._count(("countries", country), form)

    def _count(self, keys: tuple[str, str], form: str) -> None:
        self.places.update(keys)
        self.by_form[form].update(keys)


def region_of(entry: Entry) -> str:
    """Key of the first-level division that a place is or lies in, ``""`` where none is known."""
    is_division = entry.place.kind is PlaceKind.REGION
    return entry.region or (entry.place.key if is_division else "")


def size(entry: Entry, form: str) -> float:
    """Power of ten of a place's people, with what its standing adds: it ranks bare names.

    A town that the gazetteer knows by another name first stands back behind one of that name.
    """
    kind = entry.place.kind
    standing = _COUNTRY * (kind is PlaceKind.COUNTRY) + _DIVISION * (kind is PlaceKind.REGION)
    if kind is PlaceKind.AIRPORT:
        standing += _AIRPORT
    if kind is PlaceKind.CITY and folded(entry.place.name) != form:
        standing += _ALIAS
    return _people(entry) + standing


def votes_of(
    found: Iterable[tuple[PlaceName, Sequence[Entry], Entry | None]],
) -> tuple[dict[ReportId, Votes], Votes]:
    """The votes of each report and of the case.

    Names with a printed place around them vote for what it holds; names without vote if one place
    is clear of every other, else for the country where all their places lie in one. Datelines and
    names of bodies vote in their report alone; sites do not vote, nor do names with a printed place
    around them that holds none of their places.

    Args:
        found: The names of the case with their candidates, and with the candidate that was certain
            by an earlier count, for which the name votes.
    """
    reports: dict[ReportId, Votes] = {}
    case = Votes()
    for name, candidates, settled in found:
        form = voted_form(name)
        if name.span.report not in reports:
            report = reports[name.span.report] = Votes()
            for words in name.setting:
                _add((report,), plain(entries_named(words)), folded(words))
        if is_site(name) or outside(name, candidates):
            continue
        both = (reports[name.span.report], case)
        printed = inside(candidates, name.within)
        for votes in both:
            votes.printed[form].update(e.place.key for e in printed)
        clear = (settled,) if settled is not None else printed or plain(candidates)
        _add(both, clear, form)
        lands = {e.place.country for e in candidates}
        if len(clear) != 1 and len(candidates) > len(lands) == 1:
            for votes in both:
                votes.add_country(min(lands), form)
    return reports, case


def plain(candidates: Sequence[Entry]) -> tuple[Entry, ...]:
    """The one candidate that is clear of the others by size, or none."""
    unseated = [e for e in candidates if seat_of(e, candidates) is None]
    ordered = sorted(unseated, key=lambda e: (-_people(e), e.place.key))
    if not ordered or (len(ordered) == 1 and ordered[0].people < LEAST_ALONE):
        return ()
    if len(ordered) > 1 and _people(ordered[0]) - _people(ordered[1]) < _DOMINANT:
        return ()
    return (ordered[0],)


def _people(entry: Entry) -> float:
    return log10(max(10, entry.people)) + _CAPITAL * entry.capital


def _add(votes: Iterable[Votes], entries: Sequence[Entry], form: str) -> None:
    if len(entries) == 1:
        for one in votes:
            one.add(entries[0], form)
