"""How the gazetteer is laid out in its file, which is small because little in it is said twice.

Two xz streams stand one behind the other. The first is text, the second numbers, and what follows
from something else in the file is left out: the radius of a town from its people, a division's name
without its generic noun, "X region" from the names of its largest town X, an airport's name without
"International". Names in Cyrillic letters are left out: they are looked up by their romanisation.

Text, in parts that end with a form feed and a line break: zones, one a line; the numbers of
countries, first-level and second-level divisions, towns and airports; the keys of all but towns;
the names, one a line; the further names as they are looked up, one place a line, parted by tabs.
``+`` behind a name: a place that was left out bears it too.

Numbers, column by column, each column as its lowest bytes, then its next: ids of towns (4 bytes,
steps from the one before), hundredths of a degree north and east (3 bytes, steps from the division
around it; where it has none, from the last such place), the power of 1.06 of the people (2 bytes, 0
for none, else counted from 1), number of the zone from 0 (2), the country's two letters (2), number
of the division around it (2, 0 for none), 1 for a capital (1); then of all but towns the radius in
kilometres (2), and of first-level divisions the number of its largest town (4, 0 for none). Numbers
of places count from 1. Steps are folded, so that small ones either way are small numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from training.packing import folded_steps, planes, steps, streamed

KINDS = "nrdca"
GENERIC = (
    "oblast province region state governorate county district department prefecture voivodeship "
    "krai kray republic territory division autonomous okrug municipality raion rayon rayony "
    "canton parish emirate wilayah land estado provincia departamento of the city and "
    "metropolitan governate urban rural tehsil"
).split()
PEOPLE_STEP = 1.06
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(slots=True)
class Place:
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


def folded(name: str) -> str:
    """The form that names are looked up by; the package's own ``folded`` does the same."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"[’'`ʼ.]", "", plain)).split())


def without_noun(form: str) -> str:
    """A form without the words that say what sort of division it is."""
    return " ".join(word for word in form.split() if word not in GENERIC)


def without_rank(name: str) -> str:
    """The name of an airport without the word that says how large it is."""
    return re.sub(r" (International|Intl|Regional|Municipal)\b", "", name)


def packed(found: Iterable[tuple[Place, set[str]]], others: set[str]) -> bytes:
    """The file.

    Args:
        found: The places with the forms that each is looked up by.
        others: Names that a place left out bears.
    """
    ordered = sorted(found, key=lambda pair: _order(pair[0]))
    read = [
        (place, {form for form in forms if not _CYRILLIC.search(form)}) for place, forms in ordered
    ]
    tables = _Tables(read, others)
    return streamed(tables.text(), tables.numbers())


def _order(place: Place) -> tuple[int, str, str, int, str]:
    """Neighbours stand together, so that what one says of itself is near to what the next says."""
    number = int(place.key[3:]) if place.kind == "c" else 0
    within = (place.country, place.region) if place.kind in "ca" else ("", "")
    return (KINDS.index(place.kind), *within, number, place.key)


class _Tables:
    """The two streams of a file.

    Args:
        ordered: The places in their order, with the forms that are written or follow.
        others: Names that a place left out bears.
    """

    def __init__(self, ordered: Sequence[tuple[Place, set[str]]], others: set[str]) -> None:
        self._ordered, self._others = ordered, others
        self._places = [place for place, _ in ordered]
        self._number = {place.key: at for at, place in enumerate(self._places, 1)}
        self._zones = sorted({place.zone for place in self._places})
        self._seats = self._seats_found()

    def _seats_found(self) -> dict[str, int]:
        """Of first-level divisions, the number of the town whose names give most of theirs."""
        towns = defaultdict(list)
        for at, (place, forms) in enumerate(self._ordered, 1):
            if place.kind == "c":
                towns[place.region].append((at, {f"{form} region" for form in forms}))
        found = {}
        for place, forms in self._ordered:
            fitting = [(len(given), -at) for at, given in towns[place.key] if given <= forms]
            if place.kind == "r" and fitting:
                found[place.key] = -max(fitting)[1]
        return found

    def text(self) -> str:
        counts = " ".join(str(sum(p.kind == kind for p in self._places)) for kind in KINDS)
        parts = (
            self._zones,
            [counts],
            [place.key[3:] for place in self._places if place.kind != "c"],
            [self._marked(place.name) for place in self._places],
            ["\t".join(map(self._marked, self._further(*one))) for one in self._ordered],
        )
        return "\n\f\n".join("\n".join(part) for part in parts)

    def _further(self, place: Place, forms: set[str]) -> list[str]:
        seat = self._seats.get(place.key, 0)
        follow = {f"{form} region" for form in self._ordered[seat - 1][1]} if seat else set()
        if place.kind == "a":
            follow.add(folded(without_rank(place.name)))
        return sorted(f for f in forms - follow - {folded(place.name)} if not f.startswith("~"))

    def _marked(self, name: str) -> str:
        if set(name) & set("\t\n+"):
            raise ValueError(f"{name!r} has a character that parts names")
        return name + "+" * (folded(name) in self._others)

    def numbers(self) -> bytes:
        places = self._places
        towns = [place for place in places if place.kind == "c"]
        columns = [
            planes(steps([int(place.key[3:]) for place in towns]), 4),
            planes(self._away([round(100 * place.latitude) for place in places]), 3),
            planes(self._away([round(100 * place.longitude) for place in places]), 3),
            planes([_power(place.people) for place in places], 2),
            planes([self._zones.index(place.zone) for place in places], 2),
            planes([int.from_bytes(place.country.encode(), "little") for place in places], 2),
            planes([self._number.get(place.region, 0) for place in places], 2),
            planes([int(place.capital) for place in places], 1),
            planes([round(place.radius) for place in places if place.kind != "c"], 2),
            planes([self._seats.get(p.key, 0) for p in places if p.kind == "r"], 4),
        ]
        return b"".join(columns)

    def _away(self, degrees: Sequence[int]) -> list[int]:
        """Steps from the division around a place; where it has none, from the last such place."""
        before, found = 0, []
        for place, one in zip(self._places, degrees, strict=True):
            around = self._number.get(place.region, 0)
            found.append(one - (degrees[around - 1] if around else before))
            before = before if around else one
        return folded_steps(found)


def _power(people: int) -> int:
    return 0 if people == 0 else 1 + round(log(people) / log(PEOPLE_STEP))
