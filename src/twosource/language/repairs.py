"""A few things that the network often gets wrong and rules get right.

A speaker after the verb of saying (“…”, wrote the residents) is rare in the treebanks, and the
network tends to take it for the verb's object. In the training parts of EWT and GUM a finite verb
with a clause before it, no subject before it and a bare noun after it has that noun as its subject
35 times, and never as its object; nor does a verb that is parataxis right after a quotation.

Of two subjects of a clause, one that stands right before a verb of saying without a subject is the
subject of that verb (“The firm says its men were there”). And “who” after a comma begins a clause
about the noun before it, not what somebody says (“…, said the pilot, who swam ashore”).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

# "write" after a quotation is often tagged as a bare form.
_FINITE_OR_BARE = frozenset({"VBD", "VBZ", "VBP", "VB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "whose", "whom"})
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


def misplaced(words: Sequence[ParsedWord]) -> list[tuple[int, int, str]]:
    """Find subjects and relative clauses that hang on the wrong word beside a verb of saying.

    Args:
        words: One sentence.

    Returns:
        Number of each such word, with the head and the relation that it should have.
    """
    found: list[tuple[int, int, str]] = []
    for verb, word in enumerate(words):
        if word.xpos not in _FINITE:
            continue
        children = [n for n, child in enumerate(words) if child.head == verb and n != verb]
        subjects = [n for n in children if words[n].relation.startswith("nsubj")]
        for clause in (n for n in children if n > verb and words[n].relation == "ccomp"):
            within = _under(words, clause)
            before = [n for n in within if n < verb]
            own = [n for n in before if words[n].head == clause]
            heads = [n for n in own if words[n].relation.startswith("nsubj")]
            if not subjects and len(own) == 1 and heads and before[-1] == verb - 1:
                found.append((heads[0], verb, "nsubj"))
            after = [n for n in subjects if verb < n < within[0]]
            if after and _is_relative(words, within):
                found.append((clause, after[0], "acl:relcl"))
    return found


def _is_relative(words: Sequence[ParsedWord], clause: Sequence[int]) -> bool:
    first = next(n for n in clause if words[n].form != ",")
    return words[first].form.lower() in _RELATIVE and words[first - 1].form == ","


def _under(words: Sequence[ParsedWord], top: int) -> list[int]:
    """A word with all that hangs on it, in order."""
    found = {top}
    grown = True
    while grown:
        more = {n for n, word in enumerate(words) if word.head in found} - found
        found |= more
        grown = bool(more)
    return sorted(found)


def _clause_before(words: Sequence[ParsedWord], verb: int, children: Sequence[int]) -> bool:
    return any(n < verb and words[n].relation in _CLAUSES for n in children)


def _after_a_quotation(words: Sequence[ParsedWord], verb: int) -> bool:
    if words[verb].relation != "parataxis" or words[verb].head > verb:
        return False
    return any(words[n].form in _CLOSING for n in range(max(0, verb - 2), verb))
