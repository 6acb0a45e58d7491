"""The tables that the core looks things up in."""

from __future__ import annotations

from twosource.reference.borders import load_borders
from twosource.reference.gazetteer import load_gazetteer
from twosource.reference.lexicon import load_lexicon
from twosource.reference.measures import load_measures
from twosource.reference.romanisation import load_romanisation
from twosource.reference.zones import load_zones


def load_tables() -> None:
    """Read the tables that the core looks things up in, so that it opens no file itself."""
    load_zones()
    load_borders()
    load_gazetteer()
    load_lexicon()
    load_measures()
    load_romanisation()
