"""Noun phrases as contents: denied any involvement, warned of floods, deaths announced by X."""

from __future__ import annotations

from collections.abc import Collection

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, sentence_range, subtree
from twosource.reference.cues import NOMINAL_OBJECTS, REPORT_NOUNS, VERBS, Act
from twosource.statements.candidates import Said
from twosource.statements.reach import starts_with, without_tails
from twosource.statements.shown import figure_said
from twosource.statements.subjects import agent

ABOUT = {
    "boast": ("of", "about"),
    "complain": ("of", "about", "over"),
    "hint": ("at",),
    "warn": ("of", "about", "against", "over"),
}
"""Verbs whose content may stand in a phrase, with the prepositions that open it."""
_TAKING_UP = frozenset({Act.SAY, Act.CLAIM, Act.DENY})
"""Acts that take up what was told before: "confirmed it"; who found it only has it."""


def told_by(reading: Reading, verb: int) -> Said | None:
    """Nine deaths announced by X, the claim was rejected by X: a passive with its agent."""
    token = reading.tokens[verb]
    noun = token.head
    if token.lemma.lower() not in NOMINAL_OBJECTS or agent(reading, verb) is None:
        return None
    for subject in dependents(reading, verb, "nsubj:pass"):
        if reading.tokens[subject].upos == "NOUN" and subject < verb:
            return Said("verb.noun", tuple(subtree(reading, subject)), verb)
    if token.relation != "acl" or token.xpos not in {"VBN", "VBD"} or noun > verb:
        return None
    word = reading.tokens[noun]
    if word.upos not in {"NOUN", "NUM"} or word.lemma.lower() in REPORT_NOUNS:
        return None
    kept = without_tails(reading, subtree(reading, noun, {verb}))
    return Said("verb.noun", tuple(t for t in kept if t <= noun), verb)


def nominal(reading: Reading, verb: int) -> Said | None:
    """Denied any involvement, reported a loud bang, warned of ...: a noun phrase as content."""
    lemma = reading.tokens[verb].lemma.lower()
    phrasal = verb + 1 < len(reading.tokens) and reading.tokens[verb + 1].text in {"out", "down"}
    ruled = lemma.startswith("rul") and phrasal
    if lemma == "say":
        return figure_said(reading, verb)
    if lemma not in NOMINAL_OBJECTS and lemma not in ABOUT and not ruled:
        return None
    for child in dependents(reading, verb, "obj", *(["xcomp"] if ruled else [])):
        if child > verb and reading.tokens[child].upos != "PRON":
            kept = without_tails(reading, subtree(reading, child))
            if VERBS.get(lemma) is Act.EXPECT:
                kept += [
                    t
                    for c in dependents(reading, verb, "obl")
                    if c > child
                    for t in subtree(reading, c)
                ]
            return Said("verb.noun", tuple(sorted(kept)), verb)
        taken = reading.tokens[child].lemma.lower() in {"this", "that", "it"}
        if child > verb and taken and VERBS.get(lemma) in _TAKING_UP:
            before = [] if VERBS[lemma] is Act.DENY else _told_before(reading, verb)
            taken_up = before or subtree(reading, child)
            return Said("verb.anaphor", tuple(taken_up), verb)
    for child in dependents(reading, verb, "obl"):
        if child > verb and starts_with(reading, child, ABOUT.get(lemma, ())):
            return past_preposition("verb.noun", verb, subtree(reading, child))
    return None


def _told_before(reading: Reading, verb: int) -> list[int]:
    """The clause that a confirmed "it" takes up: told in this sentence, else in the one before.

    Of a sentence that attributes, only what it has somebody say.
    """
    first, _ = sentence_range(reading, verb)
    own = set(subtree(reading, verb))
    here = [
        t.index
        for t in reading.tokens[first:verb]
        if base(t.relation) == "ccomp" and t.index not in own
    ]
    if here:
        return subtree(reading, here[0])
    number = reading.tokens[verb].sentence
    if not number:
        return []
    before, sentence = reading.sentences[number - 1], reading.sentences[number]
    if before.paragraph != sentence.paragraph:
        return []
    tokens = range(before.first, before.last)
    if reading.tokens[before.last - 1].text == "?":
        return []
    root = next((t for t in tokens if reading.tokens[t].head == t), None)
    if root is None or not dependents(reading, root, "nsubj", "expl"):
        return []
    if reading.tokens[root].lemma.lower() in VERBS:
        clauses = dependents(reading, root, "ccomp")
        return subtree(reading, clauses[0]) if clauses else []
    return [t for t in tokens if t < before.last - 1 or reading.tokens[t].upos != "PUNCT"]


def past_preposition(rule: str, verb: int, tokens: Collection[int]) -> Said:
    """A content whose preposition goes to the cue where it touches the verb: called *for*."""
    content = tuple(sorted(tokens))
    if content[0] == verb + 1 and len(content) > 1:
        return Said(rule, content[1:], verb + 1)
    return Said(rule, content, verb)
