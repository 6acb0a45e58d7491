"""Learn which Latin spellings write one name: ``python -m training.romanisation``.

Reads the training split of the English-Russian name tokens (NETransliteration-COLING2018, mined
from Wikidata, CC0) and writes the shipped table: the Latin spellings of one Russian name to a
line. A spelling is kept that was counted often enough and whose Russian form, romanised, resembles
it; the corpus pairs some words with a neighbour's by mistake.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from training.packing import fronted, streamed
from twosource.claims.names.spelling import key

SOURCE = Path("../shared/data/crossdoc/names_ru/wd_russian_80")
TARGET = Path("src/twosource/reference/romanisation.xz")
LEAST_COUNT = 3
LEAST_LIKENESS = 0.34


def pairs(path: Path) -> list[tuple[str, str, int]]:
    """Latin spelling, Russian spelling and count of each line of the corpus."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, russian, count = line.split("\t")
        found.append((latin, russian.replace(" ", ""), int(count)))
    return found


def table(rows: list[tuple[str, str, int]]) -> list[tuple[str, str]]:
    """The rows worth shipping, sorted by Latin spelling."""
    return sorted(
        (latin, russian)
        for latin, russian, count in rows
        if count >= LEAST_COUNT
        and len(latin) > 1
        and Levenshtein.normalized_similarity(key(latin), key(russian)) >= LEAST_LIKENESS
    )


def packed(rows: list[tuple[str, str]]) -> bytes:
    """The file: which spellings write one name is all that is asked of it."""
    spellings = defaultdict(list)
    for latin, russian in rows:
        spellings[russian].append(latin)
    lines = sorted(" ".join(sorted(group)) for group in spellings.values())
    shared, rests = fronted(lines)
    return streamed("\n".join(rests), shared)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--target", type=Path, default=TARGET)
    flags = parser.parse_args()
    kept = table(pairs(flags.source))
    flags.target.write_bytes(packed(kept))
    print(f"{len(kept)} spellings, {flags.target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
