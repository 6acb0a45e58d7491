"""Scoring a reading of raw text against a treebank, by the two conventions in use.

A precision counts what the reader gave, a recall what the treebank has, and every score is the
F1 of the two, so that a word cut wrongly costs in both.

*CoNLL 2018* (the shared task's script; rows ``*_conll``): words are matched by their exact
offsets; all words count, marks too; relations are compared without subtypes.

*spaCy* (its ``Scorer``, which the peers' figures were made with): a word that lies within one
word of the treebank is matched to it; words whose relation is ``punct`` are left out on each
side; relations are compared whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from training.treebank import RawDocument

from twosource.language.interface import Reading

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word by its offsets, with the offsets of its head (its own for a root)."""

    offsets: Offsets
    upos: str
    xpos: str
    lemma: str
    head: Offsets
    relation: str


def words_read(reading: Reading) -> list[ScoredWord]:
    """The words of a reading."""
    offsets = [(token.start, token.end) for token in reading.tokens]
    return [
        ScoredWord(
            offsets[token.index],
            token.upos,
            token.xpos,
            token.lemma,
            offsets[token.head],
            token.relation,
        )
        for token in reading.tokens
    ]


def words_expected(document: RawDocument) -> list[ScoredWord]:
    """The words of a treebank document."""
    found: list[ScoredWord] = []
    for sentence in document.sentences:
        first = len(found)
        for word in sentence.words:
            own = document.offsets[len(found)]
            head = document.offsets[first + word.head - 1] if word.head else own
            found.append(ScoredWord(own, word.upos, word.xpos, word.lemma, head, word.relation))
    return found


class ParseTally:
    """Counts over many documents, and the scores from them."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._given: Counter[str] = Counter()
        self._wanted: Counter[str] = Counter()

    def add(self, reading: Reading, document: RawDocument) -> None:
        """Count one document."""
        given, wanted = words_read(reading), words_expected(document)
        exact, expected = _exact_facts(given), _exact_facts(wanted)
        lenient = _lenient_facts(_matched(given, document))
        expected |= _lenient_facts(wanted)
        for name, facts in (exact | lenient).items():
            self._count(name, facts, expected[name])
        self._count("sentence", _sentences_read(reading), _sentences_expected(document))
        lemmas = {word.offsets: word.lemma for word in wanted}
        matched = [word for word in given if word.offsets in lemmas]
        self._right["lemma"] += sum(word.lemma == lemmas[word.offsets] for word in matched)
        self._given["lemma"] += len(matched)
        self._wanted["lemma"] += len(matched)

    def _count(self, name: str, given: set[object], wanted: set[object]) -> None:
        self._right[name] += len(given & wanted)
        self._given[name] += len(given)
        self._wanted[name] += len(wanted)

    def scores(self) -> dict[str, float]:
        """F1 in per cent by name; ``lemma`` is the accuracy over matched words."""
        return {
            name: 200.0 * self._right[name] / max(1, self._given[name] + self._wanted[name])
            for name in sorted(self._wanted)
        }


def _matched(words: Sequence[ScoredWord], document: RawDocument) -> list[ScoredWord]:
    """The words with the offsets of the treebank's word that each lies in, where it lies in one."""
    around = {
        place: offsets for offsets in document.offsets for place in range(offsets[0], offsets[1])
    }

    def match(own: Offsets) -> Offsets:
        outer = around.get(own[0])
        return outer if outer is not None and own[1] <= outer[1] else own

    return [replace(word, offsets=match(word.offsets), head=match(word.head)) for word in words]


def _exact_facts(words: Iterable[ScoredWord]) -> dict[str, set[object]]:
    facts: dict[str, set[object]] = {name: set() for name in ("token", "uas_conll", "las_conll")}
    for word in words:
        facts["token"].add(word.offsets)
        facts["uas_conll"].add((word.offsets, word.head))
        facts["las_conll"].add((word.offsets, word.head, word.relation.partition(":")[0]))
    return facts


def _lenient_facts(words: Iterable[ScoredWord]) -> dict[str, set[object]]:
    facts: dict[str, set[object]] = {name: set() for name in ("upos", "xpos", "uas", "las")}
    for word in words:
        facts["upos"].add((word.offsets, word.upos))
        facts["xpos"].add((word.offsets, word.xpos))
        if word.relation != "punct":
            facts["uas"].add((word.offsets, word.head))
            facts["las"].add((word.offsets, word.head, word.relation))
    return facts


def _sentences_read(reading: Reading) -> set[object]:
    return {
        (reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end)
        for sentence in reading.sentences
    }


def _sentences_expected(document: RawDocument) -> set[object]:
    found: set[object] = set()
    first = 0
    for sentence in document.sentences:
        last = first + len(sentence.words)
        found.add((document.offsets[first][0], document.offsets[last - 1][1]))
        first = last
    return found
