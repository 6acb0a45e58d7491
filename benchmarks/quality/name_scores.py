"""Scoring names against sets that carry words only, on the raw text of the treebank behind them.

A set's sentence is found in the treebank by its characters without white space, so that it does
not matter how either cuts words. Sentences that are in one of the two only are left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from training.treebank import RawDocument

from twosource.language.interface import Reading

KINDS = frozenset({"PER", "ORG", "LOC"})

_Name = tuple[int, int, str]


class NameTally:
    """Exact-span F1 of persons, bodies and places.

    Args:
        path: JSON lines with ``words`` and BIO ``tags``.
    """

    def __init__(self, path: Path) -> None:
        self._sentences: defaultdict[str, list[list[_Name]]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            self._sentences["".join(record["words"])].append(list(_runs(record)))
        self._right = self._given = self._wanted = 0

    def add(self, reading: Reading, document: RawDocument) -> None:
        """Count one document."""
        wanted: set[_Name] = set()
        covered: set[int] = set()
        first = 0
        for sentence in document.sentences:
            last = first + len(sentence.words)
            places = _places(document.offsets[first:last])
            waiting = self._sentences["".join(word.form for word in sentence.words)]
            first = last
            if waiting:
                covered.update(places)
                wanted.update(
                    (places[start], places[end - 1] + 1, kind)
                    for start, end, kind in waiting.pop(0)
                )
        given = {
            (start, end, name.kind.value)
            for name in reading.names
            for start, end in [
                (reading.tokens[name.first].start, reading.tokens[name.last - 1].end)
            ]
            if name.kind.value in KINDS and start in covered
        }
        self._right += len(given & wanted)
        self._given += len(given)
        self._wanted += len(wanted)

    def f1(self) -> float:
        """F1 in per cent."""
        return 200.0 * self._right / max(1, self._given + self._wanted)


def _places(offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Offset of every character that stands in a word."""
    return [place for start, end in offsets for place in range(start, end)]


def _runs(record: dict[str, list[str]]) -> Iterator[_Name]:
    """Names as positions among the characters without white space."""
    ends = [0]
    for word in record["words"]:
        ends.append(ends[-1] + len(word))
    spans = list(pairwise(ends))
    number = 0
    tags = [*record["tags"], "O"]
    while number < len(spans):
        first, tag = number, tags[number]
        number += 1
        if tag.startswith("B-"):
            while tags[number] == "I-" + tag[2:]:
                number += 1
            if tag[2:] in KINDS:
                yield spans[first][0], spans[number - 1][1], tag[2:]
