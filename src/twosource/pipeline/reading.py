"""One report read once: everything that later stages need of it, so that its parse can go.

What is kept grows with the words of the reports; the parse, which is ten times as large, is
dropped as soon as the report is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.claims.descriptions import Description
from twosource.claims.extract import Extract
from twosource.comparison.lineage.wordprint import WordPrint
from twosource.comparison.wordings.utterance import Utterance
from twosource.statements.extract import Attributions


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one report gives, whatever the others say.

    Attributes:
        attributions: Its statements and its entities.
        descriptions: Roles and offices that it prints.
        extract: What can be compared.
        words: Its words outside quotations, for the search for shared text.
        utterances: What it gives as somebody's words.
    """

    attributions: Attributions
    descriptions: tuple[Description, ...]
    extract: Extract
    words: WordPrint
    utterances: tuple[Utterance, ...]
