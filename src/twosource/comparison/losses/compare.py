"""What one sentence lost of the sentence that it matches."""

from __future__ import annotations

from twosource.comparison.voices import stems
from twosource.comparison.wordings.join import shared
from twosource.comparison.wordings.utterance import Utterance
from twosource.model.relation import AttributionLoss, LossKind
from twosource.reference.numbers import TENS, UNITS

LEAST_WEIGHT, LEAST_SHARE = 3.0, 0.45
"""What two sentences share at least for one to be the other's source: words, and of the shorter."""
CLOSE_SHARE = 0.6
"""The same share for losses of single words, which need a closer match."""


def loss_between(source: Utterance, target: Utterance, *, ordered: bool) -> AttributionLoss | None:
    """What a target lost of its source, the gravest loss first; ``None``: nothing that shows.

    Args:
        source: A sentence of the report that the other descends from, or shares an origin with.
        target: A sentence of the other.
        ordered: Whether it is known that the target came later. Where it is not, only the loss of
            an attribution or a hedge is told, since a text seldom gains either.
    """
    weight, share = shared(source, target)
    if weight < LEAST_WEIGHT or share < LEAST_SHARE:
        return None
    if target.own and not source.own and not source.negative:
        told = f"“{source.called}” is the speaker there"
        return _loss(LossKind.ATTRIBUTION, source, target, told)
    if share < CLOSE_SHARE or target.own != source.own:
        return None
    if source.hedged and not target.hedged:
        return _loss(LossKind.HEDGE, source, target, "it is held possible only there")
    if not ordered:
        return None
    if source.negative != target.negative:
        return _loss(
            LossKind.NEGATION, source, target, "one says that it is so, one that it is not"
        )
    figures = _figures(source), _figures(target)
    if all(figures) and not figures[0] & figures[1]:
        told = f"{_told(figures[0])} there, {_told(figures[1])} here"
        return _loss(LossKind.FIGURE, source, target, told)
    if not source.own and _other_speaker(source, target):
        told = f"“{source.called}” there, “{target.called}” here"
        return _loss(LossKind.SPEAKER, source, target, told)
    return None


def _loss(kind: LossKind, source: Utterance, target: Utterance, changed: str) -> AttributionLoss:
    reasons = {
        LossKind.ATTRIBUTION: "the report states as its own what the other has somebody say",
        LossKind.HEDGE: "the report states what the other holds possible or likely only",
        LossKind.NEGATION: "the two contradict each other in a sentence that they share",
        LossKind.FIGURE: "a figure changed in a sentence that they share",
        LossKind.SPEAKER: "the same words are put in another mouth",
    }
    return AttributionLoss(
        span=target.span,
        kind=kind,
        origin=None if source.own else source.statement,
        source=source.span,
        changed=changed,
        reason=reasons[kind],
    )


def _figures(utterance: Utterance) -> frozenset[str]:
    """The numbers of an utterance, by value: "twelve" and "12" are one."""
    lemmas = (word.lemma for word in utterance.words if word.upos == "NUM")
    return frozenset(str(UNITS.get(one, TENS.get(one, one))).replace(",", "") for one in lemmas)


def _told(figures: frozenset[str]) -> str:
    return " ".join(sorted(figures))


def _other_speaker(a: Utterance, b: Utterance) -> bool:
    """Whether both name their speaker, and not the same one."""
    if a.speaker is None or b.speaker is None or a.speaker == b.speaker:
        return False
    ours, theirs = stems(a.called), stems(b.called)
    return bool(ours) and bool(theirs) and not ours & theirs
