"""Proper nouns that the reader did not take for a name, as often in headlines and posts."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.descriptions.scan import Scan
from twosource.model.report import Report, cut
from twosource.reference.name_words import TITLES

CALENDAR = frozenset(
    "january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday easter christmas ramadan".split()
)
SHORTEST = 4
"""Letters from which a word is long enough to be known again as a surname."""


def loose_names_in(report: Report, scan: Scan) -> Iterator[Description]:
    """Find single proper nouns outside names. They mean somebody only if a full name has them."""
    common = {token.text for token in scan.reading.tokens if token.text.islower()} | CALENDAR
    named = {token for name in scan.reading.names for token in range(name.first, name.last)}
    for at, token in enumerate(scan.reading.tokens):
        if at in named or token.upos != "PROPN" or scan.words[at] in common:
            continue
        wordlike = token.text.isalpha() and not token.text.isupper()
        if wordlike and len(token.text) >= SHORTEST and _stands_alone(scan, at):
            span = cut(report, token.start, token.end)
            yield Description(span, span, DescriptionKind.LOOSE_NAME, "", "")


def _stands_alone(scan: Scan, at: int) -> bool:
    """Whether no capitalised word stands beside a token, but for a title or rank before it."""
    if not scan.capital(at) or (scan.capital(at + 1) and scan.same_sentence(at, at + 1)):
        return False
    before = scan.word(at - 1).rstrip(".")
    rank = before in TITLES or (before.isalpha() and scan.reading.tokens[at - 1].text.isupper())
    return rank or not scan.capital(at - 1) or not scan.same_sentence(at - 1, at)
