"""Pairs made by controlled edits of treebank sentences and of the texts of other pairs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.inference_edits import (
    CALENDAR,
    Edit,
    Material,
    Tree,
    clauses,
    edits,
    is_usable,
    joined,
    negation_of,
    spelt,
)
from training.inference_pairs import Pair
from training.inference_words import WordRelations, forms_of
from training.treebank import Sentence, Word
from training.windows import training_sentences
from twosource.language.interface import Annotator

_EACH = 2  # pairs of each label from one sentence
_LATER = 3  # sentences further on, in the same document


def treebank_material(data: Path) -> tuple[list[Sentence], Material]:
    """The sentences of both treebanks and what edits take from them."""
    ewt, gum, _ = training_sentences(data)
    sentences = [*ewt, *gum]
    forms = forms_of(sentences)
    places = sorted(set(_names(sentences, {"obl"}, {"in"})))
    actors = sorted(set(_names(sentences, {"nsubj"}, set())))
    return sentences, Material(WordRelations(forms), forms, places, actors)


def _names(sentences: Sequence[Sentence], relations: set[str], cases: set[str]) -> Iterator[str]:
    for sentence in sentences:
        tree = Tree(sentence)
        for number, word in enumerate(tree.words):
            if word.xpos != "NNP" or word.relation not in relations or word.form in CALENDAR:
                continue
            case = {c for c in tree.children[number] if tree.words[c].relation == "case"}
            name = sorted(tree.below(number) - case)
            together = name[-1] - name[0] < 2 and all(tree.words[n].xpos == "NNP" for n in name)
            if {tree.lower[c] for c in case} == cases and together:
                yield " ".join(tree.words[n].form for n in name)


def made_from_treebanks(
    sentences: Sequence[Sentence], material: Material, chance: random.Random
) -> Iterator[Pair]:
    """Pairs from each usable sentence, and neutral pairs with a later sentence."""
    for number, sentence in enumerate(sentences):
        tree = Tree(sentence)
        if not is_usable(tree):
            continue
        yield from made_from(tree, material, chance)
        later = number + chance.randint(1, _LATER)
        if chance.random() < 0.3 and later < len(sentences):
            other = Tree(sentences[later])
            if sentences[later].document == sentence.document and is_usable(other):
                yield Pair("later", spelt(tree), spelt(other), "n")


def made_from(tree: Tree, material: Material, chance: random.Random) -> Iterator[Pair]:
    """Pairs from one sentence: at most two of each label, of different kinds where it can be."""
    single = list(edits(tree, material, chance))
    found = [*single, *_joined(single, chance)]
    chance.shuffle(found)
    plain = spelt(tree)
    pairs: list[Pair] = []
    for clause, label in clauses(tree):
        pairs.append(Pair("clause", plain, clause, label))
        if label == "e":
            pairs.append(Pair("clause", clause, plain, "n"))
    for edit in found:
        outcome = spelt(tree, edit)
        pairs.append(Pair(edit.kind, plain, outcome, edit.there))
        pairs.append(Pair(edit.kind, outcome, plain, edit.back))
    chance.shuffle(pairs)
    for label in "enc":
        seen: set[str] = set()
        for pair in pairs:
            if pair.label == label and pair.source not in seen and len(seen) < _EACH:
                seen.add(pair.source)
                yield pair


def _joined(single: Sequence[Edit], chance: random.Random) -> Iterator[Edit]:
    """Some edits done together, mostly with a cut."""
    cuts = [edit for edit in single if edit.kind == "cut"]
    for edit in single:
        partners = cuts if cuts and chance.random() < 0.8 else single
        partner = chance.choice(partners)
        if partner is not edit and (both := joined(partner, edit)):
            yield both


def denied(
    pairs: Sequence[Pair], reader: Annotator, material: Material, chance: random.Random
) -> Iterator[Pair]:
    """Pairs with the hypothesis denied: what was entailed is contradicted, and the reverse."""
    turned = {"e": "c", "n": "n", "c": "e"}
    for pair in pairs:
        tree = read_tree(pair.hypothesis, reader)
        edit = negation_of(tree, material, chance) if tree else None
        if tree and edit:
            yield Pair(f"{pair.source}-denied", pair.premise, spelt(tree, edit), turned[pair.label])


def read_tree(text: str, reader: Annotator) -> Tree | None:
    """The tree of a text, if it is one sentence."""
    reading = reader.read(text)
    if len(reading.sentences) != 1 or not reading.tokens:
        return None
    words = tuple(
        Word(
            form=token.text,
            lemma=token.lemma,
            upos=token.upos,
            xpos=token.xpos,
            head=0 if token.head == token.index else token.head + 1,
            relation=token.relation,
            space_after=text[token.end : token.end + 1].isspace(),
        )
        for token in reading.tokens
    )
    return Tree(Sentence(words, "", False))
