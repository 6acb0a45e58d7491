"""The lemma table: what the spelling rules get wrong, counted from the training sentences."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.treebank import Sentence
from twosource.language.lemmas import lemma_by_rule, table_key

_IRREGULAR = Path(__file__).parent / "data" / "irregular.tsv"


def exceptions(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The commonest lemma of each form and tag, where the rules would give another.

    Verbs of ``training/data/irregular.tsv`` come first: rare ones that the treebanks lack.

    Args:
        sentences: Training sentences with lemmas.

    Returns:
        Lemma by (key, tag); ties go to the lemma that sorts first.
    """
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma != "_":
                seen[table_key(word.form, word.xpos), word.xpos][word.lemma] += 1
    found = {key: lemma for key, lemma in _irregular() if lemma != lemma_by_rule(*key)}
    for (form, tag), lemmas in sorted(seen.items()):
        if (form, tag) in found:
            continue
        lemma = min(lemmas, key=lambda one: (-lemmas[one], one))
        if lemma != lemma_by_rule(form, tag):
            found[form, tag] = lemma
    return found


def _irregular() -> list[tuple[tuple[str, str], str]]:
    rows = [line.split("\t") for line in _IRREGULAR.read_text(encoding="utf-8").splitlines()]
    return [((form, tag), lemma) for form, tag, lemma in rows]


def write_table(path: Path, table: dict[tuple[str, str], str]) -> None:
    """Write the table; the same table always gives the same bytes."""
    rows = "".join(f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(table.items()))
    path.write_bytes(gzip.compress(rows.encode("utf-8"), compresslevel=9, mtime=0))
