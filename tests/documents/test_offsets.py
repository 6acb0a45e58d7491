"""The working copy is verbatim but for what no reader sees, and the map leads both ways."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.documents.offsets import clean, to_extracted, to_working

UNSEEN = "\r\n\t\x0b\x0c\x85\u200b\u2060\ufeff\u00ad\x07\x9f\ud800 a😀é"
TEXTS = st.text(alphabet=st.sampled_from(UNSEEN) | st.characters(), max_size=60)


@given(TEXTS)
def test_every_run_is_verbatim(extracted):
    working, runs = clean(extracted)
    for run in runs:
        assert run.length > 0
        there = extracted[run.extracted : run.extracted + run.length]
        assert working[run.working : run.working + run.length] == there


@given(TEXTS)
def test_runs_are_in_order_and_what_is_between_them_is_put_in(extracted):
    working, runs = clean(extracted)
    covered = bytearray(len(working))
    for before, after in pairwise(runs):
        assert before.working + before.length <= after.working
        assert before.extracted + before.length < after.extracted
    for run in runs:
        covered[run.working : run.working + run.length] = b"\x01" * run.length
    assert {c for c, is_covered in zip(working, covered, strict=True) if not is_covered} <= {
        "\n",
        "\ufffd",
    }


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(extracted):
    working, _ = clean(extracted)
    assert clean(working)[0] == working


@pytest.mark.parametrize(
    ("extracted", "working"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa\u200bb\u00adc\u2060", "abc"),
        ("page one\x0cpage two\x85three", "page one\npage two\nthree"),
        ("\x1b[1mbold", "[1mbold"),
        ("“It’s — **so**\u00a0…”\t[x]", "“It’s — **so**\u00a0…”\t[x]"),
        ("\u200dा👩\u200d👧", "\u200dा👩\u200d👧"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("  edges stay \n\n", "  edges stay \n\n"),
    ],
)
def test_only_what_no_reader_sees_goes(extracted, working):
    assert clean(extracted)[0] == working


def test_the_map_leads_both_ways(read):
    report = read("\ufeffOne\r\ntwo\u200b three\rfour\u00ad")
    assert report.text == "One\ntwo three\nfour"
    extracted = "One\r\ntwo\u200b three\rfour\u00ad"
    for word in ("One", "two", "three", "four"):
        assert to_extracted(report, report.text.index(word)) == extracted.index(word)
        assert to_working(report, extracted.index(word)) == report.text.index(word)
    assert to_working(report, extracted.index("\u200b")) == report.text.index(" three")
    assert to_working(report, len(extracted)) == len(report.text)


def test_a_text_that_is_clean_is_one_run(read):
    report = read("It left.")
    (run,) = report.extraction.runs
    assert (run.working, run.extracted, run.length) == (0, 0, 8)
