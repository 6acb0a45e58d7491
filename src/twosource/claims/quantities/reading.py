"""The quantities of one report."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.claims.quantities.counted import Counted, counted_by
from twosource.claims.quantities.guards import (
    counts_nothing,
    is_length_of_time,
    is_sum_in_letters,
)
from twosource.claims.quantities.numbers import Number, numbers_in
from twosource.claims.quantities.storeys import storeys_in
from twosource.claims.quantities.unnumbered import unnumbered_in
from twosource.language.interface import Reading, Token
from twosource.model.report import Report, Span, cut
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.numbers import CURRENCIES, LETTERS_OF_CURRENCIES, SIGNS
from twosource.reference.units import SPEEDS, UNITS_OF_MEASURE


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit with the tokens that print it, half-open, and where they stand."""

    name: str
    kind: QuantityKind
    first: int
    last: int


def quantities_in(report: Report, reading: Reading) -> tuple[QuantityValue, ...]:
    """Read how many and how much a report prints.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of its readable text.

    Returns:
        The quantities in order of offset. Ages, dates, clock times, lengths of time, identifiers,
        addresses and scores are none.
    """
    found: list[QuantityValue] = []
    taken: set[int] = set()
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        for number in numbers_in(tokens):
            if counts_nothing(tokens, number) or _is_pronoun(tokens, number):
                continue
            value = _value(report, reading, sentence.first, tokens, number)
            if value is not None and not _stands_for_another(value):
                found.append(value)
                taken.update(range(sentence.first + number.first, sentence.first + number.last))
    found += _without_number(report, reading, taken)
    found += storeys_in(report, reading)
    return tuple(sorted(found, key=lambda value: (value.span.start, value.span.end)))


def _is_pronoun(tokens: Sequence[Token], number: Number) -> bool:
    """Whether "one" stands for something named before, or counts a time ("one day")."""
    core = tokens[number.core]
    if core.text.lower() != "one" or number.last != number.core + 1:
        return False
    before = tokens[number.core - 1].text.lower() if number.core else ""
    after = tokens[number.last].text.lower() if number.last < len(tokens) else ""
    if before in {"not", "no", "any", "every", "each", "some", "this", "that", "the"}:
        return True
    return after in {"of", "another", "day", "time", "way", "thing", "side", "hand", "point"}


def _stands_for_another(value: QuantityValue) -> bool:
    """Whether a bare "one" of which nothing is said stands for a thing named before."""
    bare = not value.noun and not value.status and value.kind is QuantityKind.COUNT
    return bare and value.span.quote.lower() == "one"


def _value(
    report: Report, reading: Reading, offset: int, tokens: Sequence[Token], number: Number
) -> QuantityValue | None:
    unit = _unit(tokens, number)
    if unit is None and is_length_of_time(tokens, number):
        return None
    indices = range(offset + number.first, offset + number.last)
    first, last = number.first, number.last
    kind, name = QuantityKind.COUNT, ""
    if unit is not None:
        kind, name = unit.kind, unit.name
        first, last = min(first, unit.first), max(last, unit.last)
    elif number.fraction:
        kind = QuantityKind.SHARE
    counted = _counted_beyond(reading, indices, offset, unit, kind)
    if _is_cut_off(reading, indices, counted.tokens):
        counted = Counted((), "", counted.status, (), counted.part)
    percent = kind is QuantityKind.SHARE and not number.fraction
    amount = _amount(number, kind, 100.0 if percent else 1.0)
    if amount is None:
        return None
    return QuantityValue(
        span=cut(report, tokens[first].start, tokens[last - 1].end),
        kind=kind,
        amount=amount,
        unit=name,
        counted=_span(report, reading, counted.tokens),
        noun=counted.noun,
        status=counted.status,
        scope=counted.scope,
        part=counted.part,
    )


def _is_cut_off(reading: Reading, number: range, counted: Sequence[int]) -> bool:
    """Whether a comma and another number part a number from the noun: "four, for 2,000 men"."""
    between = [reading.tokens[at] for at in counted if at > number[-1]]
    return any(token.text == "," for token in between[:1]) and any(
        token.upos == "NUM" for token in between
    )


def _counted_beyond(
    reading: Reading, indices: range, offset: int, unit: _Unit | None, kind: QuantityKind
) -> Counted:
    """What is counted; a unit is not what is counted, what follows it may be."""
    counted = counted_by(reading, indices)
    if kind is QuantityKind.COUNT or unit is None:
        return counted
    inside = range(offset + unit.first, offset + unit.last)
    if not counted.tokens or counted.tokens[-1] in inside:
        return Counted((), "", counted.status, (), counted.part)
    return counted


