"""Words that shade a content: what makes it negative, and what the report keeps clear of."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents
from twosource.statements.quotes import Quotation
from twosource.statements.stance import NEGATIVE_PRONOUNS, main_predicates

NEGATIVE_WORDS = frozenset("not n't n’t never no neither nor".split()) | NEGATIVE_PRONOUNS
DISTANCING_WORDS = frozenset(
    "alleged allegedly claimed ostensible ostensibly purported purportedly self-styled so-called "
    "supposed supposedly".split()
)
SPLIT_WORDS = (["so", "-", "called"], ["self", "-", "styled"])
"""The same as a reader of words sees them where it parts them at the hyphen."""
SCARE_WORDS = 4
"""Most words of a quoted phrase that still reads as held at arm's length rather than quoted."""


def negations_in(reading: Reading, content: Sequence[int]) -> list[int]:
    """Tokens that make the main clause of a content negative, in text order."""
    found: set[int] = set()
    inside = set(content)
    for root in main_predicates(reading, content):
        near = [root, *dependents(reading, root, "nsubj", "obj", "obl", "aux")]
        for token in near:
            if reading.tokens[token].lemma.lower() in NEGATIVE_WORDS:
                found.add(token)
            found.update(
                child
                for child in reading.children[token]
                if reading.tokens[child].text.lower() in NEGATIVE_WORDS
                and base(reading.tokens[child].relation) in {"advmod", "det", "cc"}
            )
    return sorted(found & inside)


def distancing_in(
    reading: Reading, content: Sequence[int], marks: Sequence[Quotation]
) -> list[tuple[int, int]]:
    """Runs of tokens by which the report keeps its distance, in text order.

    Words inside a quotation are the speaker's own and never count; a short quoted phrase inside
    the report's own words does, marks left out.
    """
    found: list[tuple[int, int]] = []
    runs: dict[Quotation, list[int]] = {}
    for token in content:
        word = reading.tokens[token]
        around = next((q for q in marks if q.inner_start <= word.start < q.inner_end), None)
        if around is not None:
            runs.setdefault(around, []).append(token)
        elif word.text.lower() in DISTANCING_WORDS:
            found.append((token, token + 1))
        elif [t.text.lower() for t in reading.tokens[token : token + 3]] in SPLIT_WORDS:
            found.append((token, token + 3))
    quoted = sum(len(tokens) for tokens in runs.values())
    if quoted < len(content):
        for tokens in runs.values():
            words = [t for t in tokens if reading.tokens[t].upos != "PUNCT"]
            phrase = not any(reading.tokens[t].upos in {"VERB", "AUX"} for t in words)
            if words and len(words) <= SCARE_WORDS and phrase:
                found.append((words[0], words[-1] + 1))
    return sorted(found)
