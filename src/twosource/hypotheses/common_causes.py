"""What events are commonly put down to, where reports tell of it without calling it a cause.

Rain before a landslide, a crack in a beam, a lorry that was overloaded: a report that says it
leaves the reader to join the two. It is an explanation only where two origins speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from twosource.hypotheses.offer import Offer, shown
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.testimony import Testimony
from twosource.model.event import Layer
from twosource.model.hypothesis import HypothesisKind
from twosource.model.identity import ReportId
from twosource.model.report import Report, Span, cut
from twosource.reference.explanations import COMMON_CAUSES, COMMON_FAILURES, FAILING

_WORD = re.compile(r"[^\W\d_](?:[\w/-]*\w)?")
_FAILING = re.compile(FAILING)
_LONGEST = 5


def common_in(one: Testimony, scene: Scene, reports: Mapping[ReportId, Report]) -> Iterable[Offer]:
    """Every common cause that a testimony tells of.

    Args:
        one: What is said.
        scene: The event; what names it is no cause of it.
        reports: The reports by id, to cut spans from.
    """
    if one.layer in {Layer.PARALLEL, Layer.FORESEEN}:
        return
    fails = _FAILING.search(one.words) is not None
    kinds = (*COMMON_CAUSES, *COMMON_FAILURES) if fails else COMMON_CAUSES
    for number, words in enumerate(kinds):
        for part in one.parts:
            match = next(
                (m for m in _WORD.finditer(part.quote) if m.group().lower() in words), None
            )
            if match is None or words & scene.opening:
                continue
            at, end = part.start + match.start(), part.start + match.end()
            word = cut(reports[part.report], at, end)
            yield Offer(
                HypothesisKind.CAUSE, ("kind", str(number)), shown(_phrase(one, word)), word, words
            )
            break


def _phrase(one: Testimony, word: Span) -> str:
    """The noun phrase that a word stands in, if it is short; else the word."""
    around = [
        argument.span.quote
        for clause in one.clauses
        for argument in clause.arguments
        if argument.span.start <= word.start and word.end <= argument.span.end
        if len(argument.span.quote.split()) <= _LONGEST
    ]
    return min(around, key=len, default=word.quote)
