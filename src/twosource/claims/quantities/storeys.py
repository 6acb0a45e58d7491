"""How many parts a thing has, told before its noun: "a four-storey hostel", "a six-lane road"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.claims.quantities.numbers import numbers_in
from twosource.language.interface import Reading
from twosource.model.report import Report, cut
from twosource.model.value import Amount, QuantityKind, QuantityValue

_PARTS = {
    "storey": "storey",
    "story": "storey",
    "storeyed": "storey",
    "storied": "storey",
    "floor": "storey",
    "deck": "deck",
    "lane": "lane",
    "carriage": "carriage",
    "coach": "carriage",
    "seat": "seat",
    "bed": "bed",
}
"""Parts by the noun or adjective that a hyphen ties to their number."""
PARTS = frozenset(_PARTS.values())
"""Nouns of parts; how many there are says nothing of what befell the thing."""
_HYPHENS = frozenset({"-", "‐", "‑"})
_REACH = 3
"""Words between the parts and the noun of the thing that has them."""


def storeys_in(report: Report, reading: Reading) -> Iterator[QuantityValue]:
    """Counts of a thing's parts; what has them narrows the count down.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of its readable text.
    """
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        for number in numbers_in(tokens):
            at = number.last
            if at + 1 >= len(tokens) or tokens[at].text not in _HYPHENS or number.low is None:
                continue
            part = _PARTS.get(tokens[at + 1].lemma.lower())
            thing = next(
                (t for t in tokens[at + 2 : at + 2 + _REACH] if t.upos in {"NOUN", "PROPN"}), None
            )
            while thing is not None and reading.tokens[thing.head].index == thing.index + 1:
                following = reading.tokens[thing.head]
                if following.upos != "NOUN" or thing.relation != "compound":
                    break
                thing = following
            if part is None or thing is None:
                continue
            end = thing.end
            yield QuantityValue(
                span=cut(report, tokens[number.first].start, tokens[at + 1].end),
                kind=QuantityKind.COUNT,
                amount=Amount(number.low, number.high, number.approximate),
                unit="",
                counted=cut(report, tokens[number.first].start, end),
                noun=part,
                status="",
                scope=(thing.lemma.lower(),),
            )
