"""Two stories in one text are told apart; one story with a pause in it stays one."""

from __future__ import annotations

import pytest

FIRST = (
    "A ferry of the Lowland Line ran aground off Port Ann on Monday, and Bo Lind was aboard.",
    "The captain, Bo Lind, denied that the Harbour Board had warned him in Port Ann.",
)
SECOND = (
    "Two ships met off the quay of Port Ann, the Lowland Line and its Harbour Board said.",
    "It named the captain as Bo Lind, and said that the Harbour Board had warned him.",
)
GOING_ON = (
    "According to Lind, the Harbour Board of Port Ann knew of the Lowland Line and its ferry."
)
AGAIN = "In Port Ann the Harbour Board said that a captain of the Lowland Line had been warned."
OTHER = (
    "The wind that night came from the north, and the lamps had been out since noon.",
    "People on the shore said that they saw nothing but the rain and one small light.",
)


def story(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("gap", ["\n\n\n", "\n\n\n\n\n", "\n\n---\n\n", "\n\n* * *\n\n", "\n---\n"])
def test_a_break_and_a_new_beginning_part_two_stories(read, gap):
    text = story(*FIRST) + gap + story(*SECOND)
    report = read(text)
    assert report.sections == (0, text.index(SECOND[0]))


def test_the_second_storys_heading_belongs_to_it(read):
    text = story(*FIRST) + "\n\n\nSecond ferry aground\n\n" + story(*SECOND)
    assert read(text).sections == (0, text.index("Second ferry"))


@pytest.mark.parametrize(
    "text",
    [
        story(*FIRST, *SECOND),
        story(*FIRST) + "\n\n\n" + story(*OTHER),
        story(*FIRST) + "\n\n\n" + SECOND[0],
        "\n\n\n".join((*FIRST, *SECOND)),
        "Ferry aground\n\nBy Ada Quill\n\n\n" + story(*FIRST, *SECOND),
        story(*FIRST, *SECOND) + "\n\n\nSubscribe to our newsletter\n\n\nRelated: Port Ann\n",
        story(*FIRST) + "\n\n\n" + story(GOING_ON, SECOND[1]),
        story(*FIRST) + "\n\n\n" + story(f"“{AGAIN}”", SECOND[1]),
        story(*FIRST) + "\n\n\nRead more: Ferries\n\n\n" + story(*SECOND),
    ],
    ids=[
        "no gap",
        "goes on",
        "one paragraph",
        "every gap wide",
        "below the top",
        "the tail",
        "last name",
        "quotation",
        "advert",
    ],
)
def test_one_story_stays_one(read, text):
    assert read(text).sections == (0,)
