"""What reports tell of almost every event in figures, however they word it.

A row names a feature by the words that stand near its figure: that help came, that the alarm was
raised, that something was built. The words were put together from the ways in which agencies, local
papers, officials and witnesses say one thing. Rows hold regular expressions over the lower-case
words of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of figure answers."""

    CLOCK = "clock"
    DATE = "date"
    LENGTH = "length"
    COUNT = "count"
    MONEY = "money"
    METRES = "metres"
    SPEED = "speed"
    MEASURE = "measure"
    WEIGHT = "weight"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of an event that is told in figures.

    Attributes:
        key: What tells it apart from others.
        text: The question; ``{by}`` is the name of the kind.
        sort: What sort of figure answers it.
        anchor: What its figure stands nearest to, in the same part of the sentence.
        beside: What the sentence says as well; each has to be found.
        unless: What shows that something else is told.
        by: Kinds that are asked for apart, by name, each with the words that tell it; the kind
            whose words stand nearest to the figure is taken. Empty: there is one kind. Without
            the words of any kind, a sentence is of the kind ``""`` where that is named, else of
            none.
        standing: Whether sentences on what was so before the event answer too.
        factor: By how much two figures must differ for them not to be one, roughly told.
        grows: Whether a later report may have a higher figure, and both be right.
        nouns: What a count counts, by lemma; empty: anything, or a bare number.
        reach: Characters between the figure and the anchor at most.
        again: Whether it is asked for where another question holds its figures already, which
            takes them for figures of two things.
        named: Whether the noun that is the subject right before the anchor is the kind.
        alike: Whether its nouns are words for one thing; else only the general ones hold others.
        floor: The least figure that answers.
        wide: Whether what stands beside is looked for in the whole report.
        recurs: Whether it is done again and again, so that only the last time is one.
        forms: Whole forms in which it is told, ``V`` for the figure; one of them is enough in
            place of an anchor.
    """

    key: str
    text: str
    sort: Sort
    anchor: str
    beside: tuple[str, ...] = ()
    unless: str = ""
    by: tuple[tuple[str, str], ...] = ()
    standing: bool = False
    factor: float = 1.0
    grows: bool = False
    nouns: frozenset[str] = frozenset()
    reach: int = 60
    again: bool = False
    named: bool = False
    alike: bool = True
    floor: float = 0.0
    wide: bool = False
    recurs: bool = False
    forms: tuple[str, ...] = ()


HELPERS = (
    (
        "fire brigade",
        r"fire (?:engines?|crews?|trucks?|tenders?|brigade|service|appliances?)|fire-?fighters?|"
        r"firem[ae]n|(?:first|two|three) engines?|appliances?|pumps?|the brigade|engines?",
    ),
    ("ambulance", r"ambulances?|paramedics?|medics?"),
    (
        "police",
        r"police(?!\s+(?:spokes|statement|report))|patrols?|squad cars?|constables?|gardaí?",
    ),
    ("helicopter", r"helicopters?|choppers?"),
    ("lifeboat", r"lifeboats?|coast ?guards?|rescue boats?|patrol boats?"),
    ("army", r"soldiers|troops|the army"),
    (
        "help",
        r"help|rescuers?|rescue (?:teams?|crews?|workers?|services?)|emergency services|"
        r"(?:first )?responders|"
        r"it took (?:them|you|the \w+)(?=[^.;]{0,40} to (?:come|arrive|get|reach|bring|send))|"
        r"any(?:one|body)|some(?:one|body)|"
        r"search parties",
    ),
)
"""Who comes to help, by kind; the last is whoever comes."""
