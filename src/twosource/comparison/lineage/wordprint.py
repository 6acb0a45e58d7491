"""A report's words as the search for shared text sees them.

Quotations come out first: two reports that quote one speaker share the speaker's words, not each
other's. Names, numbers and grammar words weigh little, since every report on an event has them;
what weighs is the writer's own choice of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.statements.quotes import quotations

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
"""Universal parts of speech that carry a writer's choice of words."""
_LIGHT = frozenset(
    "be have do say tell report add also will can may would could then there here more very still "
    "just only so even get make take go come".split()
)
"""Lemmas so frequent in news that sharing one shows nothing."""
WEIGHT_OF_CONTENT, WEIGHT_OF_NUMBER, WEIGHT_OF_NAME = 1.0, 0.5, 0.25
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Word:
    """One word outside quotations.

    Attributes:
        folded: The word in lower case with plain apostrophes.
        lemma: Its dictionary form in lower case.
        weight: What sharing it shows: 1 for a content word, less for numbers and names, else 0.
        start, end: Offsets in the report's text.
        sentence: Number of its sentence in the report.
        stretch: Number of the stretch that it stands in: a new one begins with each sentence and
            after each quotation.
    """

    folded: str
    lemma: str
    weight: float
    start: int
    end: int
    sentence: int
    stretch: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Words outside quotations as columns of one length; the names are those of ``Word``."""

    folded: tuple[str, ...]
    weight: tuple[float, ...]
    sentence: tuple[int, ...]
    stretch: tuple[int, ...]

    def sentence_weights(self) -> dict[int, float]:
        """What the words of each sentence weigh together."""
        weights: dict[int, float] = {}
        for sentence, weight in zip(self.sentence, self.weight, strict=True):
            weights[sentence] = weights.get(sentence, 0.0) + weight
        return weights


@dataclass(frozen=True, slots=True)
class WordPrint:
    """The words of one report outside quotations, in order, with the number of its sentences."""

    report: ReportId
    words: tuple[Word, ...]

    @property
    def weight(self) -> float:
        """What the words weigh together."""
        return sum(word.weight for word in self.words)

    def columns(self) -> Columns:
        """What the search for shared runs needs of the words."""
        return Columns(
            tuple(word.folded for word in self.words),
            tuple(word.weight for word in self.words),
            tuple(word.sentence for word in self.words),
            tuple(word.stretch for word in self.words),
        )


def print_of(report: Report, reading: Reading) -> WordPrint:
    """Take the print of a report.

    Args:
        report: The report.
        reading: The reading of its readable text, so that furniture has no words.
    """
    quoted = [(q.start, q.end) for q in quotations(reading.text)]
    named = {t for name in reading.names for t in range(name.first, name.last)}
    words: list[Word] = []
    position = stretch = 0
    broken = True
    for token in reading.tokens:
        while position < len(quoted) and quoted[position][1] <= token.start:
            position += 1
        if position < len(quoted) and quoted[position][0] <= token.start:
            broken = True
            continue
        if not _WORD.search(token.text):
            continue
        if broken or words[-1].sentence != token.sentence:
            stretch += 1
            broken = False
        lemma = token.lemma.lower()
        words.append(
            Word(
                token.text.lower().replace("’", "'"),
                lemma,
                _weight(token.upos, lemma, token.index in named),
                token.start,
                token.end,
                token.sentence,
                stretch,
            )
        )
    return WordPrint(report.id, tuple(words))


def _weight(upos: str, lemma: str, in_name: bool) -> float:
    if in_name or upos == "PROPN":
        return WEIGHT_OF_NAME
    if upos == "NUM":
        return WEIGHT_OF_NUMBER
    return WEIGHT_OF_CONTENT if upos in CONTENT and lemma not in _LIGHT else 0.0
