"""A tie between two reports as a person set it, shown at once in the list of ties.

The ties of a view are numbered by their place, so that one more gives others another number. What
was set is therefore found again by the two reports, whatever its number is now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from twosource.engine.told import told
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.report import Span
from twosource.model.review import Review
from twosource.store.comparison_nodes import edge_node
from twosource.store.kept import KeptCase
from twosource.store.served import Piece, Wanted, listed, whole_piece
from twosource.web.at_once import Key

Node = Mapping[str, Any]
_LAST = 10_000_000
"""Place of a tie that the view has not numbered: behind all that it has."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two reports with a decision, and what tied them without it.

    Attributes:
        pair: The two reports.
        number: Number of the review; names the tie where the view has no name for it yet.
        new: The ties between the two with the decision, as the view tells them.
        before: Those without it.
    """

    pair: tuple[str, str]
    number: int
    new: tuple[Node, ...]
    before: tuple[Node, ...]

    @property
    def back(self) -> Tie:
        """The change that takes this one back."""
        return Tie(self.pair, self.number, self.before, self.new)

    def pieces(self, kept: KeptCase) -> dict[Key, Piece | None]:
        """What becomes of the pieces of a view so that it has the ties with the decision."""
        old = _between(kept, self.pair)
        found: dict[Key, Piece | None] = {("edge", one.ref): None for one in old}
        for place, node in enumerate(self.new):
            ref, seq = f"lineage-new-{self.number}-{place}", _LAST
            if place < len(old):
                ref, seq = old[place].ref, old[place].seq
            ends, kind = (str(node["to"]), str(node["from"])), str(node["kind"])
            found["edge", ref] = Piece("edge", ref, seq, told({**node, "ref": ref}), *ends, kind)
        return found


def tie(kept: KeptCase, spans: tuple[Span, ...], review: Review) -> Tie | None:
    """The tie that a person sets; it takes the place of every other between the two.

    Args:
        kept: The case, with its view as it is shown before.
        spans: Words of the two reports, those of the earlier first.
        review: The decision.

    Returns:
        ``None`` where the decision fits no two reports.
    """
    first, second = spans
    word = review.decision.word
    if first.report == second.report or word not in set(LineageKind):
        return None
    kind = LineageKind(word)
    edge = LineageEdge(
        source=first.report,
        target=second.report,
        kind=kind,
        direction=Direction.UNKNOWN if kind is LineageKind.COMMON_ORIGIN else Direction.KNOWN,
        score=0.0,
        runs=((first, second),),
        citation=second if kind is LineageKind.CITES else None,
        reason=review.decision.why or "A person set this tie.",
    )
    pair = (str(first.report), str(second.report))
    before = tuple(json.loads(one.text) for one in _between(kept, pair))
    return Tie(pair, review.seq, ({"ref": "", **edge_node(edge)},), before)


def _between(kept: KeptCase, pair: tuple[str, str]) -> list[Piece]:
    """The ties between two reports, whichever comes first."""
    wanted = [Wanted("edge", *ends) for ends in (pair, pair[::-1])]
    refs = [json.loads(text)["ref"] for one in wanted for text in listed(kept, one).texts]
    return [one for ref in refs if (one := whole_piece(kept, "edge", ref)) is not None]
