"""Sites named by a distinctive word and a generic noun: "X palace", "the X region"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.descriptions.scan import Scan
from twosource.claims.names.spelling import folded, key
from twosource.model.report import Report, cut
from twosource.reference.place_nouns import ADJECTIVE_ENDINGS, SORT_OF

LONGEST = 3
"""Most distinctive words before a generic noun."""


def sites_in(report: Report, scan: Scan) -> Iterator[Description]:
    """Describe every site that is named by a capitalised word and a generic noun after it."""
    tokens = scan.reading.tokens
    for at, word in enumerate(scan.words):
        sort = SORT_OF.get(word)
        if sort is None:
            continue
        first = at
        while at - first < LONGEST and _distinctive(scan, first - 1, at):
            first -= 1
        if first == at:
            continue
        span = cut(report, tokens[first].start, tokens[at].end)
        words = " ".join(distinctive_key(tokens[i].text) for i in range(first, at))
        yield Description(span, span, DescriptionKind.SITE, sort, words)


def _distinctive(scan: Scan, token: int, noun: int) -> bool:
    if not scan.capital(token) or not scan.same_sentence(token, noun):
        return False
    found = scan.reading.tokens[token]
    opens = token == scan.reading.sentences[found.sentence].first
    inside = any(n.first <= token < n.last for n in scan.reading.names)
    return inside or (found.upos == "PROPN" and not opens)


def distinctive_key(word: str) -> str:
    """The key of a distinctive word, without a Slavic adjective's ending and a last vowel."""
    plain = folded(word)
    for ending in ADJECTIVE_ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain.removesuffix(ending)
            break
    found = key(plain)
    return found[:-1] if len(found) > 4 and found[-1] in "aeiou" else found
