"""Marks of a place that shut each other out: floors, platforms, lanes, sides, headings."""

from __future__ import annotations

from dataclasses import dataclass

FLOORS = {
    "basement": r"basement|cellar|below ground|underground level",
    "ground floor": r"ground floor|street level",
    "first floor": r"first floor|1st floor",
    "second floor": r"second floor|2nd floor",
    "third floor": r"third floor|3rd floor",
    "fourth floor": r"fourth floor|4th floor",
    "fifth floor": r"fifth floor|5th floor",
    "top floor": r"top floor|attic|loft|under the roof|roof ?space",
    "upstairs": r"upstairs|upper floors?",
    "downstairs": r"downstairs|lower floors?",
    "roof": r"on the roof",
}
"""Storeys by the words for them."""
APART_FLOORS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "basement/ground floor", "basement/first floor", "basement/second floor",
        "basement/third floor", "basement/fourth floor", "basement/fifth floor",
        "basement/top floor", "basement/upstairs", "basement/roof", "ground floor/first floor",
        "ground floor/second floor", "ground floor/third floor", "ground floor/fourth floor",
        "ground floor/fifth floor", "ground floor/top floor", "ground floor/upstairs",
        "ground floor/roof", "first floor/second floor", "first floor/third floor",
        "first floor/fourth floor", "first floor/fifth floor", "second floor/third floor",
        "second floor/fourth floor", "second floor/fifth floor", "third floor/fourth floor",
        "third floor/fifth floor", "fourth floor/fifth floor", "downstairs/top floor",
        "downstairs/upstairs", "downstairs/second floor", "downstairs/third floor",
        "downstairs/roof",
    )
)  # fmt: skip
"""Storeys of which one is not the other."""
ORIGIN = (
    r"beg[au]n|start(?:ed)?|broke out|originat\w+|seat of the (?:fire|blaze)|came from|caught fire|"
    r"went off|explod\w+|blew up|took hold|spread from"
)
"""What says that something began somewhere."""


WOUNDS = {
    "head": r"head|skull|temple|forehead",
    "face": r"face|jaw|cheek",
    "neck": r"neck|throat",
    "chest": r"chest|lungs?|heart",
    "back": r"back(?! of)|spine",
    "stomach": r"stomach|abdomen|belly",
    "arm": r"arm|hand|shoulder|elbow|wrist",
    "leg": r"leg|thigh|knee|foot|ankle|calf",
}
"""Parts of the body by the words for them."""
WOUNDED = (
    r"(?:shot|hit|wounded|struck|stabbed|injured|bullet|wound)(?: \w+){0,5} (?:in|to|through) "
    r"(?:the|his|her) (?:left |right |lower |upper )?"
)
"""What stands before the part of the body that was hit."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with a number or letter, of which an event has one.

    Attributes:
        key: What tells it apart.
        text: The question.
        pattern: How it is printed, with ``mark``.
    """

    key: str
    text: str
    pattern: str


_NUMBER = r"(?:no\.? ?|number )?"
_SPELT = r"\bone\b|\btwo\b|\bthree\b|\bfour\b|\bfive\b|\bsix\b|\bseven\b|\beight\b"
_PARTS_OF_SITES = (
    "block wing cell ward room hall hangar shaft tank silo unit reactor boiler".split()
)


def _either_case(words: list[str]) -> str:
    """Words as a pattern, with or without a capital."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


MARKS = (
    Mark(
        "platform",
        "On which platform was it?",
        rf"\b[Pp]latform {_NUMBER}(?P<mark>\d{{1,2}}[A-Za-z]?|{_SPELT})\b",
    ),
    Mark(
        "pier",
        "At which pier or berth was it?",
        rf"\b(?:{_either_case(['pier', 'berth', 'quay', 'dock'])}) {_NUMBER}"
        r"(?P<mark>\d{1,2}|[A-Z])\b",
    ),
    Mark(
        "gate",
        "At which gate was it?",
        rf"\b[Gg]ate {_NUMBER}(?P<mark>\d{{1,2}}|[A-Z]|{_SPELT})\b",
    ),
    Mark(
        "route",
        "On which route was it?",
        rf"\b(?:{_either_case(['route', 'line', 'bus'])}) {_NUMBER}(?P<mark>\d{{1,3}}[A-Z]?)\b",
    ),
    Mark(
        "road",
        "On which road was it?",
        r"\b(?P<mark>[AMBNERC]\d{1,4})\b"
        r"(?= (?:motorway|road|highway|near|north|south|at|between|in|by)|[,.])",
    ),
    Mark(
        "kilometre",
        "At which kilometre was it?",
        r"\b(?:[Kk]ilomet(?:re|er)|[Kk]m|[Mm]ile(?:post| marker)?) (?P<mark>\d{1,4})\b",
    ),
    Mark(
        "junction",
        "At which junction was it?",
        r"\b(?:[Jj]unction|[Ee]xit) (?P<mark>\d{1,3}[A-Z]?)\b",
    ),
    Mark(
        "block",
        "In which part of the site was it?",
        rf"\b(?:{_either_case(_PARTS_OF_SITES)}) {_NUMBER}(?P<mark>\d{{1,3}}|[A-Z])\b",
    ),
    Mark(
        "wing",
        "In which block or wing was it?",
        r"\b(?P<mark>[A-H])[- ](?:[Ww]ing|[Bb]lock|[Hh]all)\b",
    ),
    Mark(
        "coach",
        "Which carriage was it?",
        rf"\b(?:{_either_case(['carriage', 'coach', 'car'])}) {_NUMBER}(?P<mark>\d{{1,2}}|[A-H])\b",
    ),
)
"""Marks that are looked for."""
HEADINGS = {
    "north": r"north-?bound|heading north|(?:towards|to) the north",
    "south": r"south-?bound|heading south|(?:towards|to) the south",
    "east": r"east-?bound|heading east|(?:towards|to) the east",
    "west": r"west-?bound|heading west|(?:towards|to) the west",
}
"""Headings by the words for them."""
