from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The goods train of 22 wagons was held at the quay.",
            "The freight train consisted of 31 wagons, said a docker.",
        ),
        (
            "The mate called the roll at 5:20 a.m., the company said.",
            "The roll was called at ten past seven, said a docker.",
        ),
        (
            "The company takes 20 euros a day from every stallholder, it said.",
            "Stallholders are made to pay 50 euros a day, said a baker.",
        ),
    ],
)
def test_phrases_that_say_nearly_the_same_answer_one_question(
    tmp_path: Path, one: str, other: str
) -> None:
    assert len(raised(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Nine of the 22 wagons were held at the quay.",
            "The 22 wagons were held at the quay, said a docker.",
        ),
        (
            "The train had 22 wagons, the company said.",
            "The limit is 31 wagons, said a docker.",
        ),
        (
            "Nordvik is 30 kilometres north of Lorvik.",
            "Nordvik is 80 kilometres north of Sundby.",
        ),
    ],
)
def test_parts_of_a_total_limits_and_other_ends_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
