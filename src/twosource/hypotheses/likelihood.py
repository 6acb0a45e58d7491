"""A rule for what is written: likelihood and confidence never stand in one sentence.

ICD 203, D.6.e(2)(a): analysts "must not combine a confidence level and a degree of likelihood"
in one sentence, since a reader takes the one for the other. The rule holds for sentences of the
program's own; what a report prints is quoted as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.errors import InvariantError
from twosource.reference.explanations import CONFIDENCE, LIKELIHOOD

# Where a sentence may end: a mark, closing quotation marks, a space, and a new beginning.
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\W_a-z])")
# A full stop behind these belongs to the word.
_SHORTENED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Za-z]|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Sen"
    r"|Rep|Gov|St|No|Nos|vs|cf|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)$"
)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text of the program's own, without the space between them.

    Initials, titles, abbreviations and decimals end no sentence.
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if text[end.start()] == "." and _SHORTENED.search(text[start : end.start()]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def mixed_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that state a likelihood and a level of confidence at once.

    Args:
        text: What is to be printed.

    Returns:
        Each such sentence, in order; empty where the text keeps to the rule.
    """
    return tuple(
        sentence
        for sentence in sentences_of(text)
        if _names(sentence, LIKELIHOOD) and _names(sentence, CONFIDENCE)
    )


def kept_apart(text: str) -> str:
    """A text of the program's own, as it stands, if it keeps to the rule.

    Args:
        text: What is to be printed.

    Raises:
        InvariantError: If a sentence states a likelihood and a level of confidence.
    """
    mixed = mixed_sentences(text)
    if mixed:
        raise InvariantError(
            f"a sentence states a likelihood and a level of confidence at once: {mixed[0]!r}; "
            "make it two (ICD 203, D.6.e)"
        )
    return text


def _names(sentence: str, terms: Iterable[str]) -> bool:
    words = " ".join(sentence.casefold().split())
    return any(re.search(rf"\b{re.escape(term)}\b", words) for term in terms)
