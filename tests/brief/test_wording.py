from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report, span, statement

from twosource.brief.wording import (
    LONGEST_CONTENT,
    act,
    content_words,
    inner_words,
    said_line,
    shortened,
)
from twosource.model.statement import Stance, StatementKind

DIRECT, INDIRECT, MIXED = StatementKind


@pytest.mark.parametrize(
    ("quoted", "inner"),
    [
        ("“We saw it.”", "We saw it."),
        ('"We saw it."', "We saw it."),
        ("‘We saw it.’", "We saw it."),
        ("«We saw it.»", "We saw it."),
        ("“She said ‘no’ twice.”", "She said ‘no’ twice."),
        ("“He called “help” once.”", "He called “help” once."),
        ("“We saw it.", "We saw it."),
        ("We saw it.”", "We saw it."),
        ("“dark” and “cold”", "“dark” and “cold”"),
        ('"dark" and "cold"', '"dark" and "cold"'),
        ("the sailors’", "the sailors’"),
        ("We saw it.", "We saw it."),
        ("“", ""),
        ("", ""),
    ],
)
def test_only_the_outer_marks_of_a_quotation_are_stripped(quoted: str, inner: str) -> None:
    assert inner_words(quoted) == inner


@given(st.text("ab “”‘’\"'«»", max_size=12))
def test_stripping_takes_nothing_but_marks_and_space_at_the_ends(quoted: str) -> None:
    inner = inner_words(quoted)
    start = quoted.index(inner)
    head, tail = quoted[:start], quoted[start + len(inner) :]
    assert not (head + tail).strip(" “”‘’\"'«»„")


def test_a_quotation_over_two_paragraphs_drops_the_mark_that_reopens_it() -> None:
    told = report("“We sailed at six.\n\n“We saw no lamp.” That is all.")
    parts = (span(told, "“We sailed at six.\n\n“We saw no lamp.”"),)
    assert content_words(parts, DIRECT) == "We sailed at six. We saw no lamp."


@given(st.text("word ", min_size=1, max_size=2 * LONGEST_CONTENT))
def test_a_long_content_is_cut_at_a_word_boundary_and_says_so(words: str) -> None:
    cut = shortened(words)
    if len(words) <= LONGEST_CONTENT:
        assert cut == words
    else:
        kept = cut.removesuffix(" […]")
        assert kept != cut
        assert words.startswith(kept)
        assert len(kept) <= LONGEST_CONTENT
        assert words[len(kept)] == " " or " " not in words[: LONGEST_CONTENT + 1]


def test_indirect_content_is_never_put_in_quotation_marks() -> None:
    told = report("Ada Orme said the lamps were lit.")
    said = statement(told, "Ada Orme", "said", "the lamps were lit")
    assert said_line(said, "Ada Orme", (), "the lamps were lit") == (
        "Ada Orme said, in the report's words: the lamps were lit"
    )


def test_direct_content_stands_in_typographic_marks() -> None:
    told = report('"The lamps were lit," said Ada Orme.')
    said = statement(told, "Ada Orme", "said", '"The lamps were lit,"', kind=DIRECT)
    words = content_words(said.parts, DIRECT)
    assert said_line(said, "Ada Orme", (), words) == "Ada Orme said: “The lamps were lit”"


def test_a_mixed_content_keeps_the_marks_that_the_report_prints() -> None:
    told = report('Ada Orme said the lamps were "brightly lit".')
    said = statement(told, "Ada Orme", "said", 'the lamps were "brightly lit"', kind=MIXED)
    assert said_line(said, "Ada Orme", (), content_words(said.parts, MIXED)) == (
        'Ada Orme said, partly in the report\'s words: the lamps were "brightly lit"'
    )


def test_a_thing_denied_and_a_denial_are_worded_apart() -> None:
    told = report("Ada Orme denied any fault. Ada Orme said that no lamp was out.")
    denied = statement(told, "Ada Orme", "denied", "any fault", Stance.DENIES)
    saying = statement(told, "Ada Orme", "said", "no lamp was out", Stance.DENIES)
    assert act(denied) == "denied"
    assert act(saying) == "said in denial"


def test_relayers_are_named_outermost_first() -> None:
    told = report("The lamps were lit, said Ada Orme.")
    said = statement(told, "Ada Orme", "said", "The lamps were lit")
    line = said_line(said, "Ada Orme", ("Radio Ness", "the harbour log"), "The lamps were lit")
    assert line.startswith("Ada Orme, as relayed by Radio Ness from the harbour log, said")
