"""What events are commonly put down to, where reports tell of it without calling it a cause.

Rain before a landslide, a crack in a beam, a lorry that was overloaded: a report that says it
leaves the reader to join the two. It is an explanation only where two origins speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from twosource.hypotheses.offer import LONGEST_LABEL, Offer, shown, tokens_in
from twosource.hypotheses.scene import Scene
from twosource.hypotheses.sides import denies_by_verb
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
    if one.layer in {Layer.BACKGROUND, Layer.PARALLEL, Layer.FORESEEN}:
        return
    fails = _FAILING.search(one.words) is not None
    kinds = (*COMMON_CAUSES, *COMMON_FAILURES) if fails else COMMON_CAUSES
    # Who denies a thing of which nobody speaks answers somebody all the same.
    source = "denied-kind" if denies_by_verb(one) else "kind"
    for number, words in enumerate(kinds):
        if words & scene.opening or not words & tokens_in(one.words):
            continue
        word = _first(one, words, reports)
        if word is not None:
            failed = number >= len(COMMON_CAUSES)
            label = shown(_clause(one, word) if failed else _phrase(one, word))
            yield Offer(HypothesisKind.CAUSE, (source, str(number)), label, word, words)


def _first(
    one: Testimony, words: Collection[str], reports: Mapping[ReportId, Report]
) -> Span | None:
    """The first place where a testimony names one of some words."""
    for part in one.parts:
        for match in _WORD.finditer(part.quote):
            low = match.group().lower()
            if low in words or any(word.startswith(f"{low}_") for word in words):
                return cut(
                    reports[part.report], part.start + match.start(), part.start + match.end()
                )
    return None


def _clause(one: Testimony, word: Span) -> str:
    """The clause that says that something failed, if it is short; else its noun phrase."""
    told = [
        clause.span.quote
        for clause in one.clauses
        if clause.span.start <= word.start and word.end <= clause.span.end and not clause.nominal
        if len(clause.span.quote.split()) <= LONGEST_LABEL
    ]
    return min(told, key=len, default="") or _phrase(one, word)


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
