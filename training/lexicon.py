"""Which verbs name one deed: ``python -m training.lexicon --wordnet FOLDER``.

Writes ``src/twosource/reference/lexicon.xz`` from WordNet 3.1: of each verb its commonest
senses and, marked, the senses right above them. Two verbs may name one deed where they share a
sense, or where a sense of one stands right above a sense of the other.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import TypeVar

from training.inference_words import WORDNET, read_senses, read_synsets
from training.packing import fronted, planes, streamed

TABLE = Path("src/twosource/reference/lexicon.xz")
T = TypeVar("T")
Row = tuple[str, list[int], list[int]]
LICENCE = "# From WordNet 3.1, copyright 2006 by Princeton University (licence: NOTICE)."
_SENSES = 2
"""Senses of a verb that count, the commonest first: a reader thinks of no others."""
_WIDE = 24
"""Senses with more kinds than this right below them say too little ("move", "change", "make")."""


def rows(folder: Path) -> list[Row]:
    """Of each verb its lemma, its senses and the senses above them.

    Args:
        folder: WordNet's ``index.verb`` and ``data.verb``.
    """
    synsets = dict(read_synsets(folder / "data.verb"))
    below = Counter(above for synset in synsets.values() for above in synset.kinds)
    found = {}
    for lemma, offsets in sorted(read_senses(folder / "index.verb")):
        own = offsets[:_SENSES]
        above = {
            kind for offset in own for kind in synsets[offset].kinds if below[kind] <= _WIDE
        } - set(own)
        found[lemma.replace("_", " ")] = ([*own], sorted(above))
    return numbered(found)


def numbered(verbs: dict[str, tuple[list[T], list[T]]]) -> list[Row]:
    """The senses by numbers from 0 in the order in which they come.

    Senses that no other verb has are left out: nothing is compared by those.
    """
    having, below = defaultdict(set), defaultdict(set)
    for lemma, (own, above) in verbs.items():
        for one in own:
            having[one].add(lemma)
        for one in above:
            below[one].add(lemma)
    number: dict[T, int] = {}
    found = []
    for lemma, (own, above) in verbs.items():
        shared = [one for one in own if (having[one] | below[one]) - {lemma}]
        over = [one for one in above if having[one] - {lemma}]
        for one in (*shared, *over):
            number.setdefault(one, len(number))
        found.append((lemma, [number[one] for one in shared], [number[one] for one in over]))
    return found


def packed(verbs: list[Row]) -> bytes:
    """The file: the licence and the lemmas, and how many senses each has of either sort.

    A sense that has not come yet stands as 0, any other as how many have come since.
    """
    shared, rests = fronted([lemma for lemma, _, _ in verbs])
    told, come = [], 0
    for one in (one for _, own, above in verbs for one in (*own, *above)):
        told.append(come - one)
        come += one == come
    many = (bytes(len(row[part]) for row in verbs) for part in (1, 2))
    numbers = b"".join((shared, *many, planes(told, 2)))
    return streamed("\n".join((LICENCE, *rests)), numbers)


def write(folder: Path, table: Path) -> None:
    """Write the table."""
    verbs = rows(folder)
    table.write_bytes(packed(verbs))
    print(f"{table}: {len(verbs)} verbs, {table.stat().st_size} bytes")


def main() -> None:
    """Read the flags and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--table", type=Path, default=TABLE)
    flags = parser.parse_args()
    write(flags.wordnet, flags.table)


if __name__ == "__main__":
    main()
