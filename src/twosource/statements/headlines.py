"""Words quoted over a report that somebody utters in it: the headline's speaker is found below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from twosource.language.interface import Reading
from twosource.statements.candidates import Candidate
from twosource.statements.quotes import Quotation
from twosource.statements.speech import going_on, tokens_in

_OPENING = 2
"""Paragraphs at the head of a report that may be its headline."""
_FEWEST = 3
"""Fewest words by which a headline is known again."""
_SHARE = 0.7
"""Least share of a headline's words that stand in one order in the speech below."""


def headline_candidates(
    reading: Reading, speech: Sequence[Quotation], found: Sequence[Candidate]
) -> list[Candidate]:
    """Quoted headlines as the words of whoever says them in the report.

    Args:
        reading: The report, read.
        speech: Its quotations that are speech.
        found: What is attributed already.
    """
    made = []
    for quotation in speech:
        if _paragraph(reading, quotation) >= _OPENING or _covered(quotation, found):
            continue
        words = _words(reading, quotation)
        below = [
            (_shared(words, _words(reading, other)), -other.start, candidate)
            for other in speech
            if other.start >= quotation.paragraph_end
            for candidate in found
            if _covered(other, [candidate])
        ]
        best = max(below, key=lambda one: one[:2], default=None)
        if best is not None and len(words) >= _FEWEST and best[0] >= _SHARE * len(words):
            made.append(going_on(reading, quotation, best[2]))
    return made


def _paragraph(reading: Reading, quotation: Quotation) -> int:
    first = bisect_left(reading.tokens, quotation.inner_start, key=lambda t: t.start)
    token = reading.tokens[min(first, len(reading.tokens) - 1)]
    return reading.sentences[token.sentence].paragraph


def _covered(quotation: Quotation, candidates: Sequence[Candidate]) -> bool:
    return any(
        start <= quotation.inner_start and quotation.inner_end <= end
        for candidate in candidates
        for start, end in candidate.content
    )


def _words(reading: Reading, quotation: Quotation) -> list[str]:
    tokens = tokens_in(reading, quotation.inner_start, quotation.inner_end)
    return [reading.tokens[t].lemma.lower() for t in tokens if reading.tokens[t].upos != "PUNCT"]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in both in one order: the longest common subsequence."""
    lengths = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for place, known in enumerate(other, 1):
            above = lengths[place]
            if word == known:
                lengths[place] = before + 1
            else:
                lengths[place] = max(above, lengths[place - 1])
            before = above
    return lengths[-1]
