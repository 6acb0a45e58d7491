"""Which offers are one explanation: one doer, one cause, one aim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.voices import STEM
from twosource.hypotheses.bodies import Body, same_body
from twosource.hypotheses.offer import Offer, kinds_of_cause, tokens_in
from twosource.language.meaning import Meaning
from twosource.model.hypothesis import HypothesisKind
from twosource.reference.explanations import RUMOURS

ONE_EXPLANATION = 0.5
"""Cosine of two labels that name one thing, from which they are one explanation."""

ONE_KIND_OF_CAUSE = 0.3
"""Cosine of two labels of one kind of cause, from which they are one explanation."""

ONE_AIM = 0.6
"""Cosine of two aims from which they are one, whatever words they share."""


@dataclass(frozen=True, slots=True)
class Group:
    """Offers of one explanation.

    Attributes:
        offers: The offers, in order of text.
        vectors: What its labels mean, one row each.
    """

    offers: tuple[Offer, ...]
    vectors: NDArray[np.float32]

    @property
    def kind(self) -> HypothesisKind:
        """What it explains."""
        return self.offers[0].kind

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The names under which its doer goes, each once."""
        return tuple(dict.fromkeys(o.body for o in self.offers if o.body is not None))

    @property
    def body(self) -> Body | None:
        """The name under which its doer goes most; ``None`` where nobody is named."""
        named = Counter(o.body for o in self.offers if o.body is not None)
        if not named:
            return None
        # Of names that are printed alike often, the one that is a whole name comes first.
        return min(named, key=lambda b: (b.words.casefold() != b.country, -named[b], b.words))

    @property
    def is_staging(self) -> bool:
        """Whether somebody calls the event staged by this doer."""
        return any(offer.staged for offer in self.offers)

    @property
    def sources(self) -> frozenset[str]:
        """What kinds of words offer it."""
        return frozenset(offer.key[0] for offer in self.offers)


def grouped(offers: Sequence[Offer], meaning: Meaning) -> list[Group]:
    """Offers that are one explanation, together.

    Args:
        offers: The offers, in order of text.
        meaning: Tells how near labels are in meaning.
    """
    who = [offer for offer in offers if offer.kind is HypothesisKind.ACTOR]
    rest = [offer for offer in offers if offer.kind is not HypothesisKind.ACTOR]
    groups = _by_body(who) + _by_meaning(rest, meaning)
    return [
        Group(tuple(group), meaning.vectors(list(dict.fromkeys(o.label for o in group))))
        for group in groups
    ]


def is_rumour(words: str) -> bool:
    """Whether words tell of talk that goes round."""
    return any(word in words.casefold() for word in RUMOURS)


def stemmed(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, by which forms of one word are one."""
    return frozenset(word[:STEM] for word in words)


def _by_body(offers: Sequence[Offer]) -> list[list[Offer]]:
    """Offers of one doer together; staging by nobody named joins the only one who is."""
    groups: list[list[Offer]] = []
    unnamed: list[Offer] = []
    for offer in offers:
        if offer.body is None:
            unnamed.append(offer)
            continue
        for group in groups:
            if any(same_body(offer.body, o.body) for o in group if o.body is not None):
                group.append(offer)
                break
        else:
            groups.append([offer])
    staged = [group for group in groups if any(offer.staged for offer in group)]
    if len(staged) == 1:
        staged[0].extend(unnamed)
    elif unnamed:
        groups.append(unnamed)
    return groups


def _by_meaning(offers: Sequence[Offer], meaning: Meaning) -> list[list[Offer]]:
    """Offers with one key, or with labels near in meaning and of one kind, together."""
    by_key: dict[tuple[str, ...], list[Offer]] = {}
    for offer in offers:
        by_key.setdefault((offer.kind.value, *_unsourced(offer)), []).append(offer)
    keyed = list(by_key.values())
    vectors = meaning.vectors([group[0].label for group in keyed])
    merged: list[tuple[list[Offer], list[NDArray[np.float32]]]] = []
    for group, vector in zip(keyed, vectors, strict=True):
        best, nearest = None, 0.0
        for known in merged:
            near = max(float(vector @ other) for other in known[1])
            if near > nearest and _are_one(known[0], group[0], near):
                best, nearest = known, near
        if best is None:
            merged.append((list(group), [vector]))
        else:
            best[0].extend(group)
            best[1].append(vector)
    return [group for group, _ in merged]


def _unsourced(offer: Offer) -> tuple[str, ...]:
    """An offer's key; of causes named by their words it does not matter which words led there."""
    by_words = {"cause", "excluded", "inquiry", "listed"}
    if offer.key[0] in {"kind", "denied-kind"}:
        return ("kind", *offer.key[1:])
    return ("words", *offer.key[1:]) if offer.key[0] in by_words else offer.key


def _are_one(known: Sequence[Offer], other: Offer, near: float) -> bool:
    """Whether an offer is one explanation with others, by what they name and what they mean."""
    one = known[0]
    if one.kind is not other.kind or is_rumour(one.label) != is_rumour(other.label):
        return False
    if one.kind is HypothesisKind.AIM:
        return near >= ONE_AIM and bool(
            stemmed(t for offer in known for t in offer.themes) & stemmed(other.themes)
        )
    themes = frozenset(theme for offer in known for theme in offer.themes)
    if {"kind", "denied-kind"} & {one.key[0], other.key[0]}:
        words = {*themes, *(token for offer in known for token in tokens_in(offer.label))}
        own = {*other.themes, *tokens_in(other.label)}
        return bool(kinds_of_cause(words) & kinds_of_cause(own))
    smaller, larger = sorted((stemmed(themes), stemmed(other.themes)), key=len)
    if not smaller & larger:
        return near >= ONE_KIND_OF_CAUSE and bool(
            kinds_of_cause(themes) & kinds_of_cause(other.themes)
        )
    inside = smaller <= larger and len(smaller) < len(larger) + 2
    return near >= (ONE_EXPLANATION / 2 if inside else ONE_EXPLANATION)
