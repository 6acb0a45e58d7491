"""How far named types of aircraft, drones and missiles go without landing, as published.

Each range has a lower and an upper figure, because published figures differ with load, height and
version; an upper figure that nobody has published, or on which publishers differ widely, is open
(``None``) and refutes nothing. Figures are in kilometres, one way, rounded outwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """How far one type goes.

    Attributes:
        name: The type, for a reason.
        words: A regular expression, without flags, of how reports print it.
        low: The least range that is published for it, in kilometres.
        high: The most, or ``None`` where that is open.
        source: Who publishes it.
    """

    name: str
    words: str
    low: float
    high: float | None
    source: str


RANGES: tuple[Range, ...] = (
    Range(
        "Shahed-136 (Geran-2)",
        r"(?:Shahed|Geran|Shaheed)[- ]?(?:136|2)",
        970,
        2500,
        "published estimates from 970 to 2,500 km",
    ),
    Range(
        "Bayraktar TB2",
        r"(?:Bayraktar )?TB-?2",
        150,
        4000,
        "maker: link of 150 to 300 km, 27 hours in the air at up to 222 km/h",
    ),
    Range("UJ-22", r"UJ-?22", 100, 800, "maker: 100 km under control, 800 km by itself"),
    Range("MQ-9 Reaper", r"MQ-?9(?: Reaper)?", 1850, None, "US Air Force fact sheet: 1,150 miles"),
    Range("DJI Mavic 3", r"(?:DJI )?Mavic 3", 15, 30, "maker: 30 km of flight in still air"),
    Range("Cessna 172", r"Cessna 172\w?", 980, 1300, "maker: 640 nautical miles"),
    Range("Boeing 737-800", r"(?:Boeing )?737-800", 5000, 5800, "maker: 2,935 nautical miles"),
    Range("Airbus A320neo", r"(?:Airbus )?A320[- ]?neo", 6100, 6700, "maker: up to 6,500 km"),
    Range("UH-60 Black Hawk", r"(?:UH-?60\w?|Black ?Hawk)", 580, 2250, "US Army; ferry range"),
    Range("Mi-8", r"Mi-?8(?:MTV?|AMTSh)?", 450, 1300, "maker: 495 km, with further tanks 1,300"),
    Range(
        "GMLRS rocket of HIMARS",
        r"(?:HIMARS|GMLRS)",
        15,
        150,
        "US Army: more than 70 km, extended range 150 km",
    ),
    Range("ATACMS", r"ATACMS", 70, 305, "US Army: 165 and 300 km"),
    Range("Storm Shadow (SCALP)", r"(?:Storm Shadow|SCALP)", 250, 560, "maker: more than 250 km"),
    Range("Iskander-M", r"Iskander(?:-M)?", 50, 510, "treaty limit of 500 km"),
    Range("Scud-B", r"Scud(?:-B)?", 50, 700, "published: 300 km, later versions up to 700"),
    Range("Tomahawk", r"Tomahawk", 1250, 2500, "US Navy fact file: 900 to 1,350 nautical miles"),
    Range("Kalibr", r"Kalibr", 220, None, "published estimates from 220 (export) to 2,500 km"),
    Range("Grad rocket", r"(?:BM-?21|Grad)", 3, 42, "makers: 20 km, longer versions about 40"),
    Range(
        "155 mm shell", r"155[- ]?mm (?:artillery )?shells?", 10, 70, "NATO: 24 to 30, guided 70"
    ),
    Range("120 mm mortar", r"120[- ]?mm mortar", 0.2, 17, "makers: 7 km, rocket-assisted 17"),
)
"""Types of which a range is published, by how reports name them."""
