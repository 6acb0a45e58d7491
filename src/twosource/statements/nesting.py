"""Statements inside statements: which content holds which cue, and the chain that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.language.interface import Reading
from twosource.language.tree import ancestors
from twosource.statements.candidates import Candidate
from twosource.statements.quotes import Quotation
from twosource.statements.speech import tokens_in
from twosource.statements.stance import main_predicates


def parents_of(
    reading: Reading, acts: Mapping[int, Candidate], marks: Sequence[Quotation]
) -> dict[int, int | None]:
    """For each candidate by its anchor, the anchor of the smallest one around it, if any.

    Args:
        reading: The report, read.
        acts: The candidates by their anchors.
        marks: The report's quotations.
    """
    quoted = {anchor for anchor in acts if _in_marks(reading, anchor, marks)}
    return {anchor: _parent(reading, anchor, acts, anchor in quoted) for anchor in acts}


def chain_above(anchor: int, parents: Mapping[int, int | None]) -> list[int]:
    """Anchors of the statements around one, outermost first."""
    chain: list[int] = []
    above = parents[anchor]
    while above is not None and above not in chain and above != anchor:
        chain.insert(0, above)
        above = parents[above]
    return chain


def told_again(reading: Reading, inner: Candidate, outer: Candidate) -> bool:
    """Whether the inner act is the outer one told again: "said that he could not confirm".

    The caller knows that both have one speaker.
    """
    tokens = [t for s, e in outer.content for t in tokens_in(reading, s, e)]
    return inner.anchor in main_predicates(reading, tokens)


def _in_marks(reading: Reading, anchor: int, marks: Sequence[Quotation]) -> bool:
    at = reading.tokens[anchor].start
    return any(q.inner_start <= at < q.inner_end for q in marks)


def _parent(
    reading: Reading, anchor: int, acts: Mapping[int, Candidate], quoted: bool
) -> int | None:
    """The smallest candidate around one; an aside is the outer voice's only outside of marks."""
    candidate = acts[anchor]
    at = reading.tokens[anchor].start
    holders = [
        (sum(e - s for s, e in other.content), other_anchor)
        for other_anchor, other in acts.items()
        if other_anchor != anchor
        and any(s <= at < e for s, e in other.content)
        and _holds(other, candidate)
        and (quoted or not _aside(reading, anchor, other))
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether every part of one content lies inside a part of the other, which is larger."""
    inside = all(
        any(s <= start and end <= e for s, e in outer.content) for start, end in inner.content
    )
    return inside and outer.content != inner.content


def _aside(reading: Reading, anchor: int, other: Candidate) -> bool:
    """Whether a cue stands in a relative clause, which is the outer voice's own aside."""
    for token in (anchor, *ancestors(reading, anchor)):
        start = reading.tokens[token].start
        if not any(s <= start < e for s, e in other.content):
            return False
        if reading.tokens[token].relation == "acl:relcl":
            return True
    return False
