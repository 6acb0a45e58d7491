"""textacy's direct quotations over a reading of the embedded model, as a naive peer.

Its rules need part-of-speech tags, lemmas and subjects, which it takes from a spaCy document. The
document is built from the reading, so that no other pipeline has to be installed: Universal
Dependencies relations are given by spaCy's English names where the two differ. Text is handed over
paragraph by paragraph, because an odd number of quotation marks loses everything given at once.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from benchmarks.quality.attribution_sets import Attributed, Run

from twosource.language.interface import Reading

# What textacy asks for by a name of its own; other relations are given as they are.
_RELATIONS = {
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "aux:pass": "auxpass",
    "obj": "dobj",
    "root": "ROOT",
}


def has_peer() -> bool:
    """Whether textacy is installed; the dependency group ``compare`` has it."""
    return importlib.util.find_spec("textacy") is not None


def direct_quotations(reading: Reading) -> list[Attributed]:
    """Every quotation to which textacy gives a speaker."""
    import spacy  # noqa: PLC0415
    from textacy.extract import triples  # noqa: PLC0415

    vocabulary = spacy.blank("en").vocab
    found: list[Attributed] = []
    for first, last in _paragraphs(reading):
        document = _document(vocabulary, reading, first, last)
        try:
            quoted = list(triples.direct_quotations(document))
        except ValueError:  # an odd number of quotation marks
            continue
        for one in quoted:
            content = reading.tokens[first + one.content.start].start
            end = reading.tokens[first + one.content.end - 1].end
            found.append(
                Attributed(
                    f"{content}",
                    tuple(_runs(reading, first, one.speaker)),
                    tuple(_runs(reading, first, one.cue)),
                    ((content, end),),
                )
            )
    return found


def _paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
    for _, sentences in groupby(reading.sentences, key=lambda sentence: sentence.paragraph):
        together = list(sentences)
        yield together[0].first, together[-1].last


def _document(vocabulary: Any, reading: Reading, first: int, last: int) -> Any:  # noqa: ANN401
    from spacy.tokens import Doc  # noqa: PLC0415

    tokens = reading.tokens[first:last]
    return Doc(
        vocabulary,
        words=[token.text for token in tokens],
        pos=[token.upos for token in tokens],
        tags=[token.xpos for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[token.head - first for token in tokens],
        deps=[_RELATIONS.get(token.relation, token.relation) for token in tokens],
    )


def _runs(reading: Reading, first: int, words: Any) -> Iterator[Run]:  # noqa: ANN401
    for word in words:
        token = reading.tokens[first + word.i]
        yield token.start, token.end
