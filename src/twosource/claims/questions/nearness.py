"""How near words are in meaning, each word read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twosource.claims.questions.kin import opposed, same_role
from twosource.language.meaning import Meaning
from twosource.reference.lexicon import covers_deed, same_family, same_sense

SURELY_FAR = 0.4
"""Cosine of two predicates below which no lexicon makes them one: it knows rare senses too."""


@dataclass(slots=True)
class Nearness:
    """Cosines of words, each word read once."""

    meaning: Meaning
    known: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def read(self, words: Sequence[str]) -> None:
        """Read words that are not known yet."""
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        self.known.update(zip(new, self.meaning.vectors(new), strict=True))

    def matrix(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of words, one row each."""
        self.read(words)
        return np.array([self.known[word] for word in words], dtype=np.float32)

    def of(self, one: str, other: str) -> float:
        """How near two words are, 1 for the same; opposites are not near."""
        if one == other or same_role(one, other):
            return 1.0
        if opposed(one, other):
            return 0.0
        self.read((one, other))
        return float(self.known[one] @ self.known[other])

    def of_deeds(self, one: str, other: str) -> float:
        """How near two predicates are: 1 too where a lexicon has them name one deed.

        The first may also be a general word for the second: who was never disciplined was not
        dismissed.
        """
        near = self.of(one, other)
        if opposed(one, other):
            return near
        known = (
            same_family(one, other)
            or covers_deed(one, other)
            or (near >= SURELY_FAR and same_sense(one, other))
        )
        return 1.0 if known else near
