"""Which verbs name one deed: ``python -m training.lexicon --wordnet FOLDER``.

Writes ``src/twosource/reference/lexicon.xz`` from WordNet 3.1: of each verb its commonest
senses and, marked, the senses right above them. Two verbs may name one deed where they share a
sense, or where a sense of one stands right above a sense of the other.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from pathlib import Path
from typing import TypeVar

from training.inference_words import WORDNET, read_senses, read_synsets

TABLE = Path("src/twosource/reference/lexicon.xz")
T = TypeVar("T")
_SENSES = 2
"""Senses of a verb that count, the commonest first: a reader thinks of no others."""
_WIDE = 24
"""Senses with more kinds than this right below them say too little ("move", "change", "make")."""


def rows(folder: Path) -> list[str]:
    """One line per verb: lemma, its senses, the senses above them.

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
    return lines_of(found)


def lines_of(verbs: dict[str, tuple[list[T], list[T]]]) -> list[str]:
    """The lines, without the senses that no other verb has: nothing is compared by those."""
    having, below = defaultdict(set), defaultdict(set)
    for lemma, (own, above) in verbs.items():
        for one in own:
            having[one].add(lemma)
        for one in above:
            below[one].add(lemma)
    number: dict[T, str] = {}
    found = []
    for lemma, (own, above) in verbs.items():
        shared = [one for one in own if (having[one] | below[one]) - {lemma}]
        over = [one for one in above if having[one] - {lemma}]
        for one in (*shared, *over):
            number.setdefault(one, str(len(number)))
        cells = (" ".join(number[one] for one in part) for part in (shared, over))
        found.append("\t".join((lemma, *cells)))
    return found


def write(folder: Path, table: Path) -> None:
    """Write the table."""
    lines = rows(folder)
    text = "# From WordNet 3.1, copyright 2006 by Princeton University (licence: NOTICE).\n"
    text += "\n".join(lines) + "\n"
    table.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{table}: {len(lines)} verbs, {table.stat().st_size} bytes")


def main() -> None:
    """Read the flags and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--table", type=Path, default=TABLE)
    flags = parser.parse_args()
    write(flags.wordnet, flags.table)


if __name__ == "__main__":
    main()
