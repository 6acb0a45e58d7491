"""The traits of a report, by which the event that it tells of is found without a parse."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from twosource.language.meaning import Meaning
from twosource.model.archive import Traits
from twosource.model.report import Report, readable
from twosource.reference.function_words import FUNCTION_WORDS

VERSION = 1
LEAD = 800
"""Characters of the text that the vector is taken from, after the title: what the network reads."""
MOST_WORDS = 400
"""Words that are kept; a report of this many different content words is told in the first."""
_TITLE_COUNTS = 2
_TOKEN = re.compile(r"\w[\w'’]*|[.!?:\n]")


def traits_of(reports: Sequence[Report], meaning: Meaning | None) -> list[Traits]:
    """Take the traits of reports.

    Args:
        reports: The reports.
        meaning: Gives the vectors; ``None`` leaves them out, which makes traits cheap.

    Returns:
        One for each report, in order.
    """
    texts = [readable(report) for report in reports]
    vectors = [b""] * len(texts)
    if meaning is not None:
        leads = [
            f"{report.title or ''}. {text[:LEAD]}"
            for report, text in zip(reports, texts, strict=True)
        ]
        vectors = [row.astype(np.float16).tobytes() for row in meaning.vectors(leads)]
    return [
        _traits(report.title or "", text, vector)
        for report, text, vector in zip(reports, texts, vectors, strict=True)
    ]


def _traits(title: str, text: str, vector: bytes) -> Traits:
    counts: dict[str, int] = {}
    names: dict[str, None] = {}
    for words, weight in ((title, _TITLE_COUNTS), (text, 1)):
        begins = True
        for token in _TOKEN.findall(words):
            if not token[0].isalnum():
                begins = True
                continue
            word = folded(token)
            if len(word) > 1 and word not in FUNCTION_WORDS:
                counts[word] = counts.get(word, 0) + weight
                # a title may be printed in capitals throughout, which names nothing
                if weight == 1 and not begins and token[0].isupper():
                    names[word] = None
            begins = False
    kept = list(counts)[:MOST_WORDS]
    return Traits(
        tuple(kept),
        tuple(counts[word] for word in kept),
        tuple(word for word in names if word in counts),
        vector,
    )


def folded(token: str) -> str:
    """A word in lower case, without the ending of a genitive."""
    word = token.lower().replace("’", "'").rstrip("'")
    return word.removesuffix("'s")
