"""Controlled edits: what becomes of a text on its way into another report."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.quality.lineage.synonyms import SYNONYMS
from training.treebank import Sentence, Word

Text = list[str]
"""Sentences, in order."""


def plain(sentence: Sentence) -> str:
    """The sentence as it stands in its document."""
    return joined(sentence.words)


def joined(words: Sequence[Word]) -> str:
    """Words with the spaces between them."""
    return "".join(word.form + (" " if word.space_after else "") for word in words).strip()


def cut_down(sentences: Text, chance: random.Random) -> Text:
    """The lead and about half of the rest, in order."""
    keep = max(4, round(len(sentences) * chance.uniform(0.4, 0.6)))
    rest = sorted(chance.sample(range(1, len(sentences)), min(keep, len(sentences) - 1)))
    return [sentences[0], *(sentences[i] for i in rest)]


def reordered(sentences: Text, chance: random.Random) -> Text:
    """The lead, then the rest in another order."""
    rest = sentences[1:]
    chance.shuffle(rest)
    return [sentences[0], *rest]


CHANGED = 0.25
"""The share of a sentence's content words that an edit must change for the sentence to be used: a
rewrite that leaves a sentence as it was would only copy it."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM"})


def substituted(sentences: Sequence[Sentence], chance: random.Random) -> Text:
    """Synonyms for every word that has one, and other numbers, in the same order of words.

    Sentences in which too little changes are left out.
    """
    return [
        joined([_replaced(word, chance) for word in s.words])
        for s in sentences
        if _changeable(s) >= CHANGED
    ]


def _changeable(sentence: Sentence) -> float:
    content = [word for word in sentence.words if word.upos in _CONTENT]
    changed = sum(word.form.lower() in SYNONYMS or word.form.isdigit() for word in content)
    return changed / len(content) if content else 0.0


def reworded(
    sentences: Sequence[Sentence], chance: random.Random, *, synonyms: bool = True
) -> Text:
    """As a translation back into the language reads.

    Every word with a synonym is replaced, asides are dropped, and a phrase at the end of the
    clause moves to its front or the other way about. Sentences in which too few words have a
    synonym are left out.
    """
    told = [
        _recast(sentence, chance, synonyms)
        for sentence in sentences
        if _changeable(sentence) >= CHANGED
    ]
    return [text for text in told if text]


def _replaced(word: Word, chance: random.Random) -> Word:
    form = SYNONYMS.get(word.form.lower())
    if word.form.isdigit() and len(word.form) < 4:
        form = str(int(word.form) + chance.choice((1, 2, 10)))
    if form is None:
        return word
    shown = form.capitalize() if word.form[:1].isupper() else form
    return _with_form(word, shown)


def _with_form(word: Word, form: str) -> Word:
    return Word(form, word.lemma, word.upos, word.xpos, word.head, word.relation, word.space_after)


def _recast(sentence: Sentence, chance: random.Random, synonyms: bool) -> str:
    words = list(sentence.words)
    dropped = {
        i
        for i, word in enumerate(words)
        if word.relation == "advmod"
        and word.upos == "ADV"
        and word.lemma not in {"not", "n't", "never", "when", "how", "where", "why"}
        and chance.random() < 0.6
    }
    dropped |= {
        i for i, word in enumerate(words) if word.relation == "amod" and chance.random() < 0.25
    }
    order = _moved(words)
    kept = [words[i] for i in order if i not in dropped]
    kept = [_replaced(word, chance) for word in kept] if synonyms else kept
    text = " ".join(word.form for word in kept if word.upos != "PUNCT" or word.form in "“”\"'%$")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _moved(words: Sequence[Word]) -> list[int]:
    """The order of the words after the last adverbial of the root has gone to the front."""
    everything = list(range(len(words)))
    root = next((i for i, word in enumerate(words) if word.head == 0), None)
    if root is None:
        return everything
    for i in reversed(everything):
        if words[i].head == root + 1 and words[i].relation.partition(":")[0] in {"obl", "advcl"}:
            block = sorted(_below(words, i))
            if block == list(range(block[0], block[-1] + 1)) and len(block) > 1:
                rest = [j for j in everything if j not in block]
                return [*rest, *block] if block[0] < root else [*block, *rest]
    return everything


def _below(words: Sequence[Word], top: int) -> set[int]:
    found, frontier = {top}, [top]
    while frontier:
        here = frontier.pop()
        for i, word in enumerate(words):
            if word.head == here + 1 and i not in found:
                found.add(i)
                frontier.append(i)
    return found
