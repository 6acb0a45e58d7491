"""One thing that the network often gets wrong and a rule gets right.

A speaker after the verb of saying (“…”, wrote the residents) is rare in the treebanks, and the
network tends to take it for the verb's object. In the training parts of EWT and GUM a finite verb
with a clause before it, no subject before it and a bare noun after it has that noun as its subject
35 times, and never as its object; nor does a verb that is parataxis right after a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

# "write" after a quotation is often tagged as a bare form.
_FINITE_OR_BARE = frozenset({"VBD", "VBZ", "VBP", "VB"})
_INFINITIVE = frozenset({"mark", "aux"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_OBJECT_PRONOUNS = frozenset({"me", "you", "him", "her", "it", "us", "them"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})


class ParsedWord(Protocol):
    """A word of one sentence; ``head`` counts from its first word, its own number for the root."""

    @property
    def form(self) -> str:
        """The word as printed."""

    @property
    def xpos(self) -> str:
        """Its fine tag."""

    @property
    def head(self) -> int:
        """Number of its head."""

    @property
    def relation(self) -> str:
        """Its relation to the head."""


def subjects_after_the_verb(words: Sequence[ParsedWord]) -> list[int]:
    """Find the objects that are the subject of an inverted verb of saying.

    The verb is finite, or a bare form without "to" or auxiliary, and has no subject. Either a
    clause hangs on it from the left, or it hangs as parataxis on a clause to its left that a
    quotation mark closes just before it.

    Args:
        words: One sentence.

    Returns:
        Numbers of the words whose relation should be ``nsubj``; at most one for each verb.
    """
    found: list[int] = []
    for verb, word in enumerate(words):
        if word.xpos not in _FINITE_OR_BARE:
            continue
        children = [n for n, child in enumerate(words) if child.head == verb and n != verb]
        relations = {words[n].relation.partition(":")[0] for n in children}
        objects = [n for n in children if n > verb and words[n].relation == "obj"]
        if not objects or relations & _SUBJECTS:
            continue
        if word.xpos == "VB" and relations & _INFINITIVE:
            continue
        if words[objects[0]].form.lower() in _OBJECT_PRONOUNS:
            continue
        if _clause_before(words, verb, children) or _after_a_quotation(words, verb):
            found.append(objects[0])
    return found


def _clause_before(words: Sequence[ParsedWord], verb: int, children: Sequence[int]) -> bool:
    return any(n < verb and words[n].relation in _CLAUSES for n in children)


def _after_a_quotation(words: Sequence[ParsedWord], verb: int) -> bool:
    if words[verb].relation != "parataxis" or words[verb].head > verb:
        return False
    return any(words[n].form in _CLOSING for n in range(max(0, verb - 2), verb))
