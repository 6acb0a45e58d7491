"""The file of the gazetteer, read into a table. Its layout stands in ``resources/gazetteer``.

What follows from something else in the file is not in it and is made here: radii of towns, names of
divisions without their generic noun, regions called by their largest town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import pi, sqrt

import numpy as np

from twosource.reference.folding import folded_together
from twosource.reference.packed import Numbers, columns, unfolded, unpacked

KINDS = "nrdca"
"""Countries, first- and second-level divisions, towns, airports: the order of the table."""
GENERIC = frozenset(
    "oblast province region state governorate county district department prefecture voivodeship "
    "krai kray republic territory division autonomous okrug municipality raion rayon rayony "
    "canton parish emirate wilayah land estado provincia departamento of the city and "
    "metropolitan governate urban rural tehsil".split()
)
"""Words that a division is called by without."""
_PEOPLE_STEP = 1.06
_PER_SQUARE_KILOMETRE = 1500.0
"""People per square kilometre of a town: its radius is that of a disc which holds them."""
_SMALLEST_TOWN = 3.0
_HUNDREDTHS = 100.0
_RANK = re.compile(r" (International|Intl|Regional|Municipal)\b")


@dataclass
class PlaceTable:
    """The places of the gazetteer, by their numbers from 0, column by column.

    Attributes:
        zones: IANA names.
        kinds: Letter of ``KINDS`` of each place, in one string.
        keys: Keys of all but towns.
        ids: GeoNames ids of the towns.
        names: Names as they are printed.
        first: Form that is looked up to the first place of it. ``~`` before a form marks that of a
            division without its generic noun.
        further: Form to the other places of it.
        shared: Forms that a place left out bears too.
        columns: Numbers of all places: ``north`` and ``east`` in hundredths of a degree,
            ``people`` as a power, ``zone``, ``country`` as its two letters, ``region`` from 1 or
            0, ``capital``; ``radius`` of all but towns.
    """

    zones: tuple[str, ...]
    kinds: str
    keys: tuple[str, ...]
    ids: Numbers
    names: tuple[str, ...]
    columns: dict[str, Numbers]
    first: dict[str, int] = field(default_factory=dict)
    further: dict[str, list[int]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)

    def key(self, number: int) -> str:
        """Key of a place."""
        town = number - self.kinds.index("c")
        if 0 <= town < len(self.ids):
            return f"gn-{self.ids[town]}"
        return self.keys[number if town < 0 else number - len(self.ids)]

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Number of a place by its key."""
        return {self.key(number): number for number in range(len(self.kinds))}

    def named(self, form: str) -> list[int]:
        """Numbers of the places that a form leads to."""
        one = self.first.get(form)
        return [] if one is None else [one, *self.further.get(form, ())]

    def country(self, number: int) -> str:
        """ISO 3166-1 alpha-2 code of the country of a place, ``""`` where none is known."""
        high, low = divmod(int(self.columns["country"][number]), 256)
        return f"{chr(low)}{chr(high)}" if low else ""

    def people(self, number: int) -> int:
        """People of a place, to 3 in 100."""
        power = int(self.columns["people"][number])
        return round(_PEOPLE_STEP ** (power - 1)) if power else 0

    def radius(self, number: int) -> float:
        """Radius of a place in kilometres."""
        if self.kinds[number] == "c":
            held = sqrt(self.people(number) / _PER_SQUARE_KILOMETRE / pi)
            return float(round(max(_SMALLEST_TOWN, held)))
        towns = self.kinds.index("c")
        return float(self.columns["radius"][number if number < towns else number - len(self.ids)])

    def degrees(self, number: int) -> tuple[float, float]:
        """Degrees north and east of a place."""
        north, east = self.columns["north"][number], self.columns["east"][number]
        return float(north) / _HUNDREDTHS, float(east) / _HUNDREDTHS


def read_table() -> PlaceTable:
    """Read the file."""
    (zones, counts, keys, names, further), numbers = unpacked("gazetteer.xz", 5)
    many = dict(zip(KINDS, map(int, counts[0].split()), strict=True))
    kinds = "".join(kind * many[kind] for kind in KINDS)
    sources = ["gn"] * (len(keys) - many["a"]) + ["ia"] * many["a"]
    columns = _columns(numbers, len(kinds), many)
    ids, seats = columns.pop("id"), columns.pop("seat")
    shared = {name[:-1] for name in names if name[-1] == "+"}
    table = PlaceTable(
        zones=tuple(zones),
        kinds=kinds,
        keys=tuple(map("-".join, zip(sources, keys, strict=True))),
        ids=ids,
        names=tuple("\n".join(names).replace("+", "").split("\n")),
        columns=columns,
        shared=set(folded_together(sorted(shared))),
    )
    _index(table, further, seats.tolist())
    return table


def _columns(data: bytes, every: int, many: dict[str, int]) -> dict[str, Numbers]:
    layout = (
        ("id", many["c"], 4), ("north", every, 3), ("east", every, 3), ("people", every, 2),
        ("zone", every, 2), ("country", every, 2), ("region", every, 2), ("capital", every, 1),
        ("radius", every - many["c"], 2), ("seat", many["r"], 4),
    )  # fmt: skip
    sizes = ((length, size) for _, length, size in layout)
    found = dict(zip((name for name, *_ in layout), columns(data, *sizes), strict=True))
    found["id"] = unfolded(found["id"]).cumsum()
    around = found["region"]
    for name in ("north", "east"):
        steps = unfolded(found[name])
        degrees = np.where(around == 0, steps, 0).cumsum()
        found[name] = np.where(around == 0, degrees, degrees[around - 1] + steps)
    return found


def _index(table: PlaceTable, further: list[str], seats: list[int]) -> None:
    """Enter every form that a place is looked up by."""
    names = folded_together(table.names)
    counties = {n for n, kind in enumerate(table.kinds) if kind == "d" and table.country(n) == "US"}
    _enter(table, (pair for pair in enumerate(names) if pair[0] not in counties))
    written: dict[int, list[str]] = {}
    for number, line in enumerate(further):
        if line:
            forms = line.split("\t")
            if "+" in line:
                table.shared.update(form[:-1] for form in forms if form[-1] == "+")
                forms = [form.removesuffix("+") for form in forms]
            written[number] = forms
    _enter(table, ((number, form) for number, forms in written.items() for form in forms))
    _enter(table, _of_divisions(table, names, written, seats))
    airports = table.kinds.index("a")
    short = _RANK.sub("", "\n".join(table.names[airports:])).split("\n")
    _enter(table, enumerate(folded_together(short), airports))


def _enter(table: PlaceTable, pairs: Iterable[tuple[int, str]]) -> None:
    first, further = table.first, table.further
    for number, form in pairs:
        before = first.setdefault(form, number)
        if before != number:
            others = further.setdefault(form, [])
            if number not in others:
                others.append(number)


def _of_divisions(
    table: PlaceTable, names: list[str], written: dict[int, list[str]], seats: list[int]
) -> Iterator[tuple[int, str]]:
    """What divisions are looked up by that follows from names in the file."""
    countries, towns = table.kinds.index("r"), table.kinds.index("c")
    for number in range(countries, towns):
        forms = [names[number], *written.get(number, ())]
        seat = seats[number - countries] if table.kinds[number] == "r" else 0
        if seat:
            regions = [f"{form} region" for form in (names[seat - 1], *written.get(seat - 1, ()))]
            yield from ((number, form) for form in regions)
            forms += regions
        for form in forms:
            bare = " ".join([word for word in form.split() if word not in GENERIC])
            if bare:
                yield number, f"~{bare}"
