"""What was read off a report comes back whole from a few bytes, and anything else is refused."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report

from twosource.engine.examination import read_reports
from twosource.engine.loaded import embedded
from twosource.engine.tables import load_tables
from twosource.errors import InvariantError, MaterialError
from twosource.model.report import Report, Span, cut
from twosource.pipeline.kernels import read_each
from twosource.pipeline.progress import SILENT
from twosource.pipeline.reading import ReadReport
from twosource.store.packed import packed, unpacked

EXAMPLE = Path(__file__).parents[2] / "src" / "twosource" / "cli" / "example" / "reports"
QUAY = report("Ada Orme said the quay was closed at 7 p.m. on Monday.", "Post", "quay.txt")


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    load_tables()
    return read_reports(EXAMPLE).reports


def test_a_reading_comes_back_equal_and_packs_to_the_same_bytes(
    reports: tuple[Report, ...],
) -> None:
    for one, read in zip(reports, read_each(reports, embedded(), SILENT), strict=True):
        data = packed(ReadReport, read, one)
        back = unpacked(ReadReport, data, one)
        assert back == read
        assert repr(back) == repr(read)
        assert packed(ReadReport, back, one) == data


def test_a_report_comes_back_equal(reports: tuple[Report, ...]) -> None:
    assert [unpacked(Report, packed(Report, one)) for one in reports] == list(reports)


def test_a_span_is_packed_with_its_own_report_only() -> None:
    other = report("Another text, as long as the first one is, or longer.", "Echo", "echo.txt")
    for named in (other, None):
        with pytest.raises(InvariantError):
            packed(Span, cut(QUAY, 0, 8), named)


def test_a_span_outside_its_report_is_refused() -> None:
    short = report("Ada.", "Post", "quay.txt")
    data = packed(Span, cut(QUAY, 0, 8), QUAY)
    with pytest.raises(MaterialError):
        unpacked(Span, data, short)


@given(st.binary(max_size=60))
def test_any_other_bytes_are_refused(data: bytes) -> None:
    for body in (data, zlib.compress(data)):
        with pytest.raises(MaterialError):
            unpacked(ReadReport, body, QUAY)


def test_what_was_cut_short_is_refused() -> None:
    load_tables()
    (read,) = read_each([QUAY], embedded(), SILENT)
    data = packed(ReadReport, read, QUAY)
    with pytest.raises(MaterialError):
        unpacked(ReadReport, data[:-4], QUAY)
