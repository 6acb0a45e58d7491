"""Laws of amounts, and numbers that read back whatever their form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report, span

from twosource.claims.quantities import (
    amounts_compatible,
    quantities_compatible,
    quantities_in,
    toll,
)
from twosource.engine.loaded import embedded
from twosource.model.value import Amount, QuantityKind, QuantityValue

BOUND = st.one_of(st.none(), st.integers(0, 10_000).map(float))


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = draw(BOUND), draw(BOUND)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Amount(low, high, draw(st.booleans()))


@given(amounts(), amounts())
def test_compatibility_is_symmetric(a: Amount, b: Amount) -> None:
    assert amounts_compatible(a, b) == amounts_compatible(b, a)


@given(amounts())
def test_an_amount_is_compatible_with_itself(a: Amount) -> None:
    assert amounts_compatible(a, a)


@given(amounts(), amounts(), st.integers(0, 500), st.integers(0, 500))
def test_widening_a_bound_never_makes_amounts_incompatible(
    a: Amount, b: Amount, down: int, up: int
) -> None:
    low = None if a.low is None else max(0.0, a.low - down)
    high = None if a.high is None else a.high + up
    if amounts_compatible(a, b):
        assert amounts_compatible(Amount(low, high, a.approximate), b)


def measure(low: float, unit: str) -> QuantityValue:
    where = span(report("12 km"), "12 km")
    return QuantityValue(where, QuantityKind.MEASURE, Amount(low, low), unit, None, "", "")


def test_measures_in_other_units_are_converted_and_rounded() -> None:
    assert quantities_compatible(measure(70, "mile"), measure(113, "kilometer"))
    assert not quantities_compatible(measure(70, "mile"), measure(70, "kilometer"))
    assert not quantities_compatible(measure(70, "mile"), measure(70, "liter"))


def first_amount(text: str) -> Amount:
    return quantities_in(report(text), embedded(1).read(text))[0].amount


UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return UNITS[number - 2]
    tens, units = divmod(number, 10)
    if units == 0:
        return TENS[tens - 2]
    return f"{TENS[tens - 2]}-{'one' if units == 1 else UNITS[units - 2]}"


@given(st.integers(2, 99))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    for form in (str(number), in_words(number)):
        amount = first_amount(f"The storm damaged {form} houses in the valley.")
        assert (amount.low, amount.high) == (number, number)


@given(st.integers(100_000, 9_999_999))
def test_indian_and_western_grouping_give_one_number(number: int) -> None:
    western = f"{number:,}"
    head, tail = str(number)[:-3], str(number)[-3:]
    pairs = [head[max(0, i - 2) : i] for i in range(len(head), 0, -2)][::-1]
    indian = ",".join([*pairs, tail])
    for form in (western, indian):
        amount = first_amount(f"The camp fed {form} pilgrims in a week.")
        assert (amount.low, amount.high) == (number, number)


@pytest.mark.parametrize(
    ("text", "status", "low"),
    [
        ("Two men were killed and five hurt in Ostrel.", "kill", 2),
        ("Two men were killed and five hurt in Ostrel.", "injure", 5),
        ("Five people were shot in Ostrel, two of them fatally. Two were killed.", "injure", 3),
        ("A man was shot in Ostrel. He died at the scene.", "kill", 1),
        ("A man was shot in the leg in Ostrel.", "kill", 0),
        ("Three were injured when a tram left its rails.", "kill", 0),
        ("Ada Kerr was killed in the crash.", "kill", 1),
    ],
)
def test_a_report_gives_the_toll_of_its_event(text: str, status: str, low: int) -> None:
    reading = embedded(1).read(text)
    found = toll(quantities_in(report(text), reading), reading, status)
    assert found is not None
    assert found.amount.low == low
    assert found.reason


def test_a_round_up_of_several_incidents_gives_no_toll() -> None:
    text = "Four people were killed in three separate shootings at the weekend."
    reading = embedded(1).read(text)
    assert toll(quantities_in(report(text), reading), reading, "kill") is None
