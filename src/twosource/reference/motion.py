"""How fast anybody has ever moved: records that a printed distance and time cannot beat.

Each figure is an upper bound, so that what lies below it proves nothing. A class whose fastest is
not on record (a drone may be anything from a toy to a rocket) is not here: it gives no answer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """The fastest of a class.

    Attributes:
        name: The class, for a reason.
        kilometres: Kilometres in an hour, over a distance of some length.
        source: Who keeps the record, and of which year it is.
        words: Nouns that name something of the class.
        verbs: Verbs of moving that say the class alone.
    """

    name: str
    kilometres: float
    source: str
    words: frozenset[str]
    verbs: frozenset[str]


RECORDS: tuple[Record, ...] = (
    Record(
        "on foot",
        21.0,
        "World Athletics, marathon of 2023: 42.195 km in 2:00:35",
        frozenset({"foot"}),
        frozenset({"walked", "marched", "ran", "hiked", "trekked"}),
    ),
    Record(
        "by bicycle",
        56.8,
        "Union Cycliste Internationale, hour record of 2022: 56.792 km",
        frozenset({"bicycle", "bike", "cyclist"}),
        frozenset({"cycled", "pedalled"}),
    ),
    Record(
        "by ship",
        107.6,
        "Incat, trials of the ferry Francisco in 2013: 58.1 knots",
        frozenset({"ship", "ferry", "tanker", "freighter", "trawler", "barge", "vessel"}),
        frozenset({"sailed"}),
    ),
    Record(
        "by road",
        490.5,
        "Bugatti, one run in one direction in 2019: 490.484 km/h",
        frozenset({"car", "lorry", "truck", "bus", "coach", "van", "convoy", "motorcycle"}),
        frozenset({"drove"}),
    ),
    Record(
        "by rail",
        603.0,
        "Central Japan Railway, run of the L0 Series in 2015: 603 km/h",
        frozenset({"train", "locomotive"}),
        frozenset(),
    ),
    Record(
        "by helicopter",
        400.9,
        "Fédération Aéronautique Internationale, record of 1986: 400.87 km/h",
        frozenset({"helicopter"}),
        frozenset(),
    ),
    Record(
        "by aircraft",
        3529.6,
        "Fédération Aéronautique Internationale, record of 1976: 3,529.56 km/h",
        frozenset({"plane", "aeroplane", "airplane", "jet", "airliner", "aircraft"}),
        frozenset(),
    ),
)
"""The classes, slowest first."""
