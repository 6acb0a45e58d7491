"""From tokens to runs of text: where a content begins and ends on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.language.interface import Reading
from twosource.language.tree import runs

CharRun = tuple[int, int]
LEADING = frozenset({",", ":", ";", "-", "–", "—", ".", ")", "]"})
TRAILING = frozenset({",", ":", ";", "-", "–", "—", "(", "["})
QUOTE_MARKS = frozenset("“”\"„«»‘’'")
BRIDGED = 1
"""Tokens that may be missing inside a content without splitting it, if they are punctuation."""


def content_runs(reading: Reading, tokens: Sequence[int]) -> tuple[CharRun, ...]:
    """Turn content tokens into runs of code points, without edge punctuation and without "that".

    Quotation marks stay; they are settled when quotations are laid over the content. Runs that
    only punctuation parts are joined.
    """
    found: list[CharRun] = []
    for first, last in _bridged(reading, runs(sorted(tokens))):
        while first < last - 1 and _leads(reading, first):
            first += 1
        while last > first and reading.tokens[last - 1].text in TRAILING:
            last -= 1
        if any(
            reading.tokens[t].upos != "PUNCT" and not _leads(reading, t) for t in range(first, last)
        ):
            found.append((reading.tokens[first].start, reading.tokens[last - 1].end))
    return tuple(found)


def _leads(reading: Reading, token: int) -> bool:
    """Whether a token only introduces a content: a mark, or "that" as a conjunction."""
    word = reading.tokens[token]
    if word.text.lower() == "that":
        return word.upos == "SCONJ" or word.relation == "mark"
    return word.text in LEADING


def _bridged(reading: Reading, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in pieces:
        if (
            joined
            and first - joined[-1][1] <= BRIDGED
            and all(reading.tokens[t].upos == "PUNCT" for t in range(joined[-1][1], first))
        ):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def cue_run(reading: Reading, verb: int, cue_to: int) -> tuple[int, int]:
    """The cue around a verb: auxiliaries, negation and adverbs before it, particles after it."""
    first, last = verb, max(verb, cue_to) + 1
    parts = {
        c
        for c in reading.children[verb]
        if reading.tokens[c].relation.partition(":")[0] in {"aux", "advmod", "cop", "compound"}
    }
    while first - 1 in parts:
        first -= 1
    while last in parts and reading.tokens[last].relation == "compound:prt":
        last += 1
    return first, last


def char_run(reading: Reading, run: tuple[int, int]) -> CharRun:
    """Offsets of a half-open run of tokens."""
    return reading.tokens[run[0]].start, reading.tokens[run[1] - 1].end
