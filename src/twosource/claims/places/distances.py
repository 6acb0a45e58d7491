"""Distances and directions from one place to another, as a report prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.claims.places.find import GENERIC
from twosource.language.interface import Reading, Token
from twosource.language.tree import ancestors, dependents, first_dependent, subtree
from twosource.model.report import Report, Span, cut
from twosource.model.value import Amount, DistanceValue, QuantityKind, QuantityValue
from twosource.reference.measures import factor
from twosource.reference.place_words import BEARINGS, DIVISIONS, SETTLEMENTS

_POINT = r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern)?"
_TO_ORIGIN = re.compile(
    rf"(?:[- ]?plus)?[ ,]*(?:or so |more |away |\([^()\n]{{1,30}}\)[ ,]*)?"
    rf"(?:(?:to the |due |further |just )?(?P<point>{_POINT}) (?:of|from|off)"
    r"|from|off|away from|outside(?: of)?|short of|inside|beyond|behind|down from|upstream from"
    r"|downstream from) ",
    re.IGNORECASE,
)
_POINT_OF = re.compile(
    rf"(?<![\w-])(?:(?:to the|due|just|further) )?(?P<point>{_POINT})(?: side)? of ", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween ", re.IGNORECASE)
_AND = re.compile(r",? and ", re.IGNORECASE)
_OF = re.compile(r" of ")
_WITHIN = re.compile(
    r"(?P<within>within|less than|under)(?: (?:a )?(?:radius|distance) of)? $", re.IGNORECASE
)
_BORDERS = frozenset({"border", "frontier", "boundary"})
_NAMED = SETTLEMENTS | DIVISIONS | {"port"}
_STANDING = frozenset("be lie stand locate situate sit base happen occur".split())
_CAPITALS = frozenset({"capital"})


def distances_in(
    report: Report, reading: Reading, quantities: Sequence[QuantityValue]
) -> tuple[DistanceValue, ...]:
    """The distances and directions printed in a report, in order of offset.

    A length counts as a distance only where the words say what it is measured from, or that it
    lies between two places. A direction counts where "of" and a name or noun follow it.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of its readable text.
        quantities: Its quantities; those in units of length are looked at.
    """
    starts = {token.start: token for token in reading.tokens}
    measured = [
        _from(report, reading, starts, quantity) or _between(report, reading, starts, quantity)
        for quantity in quantities
        if quantity.kind is QuantityKind.MEASURE and factor(quantity.unit, "kilometer")
    ]
    found = [value for value in measured if value is not None]
    taken = [(one.span.start, one.span.end) for one in found]
    pointed = (
        value
        for value in _directions(report, reading, starts)
        if not any(start < value.span.end and value.span.start < end for start, end in taken)
    )
    return tuple(sorted((*found, *pointed), key=lambda one: (one.span.start, one.span.end)))


def _from(
    report: Report, reading: Reading, starts: dict[int, Token], quantity: QuantityValue
) -> DistanceValue | None:
    """As in "70 miles from X", "about 10 km west of X"."""
    before = reading.text[max(0, quantity.span.start - 24) : quantity.span.start]
    within = _WITHIN.search(before)
    match = _TO_ORIGIN.match(reading.text, quantity.span.end)
    if match is None and (within or "within" in quantity.span.quote.lower()):
        match = _OF.match(reading.text, quantity.span.end)
    token = starts.get(match.end()) if match else None
    if match is None or token is None:
        return None
    origin = _noun_phrase(report, reading, token)
    if origin is None:
        return None
    start = quantity.span.start - len(within.group()) if within else quantity.span.start
    amount = _kilometres(quantity)
    if within or quantity.span.quote.lower().startswith("within"):
        amount = replace(amount, low=None)
    if "plus" in match.group().lower() or quantity.span.quote.lower().endswith("plus"):
        amount = replace(amount, high=None)
    target = _standing(report, reading, starts, quantity)
    return DistanceValue(
        cut(report, start, origin.end),
        amount,
        _bearing(match.groupdict().get("point")),
        origin,
        target,
    )


def _between(
    report: Report, reading: Reading, starts: dict[int, Token], quantity: QuantityValue
) -> DistanceValue | None:
    """As in "the 300 km between A and B"."""
    bounds = next(
        (
            (reading.tokens[s.first].start, reading.tokens[s.last - 1].end)
            for s in reading.sentences
            if s.first < s.last and quantity.span.start < reading.tokens[s.last - 1].end
        ),
        (0, 0),
    )
    for match in _BETWEEN.finditer(reading.text, *bounds):
        token = starts.get(match.end())
        one = _noun_phrase(report, reading, token) if token else None
        join = _AND.match(reading.text, one.end) if one else None
        token = starts.get(join.end()) if join else None
        other = _noun_phrase(report, reading, token) if token else None
        gap = match.start() - quantity.span.end
        if one is None or other is None or not -60 <= gap <= 25:
            continue
        start, end = min(match.start(), quantity.span.start), max(other.end, quantity.span.end)
        if any(c.isupper() for c in one.quote + other.quote):
            return DistanceValue(cut(report, start, end), _kilometres(quantity), None, one, other)
    return None


def _directions(
    report: Report, reading: Reading, starts: dict[int, Token]
) -> Iterator[DistanceValue]:
    for match in _POINT_OF.finditer(reading.text):
        token = starts.get(match.end())
        origin = _noun_phrase(report, reading, token) if token else None
        before = reading.text[max(0, match.start() - 4) : match.start()].lower()
        if origin is None or "side of" in match.group() or before.endswith("the "):
            continue
        if any(c.isupper() for c in origin.quote) or origin.quote.split()[-1] in GENERIC:
            span = cut(report, match.start(), origin.end)
            yield DistanceValue(span, None, _bearing(match["point"]), origin, None)


def _noun_phrase(report: Report, reading: Reading, token: Token) -> Span | None:
    """The name or plain noun phrase that begins at a token: "the capital", "the Z border"."""
    last = token.index
    sentence = reading.sentences[token.sentence]
    ends = {name.first: name.last for name in reading.names}
    while last < sentence.last:
        item = reading.tokens[last]
        if last in ends:
            last = ends[last]
        elif (
            item.upos in {"PROPN", "NOUN", "ADJ", "DET"}
            or item.text in {"'s", "’s"}
            or (item.text == "with" and reading.tokens[last - 1].lemma in _BORDERS)
            or (item.text == "of" and reading.tokens[last - 1].lemma in _NAMED)
            or (last == token.index and item.xpos == "PRP$")
        ):
            last += 1
        else:
            break
    words = reading.tokens[token.index : last]
    if not any(item.upos in {"PROPN", "NOUN"} for item in words):
        return None
    named = _in_apposition(reading, words[-1], last, ends)
    if named is not None:
        return cut(report, reading.tokens[named[0]].start, reading.tokens[named[1] - 1].end)
    return cut(report, token.start, words[-1].end)


def _in_apposition(
    reading: Reading, noun: Token, last: int, ends: dict[int, int]
) -> tuple[int, int] | None:
    """The name in "the capital, Sarn", as a half-open run; ``None``: no settlement is so named."""
    settlement = noun.lemma.lower() in SETTLEMENTS | _CAPITALS and noun.upos == "NOUN"
    if not settlement or last + 1 >= len(reading.tokens) or reading.tokens[last].text != ",":
        return None
    return (last + 1, ends[last + 1]) if last + 1 in ends else None


def _standing(
    report: Report, reading: Reading, starts: dict[int, Token], quantity: QuantityValue
) -> Span | None:
    """What lies that far off: the subject of "is 70 miles from X", or the noun it stands by."""
    token = next(
        (starts[at] for at in range(quantity.span.start, quantity.span.end) if at in starts), None
    )
    if token is None:
        return None
    for above in (token.index, *ancestors(reading, token.index)):
        subject = first_dependent(reading, above, "nsubj")
        if subject is None:
            continue
        copula = first_dependent(reading, above, "cop")
        if copula is None and reading.tokens[above].lemma not in _STANDING:
            return None
        flat = dependents(reading, subject, "flat")
        kept = [t for t in subtree(reading, subject) if t <= subject or t in flat]
        if reading.tokens[kept[-1]].end > quantity.span.start:
            return None
        return cut(report, reading.tokens[kept[0]].start, reading.tokens[kept[-1]].end)
    return None


def _kilometres(quantity: QuantityValue) -> Amount:
    times = factor(quantity.unit, "kilometer") or 1.0
    low, high = quantity.amount.low, quantity.amount.high
    return Amount(
        None if low is None else low * times,
        None if high is None else high * times,
        quantity.amount.approximate,
    )


def _bearing(point: str | None) -> float | None:
    if point is None:
        return None
    return BEARINGS[re.sub(r"[- ]|ern$", "", point.lower())]
