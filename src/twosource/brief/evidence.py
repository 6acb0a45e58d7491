"""The check on every brief line: no word in it that neither its spans nor a template gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from twosource.brief.wording import template_words
from twosource.model.brief import BriefLine

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """The words and numbers in a text, case folded; a possessive ending is a word of its own."""
    return frozenset(_WORD.findall(text.casefold()))


TEMPLATE_WORDS = words_of(template_words())


def unsupported(line: BriefLine, report_names: Iterable[str]) -> tuple[str, ...]:
    """Words of the line that nothing gives, sorted; none when the line may be printed.

    Args:
        line: The line to check.
        report_names: Names of the reports that its spans stand in. A line may name its report.
    """
    given = set(TEMPLATE_WORDS)
    for text in (*report_names, *(span.quote for span in line.spans)):
        given |= words_of(text)
    return tuple(sorted(words_of(line.text) - given))


def supported(line: BriefLine, report_names: Iterable[str]) -> bool:
    """Whether every name, number and word of the line comes from its spans or a template."""
    return not unsupported(line, report_names)
