"""The gazetteer: places of the world by name, from GeoNames and a table of airports.

The data file beside this module is built by ``resources/gazetteer/build.py``. It is read once, in
about 0.3 s of a processor, when a place is first asked for. GeoNames is licensed CC BY 4.0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from twosource.model.value import Place, PlaceKind
from twosource.reference.countries import OTHER_NAMES
from twosource.reference.folding import folded
from twosource.reference.place_table import PlaceTable, read_table

_KINDS = {
    "n": PlaceKind.COUNTRY,
    "r": PlaceKind.REGION,
    "d": PlaceKind.REGION,
    "c": PlaceKind.CITY,
    "a": PlaceKind.AIRPORT,
}
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with what ranks it among places of its name.

    Attributes:
        place: The place.
        people: Its population to 3 in 100; of a division, that of its towns; 0 where none is known.
        region: Key of the first-level division it lies in, ``""`` where none is known; of a
            second-level division, the first-level one around it.
        capital: Whether it is the capital of its country.
    """

    place: Place
    people: int
    region: str
    capital: bool


@lru_cache(maxsize=1)
def load_gazetteer() -> PlaceTable:
    """Read the gazetteer. Later calls return what the first has read."""
    return read_table()


@lru_cache(maxsize=1)
def _other_countries() -> dict[str, str]:
    return {folded(name): folded(country) for name, country in OTHER_NAMES.items()}


@lru_cache(maxsize=65536)
def entries_named(name: str, division: bool = False) -> tuple[Entry, ...]:
    """Places of a name, the most populous first.

    Args:
        name: A name in Latin or Cyrillic letters, spelt as printed.
        division: Look for divisions by their names without the generic noun: ``"Cook"`` for Cook
            County, ``"Bavaria"`` for the Free State of Bavaria.
    """
    form = folded(name)
    found = _numbers(f"~{form}" if division else form)
    if not division and form in _other_countries():
        found = _numbers(_other_countries()[form])
    entries = [_entry(number) for number in found]
    return tuple(sorted(entries, key=lambda entry: (-entry.people, entry.place.key)))


def _numbers(form: str) -> list[int]:
    """Places of a form; one in Cyrillic letters is looked up by its romanisation."""
    return load_gazetteer().named(_in_latin(form))


def _in_latin(form: str) -> str:
    if not _CYRILLIC.search(form):
        return form
    mark = "~" if form.startswith("~") else ""
    return mark + folded(anyascii(form.removeprefix("~")))


def is_shared(name: str) -> bool:
    """Whether a populated place too small for the gazetteer bears a name that is in it."""
    return _in_latin(folded(name)) in load_gazetteer().shared


def entry_of(key: str) -> Entry | None:
    """The entry of a place by its key, ``None`` where the gazetteer has none by it."""
    number = load_gazetteer().number_of.get(key)
    return None if number is None else _entry(number)


@lru_cache(maxsize=256)
def capital_of(country: str) -> Place | None:
    """The capital of a country by its ISO 3166-1 alpha-2 code, ``None`` where none is known."""
    table = load_gazetteer()
    for number in table.columns["capital"].nonzero()[0].tolist():
        if table.country(number) == country:
            return _entry(number).place
    return None


@lru_cache(maxsize=65536)
def _entry(number: int) -> Entry:
    table = load_gazetteer()
    north, east = table.degrees(number)
    place = Place(
        key=table.key(number),
        name=table.names[number],
        kind=_KINDS[table.kinds[number]],
        country=table.country(number),
        latitude=north,
        longitude=east,
        radius=table.radius(number),
        zone=table.zones[int(table.columns["zone"][number])],
    )
    around = int(table.columns["region"][number])
    region = table.key(around - 1) if around else ""
    return Entry(place, table.people(number), region, bool(table.columns["capital"][number]))
