from __future__ import annotations

import pytest
from tests.factory import report

from twosource.claims.times import durations_compatible, durations_in
from twosource.language.interface import Annotator
from twosource.model.report import readable
from twosource.model.value import DurationValue

DAY = 86400.0
CASES = (
    ("The weir held for 16 minutes.", "16 minutes", 960, 960, "for"),
    ("A few minutes later it broke.", "A few minutes later", 120, 600, "later"),
    ("It broke several hours later.", "several hours later", 3 * 3600, 15 * 3600, "later"),
    ("The clip lasts 70 seconds.", "70 seconds", 70, 70, ""),
    ("It took two to three minutes.", "two to three minutes", 120, 180, ""),
    ("It took 2-3 minutes.", "2-3 minutes", 120, 180, ""),
    ("He waited for two hours.", "two hours", 7200, 7200, "for"),
    ("Pay within 30 days.", "within 30 days", 0, 30 * DAY, "within"),
    ("It lasted several weeks.", "several weeks", 21 * DAY, 105 * DAY, "for"),
    ("It lasted half an hour.", "half an hour", 1800, 1800, "for"),
    ("He waited for an hour and a half.", "an hour and a half", 5400, 5400, "for"),
    ("He waited two and a half hours.", "two and a half hours", 9000, 9000, ""),
    ("It took two hours and 15 minutes.", "two hours and 15 minutes", 8100, 8100, ""),
    ("A 30-second clip spread.", "30-second", 30, 30, ""),
    ("It took less than ten minutes.", "less than ten minutes", 0, 600, ""),
    ("It took more than an hour.", "more than an hour", 3600, None, ""),
    ("It took at least 90 minutes.", "at least 90 minutes", 5400, None, ""),
    ("Help came up to three days later.", "up to three days later", 0, 3 * DAY, "later"),
    ("Minutes later it broke.", "Minutes later", 120, 5400, "later"),
    ("It broke after 20 minutes.", "20 minutes", 1200, 1200, "later"),
    ("It broke 20 minutes after the siren.", "20 minutes after", 1200, 1200, "later"),
    ("It broke 20 minutes before the siren.", "20 minutes before", 1200, 1200, "before"),
    ("A couple of days later it broke.", "A couple of days later", 2 * DAY, 3 * DAY, "later"),
)
NONE = (
    "A 46-year-old man fell.",
    "He is aged 12 years.",
    "It broke three days ago.",
    "A second wall fell.",
    "It broke at ten minutes past four.",
    "The second minute book is lost.",
    "The second-placed team left.",
)


def read(reader: Annotator, text: str) -> tuple[DurationValue, ...]:
    item = report(text)
    return durations_in(item, reader.read(readable(item)))


@pytest.mark.parametrize(("text", "words", "low", "high", "link"), CASES, ids=lambda v: str(v))
def test_a_length_of_time_is_read_with_its_bounds_and_link(
    time_reader: Annotator, text: str, words: str, low: float, high: float | None, link: str
):
    (value,) = read(time_reader, text)
    assert value.span.quote == words
    assert (value.seconds.low, value.seconds.high, value.link) == (low, high, link)


@pytest.mark.parametrize("text", NONE)
def test_ages_ordinals_and_what_lies_ago_are_no_lengths_of_time(time_reader: Annotator, text: str):
    assert read(time_reader, text) == ()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("a few minutes", "five minutes", True),
        ("a few minutes", "16 minutes", False),
        ("about an hour", "70 minutes", True),
        ("more than an hour", "three hours", True),
        ("less than an hour", "three hours", False),
        ("two days", "48 hours", True),
    ],
)
def test_lengths_of_time_are_compatible_where_their_bounds_meet(
    time_reader: Annotator, first: str, second: str, expected: bool
):
    (one,) = read(time_reader, f"It took {first}.")
    (other,) = read(time_reader, f"It took {second}.")
    assert durations_compatible(one, other) is expected
    assert durations_compatible(other, one) is expected
    assert durations_compatible(one, one)
