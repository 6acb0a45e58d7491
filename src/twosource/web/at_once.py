"""What a decision itself does to what is shown, at once; what follows is worked out after.

With a thousand reports it takes seconds until claims and brief follow a decision. The thing that
was decided on is shown as it was decided without waiting: a statement that was rejected is gone,
one that was corrected says what it was corrected to. The next view, made of the whole case,
replaces this.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from twosource.engine.told import folded, told
from twosource.model.report import Span
from twosource.model.review import Part, ReviewAction
from twosource.model.statement import Resolution, SourceKind
from twosource.reviews.statements import OWN_VOICE
from twosource.store.fields import Node, span_node
from twosource.store.kept import KeptCase
from twosource.store.served import Piece, piece, whole_piece
from twosource.web.shapes import DecisionIn, Passage

Key = tuple[str, str]
_GONE: Mapping[str, str] = {
    "st": "statement",
    "co": "contradiction",
    "wo": "wording",
    "finding": "finding",
    "loss": "loss",
    "lineage": "edge",
}
"""Kinds of pieces that a rejection takes away, by the first letters of their names."""

_NAMED: Node = {
    "resolution": Resolution.NAME.value,
    "kind": SourceKind.UNKNOWN.value,
    "closeness": None,
    "candidates": [],
}
"""What is said of a speaker whom a person named, until the view says it."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """How one piece stands after decisions, and how it stood before; ``None`` where it is not."""

    key: Key
    before: Piece | None
    after: Piece | None

    @property
    def back(self) -> Amendment:
        """The amendment that takes this one back."""
        return Amendment(self.key, self.after, self.before)

    def applied(self, now: Piece | None) -> Piece | None:
        """The piece as it stands after the decisions, however it stands now."""
        del now
        return self.after


def amendments(
    kept: KeptCase, asked: Sequence[DecisionIn], span_of: Callable[[Passage], Span]
) -> list[Amendment]:
    """What decisions do to the pieces of the things that they name.

    Args:
        kept: The case, with its view as it is shown before the decisions.
        asked: The decisions as they were sent, all of which are good.
        span_of: Gives the words of a passage.
    """
    found: dict[Key, Amendment] = {}
    for one in asked:
        for ref in one.refs:
            kind = _GONE.get(ref.partition("-")[0])
            if kind is None:
                continue
            key = (kind, ref)
            known = found.get(key)
            before = whole_piece(kept, *key) if known is None else known.before
            last = before if known is None else known.after
            if last is not None:
                found[key] = Amendment(key, before, _after(kept, last, one, span_of))
    return [one for one in found.values() if one.before != one.after]


def _after(
    kept: KeptCase, before: Piece, asked: DecisionIn, span_of: Callable[[Passage], Span]
) -> Piece | None:
    """A piece after one decision on it."""
    if asked.action == ReviewAction.REJECT.value:
        return None
    if asked.action != ReviewAction.CORRECT.value or before.kind != "statement":
        return before
    node: dict[str, Any] = json.loads(before.text)
    words = None if asked.words is None else span_node(span_of(asked.words))
    if asked.part == Part.STANCE.value:
        return replace(before, sort=asked.word, text=told({**node, "stance": asked.word}))
    if asked.part == Part.SPEAKER.value:
        speaker = None if words is None else {**_NAMED, **words, "entity": _named(kept, words)}
        voice = OWN_VOICE
        if speaker is not None:
            voice = str(speaker["entity"] or folded(str(speaker["quote"])))
        return replace(before, voice=voice, text=told({**node, "speaker": speaker}))
    if asked.part == Part.BOUNDARIES.value and words is not None:
        return replace(before, text=told({**node, "content": words, "more": []}))
    return before


def _named(kept: KeptCase, words: Node) -> str | None:
    """The entity that words name, where a mention stands there."""
    report = piece(kept, "report", str(words["report"]))
    mentions = [] if report is None else json.loads(report)["mentions"]
    where = words["start"], words["end"]
    return next((one["entity"] for one in mentions if (one["start"], one["end"]) == where), None)
