"""Where paragraphs begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.language.paragraphs import paragraphs

WRAPPED = (
    "The harbour board met for nine hours on Monday behind closed doors and\n"
    "told nobody what it had decided, although three of its members were seen\n"
    "leaving early and two of them later spoke to the local radio station."
)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_a_blank_line_always_separates() -> None:
    assert cut("One line\n\nand another\n \t\nand a third") == [
        "One line",
        "and another",
        "and a third",
    ]


def test_a_single_line_break_separates() -> None:
    assert cut("A headline\nThe story begins here.") == ["A headline", "The story begins here."]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    assert cut("Title\n\n" + WRAPPED + "\n\nNext.") == ["Title", WRAPPED, "Next."]


def test_short_lines_of_a_list_stay_apart() -> None:
    lines = ["first item of the list", "second item of the list", "third item of the list"]
    assert cut("\n".join(lines)) == lines


def test_whole_sentences_of_like_length_stay_apart() -> None:
    lines = [
        "The first barge left the lock at six with a crew of four on its deck.",
        "The second barge left the lock at seven with no crew that was visible.",
        "The third barge was never seen again by anybody who lives in the port.",
    ]
    assert cut("\n".join(lines)) == lines


def test_blank_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n\t\n") == ()


@given(st.text(alphabet="ab .\n\t\r", max_size=60))
def test_paragraphs_are_in_order_trimmed_and_hold_no_blank_line(text: str) -> None:
    covered = 0
    for start, end in paragraphs(text):
        assert covered <= start < end
        assert text[covered:start].strip() == ""
        assert text[start:end].strip() == text[start:end]
        assert "\n\n" not in text[start:end]
        covered = end
    assert text[covered:].strip() == ""
