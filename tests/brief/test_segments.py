from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report

from twosource.brief.marks import OWN_VOICE
from twosource.brief.segments import Anchor, paragraphs
from twosource.model.report import Region, RegionKind

TEXT = "The barge was dark.\n\nNobody, she said,\nsaw a lamp. 🚢\n"


def anchor(start: int, end: int, role: str) -> Anchor:
    mark = OWN_VOICE if role == "words" else None
    return Anchor(f"s1-{start}-{end}", start, end, role, mark, (1,), "x")


@st.composite
def anchors(draw: st.DrawFn) -> list[Anchor]:
    places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
    pairs = draw(st.lists(places.filter(lambda p: p[0] < p[1]), max_size=8, unique=True))
    return [anchor(start, end, draw(st.sampled_from(["words", "cue"]))) for start, end in pairs]


@given(anchors())
def test_joined_segments_are_the_text_and_cover_what_their_anchors_cover(
    chosen: list[Anchor],
) -> None:
    cut = [s for block in paragraphs(report(TEXT), chosen) for s in block]
    assert "".join(s.text for s in cut) == TEXT
    for one in chosen:
        covered = [s for s in cut if one in s.cover]
        assert "".join(s.text for s in covered) == TEXT[one.start : one.end]
        assert [s.start for s in cut if one in s.opening] == [one.start]
    assert sum(len(s.closing) for s in cut) == sum(a.role == "words" for a in chosen)


def test_a_paragraph_ends_with_its_line_breaks() -> None:
    blocks = ["".join(s.text for s in block) for block in paragraphs(report(TEXT), [])]
    assert blocks == ["The barge was dark.\n\n", "Nobody, she said,\n", "saw a lamp. 🚢\n"]


def test_the_innermost_content_decides_how_a_segment_looks() -> None:
    outer, inner = anchor(0, 19, "words"), anchor(4, 9, "words")
    cut = paragraphs(report(TEXT), [outer, inner])[0]
    assert [s.content for s in cut if s.cover] == [outer, inner, outer]


def test_furniture_is_told_from_text_and_a_title_is_no_furniture() -> None:
    regions = (Region(0, 3, RegionKind.TITLE), Region(4, 9, RegionKind.CAPTION))
    cut = paragraphs(replace(report(TEXT), regions=regions), [])[0]
    assert [s.text for s in cut if s.furniture] == ["barge"]


def test_an_empty_report_has_no_paragraphs() -> None:
    assert paragraphs(report(""), []) == ()
