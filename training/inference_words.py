"""Words that stand for another in a controlled edit: ``python -m training.inference_words``.

Writes ``training/data/word_relations.tsv.gz`` from WordNet 3.0 (Debian package ``wordnet-base``)
and the forms of words from the treebanks. Only words that the treebanks hold are kept, and of each
word only its first senses, since an edit does not know which sense is meant.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.recipe import DATA
from training.treebank import Sentence, read_treebank

TABLE = Path(__file__).with_name("data") / "word_relations.tsv.gz"
WORDNET = Path("/usr/share/wordnet")

ANTONYM, SYNONYM, KIND, SISTER = "antonym", "synonym", "kind", "sister"
MEMBER = "member"
"""The converse of :data:`KIND`, which the table does not repeat."""

TAGS = {
    "noun": ("NN", "NNS"),
    "verb": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "adj": ("JJ", "JJR", "JJS"),
    "adv": ("RB",),
}
_FILES = ("noun", "verb", "adj", "adv")
_COMMON = 4  # occurrences in the treebanks
_SISTERS = 6
# Concepts so wide that they say nothing, and words whose opposite is no contradiction.
_TOO_WIDE = frozenset(
    "entity abstraction thing object unit whole matter relation attribute state act move change "
    "make be do have get become measure psychological_feature group".split()
)


@dataclass(slots=True)
class Synset:
    """Words of one sense, the senses right above it, and its opposites by word."""

    words: list[str]
    kinds: list[str] = field(default_factory=list)
    opposites: list[tuple[int, str, int]] = field(default_factory=list)


def forms_of(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The commonest form of each lemma under each tag, lower-cased."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.form.isalpha():
                counts[word.lemma.lower(), word.xpos][word.form.lower()] += 1
    return {key: min(found, key=lambda form: (-found[form], form)) for key, found in counts.items()}


def relations(
    folder: Path, known: dict[str, frozenset[str]]
) -> Iterator[tuple[str, str, str, str]]:
    """Part of speech, lemma, relation and other lemma, in order.

    Args:
        folder: WordNet's ``index.*`` and ``data.*``.
        known: Per part of speech, the lemmas to keep.
    """
    for part in _FILES:
        synsets = dict(read_synsets(folder / f"data.{part}"))
        senses = dict(read_senses(folder / f"index.{part}"))
        lemmas = known[part]
        first = {lemma: senses[lemma][0] for lemma in sorted(lemmas) if lemma in senses}
        sisters: defaultdict[str, list[str]] = defaultdict(list)
        for lemma, sense in first.items():
            for kind in synsets[sense].kinds[:1]:
                sisters[kind].append(lemma)
        for lemma, sense in first.items():
            found = _related(lemma, sense, synsets, senses, lemmas)
            for kind in synsets[sense].kinds[:1]:
                near = [other for other in sisters[kind] if first[other] != sense]
                found |= {(SISTER, other) for other in near[:_SISTERS]}
            yield from ((part, lemma, relation, other) for relation, other in sorted(found))


def _related(
    lemma: str,
    sense: str,
    synsets: dict[str, Synset],
    senses: dict[str, list[str]],
    lemmas: frozenset[str],
) -> set[tuple[str, str]]:
    synset = synsets[sense]
    found = {
        (SYNONYM, word)
        for word in synset.words
        if word != lemma and word in lemmas and senses[word][0] == sense
    }
    for above in synset.kinds[:1]:
        found |= {
            (KIND, word)
            for word in synsets[above].words
            if word in lemmas and word not in _TOO_WIDE and senses[word][0] == above
        }
    for own in senses[lemma][:2]:
        for place, other, other_place in synsets[own].opposites:
            if place in {
                0,
                synsets[own].words.index(lemma) + 1 if lemma in synsets[own].words else 0,
            }:
                word = synsets[other].words[max(other_place - 1, 0)]
                if word in lemmas:
                    found.add((ANTONYM, word))
    return found


def read_synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    """Offset and synset, as wndb(5WN) lays them out."""
    part = path.suffix[1:]
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            cells = line.partition("|")[0].split()
            count = int(cells[3], 16)
            words = [word.lower().partition("(")[0] for word in cells[4 : 4 + 2 * count : 2]]
            synset = Synset(words)
            at = 4 + 2 * count
            for place in range(at + 1, at + 1 + 4 * int(cells[at]), 4):
                sign, other, other_part, ends = cells[place : place + 4]
                if sign == "@":
                    synset.kinds.append(other)
                elif sign == "!" and other_part in {part[0], "s"}:
                    synset.opposites.append((int(ends[:2], 16), other, int(ends[2:], 16)))
            yield cells[0], synset


def read_senses(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Lemma and the offsets of its synsets, the commonest first."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(" "):
                cells = line.split()
                yield cells[0], cells[-int(cells[2]) :]


class WordRelations:
    """The table in memory, with the forms of the words."""

    def __init__(self, forms: dict[tuple[str, str], str], table: Path = TABLE) -> None:
        self._forms = forms
        self._related: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        with gzip.open(table, "rt", encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    part, lemma, relation, other = line.rstrip("\n").split("\t")
                    self._related[part, lemma, relation].append(other)
                    if relation == KIND:
                        self._related[part, other, MEMBER].append(lemma)

    def others(self, lemma: str, tag: str, relation: str) -> list[str]:
        """The forms, under the same tag, of the words that stand in a relation to a word."""
        part = next((part for part, tags in TAGS.items() if tag in tags), None)
        if part is None:
            return []
        found = (self._forms.get((other, tag)) for other in self._related[part, lemma, relation])
        return [form for form in found if form]


def write(folder: Path, data: Path, table: Path) -> None:
    """Write the table."""
    counts: Counter[tuple[str, str]] = Counter()
    for name in ("ud_ewt", "ud_gum"):
        for sentence in read_treebank(data / name / "train.conllu"):
            counts.update((word.lemma.lower(), word.xpos) for word in sentence.words)
    known = {}
    for part, tags in TAGS.items():
        seen: Counter[str] = Counter()
        for (lemma, tag), count in counts.items():
            if tag in tags and lemma.isalpha() and len(lemma) > 2:
                seen[lemma] += count
        known[part] = frozenset(lemma for lemma, count in seen.items() if count >= _COMMON)
    rows = ["\t".join(row) for row in relations(folder, known)]
    text = "# From WordNet 3.0, copyright 2006 by Princeton University (licence: NOTICE).\n"
    text += "\n".join(rows) + "\n"
    with table.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(f"{table}: {len(rows)} relations, {table.stat().st_size} bytes")


def main() -> None:
    """Read the flags and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--table", type=Path, default=TABLE)
    flags = parser.parse_args()
    write(flags.wordnet, flags.data, flags.table)


if __name__ == "__main__":
    main()