def _amount(number: Number, kind: QuantityKind, divisor: float) -> Amount | None:
    """The bounds; per cents are divided by a hundred, so that shares run from 0 to 1."""
    low = None if number.low is None else number.low / divisor
    high = None if number.high is None else number.high / divisor
    if low is None and high is None:
        return None
    if number.exclusive and kind is QuantityKind.COUNT:
        low = None if low is None else math.floor(low) + 1.0
        high = None if high is None else math.ceil(high) - 1.0
    return Amount(low, high, number.approximate)


def _unit(tokens: Sequence[Token], number: Number) -> _Unit | None:
    """The unit, currency or per-cent sign beside a number."""
    before = tokens[number.core - 1].text.lower() if number.core else ""
    if before in SIGNS:
        return _Unit(CURRENCIES[before], QuantityKind.MONEY, number.core - 1, number.last)
    if is_sum_in_letters(tokens, number):
        currency = LETTERS_OF_CURRENCIES[tokens[number.core - 1].text]
        return _Unit(currency, QuantityKind.MONEY, number.core - 1, number.last)
    at = number.last
    if at < len(tokens) and tokens[at].text in {"-", "–"} and at + 1 < len(tokens):
        at += 1
    if at >= len(tokens):
        return None
    word, lemma = tokens[at].text.lower(), tokens[at].lemma.lower()
    if word in {"%", "percent"} or (
        word == "per" and at + 1 < len(tokens) and tokens[at + 1].text.lower() == "cent"
    ):
        return _Unit("", QuantityKind.SHARE, number.first, at + 1 + (word == "per"))
    if lemma in CURRENCIES and lemma.isalpha():
        return _Unit(CURRENCIES[lemma], QuantityKind.MONEY, number.first, at + 1)
    return _measure(tokens, number.first, at)


def _measure(tokens: Sequence[Token], first: int, at: int) -> _Unit | None:
    """The unit of measurement that begins at a token, for the number that begins at ``first``."""
    word, lemma = tokens[at].text.lower(), tokens[at].lemma.lower()
    pair = f"{word} {tokens[at + 1].lemma.lower()}" if at + 1 < len(tokens) else ""
    if pair in UNITS_OF_MEASURE:
        return _Unit(UNITS_OF_MEASURE[pair], QuantityKind.MEASURE, first, at + 2)
    unit = UNITS_OF_MEASURE.get(word) or UNITS_OF_MEASURE.get(lemma)
    if unit is None or (len(word) == 1 and tokens[at].start != tokens[at - 1].end):
        return None
    if unit == "degree_Celsius" and not _is_temperature(tokens, at):
        return None
    last = at + 1
    if (speed := _speed(tokens, last, unit)) is not None:
        unit, last = speed
    if [t.text.lower() for t in tokens[last : last + 2]] in (["-", "plus"], ["or", "more"]):
        last += 2
    return _Unit(unit, QuantityKind.MEASURE, first, last)


def _speed(tokens: Sequence[Token], at: int, unit: str) -> tuple[str, int] | None:
    """A length per hour, with the token after it: "95 km/h", "60 miles an hour"."""
    words = [token.text.lower() for token in tokens[at : at + 2]]
    per_hour = words[:1] in (["/"], ["per"], ["an"]) and words[1:] in (["h"], ["hr"], ["hour"])
    return (SPEEDS[unit], at + 2) if per_hour and unit in SPEEDS else None


def _is_temperature(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return following in {"celsius", "c", "centigrade"}


def _without_number(report: Report, reading: Reading, taken: set[int]) -> list[QuantityValue]:
    """Counts of none and one that no number gives."""
    found: list[QuantityValue] = []
    for count in unnumbered_in(reading):
        if taken & set(range(count.first, count.last)):
            continue
        span = cut(report, reading.tokens[count.first].start, reading.tokens[count.last - 1].end)
        amount = Amount(float(count.count), float(count.count))
        found.append(
            QuantityValue(span, QuantityKind.COUNT, amount, "", span, count.noun, count.status)
        )
    return found


def _span(report: Report, reading: Reading, tokens: Sequence[int]) -> Span | None:
    if not tokens:
        return None
    return cut(report, reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)
