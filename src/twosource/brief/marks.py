"""Status marks that every writer shares: a shape and a word for each, beside its colour.

Colours alone never carry a status, since many readers cannot tell them apart and many terminals
do not show them.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.brief.assemble import STANCE_ORDER
from twosource.model.brief import BriefLine, Standing
from twosource.model.report import Publication, PublicationBasis
from twosource.model.statement import Stance


@dataclass(frozen=True, slots=True)
class Mark:
    """How a status looks.

    Attributes:
        name: Key for style sheets and drawings.
        glyph: One character for terminals.
        word: The word that stands beside it.
        meaning: What it says, for a legend.
        colour: For terminals: a colour that reads on black and on white (contrast 4.2:1 or more),
            or ``default``, the terminal's own.
    """

    name: str
    glyph: str
    word: str
    meaning: str
    colour: str


_BLUE, _RED, _OCHRE, _GREY = "#2a76c6", "#c8442c", "#8a6d14", "#757575"

OWN_VOICE = Mark("own", "●", "states", "the report states it in its own voice", _BLUE)
STANCE_MARKS: dict[Stance, Mark] = {
    Stance.ACCUSES: Mark("accuses", "▲", "accuses", "says that another does wrong", "default"),
    Stance.DENIES: Mark("denies", "☒", "denies", "rejects it, or says that it is not so", _RED),
    Stance.ASSERTS: Mark("asserts", "◐", "asserts", "says that it is so", _BLUE),
    Stance.PREDICTS: Mark("predicts", "▷", "predicts", "says what will happen", _BLUE),
    Stance.HEDGES: Mark("hedges", "◌", "hedges", "holds it possible or likely only", _OCHRE),
    Stance.DECLINES: Mark("declines", "?", "declines", "refuses to say or cannot tell", _GREY),
}
MARK_ORDER: tuple[Mark, ...] = (*(STANCE_MARKS[stance] for stance in STANCE_ORDER), OWN_VOICE)

STANDING_MEANINGS: dict[Standing, str] = {
    Standing.KNOWN: "two independent origins give it, or it is on record as said",
    Standing.CLAIMED: "said by somebody, or stated by a report",
    Standing.DISPUTED: "versions collide",
    Standing.UNKNOWN: "asked, and no answer given",
}
STANDING_GLYPHS: dict[Standing, str] = {
    Standing.KNOWN: "■",
    Standing.CLAIMED: "◧",
    Standing.DISPUTED: "≠",
    Standing.UNKNOWN: "□",
}
"""One character for each standing, for terminals and plain text."""
STANDING_COLOURS: dict[Standing, str] = {
    Standing.KNOWN: "#2e8540",
    Standing.CLAIMED: _BLUE,
    Standing.DISPUTED: _RED,
    Standing.UNKNOWN: _GREY,
}
"""Colours for terminals, chosen as those of ``Mark``."""

UNLED_HEADING = "Speakers not traced to anyone"
"""Stands over the sections of speakers whose printed words lead to no entity."""

NO_DATE = "no date printed"
_BASES: dict[PublicationBasis, str] = {
    PublicationBasis.HEADER: "header line",
    PublicationBasis.METADATA: "metadata",
    PublicationBasis.URL: "address",
    PublicationBasis.DATELINE: "dateline",
    PublicationBasis.TEXT_CUE: "words in the text",
}


def mark_of(stance: Stance | None, own_voice: bool) -> Mark:
    """The mark of a line: own voice has its own unless it is held back or looks ahead."""
    if stance is None or (own_voice and stance is Stance.ASSERTS):
        return OWN_VOICE
    return STANCE_MARKS[stance]


def report_label(number: int) -> str:
    """The short name of a report in the brief, counted from zero: ``S1``, ``S2``."""
    return f"S{number + 1}"


def publication_words(published: Publication | None) -> str:
    """When a report was published and what says so, or that nothing does."""
    if published is None:
        return NO_DATE
    return f"{published.at} ({_BASES[published.basis]})"


def counted(lines: tuple[BriefLine, ...], standing: Standing) -> int:
    """Lines of a standing."""
    return sum(line.standing is standing for line in lines)
