"""A rule for what is written: likelihood and confidence never stand in one sentence.

ICD 203, D.6.e(2)(a): analysts "must not combine a confidence level and a degree of likelihood"
in one sentence, since a reader takes the one for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.reference.explanations import CONFIDENCE, LIKELIHOOD

_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def mixed_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that state a likelihood and a level of confidence at once.

    Args:
        text: What is to be printed.

    Returns:
        Each such sentence, in order; empty where the text keeps to the rule.
    """
    return tuple(
        sentence.strip()
        for sentence in _SENTENCE.findall(text)
        if _names(sentence, LIKELIHOOD) and _names(sentence, CONFIDENCE)
    )


def _names(sentence: str, terms: Iterable[str]) -> bool:
    words = sentence.casefold()
    return any(re.search(rf"\b{re.escape(term)}\b", words) for term in terms)
