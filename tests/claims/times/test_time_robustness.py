"""No text breaks the reading of times, however its words fall."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import published, report

from twosource.claims.times import (
    durations_compatible,
    durations_in,
    times_compatible,
    times_in,
    times_of,
)
from twosource.language.embedded import load_embedded
from twosource.model.report import readable

WORDS = (
    "at on in the of to from between and until since before after by , . ( ) - – \n \n\n about "
    "around early late shortly just less than more a an few several last next this that night "
    "morning evening overnight midnight noon Monday Tuesday Sunday May March February April 3 "
    "4th 29 31 2023 1999 2020-02-29 3/4/2023 31.12.2021 2:30 14:43 7.15 pm a.m. hrs GMT IST EST "
    "UTC+3 local time quarter past seven half ten minutes hours days weeks months years ago later "
    "earlier yesterday today winter summer 1990s century fortnight weekend will was blast said "
    "0351 999 24:00 25:61 12-4 o'clock Christmas Eve"
).split(" ")
READER = load_embedded(threads=1)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", "Europe/Oslo"]))
def test_words_in_any_order_give_times_that_quote_the_text(words: list[str], zone: str):
    text = " ".join(words)
    item = replace(report(text), published=published("2023-05-05"))
    reading = READER.read(readable(item))
    values = times_of(item, times_in(item, reading), (), None, zone)
    lengths = durations_in(item, reading)
    for value in (*values, *lengths):
        assert text[value.span.start : value.span.end] == value.span.quote
    for value in values:
        assert value.reason
        assert not value.readings or times_compatible(value, value)
    assert all(durations_compatible(length, length) for length in lengths)
