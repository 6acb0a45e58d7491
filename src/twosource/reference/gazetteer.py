"""The gazetteer: places of the world by name, from GeoNames and a table of airports.

The data file beside this module is built by ``resources/gazetteer/build.py``. It is read once, in
about 0.15 s; a row is parsed when it is asked for. GeoNames is licensed CC BY 4.0.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from twosource.model.value import Place, PlaceKind
from twosource.reference.countries import OTHER_NAMES

_KINDS = {
    "n": PlaceKind.COUNTRY,
    "r": PlaceKind.REGION,
    "d": PlaceKind.REGION,
    "c": PlaceKind.CITY,
    "a": PlaceKind.AIRPORT,
}
_APOSTROPHES = re.compile(r"[’'`ʼ.]")
_NO_LETTERS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with what ranks it among places of its name.

    Attributes:
        place: The place.
        people: Its population; of a division, that of its towns; 0 where none is known.
        region: Key of the first-level division it lies in, ``""`` where none is known; of a
            second-level division, the first-level one around it.
        capital: Whether it is the capital of its country.
    """

    place: Place
    people: int
    region: str
    capital: bool


@dataclass(frozen=True)
class Gazetteer:
    """The tables as they stand in the file.

    Attributes:
        zones: IANA names.
        rows: One line a place.
        names: Folded name to the numbers of its rows. ``~`` before a name marks that of a division
            without its generic noun, ``+`` before the numbers that a place left out bears it too.
    """

    zones: tuple[str, ...]
    rows: tuple[str, ...]
    names: dict[str, str]

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Row number by key."""
        return {row[: row.index("\t")]: number for number, row in enumerate(self.rows)}


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Read the gazetteer. Later calls return what the first has read."""
    packed = files("twosource.reference").joinpath("gazetteer.tsv.gz").read_bytes()
    zones, rows, names = gzip.decompress(packed).decode("utf-8").split("\f\n")
    pairs = (line.partition("\t") for line in names.split("\n") if line)
    return Gazetteer(
        zones=tuple(zones.split("\n")[:-1]),
        rows=tuple(rows.split("\n")[:-1]),
        names={name: numbers for name, _, numbers in pairs},
    )


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The form that names are looked up by: no case, accents, apostrophes, full stops or hyphens.

    ``"Saint-Étienne"`` gives ``"saint etienne"``. Letters of other scripts stay.
    """
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return " ".join(_NO_LETTERS.sub(" ", _APOSTROPHES.sub("", plain)).split())


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
    found = load_gazetteer().names.get(f"~{form}" if division else form, "")
    if not division and form in _other_countries():
        found = load_gazetteer().names.get(_other_countries()[form], "")
    entries = [_entry(int(number)) for number in found.lstrip("+").split()]
    return tuple(sorted(entries, key=lambda entry: (-entry.people, entry.place.key)))


def is_shared(name: str) -> bool:
    """Whether a populated place too small for the gazetteer bears a name that is in it."""
    return load_gazetteer().names.get(folded(name), "").startswith("+")


def entry_of(key: str) -> Entry | None:
    """The entry of a place by its key, ``None`` where the gazetteer has none by it."""
    number = load_gazetteer().number_of.get(key)
    return None if number is None else _entry(number)


@lru_cache(maxsize=256)
def capital_of(country: str) -> Place | None:
    """The capital of a country by its ISO 3166-1 alpha-2 code, ``None`` where none is known."""
    for number, row in enumerate(load_gazetteer().rows):
        if row.endswith("\tc") and row.split("\t", 4)[3] == country:
            return _entry(number).place
    return None


@lru_cache(maxsize=65536)
def _entry(number: int) -> Entry:
    gazetteer = load_gazetteer()
    fields = gazetteer.rows[number].split("\t")
    key, name, kind, country, region, north, east, radius, people, zone, capital = fields
    place = Place(
        key=key,
        name=name,
        kind=_KINDS[kind],
        country=country,
        latitude=float(north),
        longitude=float(east),
        radius=float(radius),
        zone=gazetteer.zones[int(zone)],
    )
    around = gazetteer.rows[int(region)].partition("\t")[0] if region else ""
    return Entry(place, int(people), around, capital == "c")
